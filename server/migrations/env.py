"""Alembic's entry: the tables of the application and of both engines, on SQLite and PostgreSQL."""

import importlib
import pkgutil
from pathlib import Path
from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON, text

import media.tables
import server.tables
import sync.tables
from server.tables.base import Base, UtcDateTime, connect

OUR_LOCK = 7_286_025  # any number of our own: two hosts that start together migrate one after the other

for found in pkgutil.iter_modules(server.tables.__path__):
    importlib.import_module(f"server.tables.{found.name}")


def write_type(kind: str, found: Any, autogen: Any) -> str | Literal[False]:
    """Write a column's type as it is in both databases, so that a migration imports nothing that may change."""
    if kind == "type" and isinstance(found, (UtcDateTime, media.tables.UtcDateTime)):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(found, JSON) and "postgresql" in found._variant_mapping:  # noqa: SLF001 -- nothing public tells
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return False


url = context.config.attributes["url"]
if url.startswith("sqlite:///"):
    Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
engine = connect(url)
with engine.begin() as connection:
    if engine.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": OUR_LOCK})
    context.configure(
        connection=connection,
        target_metadata=[Base.metadata, sync.tables.metadata, media.tables.metadata],
        render_item=write_type,
    )
    context.run_migrations()
engine.dispose()
