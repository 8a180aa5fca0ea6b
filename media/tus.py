"""The tus 1.0 protocol as pure functions: headers become announcements and chunks, states become headers."""

import binascii
import hashlib
import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import UTC
from email.utils import format_datetime
from typing import Protocol

from media.limits import Limits
from media.receiving import Checksum, Chunk
from media.refusal import BadHeader, LengthRequired, WrongContentType, WrongVersion
from media.uploads import Creation, Upload

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,checksum,expiration"
ALGORITHMS = ("sha256", "sha1")
BYTES_OF_UPLOAD = "application/offset+octet-stream"

CREATED = 201
FOUND = 200
NO_CONTENT = 204

STATUS_OF_REFUSAL: Mapping[str, int] = {
    "bad_header": 400,
    "wrong_version": 412,
    "wrong_content_type": 415,
    "length_required": 411,
    "unknown_upload": 404,
    "not_permitted": 403,
    "other_content": 409,
    "offset_conflict": 409,
    "body_too_long": 413,
    "truncated_body": 400,
    "chunk_damaged": 460,
    "hash_mismatch": 460,
    "finished_stays": 403,
    "storage_failed": 503,
    "busy": 503,
    "no_such_file": 404,
    "file_too_large": 413,
    "empty_file": 400,
    "type_not_allowed": 415,
    "file_damaged": 422,
    "too_many_pixels": 422,
    "too_many_frames": 422,
    "sound_too_long": 422,
}

_NUMBER = re.compile(r"[0-9]{1,15}")
_ATTACHMENT_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_TYPE = re.compile(r"[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,60}")


class Headers(Protocol):
    """Request headers, whatever the case of their names."""

    def get(self, key: str, /) -> str | None: ...


def check_version(headers: Headers) -> None:
    """Raise ``WrongVersion`` unless the client speaks tus 1.0."""
    if headers.get("Tus-Resumable") != VERSION:
        raise WrongVersion(versions=[VERSION])


def read_creation(headers: Headers) -> Creation:
    """What a POST announces. Raises ``BadHeader`` and ``LengthRequired``."""
    if headers.get("Upload-Length") is None:
        raise LengthRequired
    metadata = _read_metadata(headers.get("Upload-Metadata") or "")
    return Creation(
        attachment_id=_named(metadata, "attachment_id", _ATTACHMENT_ID, "up to 64 letters, digits and . _ : -"),
        sha256=_named(metadata, "sha256", _SHA256, "64 lower-case hexadecimal digits"),
        type=_named(metadata, "filetype", _TYPE, "a media type such as image/jpeg"),
        length=_read_number(headers, "Upload-Length"),
    )


def read_first_chunk(headers: Headers, length: int) -> Chunk | None:
    """The body that a POST brings along (creation-with-upload), if it does; ``length`` is the file's."""
    if headers.get("Content-Type") != BYTES_OF_UPLOAD or headers.get("Content-Length") in (None, "0"):
        return None
    chunk = Chunk(0, _content_length(headers), _read_checksum(headers))
    if chunk.length > length:
        raise BadHeader(header="Content-Length", why="longer than Upload-Length")
    return chunk


def read_chunk(headers: Headers) -> Chunk:
    """What a PATCH brings. Raises ``WrongContentType``, ``LengthRequired`` and ``BadHeader``."""
    if headers.get("Content-Type") != BYTES_OF_UPLOAD:
        raise WrongContentType
    return Chunk(_read_number(headers, "Upload-Offset"), _content_length(headers), _read_checksum(headers))


def headers_of_server(limits: Limits) -> dict[str, str]:
    """What the server can do, for OPTIONS."""
    return {
        "Tus-Version": VERSION,
        "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(limits.file_bytes),
        "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
    }


def headers_of_upload(upload: Upload) -> dict[str, str]:
    """Where the upload stands; never from a cache."""
    headers = {
        "Upload-Offset": str(upload.offset),
        "Upload-Length": str(upload.length),
        "Cache-Control": "no-store",
    }
    if upload.offset < upload.length:
        headers["Upload-Expires"] = format_datetime(upload.expires_at.astimezone(UTC), usegmt=True)
    return headers


def _read_metadata(text: str) -> dict[str, str]:
    """Pairs of a key and base64, joined by commas."""
    metadata: dict[str, str] = {}
    for pair in text.split(",") if text else ():
        key, _, value = pair.strip().partition(" ")
        try:
            metadata[key] = b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError) as failure:
            raise BadHeader(header="Upload-Metadata", why=f"{key[:40]} is not base64 of UTF-8") from failure
    return metadata


def _named(metadata: Mapping[str, str], key: str, shape: re.Pattern[str], words: str) -> str:
    value = metadata.get(key)
    if value is None:
        raise BadHeader(header="Upload-Metadata", why=f"{key} is missing: {words}")
    if not shape.fullmatch(value):
        raise BadHeader(header="Upload-Metadata", why=f"{key} must be {words}")
    return value


def _read_number(headers: Headers, name: str) -> int:
    value = headers.get(name) or ""
    if not _NUMBER.fullmatch(value):
        raise BadHeader(header=name, why="must be a whole number of bytes, zero or more")
    return int(value)


def _content_length(headers: Headers) -> int:
    if headers.get("Content-Length") is None:
        raise LengthRequired
    return _read_number(headers, "Content-Length")


def _read_checksum(headers: Headers) -> Checksum | None:
    value = headers.get("Upload-Checksum")
    if value is None:
        return None
    algorithm, _, encoded = value.partition(" ")
    if algorithm not in ALGORITHMS:
        raise BadHeader(header="Upload-Checksum", why=f"the algorithm must be one of {', '.join(ALGORITHMS)}")
    try:
        digest = b64decode(encoded, validate=True)
    except binascii.Error as failure:
        raise BadHeader(header="Upload-Checksum", why="the checksum is not base64") from failure
    if len(digest) != hashlib.new(algorithm, usedforsecurity=False).digest_size:
        raise BadHeader(header="Upload-Checksum", why="the checksum has not the length of its algorithm")
    return Checksum(algorithm, digest)
