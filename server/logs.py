"""Structured logs, one JSON line each, without personal data: no names, bodies, queries or addresses."""

import logging
import sys
import traceback
from typing import TextIO

import orjson

PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLine(logging.Formatter):
    """A record as one line: time, level, event and the extra fields. Of an error only its kind and its places."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"at": round(record.created, 3), "level": record.levelname.lower(), "event": record.getMessage()}
        line |= {name: value for name, value in vars(record).items() if name not in PLAIN}
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line |= {"error": type(error).__name__, "where": where(error)}
        return orjson.dumps(line, default=str).decode()


def where(error: BaseException) -> list[str]:
    """Return the places that the error came through; its text may carry values and stays out."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename.rsplit('/', 3)[-1]}:{frame.lineno}:{frame.name}" for frame in frames[-6:]]


def write_logs(stream: TextIO = sys.stderr) -> None:
    """Write what the server, its engines and its worker log to ``stream``."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLine())
    for name in ("server", "sync", "media"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(logging.INFO)
        logger.propagate = False
