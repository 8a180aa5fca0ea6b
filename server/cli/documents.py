"""Prints what is generated from the code."""

import json

import click

from server.settings import Settings


@click.command("openapi")
def openapi() -> None:
    """Print the OpenAPI document."""
    from server.app import create_app  # noqa: PLC0415 -- no other command loads what only the server needs

    app = create_app(Settings.from_env({}))
    answer = app.test_client().get("/openapi.json")
    click.echo(json.dumps(answer.json, indent=2, sort_keys=True, ensure_ascii=False))
