"""A device's token: opaque, and in a cookie that no script can read."""

import hashlib
import secrets

from flask import Response

from server.api.running import running
from server.rules.people import TOKEN_LIFETIME

COOKIE = "truckroll_device"


def new_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Return what is stored of a device's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def give_token(answer: Response, token: str) -> None:
    """Let the device keep the token until it ends."""
    answer.set_cookie(
        COOKIE,
        token,
        max_age=TOKEN_LIFETIME,
        path="/",
        secure=running().settings.cookies_are_secure,
        httponly=True,
        samesite="Strict",
    )


def take_token(answer: Response) -> None:
    """Let the device forget its token."""
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="Strict")
