"""How passwords are kept: Argon2id, and the same time for a login that nobody has."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """Return what is stored for ``password``."""
    return _hasher.hash(password)


def password_fits(password_hash: str | None, password: str) -> bool:
    """Say whether ``password`` was hashed to this; without a hash it takes as long and says no."""
    try:
        fits = _hasher.verify(password_hash or _hash_of_nobody(), password)
    except VerificationError:
        return False
    return fits and password_hash is not None


@cache
def _hash_of_nobody() -> str:
    return _hasher.hash(secrets.token_hex(16))
