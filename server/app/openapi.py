"""The OpenAPI document; the TypeScript types are made from it."""

from collections.abc import Iterable

from flask import Flask
from flask_smorest import Api

from server.api.access import permit
from server.api.blueprints import Blueprint
from server.rules.people import Permission

DOCUMENT = {
    "API_TITLE": "Truckroll",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/",
    "OPENAPI_JSON_PATH": "openapi.json",
}


def init(app: Flask, blueprints: Iterable[Blueprint]) -> None:
    """Register the endpoints and describe them at ``/openapi.json``."""
    app.config.from_mapping(DOCUMENT)
    api = Api(app)
    for blueprint in blueprints:
        api.register_blueprint(blueprint)
    permit(Permission.ANYONE)(app.view_functions["api-docs.openapi_json"])
