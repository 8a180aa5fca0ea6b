"""Prints the public halves of the seal keys, by which anybody can verify a report (VIS-7)."""

import click

from server.engines import seal_keys as keys_of
from server.settings import Settings


@click.command("seal-keys")
def seal_keys() -> None:
    """Print the public seal keys of this installation, former ones included: SPKI as base64url, one a line."""
    for key in sorted(keys_of(Settings.from_env())):
        click.echo(key)
