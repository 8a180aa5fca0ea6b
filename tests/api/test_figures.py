"""Who may ask for figures, of which stations, and what a wrong question is told (KPI-1)."""

import json
from pathlib import Path

import pytest

from server.api.figures import FiguresSchema
from server.tables.people import PersonRow
from tests.company import NINGBO, WUHU, signed_in

CONTRACT = Path(__file__).parents[1] / "contract"
NOVEMBER = "from=2026-11-01&until=2026-12-01"


def ask(device, question=NOVEMBER):
    return device.get(f"/api/figures?{question}")


def test_kpi_1_a_manager_sees_the_figures_of_their_own_station(app, people):
    answer = ask(signed_in(app, "manager@ningbo"))
    assert answer.status_code == 200
    assert answer.json["station_id"] == NINGBO
    assert FiguresSchema().validate(answer.json) == {}


def test_kpi_1_another_stations_figures_are_not_theirs_to_see(app, people):
    answer = ask(signed_in(app, "manager@ningbo"), f"{NOVEMBER}&station_id={WUHU}")
    assert (answer.status_code, answer.json["code"]) == (403, "not_permitted")
    assert "your own station" in answer.json["message"]


def test_kpi_1_the_head_office_sees_every_station_or_the_one_it_asks_for(app, people, sessions):
    with sessions.begin() as session:
        session.get_one(PersonRow, people["manager@wuhu"]).station_id = None
    head = signed_in(app, "manager@wuhu")
    assert ask(head).json["station_id"] is None
    assert ask(head, f"{NOVEMBER}&station_id={WUHU}").json["station_id"] == WUHU
    nowhere = ask(head, f"{NOVEMBER}&station_id=019a9c3e-7b10-7000-8000-0000000000ff")
    assert (nowhere.status_code, nowhere.json["code"]) == (404, "missing")


@pytest.mark.parametrize("login", ["technician@ningbo", "clerk@ningbo", "dispatcher@ningbo", "administrator"])
def test_kpi_1_nobody_but_a_manager_reads_the_figures(app, people, login):
    assert ask(signed_in(app, login)).status_code == 403


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("from=2026-11-01", "malformed"),
        ("from=2026-11-01&until=tomorrow", "malformed"),
        (f"{NOVEMBER}&fault_class=wheels", "malformed"),
        ("from=2026-11-01&until=2026-11-01", "no_such_period"),
        ("from=2020-01-01&until=2026-11-01", "no_such_period"),
    ],
)
def test_a_question_that_cannot_be_answered_is_told_why(app, people, question, code):
    answer = ask(signed_in(app, "manager@ningbo"), question)
    assert answer.json["code"] == code
    assert 400 <= answer.status_code < 500


def test_the_golden_answer_is_one_that_the_server_could_give(app, people):
    golden = json.loads((CONTRACT / "protocol" / "figures_answer.json").read_text(encoding="utf-8"))
    answer = ask(signed_in(app, "manager@ningbo")).json
    assert FiguresSchema().validate(golden) == {}
    assert golden.keys() == answer.keys()
    assert [(one["name"], one["at_most"], one["recorded"]) for one in golden["figures"]] == [
        (one["name"], one["at_most"], one["recorded"]) for one in answer["figures"]
    ]
