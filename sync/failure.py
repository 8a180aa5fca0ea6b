"""Which failures are the database's own, and what a log may say of a failure."""

import sqlite3
import traceback

from sqlalchemy.exc import DBAPIError

# Serialisation and deadlock, out of resources, lock not available, shut down, connection.
_PASSING_SQLSTATES = ("40", "53", "55P03", "57", "08")
_PASSING_SQLITE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_PRIMARY_CODE = 0xFF


def is_passing(error: Exception) -> bool:
    """Whether the failure is the database's (busy, deadlock, full, gone), so that the same work may succeed later."""
    if not isinstance(error, DBAPIError):
        return False
    sqlstate = getattr(error.orig, "sqlstate", None)
    sqlite_code = getattr(error.orig, "sqlite_errorcode", None)
    return (
        error.connection_invalidated
        or (isinstance(sqlstate, str) and sqlstate.startswith(_PASSING_SQLSTATES))
        or (isinstance(sqlite_code, int) and sqlite_code & _PRIMARY_CODE in _PASSING_SQLITE)
    )


def trace(error: Exception) -> str:
    """The kind of the error and where it came from, without its words: they may name a person."""
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"
