"""The OpenAPI document; the TypeScript types are made from it."""

from collections.abc import Callable, Iterable
from functools import cache
from threading import Lock

from flask import Flask
from flask.typing import ResponseReturnValue
from flask_smorest import Api

from server.api.access import permit
from server.api.blueprints import Blueprint
from server.mutations.application import BODY_SCHEMAS
from server.rules.people import Permission
from server.visibility.schemas import ROW_SCHEMAS

DOCUMENT = {
    "API_TITLE": "Truckroll",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/",
    "OPENAPI_JSON_PATH": "openapi.json",
}


def init(app: Flask, blueprints: Iterable[Blueprint]) -> None:
    """Register the endpoints and describe them, every mutation's body and every row at ``/openapi.json``.

    The body of ``visit.arrive`` is the component ``body.visit.arrive``, the row of ``visit`` is ``row.visit``.
    """
    app.config.from_mapping(DOCUMENT)
    api = Api(app)
    for blueprint in blueprints:
        api.register_blueprint(blueprint)
    endpoint = "api-docs.openapi_json"
    app.view_functions[endpoint] = _describing_first(api, app.ensure_sync(app.view_functions[endpoint]))


def _describing_first(api: Api, answer: Callable[[], ResponseReturnValue]) -> Callable[[], ResponseReturnValue]:
    """Bodies and rows are described when somebody asks for the document: a server need not wait for it to start."""
    one_at_a_time, describe = Lock(), cache(_describe_bodies_and_rows)

    @permit(Permission.ANYONE)
    def openapi_json() -> ResponseReturnValue:
        with one_at_a_time:
            describe(api)
        return answer()

    return openapi_json


def _describe_bodies_and_rows(api: Api) -> None:
    for name, body in BODY_SCHEMAS.items():
        own = type(body.__name__, (body,), {"__doc__": body.__doc__})  # several mutations may take the same body
        api.spec.components.schema(f"body.{name}", schema=own)
    for table, row in ROW_SCHEMAS.items():
        api.spec.components.schema(f"row.{table}", schema=row)
