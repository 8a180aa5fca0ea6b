"""Prints what is generated from the code."""

import json

import click
from werkzeug.utils import import_string

from server.settings import Settings


@click.command("openapi")
def openapi() -> None:
    """Print the OpenAPI document."""
    app = import_string("server.app:create_app")(Settings.from_env({}))
    answer = app.test_client().get("/openapi.json")
    click.echo(json.dumps(answer.json, indent=2, sort_keys=True, ensure_ascii=False))
