"""Bytes arrive over a bad network; each durable part moves the offset, and nothing else does."""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic

from sqlalchemy import update

from media import tasks
from media.engine import Media
from media.limits import Limits
from media.refusal import BodyTooLong, ChunkDamaged, OffsetConflict, TruncatedBody
from media.tables import PartRow, State, UploadRow
from media.uploads import Upload, look
from media.verification import verify

READ_BYTES = 16 * 1024


@dataclass(frozen=True, slots=True)
class Checksum:
    """What the bytes of one body must hash to."""

    algorithm: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Chunk:
    """One body: it starts at ``offset`` of the file and has ``length`` bytes."""

    offset: int
    length: int
    checksum: Checksum | None


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    length: int
    name: str

    @property
    def end(self) -> int:
        return self.start + self.length


def append(media: Media, user_id: str, upload_id: str, chunk: Chunk, read: Callable[[int], bytes]) -> Upload:
    """Store the body that ``read`` yields and judge the file when it is whole; the steps are those of the README.

    Raises ``UnknownUpload``, ``OffsetConflict``, ``BodyTooLong`` before the first byte is read; ``TruncatedBody``
    and ``ChunkDamaged`` after the last; ``HashMismatch`` or a ``FileRefused`` when the file is whole.
    """
    upload = _admit(media, user_id, upload_id, chunk)
    if upload.state is not State.RECEIVING:
        return upload
    arrived = (
        _checkpointed(media, upload, chunk, read)
        if chunk.checksum is None
        else _checked(media, upload, chunk, chunk.checksum, read)
    )
    if arrived < chunk.length:
        raise TruncatedBody(offset=upload.offset + (0 if chunk.checksum else arrived))
    if chunk.offset + chunk.length == upload.length:
        verify(media, upload.id)
    return look(media, user_id, upload_id)


def _admit(media: Media, user_id: str, upload_id: str, chunk: Chunk) -> Upload:
    upload = look(media, user_id, upload_id)
    if chunk.offset != upload.offset:
        raise OffsetConflict(offset=upload.offset)
    if chunk.offset + chunk.length > upload.length:
        raise BodyTooLong(left=upload.length - upload.offset)
    return upload


def _checkpointed(media: Media, upload: Upload, chunk: Chunk, read: Callable[[int], bytes]) -> int:
    """Every part counts as soon as it is durable, also when the rest never comes."""
    arrived = 0
    for piece in _pieces(media.limits, read, chunk.length):
        part = _store(media, upload, chunk.offset + arrived, piece)
        _move_offset(media, upload, [part])
        arrived += part.length
    return arrived


def _checked(media: Media, upload: Upload, chunk: Chunk, checksum: Checksum, read: Callable[[int], bytes]) -> int:
    """Parts count together, once the whole body has proved to match its checksum."""
    digest = hashlib.new(checksum.algorithm, usedforsecurity=False)
    parts: list[_Part] = []
    for piece in _pieces(media.limits, read, chunk.length):
        digest.update(piece)
        parts.append(_store(media, upload, chunk.offset + sum(part.length for part in parts), piece))
    arrived = sum(part.length for part in parts)
    if arrived == chunk.length and digest.digest() == checksum.digest:
        _move_offset(media, upload, parts)
        return arrived
    _forget(media, parts)
    if arrived == chunk.length:
        raise ChunkDamaged(offset=upload.offset)
    return arrived


def _pieces(limits: Limits, read: Callable[[int], bytes], length: int) -> Iterator[bytes]:
    """The body cut at checkpoints. A body that breaks off just ends here: the caller counts."""
    left = length
    piece = bytearray()
    began = monotonic()
    while left:
        try:
            data = read(min(READ_BYTES, left))
        except OSError:
            break
        if not data:
            break
        left -= len(data)
        piece += data
        if len(piece) >= limits.checkpoint_bytes or monotonic() - began >= limits.checkpoint_seconds:
            yield bytes(piece)
            piece.clear()
            began = monotonic()
    if piece:
        yield bytes(piece)


def _store(media: Media, upload: Upload, start: int, piece: bytes) -> _Part:
    name = f"{upload.folder}/parts/{start:012d}-{secrets.token_hex(8)}"
    media.storage.put(name, [piece])
    return _Part(start, len(piece), name)


def _move_offset(media: Media, upload: Upload, parts: list[_Part]) -> None:
    """Count the parts if the offset is still where they start: of two bodies at once, one wins."""
    if not parts:
        return
    end = parts[-1].end
    whole = end == upload.length
    with media.sessions.begin() as session:
        moved = session.scalar(
            update(UploadRow)
            .where(
                UploadRow.id == upload.id,
                UploadRow.folder == upload.folder,
                UploadRow.state == State.RECEIVING,
                UploadRow.offset == parts[0].start,
            )
            .values(
                offset=end,
                state=State.RECEIVED if whole else State.RECEIVING,
                expires_at=media.now() + media.limits.unfinished_for,
            )
            .returning(UploadRow.id)
        )
        won = moved is not None
        if won:
            session.add_all(PartRow(upload_id=upload.id, start=p.start, length=p.length, name=p.name) for p in parts)
        if won and whole:
            tasks.queue(media, session, tasks.Kind.VERIFY, upload.id, wait=tasks.LEASE)
    if not won:
        _forget(media, parts)
        raise OffsetConflict


def _forget(media: Media, parts: list[_Part]) -> None:
    for part in parts:
        media.storage.delete(part.name)
