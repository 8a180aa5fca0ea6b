"""The opaque text by which a device says what it holds."""

import base64
import binascii
import hashlib
import json
import zlib
from dataclasses import asdict, dataclass

from sync.answers import Reset

MOST_BYTES = 100_000
"""No cursor is longer when it is unpacked; a text that would be was not written here."""


@dataclass(frozen=True, slots=True)
class BackFill:
    """How far the loading of what is older than the cursor has come; newest first, audience by audience.

    ``tables`` are those being loaded, ``whole`` says that the device holds nothing else yet.
    """

    tables: tuple[str, ...]
    whole: bool
    audience: str | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """The device holds every change up to ``position`` in ``tables``, but for what the back-fill still brings."""

    epoch: str
    position: int
    tables: tuple[str, ...]
    standing: str
    back_fill: BackFill | None = None

    def encode(self) -> str:
        """The names of many tables repeat: packed, the text stays short enough for an address."""
        text = json.dumps(asdict(self), separators=(",", ":"))
        return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def decode(text: str) -> Cursor:
    """Raises ``Reset`` for a text that no version wrote; the first wrote JSON without packing it."""
    try:
        value = json.loads(_unpacked(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))))
        back_fill = value.pop("back_fill")
        if back_fill is not None:
            back_fill = BackFill(**back_fill | {"tables": tuple(back_fill["tables"])})
        cursor = Cursor(**value | {"tables": tuple(value["tables"])}, back_fill=back_fill)
        _check(cursor)
    except (ValueError, TypeError, KeyError, AttributeError, binascii.Error, RecursionError, zlib.error):
        raise Reset("cursor") from None
    return cursor


def _unpacked(written: bytes) -> bytes:
    return written if written.startswith(b"{") else zlib.decompressobj().decompress(written, MOST_BYTES)


def standing_of(audiences: frozenset[str]) -> str:
    """A short digest of the audiences a person stands in, to notice that they changed."""
    return hashlib.sha256("\n".join(sorted(audiences)).encode()).hexdigest()[:16]


def _check(cursor: Cursor) -> None:
    texts = [cursor.epoch, cursor.standing, *cursor.tables]
    numbers = [cursor.position]
    if cursor.back_fill is not None:
        texts += [*cursor.back_fill.tables, cursor.back_fill.audience or ""]
        numbers.append(cursor.back_fill.before or 0)
    if not all(isinstance(text, str) for text in texts) or not all(type(number) is int for number in numbers):
        raise TypeError("not a cursor")
