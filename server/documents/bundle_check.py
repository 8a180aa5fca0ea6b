"""Checks a month's bundle by itself: each file against the manifest, that against the server's key (VIS-14)."""

import hashlib
import json
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.documents.bundle import FORMAT, MANIFEST, SIGNATURE, message
from server.rules.keys import fits

_PIECE = 1 << 20


class NotABundleError(ValueError):
    """The file is no bundle; the message says what is asked for."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and with which file of the bundle.

    ``what`` is ``altered``, ``gone`` or ``added`` of a file; ``unsigned``, ``signature`` or ``unknown_key`` of the
    manifest.
    """

    what: str
    path: str


def check_bundle(file: Path, trusted: Collection[str]) -> list[Problem]:
    """Return what is wrong with the bundle, nothing when it is whole; ``trusted`` are the server's public keys."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = archive.read(MANIFEST)
            told: Any = json.loads(manifest)
            if told.get("format") != FORMAT:
                raise NotABundleError(f"This is no {FORMAT}. Bring the file as it was downloaded.")
            return [*_signature(archive, manifest, trusted), *_files(archive, told["files"])]
    except (zipfile.BadZipFile, KeyError, TypeError, AttributeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NotABundleError("This is no bundle of a month, or it is damaged. Download it again.") from error


def _signature(archive: zipfile.ZipFile, manifest: bytes, trusted: Collection[str]) -> Iterator[Problem]:
    if SIGNATURE not in archive.namelist():
        yield Problem("unsigned", SIGNATURE)
        return
    signed = json.loads(archive.read(SIGNATURE))
    if not fits(message(manifest), signed["signature"], signed["key"]):
        yield Problem("signature", MANIFEST)
    elif signed["key"] not in trusted:
        yield Problem("unknown_key", SIGNATURE)


def _files(archive: zipfile.ZipFile, files: list[dict[str, Any]]) -> Iterator[Problem]:
    names = archive.namelist()
    told = {one["path"]: one for one in files}
    for path, one in told.items():
        if path not in names:
            yield Problem("gone", path)
        elif not _is_whole(archive, path, one["sha256"]):
            yield Problem("altered", path)
    known = told.keys() | {MANIFEST, SIGNATURE}
    yield from (Problem("added", name) for name in sorted({*names} - known))
    yield from (Problem("added", name) for name in sorted({name for name in names if names.count(name) > 1}))


def _is_whole(archive: zipfile.ZipFile, path: str, sha256: str) -> bool:
    digest = hashlib.sha256()
    try:
        with archive.open(path) as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except zipfile.BadZipFile:
        return False
    return digest.hexdigest() == sha256
