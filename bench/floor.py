"""The bare database: what this machine gives without rules, ledger, inbox, feed or HTTP."""

import json
import sqlite3
import time
from pathlib import Path

import psycopg

RECORD = json.dumps({"id": "019a9c3e-7b10-7000-8000-000000000031", "fault": "爬坡后气压掉到 6 bar。", "pad": "x" * 480})
BATCH = 25


def sqlite_floor(folder: Path, seconds: float = 2.0) -> tuple[float, float]:
    """Return (records/s written with one durable commit per 25, records/s read) for bare sqlite3."""
    connection = sqlite3.connect(folder / "floor.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE record (seq INTEGER PRIMARY KEY, body TEXT)")

    def write() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO record (body) VALUES (?)", [(RECORD,)] * BATCH)
        connection.execute("COMMIT")

    written = _rate(write, BATCH, seconds)
    read = _rate(
        lambda: connection.execute("SELECT body FROM record ORDER BY seq LIMIT 1000").fetchall(), 1000, seconds / 2
    )
    connection.close()
    return written, read


def postgres_floor(dsn: str, seconds: float = 2.0) -> tuple[float, float]:
    """Return (records/s written with one durable commit per 25, records/s read) for bare psycopg."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("CREATE TABLE record (seq BIGSERIAL PRIMARY KEY, body TEXT)")

        def write() -> None:
            with connection.transaction(), connection.cursor() as cursor:
                cursor.executemany("INSERT INTO record (body) VALUES (%s)", [(RECORD,)] * BATCH)

        written = _rate(write, BATCH, seconds)
        read = _rate(
            lambda: connection.execute("SELECT body FROM record ORDER BY seq LIMIT 1000").fetchall(), 1000, seconds / 2
        )
    return written, read


def _rate(once: object, many: int, seconds: float) -> float:
    done, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < seconds:
        once()  # type: ignore[operator]
        done += many
    return done / spent
