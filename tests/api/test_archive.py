"""Who may fetch which month's bundle, and what a wrong question is told (VIS-14)."""

import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from server.tables.archive import ArchivedReportRow
from server.tables.reports import ReportRow
from tests.company import NINGBO, WUHU, signed_in

REPORT = "019a9c3e-7b10-7000-8000-000000000032"


@pytest.fixture
def archived(sessions, people):
    """One report that nobody signed, approved and filed."""
    at = datetime(2026, 11, 19, 5, 22, tzinfo=UTC)
    about = {"job_id": REPORT, "station_id": NINGBO}
    with sessions.begin() as session:
        report = {"visit_id": REPORT, "number": "FW-2611-0001", "state": "approved", "closed_at": at}
        session.add(ReportRow(id=REPORT, **report, **about))
        filed = {"month": "2026-11", "archived_by": people["manager@ningbo"], "archived_at": at}
        session.add(ArchivedReportRow(id=REPORT, **filed, **about))


def ask(device, station=NINGBO, month="2026-11", copy=""):
    return device.get(f"/api/archive/{station}/{month}.zip{copy}")


def test_vis_14_the_manager_fetches_the_months_bundle(app, people, archived):
    answer = ask(signed_in(app, "manager@ningbo"), copy="?copy=technical")
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    assert 'filename="NB-2026-11-technical.zip"' in answer.headers["Content-Disposition"]
    files = zipfile.ZipFile(io.BytesIO(answer.data))
    assert json.loads(files.read("manifest.json"))["reports"] == 1
    assert b"FW-2611-0001" in files.read("index.csv")


@pytest.mark.parametrize("login", ["technician@ningbo", "clerk@ningbo", "dispatcher@ningbo", "administrator"])
def test_vis_14_nobody_but_a_manager_fetches_it(app, people, archived, login):
    assert ask(signed_in(app, login)).status_code == 403


def test_vis_14_another_stations_archive_is_not_theirs(app, people, archived):
    assert ask(signed_in(app, "manager@wuhu")).json["code"] == "not_permitted"
    assert ask(signed_in(app, "manager@ningbo"), station=WUHU).status_code == 403


@pytest.mark.parametrize(
    ("month", "code"), [("2026-13", "no_such_month"), ("november", "no_such_month"), ("2026-10", "nothing_filed")]
)
def test_a_month_that_cannot_be_given_is_told_why(app, people, archived, month, code):
    assert ask(signed_in(app, "manager@ningbo"), month=month).json["code"] == code


def test_a_copy_for_nobody_is_refused(app, people, archived):
    assert ask(signed_in(app, "manager@ningbo"), copy="?copy=press").json["code"] == "malformed"
