"""A whole file is joined, hashed and looked at; the verdict and all that follows from it are one transaction."""

import hashlib
import uuid
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from media import tasks
from media.engine import Media
from media.limits import IMAGE_TYPES
from media.pictures import Found, inspect
from media.ports import Verdict
from media.refusal import FileRefused, HashMismatch
from media.tables import PartRow, State, UploadRow
from media.tasks import Kind
from media.uploads import original_name


def verify(media: Media, upload_id: str) -> None:
    """Judge a received file. Judging again changes nothing.

    Raises ``HashMismatch`` (the bytes are dropped, the upload starts over) or the ``FileRefused`` that it met.
    """
    with media.sessions.begin() as session:
        row = session.get(UploadRow, upload_id)
        if row is None or row.state != State.RECEIVED:
            tasks.drop(session, Kind.VERIFY, upload_id)
            return
        folder, sha256 = row.folder, row.sha256
        parts = session.scalars(
            select(PartRow.name).where(PartRow.upload_id == upload_id).order_by(PartRow.start)
        ).all()
    name = original_name(folder)
    media.storage.put(name, _joined(media, parts))
    data = b"".join(media.storage.read(name))
    if hashlib.sha256(data).hexdigest() != sha256:
        _start_over(media, upload_id, folder)
        raise HashMismatch(expected=sha256)
    try:
        found = inspect(data, media.limits)
    except FileRefused as refusal:
        _refuse(media, upload_id, folder, refusal)
        raise
    _accept(media, upload_id, folder, found)


def _joined(media: Media, parts: Sequence[str]) -> Iterator[bytes]:
    for part in parts:
        yield from media.storage.read(part)


def _start_over(media: Media, upload_id: str, folder: str) -> None:
    """A new folder: what may still be written into the old one is cleared with it."""
    with media.sessions.begin() as session:
        values = {"state": State.RECEIVING, "offset": 0, "folder": uuid.uuid4().hex}
        if _leave_received(session, upload_id, folder, values) is not None:
            tasks.queue(media, session, Kind.CLEAR, folder)


def _refuse(media: Media, upload_id: str, folder: str, refusal: FileRefused) -> None:
    values = {
        "state": State.REFUSED,
        "refusal": refusal.code,
        "refusal_detail": dict(refusal.detail),
        "judged_at": media.now(),
    }
    with media.sessions.begin() as session:
        verdict = _leave_received(session, upload_id, folder, values)
        if verdict is not None:
            tasks.queue(media, session, Kind.CLEAR, folder)
            media.application.record(session, verdict)


def _accept(media: Media, upload_id: str, folder: str, found: Found) -> None:
    values = {
        "state": State.VERIFIED,
        "type": found.type,
        "width": found.width,
        "height": found.height,
        "judged_at": media.now(),
    }
    with media.sessions.begin() as session:
        verdict = _leave_received(session, upload_id, folder, values)
        if verdict is not None:
            tasks.queue(media, session, Kind.PARTS, folder)
            if found.type in IMAGE_TYPES:
                tasks.queue(media, session, Kind.RENDER, upload_id)
            media.application.record(session, verdict)


def _leave_received(session: Session, upload_id: str, folder: str, values: Mapping[str, object]) -> Verdict | None:
    """Move the upload on, unless it was judged before; its parts and the task to judge it go with the state."""
    moved = session.execute(
        update(UploadRow)
        .where(UploadRow.id == upload_id, UploadRow.folder == folder, UploadRow.state == State.RECEIVED)
        .values(**values)
        .returning(UploadRow.attachment_id, UploadRow.owner_id, UploadRow.sha256, UploadRow.refusal, UploadRow.type)
    ).one_or_none()
    if moved is None:
        return None
    session.execute(delete(PartRow).where(PartRow.upload_id == upload_id))
    tasks.drop(session, Kind.VERIFY, upload_id)
    return Verdict(*moved)
