"""The OpenAPI document; the TypeScript types are made from it."""

from collections.abc import Iterable

from flask import Flask
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
    for name, body in BODY_SCHEMAS.items():
        own = type(body.__name__, (body,), {"__doc__": body.__doc__})  # several mutations may take the same body
        api.spec.components.schema(f"body.{name}", schema=own)
    for table, row in ROW_SCHEMAS.items():
        api.spec.components.schema(f"row.{table}", schema=row)
    permit(Permission.ANYONE)(app.view_functions["api-docs.openapi_json"])
