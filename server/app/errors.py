"""Every exception that leaves an endpoint becomes the one shape of an error."""

import logging
from typing import Any

from flask import Flask, Response, jsonify
from marshmallow import ValidationError
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException

from server.api.problems import TOO_LARGE, Problem, of_refusal, slow_down
from sync.failure import is_passing
from sync.refusal import Refusal

log = logging.getLogger(__name__)

BUSY_SECONDS = 2
CODES = {
    400: ("malformed", "The request is not understood. Compare it with /openapi.json."),
    404: ("missing", "There is nothing at this address."),
    405: ("method_not_allowed", "This address does not take that method."),
    413: TOO_LARGE,
}


def init(app: Flask) -> None:
    """Register the answers; the most special class wins."""
    app.register_error_handler(Problem, answer)
    app.register_error_handler(Refusal, lambda refusal: answer(of_refusal(refusal)))
    app.register_error_handler(HTTPException, of_http)
    app.register_error_handler(DBAPIError, of_database)
    app.register_error_handler(Exception, of_fault)


def answer(problem: Problem) -> Response:
    """Write the problem as an answer."""
    response = jsonify(problem.body)
    response.status_code = problem.status
    response.headers.update(problem.headers)
    return response


def of_http(error: HTTPException) -> Response:
    """Answer what Flask, werkzeug, webargs or the limiter raised."""
    status = error.code or 500
    if status == 429:  # noqa: PLR2004
        return answer(slow_down(60))
    invalid = getattr(error, "exc", None)
    if isinstance(invalid, ValidationError):
        (messages,) = dict(invalid.messages_dict).values()  # of the one place that was read: body or query
        return answer(Problem(400, "malformed", _first_words(messages), fields=messages))
    code, message = CODES.get(status, ("http", error.name))
    return answer(Problem(status, code, message))


def of_database(error: DBAPIError) -> Response:
    """Answer a busy or absent database with "come back later"; anything else is a fault."""
    if is_passing(error):
        log.warning("database_busy", exc_info=error)
        return answer(slow_down(BUSY_SECONDS, status=503))
    return of_fault(error)


def of_fault(error: Exception) -> Response:
    """Answer a fault of the program. The log says where, never with which values."""
    log.error("fault", exc_info=error)
    return answer(
        Problem(500, "fault", "The server made a mistake. What you sent stays on the device; try again later.")
    )


def _first_words(messages: Any, path: str = "") -> str:
    if isinstance(messages, dict):
        key, inner = next(iter(messages.items()))
        return _first_words(inner, f"{path}.{key}" if path and key != "_schema" else str(key))
    words = messages[0] if isinstance(messages, list) and messages else messages
    return f"{path}: {words}"
