"""A verified file is handed to those who may see it, and to nobody who merely knows its hash."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from media.engine import Media
from media.limits import IMAGE_TYPES
from media.refusal import FileRefused, NoSuchFile
from media.renditions import Variant, make_on_demand, rendition_name
from media.storage import Absent, Storage
from media.tables import State, UploadRow
from media.uploads import original_name


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that this person may have; ``etag`` names these very bytes."""

    type: str
    size: int
    etag: str
    storage: Storage
    name: str

    def read(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The bytes from ``start`` up to ``stop``, or to the end."""
        return self.storage.read(self.name, start, stop)


def find(media: Media, user_id: str, attachment_id: str, variant: Variant) -> StoredFile:
    """The file for this person. Raises ``NoSuchFile``, whether it is not there or not theirs to see, and ``Busy``."""
    with media.reading() as session:
        if not media.application.may_see(session, user_id, attachment_id):
            raise NoSuchFile
        row = session.scalar(
            select(UploadRow).where(UploadRow.attachment_id == attachment_id, UploadRow.state == State.VERIFIED)
        )
        if row is None or row.type is None:
            raise NoSuchFile
        folder, kind, sha256 = row.folder, row.type, row.sha256
    if variant is Variant.ORIGINAL:
        name = original_name(folder)
        return StoredFile(kind, media.storage.size(name), sha256, media.storage, name)
    if kind not in IMAGE_TYPES:
        raise NoSuchFile
    name = rendition_name(folder, variant)
    return StoredFile("image/webp", _rendition_size(media, folder, variant), f"{sha256}-{variant}", media.storage, name)


def _rendition_size(media: Media, folder: str, variant: Variant) -> int:
    name = rendition_name(folder, variant)
    try:
        return media.storage.size(name)
    except Absent:
        pass
    try:
        make_on_demand(media, folder, variant)
    except FileRefused as refusal:
        raise NoSuchFile from refusal
    return media.storage.size(name)
