"""Small pictures for lists and screens, made once from the original by the worker or by the first who asks."""

import logging
from enum import StrEnum

from media.engine import Media
from media.pictures import render
from media.refusal import Busy, FileRefused
from media.storage import Absent
from media.tables import State, UploadRow
from media.uploads import original_name

log = logging.getLogger(__name__)

WAIT_SECONDS = 5


class Variant(StrEnum):
    """The original, or a rendition that fits into a square of so many pixels."""

    ORIGINAL = "original"
    W320 = "w320"
    W1280 = "w1280"


SIDES = {Variant.W320: 320, Variant.W1280: 1280}


def rendition_name(folder: str, variant: Variant) -> str:
    """Where a rendition lies, made or not."""
    return f"{folder}/{variant}.webp"


def make_all(media: Media, upload_id: str) -> None:
    """Make the renditions that are missing. A picture that no decoder understands keeps its original only."""
    with media.reading() as session:
        row = session.get(UploadRow, upload_id)
        if row is None or row.state != State.VERIFIED:
            return
        folder = row.folder
    try:
        for variant in SIDES:
            _make(media, folder, variant)
    except FileRefused:
        log.warning("no renditions of upload %s", upload_id, exc_info=True)


def make_on_demand(media: Media, folder: str, variant: Variant) -> None:
    """Make one rendition for somebody who waits. Raises ``Busy`` and ``FileRefused``."""
    if not media.rendering.acquire(timeout=WAIT_SECONDS):
        raise Busy(retry_after=WAIT_SECONDS)
    try:
        _make(media, folder, variant)
    finally:
        media.rendering.release()


def _make(media: Media, folder: str, variant: Variant) -> None:
    name = rendition_name(folder, variant)
    try:
        media.storage.size(name)
    except Absent:
        original = b"".join(media.storage.read(original_name(folder)))
        media.storage.put(name, [render(original, SIDES[variant], media.limits)])
