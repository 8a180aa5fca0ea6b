"""The one shape of an error, and the one place where a refusal becomes HTTP."""

from collections.abc import Mapping
from typing import Any

from marshmallow import INCLUDE, Schema, fields

from sync.refusal import Refusal

STATUS_OF_REFUSAL: Mapping[str, int] = {
    "not_permitted": 403,
    "revoked": 403,
    "missing": 404,
    "unreadable_file": 422,
    "password_too_short": 400,
    "password_too_long": 400,
}
REFUSED = 409


class Problem(Exception):  # noqa: N818 -- it is an answer to a request, not a fault of the program
    """An answer that is not what was asked for; ``message`` says what to do about it."""

    def __init__(
        self, status: int, code: str, message: str, *, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers or {}
        self.body: dict[str, Any] = {"code": code, "message": message, **more}


class ProblemSchema(Schema):
    """Every error of every endpoint."""

    class Meta:
        """Some say more: ``expected``, ``mode``, ``retry_after``."""

        unknown = INCLUDE

    code = fields.String(required=True, metadata={"description": "stable; screens choose their words by it"})
    message = fields.String(required=True, metadata={"description": "says what to do, for people who read logs"})


def of_refusal(refusal: Refusal) -> Problem:
    """Return the HTTP answer for a rule's no."""
    status = STATUS_OF_REFUSAL.get(refusal.code, REFUSED)
    return Problem(status, refusal.code, refusal.message, **refusal.detail)


def slow_down(seconds: int, *, status: int = 429) -> Problem:
    """Return the answer that asks the device to come back later."""
    message = f"Try again in {seconds} seconds."
    return Problem(status, "slow_down", message, headers={"Retry-After": str(seconds)}, retry_after=seconds)


SIGN_IN = ("sign_in", "Sign in again. Everything unsent stays on this device.")
TOO_LARGE = ("too_large", "Send fewer at a time.")
