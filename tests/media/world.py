"""The engine without HTTP: a database, a storage, the toy application and a clock that stands where it is put."""

import hashlib
from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import uuid4

from sqlalchemy import select

from media import receiving, uploads, worker
from media.receiving import Chunk
from media.storage import Storage
from media.tables import PartRow, TaskRow, UploadRow
from media.uploads import Creation, Upload
from tests.media.toy import PhotoRow, Toy, VerdictRow, create_tables, make_media, open_database

WHO = "lin"


class World:
    def __init__(self, url: str, storage: Storage, **more) -> None:
        self.database = open_database(url)
        create_tables(self.database)
        self.toy = Toy()
        self.now = datetime(2026, 11, 19, 6, 0, tzinfo=UTC)
        self.storage = storage
        self.media = make_media(self.database, storage, self.toy, now=lambda: self.now, **more)

    def pass_time(self, **more: int) -> None:
        self.now += timedelta(**more)

    def announce(self, data: bytes, *, attachment_id: str | None = None, kind: str = "image/jpeg") -> Upload:
        return uploads.create(self.media, WHO, creation_of(data, attachment_id, kind))[0]

    def send(self, upload: Upload, data: bytes, *, offset: int = 0, announced: int | None = None) -> Upload:
        chunk = Chunk(offset, len(data) if announced is None else announced, None)
        return receiving.append(self.media, WHO, upload.id, chunk, BytesIO(data).read)

    def drain(self) -> int:
        return worker.drain(self.media)

    def upload_row(self, upload: Upload) -> UploadRow:
        with self.media.sessions() as session:
            return session.get_one(UploadRow, upload.id)

    def parts(self) -> list[PartRow]:
        return self._all(select(PartRow).order_by(PartRow.start))

    def tasks(self) -> set[str]:
        return {row.kind for row in self._all(select(TaskRow))}

    def verdicts(self) -> list[VerdictRow]:
        return self._all(select(VerdictRow))

    def attach(self, attachment_id: str, data: bytes, by: str = WHO) -> None:
        with self.media.sessions.begin() as session:
            session.add(PhotoRow(id=attachment_id, taken_by=by, sha256=sha256(data), size=len(data)))

    def _all(self, query) -> list:
        with self.media.sessions() as session:
            return list(session.scalars(query))


def creation_of(data: bytes, attachment_id: str | None = None, kind: str = "image/jpeg") -> Creation:
    return Creation(attachment_id or str(uuid4()), sha256(data), kind, len(data))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
