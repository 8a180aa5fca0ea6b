"""Uploads are begun, looked at and taken back; all of it before and beside the bytes."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from media import tasks
from media.engine import Media
from media.refusal import (
    FILE_REFUSALS,
    EmptyFile,
    FileTooLarge,
    FinishedStays,
    OtherContent,
    TypeNotAllowed,
    UnknownUpload,
)
from media.tables import PartRow, State, UploadRow

EXPIRED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Creation:
    """What a person announces: ``length`` in bytes, ``sha256`` in lower-case hexadecimal."""

    attachment_id: str
    sha256: str
    type: str
    length: int


@dataclass(frozen=True, slots=True)
class Upload:
    """Where an upload stands: ``offset`` of ``length`` bytes are durable."""

    id: str
    offset: int
    length: int
    state: State
    folder: str
    expires_at: datetime


def create(media: Media, user_id: str, creation: Creation) -> tuple[Upload, bool]:
    """Begin the upload of an attachment, or find the one begun before; True when it is new.

    Raises ``UnknownUpload``, ``NotPermitted``, ``OtherContent``, or the ``FileRefused`` that met this file.
    """
    _within_limits(media, creation)
    try:
        return _find_or_begin(media, user_id, creation)
    except IntegrityError:  # the same attachment was begun at the same moment
        return _find_or_begin(media, user_id, creation)


def look(media: Media, user_id: str, upload_id: str) -> Upload:
    """Where the person's upload stands. Raises ``UnknownUpload``, or the ``FileRefused`` that met the file."""
    with media.reading() as session:
        return describe(own_row(session, user_id, upload_id))


def terminate(media: Media, user_id: str, upload_id: str) -> None:
    """Take an unfinished upload back. Raises ``UnknownUpload`` and ``FinishedStays``."""
    with media.sessions.begin() as session:
        row = own_row(session, user_id, upload_id)
        if row.state != State.RECEIVING:
            raise FinishedStays
        _remove(media, session, row)


def remove_expired(media: Media) -> int:
    """Remove unfinished uploads whose time is over; how many."""
    query = (
        select(UploadRow)
        .where(UploadRow.state == State.RECEIVING, UploadRow.expires_at < media.now())
        .limit(EXPIRED_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    with media.sessions.begin() as session:
        rows = session.scalars(query).all()
        for row in rows:
            _remove(media, session, row)
    return len(rows)


def own_row(session: Session, user_id: str, upload_id: str) -> UploadRow:
    """The person's row. Raises ``UnknownUpload``, and the ``FileRefused`` that met the file, each time anew."""
    row = session.get(UploadRow, upload_id)
    if row is None or row.owner_id != user_id:
        raise UnknownUpload
    if row.state == State.REFUSED and row.refusal is not None:
        raise FILE_REFUSALS[row.refusal](**(row.refusal_detail or {}))
    return row


def describe(row: UploadRow) -> Upload:
    """The row as others may read it."""
    return Upload(row.id, row.offset, row.length, State(row.state), row.folder, row.expires_at)


def original_name(folder: str) -> str:
    """Where the whole file lies."""
    return f"{folder}/original"


def _within_limits(media: Media, creation: Creation) -> None:
    if creation.length == 0:
        raise EmptyFile
    if creation.length > media.limits.file_bytes:
        raise FileTooLarge(limit=media.limits.file_bytes)
    if creation.type not in media.limits.types:
        raise TypeNotAllowed(type=creation.type, allowed=sorted(media.limits.types))


def _find_or_begin(media: Media, user_id: str, creation: Creation) -> tuple[Upload, bool]:
    with media.sessions.begin() as session:
        expected = media.application.may_upload(session, user_id, creation.attachment_id)
        if expected is not None and (expected.sha256, expected.size) != (creation.sha256, creation.length):
            raise OtherContent
        found = session.scalar(select(UploadRow).where(UploadRow.attachment_id == creation.attachment_id))
        if found is not None:
            row = own_row(session, user_id, found.id)
            if (row.sha256, row.length) != (creation.sha256, creation.length):
                raise OtherContent
            return describe(row), False
        row = UploadRow(
            id=secrets.token_hex(16),
            attachment_id=creation.attachment_id,
            owner_id=user_id,
            sha256=creation.sha256,
            length=creation.length,
            offset=0,
            state=State.RECEIVING,
            folder=secrets.token_hex(16),
            created_at=media.now(),
            expires_at=media.now() + media.limits.unfinished_for,
        )
        session.add(row)
        session.flush()
        return describe(row), True


def _remove(media: Media, session: Session, row: UploadRow) -> None:
    tasks.queue(media, session, tasks.Kind.CLEAR, row.folder)
    session.execute(delete(PartRow).where(PartRow.upload_id == row.id))
    session.delete(row)
