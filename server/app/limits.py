"""How often one address may try to sign in or check a report; counted in this process."""

from flask import Flask, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from server.api import auth, verify
from server.settings import Settings

SIGN_IN = f"{auth.blueprint.name}.sign_in"


def init(app: Flask, settings: Settings) -> None:
    """Refuse a guesser's next try with 429; every other endpoint asks for a token instead.

    A check hashes photos and verifies signatures for anybody who asks, so it has a limit of its own.
    """
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")
    limiter.limit(f"{settings.sign_ins_per_minute} per minute", exempt_when=lambda: request.endpoint != SIGN_IN)(
        auth.blueprint
    )
    limiter.limit(f"{settings.checks_per_minute} per minute")(verify.blueprint)
