"""Commands that look after the tables."""

import click

from server.cli.house_defaults import write_defaults
from server.engines import opened
from server.settings import Settings
from server.tables.migrate import migrate


@click.command("migrate")
def migrate_tables() -> None:
    """Bring the tables to the form that this version expects, and add the defaults that are missing."""
    settings = Settings.from_env()
    migrate(settings.database_url)
    with opened(settings) as engines:
        write_defaults(engines, engines.clock())
