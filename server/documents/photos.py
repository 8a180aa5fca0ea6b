"""The photos of a sealed report in the store: small ones to show, and whether the originals are what was sealed."""

import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Any

from PIL import Image
from sqlalchemy import select

from media.engine import Media
from media.refusal import FileRefused
from media.renditions import Variant, make_on_demand, rendition_name
from media.storage import Absent
from media.tables import State, UploadRow
from media.uploads import original_name
from server.rules.report_check import PhotoFound

SIDE = 640
QUALITY = 72
MOST_BYTES = 200_000_000
"""Of all originals that one check reads; about 0.4 s on a disk. What is beyond it is not looked at."""


def pictures(media: Media, content: Mapping[str, Any]) -> dict[str, bytes]:
    """Return a JPEG of each photo that has arrived, by photo id. Raises ``Busy`` where too many are being made."""
    folders = {photo_id: row.folder for photo_id, row in _uploads(media, content).items() if _is_of(row, content)}
    found = {photo_id: _picture(media, folder) for photo_id, folder in folders.items()}
    return {photo_id: picture for photo_id, picture in found.items() if picture is not None}


def rehash(media: Media, content: Mapping[str, Any], most_bytes: int = MOST_BYTES) -> dict[str, PhotoFound]:
    """Hash the stored originals anew and hold them against the document, by photo id (VIS-7).

    Reads every byte of them, at about 500 MB/s, up to ``most_bytes``.
    """
    uploads = _uploads(media, content)
    left, found = most_bytes, {}
    for photo in content["photos"]:
        row = uploads.get(photo["id"])
        if row is None:
            found[photo["id"]] = PhotoFound.NOT_RECEIVED
            continue
        left -= row.length
        found[photo["id"]] = _compared(media, row, photo["sha256"]) if left >= 0 else PhotoFound.NOT_LOOKED_AT
    return found


def _compared(media: Media, row: UploadRow, sha256: str) -> PhotoFound:
    digest = hashlib.sha256()
    try:
        for piece in media.storage.read(original_name(row.folder)):
            digest.update(piece)
    except Absent:
        return PhotoFound.LOST
    return PhotoFound.HOLDS if digest.hexdigest() == sha256 else PhotoFound.BROKEN


def _uploads(media: Media, content: Mapping[str, Any]) -> dict[str, UploadRow]:
    wanted = [photo["id"] for photo in content["photos"]]
    query = select(UploadRow).where(UploadRow.attachment_id.in_(wanted), UploadRow.state == State.VERIFIED)
    with media.reading() as session:
        return {row.attachment_id: row for row in session.scalars(query)}


def _is_of(row: UploadRow, content: Mapping[str, Any]) -> bool:
    """A file with another hash than the document's is not the photo that the customer saw."""
    sealed: Sequence[Mapping[str, Any]] = content["photos"]
    return any((photo["id"], photo["sha256"]) == (row.attachment_id, row.sha256) for photo in sealed)


def _picture(media: Media, folder: str) -> bytes | None:
    """One that no decoder understands, or whose file is gone, is shown as not received."""
    try:
        make_on_demand(media, folder, Variant.W1280)
        rendition = b"".join(media.storage.read(rendition_name(folder, Variant.W1280)))
    except (FileRefused, Absent):
        return None
    with Image.open(io.BytesIO(rendition)) as picture:
        small = picture.convert("RGB")
    small.thumbnail((SIDE, SIDE))
    made = io.BytesIO()
    small.save(made, "JPEG", quality=QUALITY)
    return made.getvalue()
