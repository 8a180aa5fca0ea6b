"""P-256 keys and signatures as text: base64url without padding, strictly one text for each (VIS-7)."""

import base64
import binascii
import hashlib

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

_HALF = 32


class BadKeyError(ValueError):
    """A private key cannot be used; the message says what to do."""


class PrivateKey:
    """A P-256 key that signs; its text never leaves the settings."""

    def __init__(self, text: str) -> None:
        try:
            self._key = ec.derive_private_key(int.from_bytes(_bytes(text), "big"), ec.SECP256R1())
        except ValueError as error:
            raise BadKeyError("This is no P-256 key. Make one with `python -m server.cli init`.") from error
        spki = self._key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        self.public = _text(spki)

    def sign(self, message: str) -> str:
        """Return the signature over the UTF-8 of ``message``, the same each time (RFC 6979): raw r||s."""
        der = self._key.sign(message.encode(), ec.ECDSA(SHA256(), deterministic_signing=True))
        return _text(b"".join(number.to_bytes(_HALF, "big") for number in decode_dss_signature(der)))


def make_private_key() -> str:
    """Return a new private key as text."""
    return _text(ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value.to_bytes(_HALF, "big"))


def key_hash(public_key: str) -> str | None:
    """Return SHA-256 of the SPKI in hexadecimal, or nothing when the text is no base64url."""
    try:
        return hashlib.sha256(_bytes(public_key)).hexdigest()
    except ValueError:
        return None


def fits(message: str, signature: str, public_key: str) -> bool:
    """Say whether ``signature`` (raw r||s) over the UTF-8 of ``message`` was made with the key of this SPKI."""
    try:
        raw, spki = _bytes(signature), _bytes(public_key)
        key = load_der_public_key(spki)
        if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
            return False
        if len(raw) != 2 * _HALF:
            return False
        der = encode_dss_signature(int.from_bytes(raw[:_HALF], "big"), int.from_bytes(raw[_HALF:], "big"))
        key.verify(der, message.encode(), ec.ECDSA(SHA256()))
    except (ValueError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _bytes(text: str) -> bytes:
    try:
        found = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("no base64url") from error
    if _text(found) != text:
        raise ValueError("not the one base64url of these bytes")
    return found


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
