"""Gives an app its database: transactions that begin explicitly, and the migrations."""

from pathlib import Path
from typing import Any

from flask import Flask
from flask_migrate import Migrate
from sqlalchemy import URL, Engine, event, make_url

from server.tables.base import db
from sync.transactions import begin_explicitly

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"

# A page out of the order of the disk costs hardly more than the next one: no disk turns any more, and the books of a
# station fit into memory. With PostgreSQL's own 4.0 a week is joined by reading all years.
RANDOM_PAGE_COST = 1.1

_migrations = Migrate(db=db, directory=MIGRATIONS)


def open_database(url: str, app: Flask | None = None) -> Flask:
    """Give ``app`` the database at ``url``; without one, make an app that has nothing but the database.

    Values never stand in an error's text, so that logs carry no personal data.
    """
    app = app or Flask("server", static_folder=None)
    place = _from_here(make_url(url))
    is_remote = place.get_backend_name() != "sqlite"
    app.config["SQLALCHEMY_DATABASE_URI"] = place
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {
        "hide_parameters": True,
        "pool_pre_ping": is_remote,
        "pool_use_lifo": True,
    }
    db.init_app(app)
    _migrations.init_app(app)
    with app.app_context():
        begin_explicitly(db.engine)
        _prefer_indexes(db.engine)
    return app


def _prefer_indexes(engine: Engine) -> None:
    if engine.dialect.name != "postgresql":
        return

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.execute(f"SET random_page_cost = {RANDOM_PAGE_COST}")
        connection.commit()


def _from_here(url: URL) -> URL:
    """A file without a full path lies in the working directory; Flask-SQLAlchemy would look beside the program."""
    if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
        return url
    return url.set(database=str(Path(str(url.database)).absolute()))
