"""The VAPID key: who the push services believe us to be."""

import base64

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02  # type: ignore[import-untyped]

SECRET_BYTES = 16


def make_private_key() -> str:
    """Return a new key as base64url text."""
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return _base64url(number.to_bytes(32, "big"))


def public_key(private_key: str) -> str:
    """Return what a browser needs to subscribe: the public point as base64url."""
    point = Vapid02.from_string(private_key).public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return _base64url(point)


def is_public_point(text: str) -> bool:
    """Say whether ``text`` is a browser's P-256 key that a message can be encrypted for."""
    try:
        point = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        return False
    return True


def is_secret(text: str) -> bool:
    """Say whether ``text`` is a browser's secret of 16 bytes."""
    try:
        return len(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))) == SECRET_BYTES
    except ValueError:
        return False


def _base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
