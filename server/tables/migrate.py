"""Brings the tables to the form that this version of the program expects."""

from pathlib import Path

import flask_migrate
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from server.tables.base import db
from server.tables.database import MIGRATIONS, open_database
from server.tables.guards import guard_seals
from sync.feed import create_head


def migrate(url: str) -> None:
    """Apply every migration that is missing; two hosts may do so at the same time."""
    with open_database(url).app_context():
        if db.engine.dialect.name == "sqlite":
            Path(str(db.engine.url.database)).parent.mkdir(parents=True, exist_ok=True)
        flask_migrate.upgrade()
        with db.session.begin():
            create_head(db.session())
            guard_seals(db.session.connection())
        db.engine.dispose()


def is_current(engine: Engine) -> bool:
    """Say whether every migration has been applied."""
    newest = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest
