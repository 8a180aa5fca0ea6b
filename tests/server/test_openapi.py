"""The OpenAPI document is what the device's types are made from, so it must be the current one."""

import json
from pathlib import Path

from click.testing import CliRunner

from server.cli.documents import openapi
from server.mutations.application import BODY_SCHEMAS
from server.visibility.schemas import ROW_SCHEMAS

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"


def test_the_committed_document_is_the_current_one():
    printed = CliRunner().invoke(openapi)
    assert json.loads(printed.output) == json.loads(COMMITTED.read_text(encoding="utf-8")), "run: make wire"


def test_every_body_and_every_row_is_described():
    described = json.loads(COMMITTED.read_text(encoding="utf-8"))["components"]["schemas"].keys()
    assert {f"body.{name}" for name in BODY_SCHEMAS} <= described
    assert {f"row.{table}" for table in ROW_SCHEMAS} <= described
