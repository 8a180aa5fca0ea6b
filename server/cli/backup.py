"""Backup and restore: every table as lines of JSON, so that a backup suits both databases, and every file."""

import gzip
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import click
import orjson
from sqlalchemy import Column, Date, Table, func, insert, select, text
from sqlalchemy.orm import Session
from sqlalchemy.types import DateTime, TypeDecorator

from server.engines import opened
from server.settings import Settings
from server.tables.base import db
from server.tables.migrate import migrate
from server.tables.schema import all_metadata
from sync import tables as sync_tables
from sync.transactions import reading

FOLDER = click.Path(file_okay=False, path_type=Path)
AT_ONCE = 500


@click.command("backup")
@click.argument("folder", type=FOLDER)
def backup(folder: Path) -> None:
    """Write everything into FOLDER, a new one. The server may go on serving."""
    settings = Settings.from_env()
    if folder.exists():
        raise click.ClickException(f"{folder} exists. Name a new folder.")
    (folder / "tables").mkdir(parents=True)
    with opened(settings), reading(db.session) as session:
        for table in _tables():
            _write(session, table, folder)
    if settings.s3 is not None:
        click.echo(f"The files stay in the bucket {settings.s3.bucket}: keep its versions.")
    elif settings.media_dir.exists():
        shutil.copytree(settings.media_dir, folder / "media")


@click.command("restore")
@click.argument("folder", type=FOLDER)
def restore(folder: Path) -> None:
    """Bring back what FOLDER holds, into an empty database; devices then send again what it lacks."""
    settings = Settings.from_env()
    if not (folder / "tables").is_dir():
        raise click.ClickException(f"{folder} holds no backup.")
    migrate(settings.database_url)
    with opened(settings) as engines:
        with db.session.begin():
            db.session.execute(sync_tables.head.delete())
            for table in _tables():
                if db.session.execute(select(table).limit(1)).first() is not None:
                    raise click.ClickException("The database is not empty. Restore into a new one (DATABASE_URL).")
                _read(db.session(), table, folder)
        if settings.s3 is None and (folder / "media").exists():
            shutil.copytree(folder / "media", settings.media_dir, dirs_exist_ok=True)
        click.echo(f"Restored. The server's new life is {engines.sync.raise_epoch()}.")


def _tables() -> Iterator[Table]:
    """Every table, each after those that it refers to."""
    for metadata in all_metadata():
        yield from metadata.sorted_tables


def _write(session: Session, table: Table, folder: Path) -> None:
    names = [str(column.name) for column in table.columns]
    with gzip.open(_file(table, folder), "wb") as file:
        for row in session.execute(select(table).order_by(*table.primary_key).execution_options(yield_per=AT_ONCE)):
            file.write(orjson.dumps(dict(zip(names, row, strict=True)), option=orjson.OPT_APPEND_NEWLINE))


def _read(session: Session, table: Table, folder: Path) -> None:
    path = _file(table, folder)
    if not path.exists():  # the table is younger than the backup
        return
    with gzip.open(path) as file:
        while lines := list(islice(file, AT_ONCE)):
            session.execute(insert(table), [_row(table, orjson.loads(line)) for line in lines])
    for column in table.columns:
        if column.identity is not None and session.get_bind().dialect.name == "postgresql":
            _number_on(session, table, column)


def _row(table: Table, found: dict[str, Any]) -> dict[str, Any]:
    return {column.name: _value(column, found[column.name]) for column in table.columns if column.name in found}


def _value(column: Column[Any], found: Any) -> Any:
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(found, str) and isinstance(kind, DateTime):
        return datetime.fromisoformat(found)
    if isinstance(found, str) and isinstance(kind, Date):
        return date.fromisoformat(found)
    return found


def _number_on(session: Session, table: Table, column: Column[Any]) -> None:
    """Let PostgreSQL go on numbering behind the restored rows."""
    newest = session.scalar(select(func.max(column)))
    if newest is not None:
        sequence = text("SELECT setval(pg_get_serial_sequence(:table, :column), :newest)")
        session.execute(sequence, {"table": table.name, "column": column.name, "newest": newest})


def _file(table: Table, folder: Path) -> Path:
    return folder / "tables" / f"{table.name}.jsonl.gz"
