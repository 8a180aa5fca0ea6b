"""Whatever is sent to an endpoint, the server does not fail and answers as the OpenAPI document says."""

import json
import tempfile
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from server.api.running import NAME
from server.app import create_app
from tests.company import HEADER, hire, settings_with_tables, signed_in

DOCUMENT = json.loads((Path(__file__).parents[2] / "docs" / "openapi.json").read_text(encoding="utf-8"))
METHODS = {"get", "post", "put", "patch", "delete"}
OPERATIONS = [
    (path, method) for path, methods in DOCUMENT["paths"].items() for method in sorted(methods.keys() & METHODS)
]
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def served():
    with tempfile.TemporaryDirectory() as folder:
        made = settings_with_tables(Path(folder))
        app = create_app(made)
        hire(app.extensions[NAME].engines.sessions)
        yield app
        app.extensions[NAME].engines.database.dispose()


@pytest.fixture(scope="module")
def document(served):
    return schemathesis.openapi.from_wsgi("/openapi.json", served)


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_whatever_is_sent_the_server_does_not_fail(served, document, path, method):
    token = signed_in(served, "administrator").client.get_cookie("truckroll_device").value

    @given(case=document[path][method].as_strategy())
    @settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def send(case):
        case.headers = {**(case.headers or {}), **HEADER, "Accept-Encoding": "identity"}
        case.cookies = {"truckroll_device": token}
        case.call_and_validate(checks=CHECKS)

    send()
