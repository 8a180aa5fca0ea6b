"""What Flask-Migrate runs: the tables of the application and of both engines, on SQLite and PostgreSQL."""

from typing import Any, Literal

from alembic import context
from flask import current_app
from sqlalchemy import JSON, text

import media.tables
from server.tables.base import UtcDateTime, db
from server.tables.schema import all_metadata

OUR_LOCK = 7_286_025  # any number of our own: two hosts that start together migrate one after the other


def write_type(kind: str, found: Any, autogen: Any) -> str | Literal[False]:
    """Write a column's type as it is in both databases, so that a migration imports nothing that may change."""
    if kind == "type" and isinstance(found, (UtcDateTime, media.tables.UtcDateTime)):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(found, JSON) and "postgresql" in found._variant_mapping:  # noqa: SLF001 -- nothing public tells
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return False


with db.engine.begin() as connection:
    if db.engine.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": OUR_LOCK})
    context.configure(
        connection=connection,
        target_metadata=list(all_metadata()),
        render_item=write_type,
        **current_app.extensions["migrate"].configure_args,
    )
    context.run_migrations()
