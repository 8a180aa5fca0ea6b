"""A company whose signed visit has real photos, a page that the public can ask, and a press that prints."""

import hashlib
import io
from pathlib import Path
from typing import Any

from PIL import Image

from media import receiving, uploads
from server.api.running import NAME
from server.app import create_app
from server.documents.drain import Press, drain
from server.rules.keys import PrivateKey
from server.tables.documents import DocumentRow
from server.tables.seals import SealRow
from tests.company import settings_for
from tests.mutations.house import MU, PHOTO, SERVICE, VISIT, ZHOU, House, body_of
from tests.sealing import document_of, enrol, sealed_by

SECOND_PHOTO = "019a9c3e-7b10-7000-8000-000000000095"


def picture(colour: str = "navy") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(made, "JPEG")
    return made.getvalue()


METER, NAMEPLATE = picture("navy"), picture("olive")


def listed(photo_id: str, content: bytes, subject: str = "meter") -> dict[str, Any]:
    sha256 = hashlib.sha256(content).hexdigest()
    return {"id": photo_id, "sha256": sha256, "subject": subject, "taken_at": "2026-11-19T05:22:00.000Z"}


class Office(House):
    """The house behind HTTP: the golden visit, served with two photos and not signed yet."""

    def __init__(self, migrated_url: str, folder: Path) -> None:
        super().__init__(migrated_url)
        self.settings = settings_for(folder, migrated_url, checks_per_minute=1000)
        assert self.settings.seal_key is not None
        self.seal_key = PrivateKey(self.settings.seal_key)
        self.database.dispose()
        self.app = create_app(self.settings, clock=lambda: self.now)
        self.engines = self.app.extensions[NAME].engines
        self.database, self.sessions = self.engines.database, self.engines.sessions
        self.sync, self.media = self.engines.sync, self.engines.media
        self.client = self.app.test_client()
        self.press = Press(self.media, "https://service.example.com", self.seal_key)

    def close(self) -> None:
        self.database.dispose()

    def serve_with_photos(self) -> None:
        self.furnish()
        self.open_job(ZHOU, MU)
        phone = self.phone(ZHOU)
        for name, changes in SERVICE:
            if name == "visit.sign":
                break
            given = announced(METER) if name == "photo.attach" else changes
            assert phone.record(name, **given).verdict == "applied"
        second = {"photo_id": SECOND_PHOTO, "subject": "nameplate", **announced(NAMEPLATE)}
        assert phone.record("photo.attach", **second).verdict == "applied"
        self.key = enrol(self, ZHOU)

    def bring(self, photo_id: str, content: bytes) -> None:
        """The device sends the file of a photo."""
        sha256 = hashlib.sha256(content).hexdigest()
        upload, _ = uploads.create(self.media, ZHOU, uploads.Creation(photo_id, sha256, "image/jpeg", len(content)))
        receiving.append(self.media, ZHOU, upload.id, receiving.Chunk(0, len(content), None), io.BytesIO(content).read)

    def sign(self, former: SealRow | None = None, **changes: Any) -> SealRow:
        """The customer signs what the page shows; the new seal."""
        body = body_of("visit.sign", **changes.pop("body", {}))
        revision, previous = (1, None) if former is None else (former.revision + 1, former.sha256)
        photos = [listed(PHOTO, METER), listed(SECOND_PHOTO, NAMEPLATE, "nameplate")]
        document = document_of(body, revision=revision, previous=previous, photos=photos, **changes)
        signed = self.phone(ZHOU).record("visit.sign", **body_changes(body), seal=sealed_by(self.key, document))
        assert signed.verdict == "applied", signed
        seal = self.row(SealRow, body["signature_id"])
        assert seal.seal_fits
        return seal

    def printed(self, seal: SealRow) -> bytes:
        """What the worker printed for this seal."""
        drain(self.press, self.now)
        row = self.row(DocumentRow, seal.id)
        return b"".join(self.media.storage.read(row.name))

    def page(self, query: str = "", visit_id: str = VISIT, **more: Any) -> Any:
        headers = {"Accept-Language": "en", **more.pop("headers", {})}
        return self.client.get(f"/v/{visit_id}{query}", headers=headers, **more)


def announced(content: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def body_changes(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name != "seal"}


def link(seal: SealRow) -> str:
    """What the QR code asks for, without the visit."""
    return f"?r={seal.revision}&h={seal.sha256[:16]}"
