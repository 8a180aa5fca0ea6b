"""The seal as it travels in a file: JSON, or a PDF that carries it and ends with the server's signature (VIS-7).

After a PDF's own end stands one comment line, ``%truckroll-pdf-1 <signature> <public key>``: the server's P-256 over
``truckroll-pdf-1``, a line feed and the SHA-256 of every byte before the line. One changed byte anywhere shows.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import get_type_hints

from server.rules.canonical import NotCanonicalError, canonical
from server.rules.keys import PrivateKey, fits
from server.rules.seals import Sealed

FORMAT = "truckroll-seal-1"
END = "truckroll-pdf-1"
LAST_LINE = re.compile(rb"%truckroll-pdf-1 ([\w-]+) ([\w-]+)\n\Z")
STREAM = re.compile(rb"/EmbeddedFile\b[^\0]{0,400}?stream\r?\n", re.DOTALL)
LONGEST_SEAL = 20_000_000


class NotAReportError(ValueError):
    """A file carries no sealed report; the message says what is asked for."""


class Ending(StrEnum):
    """How a PDF ends. ``unsigned``: without the server's line; a JSON file has ``no_pdf`` around it."""

    SIGNED = "signed"
    ALTERED = "altered"
    UNSIGNED = "unsigned"
    NO_PDF = "no_pdf"


@dataclass(frozen=True, slots=True)
class Carried:
    """What was read from a file. ``key`` is the public key that a signed PDF names, to be held against the known."""

    sealed: Sealed
    ending: Ending
    key: str | None


def written(sealed: Sealed) -> str:
    """Return the seal as JSON text, with everything that a check needs but the server's public key in trusted hands."""
    return canonical({"format": FORMAT, **asdict(sealed)})


def sign_pdf(pdf: bytes, key: PrivateKey | None) -> bytes:
    """Return the PDF with the server's last line, or as it is where the server has no seal key."""
    if key is None:
        return pdf
    whole = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    return whole + f"%{END} {key.sign(_message(whole))} {key.public}\n".encode()


def read_carried(file: bytes) -> Carried:
    """Return the seal that the file carries. Raises ``NotAReportError``. Whose keys these are, is not asked yet."""
    if not file.startswith(b"%PDF-"):
        return Carried(_sealed(file), Ending.NO_PDF, None)
    found = LAST_LINE.search(file)
    sealed = _embedded(file)
    if found is None:
        return Carried(sealed, Ending.UNSIGNED, None)
    signature, key = found[1].decode(), found[2].decode()
    intact = fits(_message(file[: found.start()]), signature, key)
    return Carried(sealed, Ending.SIGNED if intact else Ending.ALTERED, key)


def _message(pdf: bytes) -> str:
    return f"{END}\n{hashlib.sha256(pdf).hexdigest()}"


def _embedded(pdf: bytes) -> Sealed:
    for stream in _streams(pdf):
        try:
            return _sealed(stream)
        except NotAReportError:
            continue
    raise NotAReportError(
        "No sealed report travels in this PDF. Take the file as the office sent it, not a print of it."
    )


def _streams(pdf: bytes) -> Iterator[bytes]:
    """Every embedded file; a bomb ends at the longest seal."""
    for start in STREAM.finditer(pdf):
        raw = pdf[start.end() :]
        try:
            yield zlib.decompressobj().decompress(raw, LONGEST_SEAL)
        except zlib.error:
            yield raw[: raw.find(b"endstream")].rstrip(b"\r\n")


def _sealed(text: bytes) -> Sealed:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAReportError("This is neither a report's PDF nor the JSON of its seal.") from error
    if not isinstance(given, dict) or given.pop("format", None) != FORMAT:
        raise NotAReportError(f"The seal of a report says format {FORMAT}; this JSON is something else.")
    kinds = get_type_hints(Sealed)
    if given.keys() != kinds.keys():
        raise NotAReportError("Parts of this seal are missing, or there are more than a seal has.")
    for name, kind in kinds.items():
        if isinstance(given[name], bool) or not isinstance(given[name], kind):
            raise NotAReportError(f"{name} of this seal is of another kind than in any seal.")
    try:
        canonical(given)
    except NotCanonicalError as error:
        raise NotAReportError(f"This seal cannot be read: {error}") from error
    return Sealed(**given)
