"""Commands that look after the tables."""

import click

from server.settings import Settings
from server.tables.migrate import migrate


@click.command("migrate")
def migrate_tables() -> None:
    """Bring the tables to the form that this version expects."""
    migrate(Settings.from_env().database_url)
