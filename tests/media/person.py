"""Somebody who uploads to a site, by tuspy, by plain requests or byte by byte, and a look at what the site has kept."""

import socket
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import requests
from sqlalchemy import select
from sqlalchemy.orm import Session
from tusclient.client import TusClient

from media.tables import UploadRow
from tests.media.serving import LOOPBACK, Site
from tests.media.toy import BUCKET, DATABASE, FOLDER, S3_ENDPOINT, PhotoRow, VerdictRow, open_database, s3_client
from tests.media.world import sha256

BYTES = {"Content-Type": "application/offset+octet-stream"}


class Person:
    def __init__(self, site: Site, user_id: str) -> None:
        self.site = site
        self.user_id = user_id
        self.headers = {"Tus-Resumable": "1.0.0", "X-User": user_id, "X-Truckroll": "1"}
        self.http = requests.Session()
        self.http.trust_env = False
        self.http.headers.update(self.headers)
        self.database = open_database(site.settings[DATABASE])

    def close(self) -> None:
        self.http.close()
        self.database.dispose()

    def announce(self, data: bytes, attachment_id: str | None = None, **headers: str) -> requests.Response:
        announced = announcement(data, attachment_id or str(uuid4()))
        return self.http.post(self.site.url("/api/uploads/"), headers={**announced, **headers})

    def begin(self, data: bytes, attachment_id: str | None = None) -> str:
        """The address of a new upload."""
        answer = self.announce(data, attachment_id)
        assert answer.status_code == 201, answer.text
        return self.site.url(answer.headers["Location"])

    def patch(self, url: str, body: bytes, offset: int = 0, **headers: str) -> requests.Response:
        return self.http.patch(url, data=body, headers={**BYTES, "Upload-Offset": str(offset), **headers})

    def offset(self, url: str) -> int:
        return int(self.http.head(url).headers["Upload-Offset"])

    def uploader(self, data: bytes, attachment_id: str, *, url: str | None = None, **more):
        client = TusClient(self.site.url("/api/uploads/"), headers={"X-User": self.user_id, "X-Truckroll": "1"})
        metadata = {"attachment_id": attachment_id, "sha256": sha256(data), "filetype": "image/jpeg"}
        return client.uploader(file_stream=BytesIO(data), url=url, metadata=metadata, **more)

    def open_patch(self, url: str, body: bytes, announced: int, offset: int = 0) -> socket.socket:
        """A PATCH whose body is shorter than it says, on a connection that stays open."""
        lines = {
            "Host": f"{LOOPBACK}:{self.site.port}",
            **self.headers,
            **BYTES,
            "Upload-Offset": str(offset),
            "Content-Length": str(announced),
        }
        head = f"PATCH {url.removeprefix(self.site.url(''))} HTTP/1.1\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in lines.items()) + "\r\n"
        connection = socket.create_connection((LOOPBACK, self.site.port), timeout=20)
        connection.sendall(head.encode() + body)
        return connection

    def attach(self, attachment_id: str, data: bytes, *, by: str | None = None, closed: bool = False) -> None:
        """The mutation ``photo.attach`` was applied."""
        with self._session() as session, session.begin():
            photo = PhotoRow(id=attachment_id, taken_by=by or self.user_id, sha256=sha256(data), size=len(data))
            photo.closed = closed
            session.add(photo)

    def verdicts(self, attachment_id: str) -> list[str | None]:
        """None for each time that it was verified, else the code of the refusal."""
        with self._session() as session:
            query = select(VerdictRow.refusal).where(VerdictRow.attachment_id == attachment_id)
            return list(session.scalars(query))

    def uploads(self, attachment_id: str) -> list[UploadRow]:
        with self._session() as session:
            return list(session.scalars(select(UploadRow).where(UploadRow.attachment_id == attachment_id)))

    def stored(self) -> set[str]:
        """The names of all files of the site."""
        settings = self.site.settings
        if FOLDER in settings:
            root = Path(settings[FOLDER])
            return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
        pages = s3_client(settings[S3_ENDPOINT]).get_paginator("list_objects_v2").paginate(Bucket=settings[BUCKET])
        return {found["Key"] for page in pages for found in page.get("Contents", [])}

    def _session(self) -> Session:
        return Session(self.database)


def announcement(data: bytes, attachment_id: str, kind: str = "image/jpeg") -> dict[str, str]:
    metadata = {"attachment_id": attachment_id, "sha256": sha256(data), "filetype": kind}
    pairs = ",".join(f"{key} {b64encode(value.encode()).decode()}" for key, value in metadata.items())
    return {"Upload-Length": str(len(data)), "Upload-Metadata": pairs}
