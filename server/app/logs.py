"""Structured logs, one JSON line each, without personal data: no names, bodies, queries or addresses."""

import logging
import sys
import time
import traceback
from typing import TextIO

import orjson
from flask import Flask, Response, g, request

from server.api.running import running

log = logging.getLogger("server.requests")

PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLine(logging.Formatter):
    """A record as one line: time, level, event and the extra fields."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"at": round(record.created, 3), "level": record.levelname.lower(), "event": record.getMessage()}
        line |= {name: value for name, value in vars(record).items() if name not in PLAIN}
        return orjson.dumps(line, default=str).decode()


def to(stream: TextIO) -> None:
    """Write the logs of the server, its engines and its worker to ``stream``."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLine())
    for name in ("server", "sync", "media"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(logging.INFO)
        logger.propagate = False


def where(error: BaseException) -> list[str]:
    """Return the places in our code that the error came through; its text may carry values and stays out."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename.rsplit('/', 3)[-1]}:{frame.lineno}:{frame.name}" for frame in frames[-6:]]


def init(app: Flask) -> None:
    """Measure every request; log those of sync and those that fail."""
    if not logging.getLogger("server").handlers:
        to(sys.stderr)
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = time.perf_counter()
    g.noted = {}


def _end(response: Response) -> Response:
    seconds = time.perf_counter() - g.began
    endpoint = request.endpoint or "nowhere"
    metrics = running().metrics
    metrics.requests.labels(endpoint, response.status_code).inc()
    metrics.seconds.labels(endpoint).observe(seconds)
    if g.noted or response.status_code >= 500:  # noqa: PLR2004
        noted = {"endpoint": endpoint, "status": response.status_code, "ms": round(seconds * 1000, 1), **g.noted}
        log.info("answered", extra=noted)
    return response
