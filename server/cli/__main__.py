"""``python -m server.cli``: every command of the installation."""

import sys

import click

from server.cli.audit import audit
from server.cli.backup import backup, restore
from server.cli.database import migrate_tables
from server.cli.demo import demo
from server.cli.documents import openapi
from server.cli.held import apply_rescue, held, retry_held, set_aside
from server.cli.init import init
from server.cli.new_migration import new_migration
from server.cli.people import create_user, set_password
from server.cli.seal_keys import seal_keys
from server.cli.serve import serve
from server.cli.verify import verify
from server.cli.verify_bundle import verify_bundle
from server.cli.worker import worker
from server.settings import SettingsError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Truckroll: field service where the signal does not reach."""


for command in (
    init,
    migrate_tables,
    demo,
    serve,
    worker,
    create_user,
    set_password,
    retry_held,
    held,
    set_aside,
    apply_rescue,
    audit,
    seal_keys,
    verify,
    verify_bundle,
    backup,
    restore,
    openapi,
    new_migration,
):
    cli.add_command(command)


if __name__ == "__main__":
    try:
        cli(prog_name="python -m server.cli")
    except SettingsError as error:
        sys.exit(f"Error: {error}")
