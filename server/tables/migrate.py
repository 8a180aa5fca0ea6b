"""Brings the tables to the form that this version of the program expects."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from server.tables.base import connect, open_sessions
from sync.feed import create_head

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def configuration(url: str) -> Config:
    """Return Alembic's configuration for the database at ``url``."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    return config


def migrate(url: str) -> None:
    """Apply every migration that is missing; two hosts may do so at the same time."""
    command.upgrade(configuration(url), "head")
    engine = connect(url)
    with open_sessions(engine).begin() as session:
        create_head(session)
    engine.dispose()


def is_current(engine: Engine) -> bool:
    """Say whether every migration has been applied."""
    newest = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest
