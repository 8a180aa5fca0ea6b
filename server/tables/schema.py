"""Every table of an installation: the application's and those of both engines."""

import importlib
import pkgutil

from sqlalchemy import MetaData

import media.tables
import server.tables
import sync.tables
from server.tables.base import db


def all_metadata() -> tuple[MetaData, ...]:
    """Return the metadata of the application and of both engines, after every table has been declared."""
    for found in pkgutil.iter_modules(server.tables.__path__):
        importlib.import_module(f"server.tables.{found.name}")
    return (db.metadata, sync.tables.metadata, media.tables.metadata)
