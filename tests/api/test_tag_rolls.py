"""The PDF of a roll of tags: for its own station, in two forms (OLD-1)."""

import pytest

from server.api.running import NAME
from tests.api.test_authorisation import GOLDEN
from tests.company import signed_in

PRINT = GOLDEN["tag_roll.print"]
ADDRESS = f"/api/tag-rolls/{PRINT['body']['roll_id']}.pdf"


@pytest.fixture
def roll(app, people):
    result = app.extensions[NAME].engines.sync.record(
        people["clerk@ningbo"], PRINT["name"], PRINT["v"], PRINT["lane"], {**PRINT["body"], "count": 3}
    )
    assert result.verdict.value == "applied"


@pytest.mark.parametrize("form", ["sheet", "label"])
def test_old_1_a_roll_is_given_as_a_pdf_under_its_number(app, roll, form):
    answer = signed_in(app, "clerk@ningbo").get(f"{ADDRESS}?form={form}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.data.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"].endswith(f'-0001-{form}.pdf"')


def test_old_1_another_stations_roll_is_not_there(app, roll):
    answer = signed_in(app, "clerk@wuhu").get(f"{ADDRESS}?form=sheet")
    assert (answer.status_code, answer.json["code"]) == (404, "missing")


@pytest.mark.parametrize("query", ["", "?form=napkin"])
def test_a_form_that_nobody_prints_is_told_so(app, roll, query):
    answer = signed_in(app, "clerk@ningbo").get(f"{ADDRESS}{query}")
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")
