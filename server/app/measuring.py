"""Every request is counted and timed; those of sync and those that fail are logged."""

import logging
import time

from flask import Flask, Response, g, request

from server.api.running import running

log = logging.getLogger(__name__)


def init(app: Flask) -> None:
    """Measure from before the guard to after the last header."""
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
