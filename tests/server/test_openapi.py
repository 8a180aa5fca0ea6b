"""The OpenAPI document is what the device's types are made from, so it must be the current one."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from click.testing import CliRunner

from server.app import create_app
from server.cli.documents import openapi
from server.mutations.application import BODY_SCHEMAS
from server.visibility.schemas import ROW_SCHEMAS
from tests.company import settings_with_tables

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"


def test_the_committed_document_is_the_current_one():
    printed = CliRunner().invoke(openapi)
    assert json.loads(printed.output) == json.loads(COMMITTED.read_text(encoding="utf-8")), "run: make wire"


def test_however_many_ask_at_once_for_the_first_time_each_has_the_whole_document(tmp_path):
    app = create_app(settings_with_tables(tmp_path))
    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(lambda _: app.test_client().get("/openapi.json"), range(16)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.data for answer in answers}) == 1


def test_every_body_and_every_row_is_described():
    described = json.loads(COMMITTED.read_text(encoding="utf-8"))["components"]["schemas"].keys()
    assert {f"body.{name}" for name in BODY_SCHEMAS} <= described
    assert {f"row.{table}" for table in ROW_SCHEMAS} <= described
