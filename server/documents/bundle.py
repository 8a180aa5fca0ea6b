"""A month's archive as one file: every report, a list of them, their photos by hash, and a signed manifest (VIS-14).

The manifest names every file with its size and SHA-256, and ``manifest.sig`` is the server's P-256 over
``truckroll-bundle-1``, a line feed and the SHA-256 of the manifest. One changed byte anywhere shows.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import IO, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from media.storage import Absent, Storage
from server.documents.bundle_lists import Filed, as_csv, as_workbook, photo_lines, report_lines
from server.documents.carried import written
from server.rules.keys import PrivateKey
from server.tables.archive import ArchivedReportRow
from server.tables.documents import DocumentRow
from server.tables.jobs import JobRow
from server.tables.people import PersonRow
from server.tables.photos import PhotoRow
from server.tables.reports import ReportRow
from server.tables.seals import SealRow, sealed_of
from server.tables.visits import VisitRow
from sync.envelope import wire_time
from sync.one_of import one_of

FORMAT = "truckroll-bundle-1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"


class Copy(StrEnum):
    """Whose copy it is; the technical department's says so (VIS-14)."""

    OFFICE = "office"
    TECHNICAL = "technical"


@dataclass(frozen=True, slots=True)
class Month:
    """A station's month, ``2026-11``, and whose copy of it."""

    station_id: str
    station_code: str
    month: str
    copy: Copy

    @property
    def name(self) -> str:
        mark = "-technical" if self.copy is Copy.TECHNICAL else ""
        return f"{self.station_code}-{self.month}{mark}.zip"


@dataclass(frozen=True, slots=True)
class Binder:
    """What binds: the store with the PDFs, the key that signs the manifest, and when."""

    storage: Storage
    key: PrivateKey | None
    now: datetime


@dataclass
class _Bundle:
    """A zip being written, and what its manifest will say."""

    archive: zipfile.ZipFile
    files: list[dict[str, Any]] = field(default_factory=list)

    def add(self, path: str, pieces: Iterable[bytes], *, packed: bool = True) -> None:
        about = zipfile.ZipInfo(path)
        about.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        digest, size = hashlib.sha256(), 0
        with self.archive.open(about, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        self.files.append({"path": path, "size": size, "sha256": digest.hexdigest()})


def filed_reports(session: Session, month: Month) -> Sequence[Filed]:
    """Return the month's archived reports with what is listed of them, by number."""
    archived = session.scalars(
        select(ArchivedReportRow).where(
            ArchivedReportRow.station_id == month.station_id, ArchivedReportRow.month == month.month
        )
    ).all()
    ids = [row.id for row in archived]
    reports = _by_id(session, ReportRow, ids)
    visits = _by_id(session, VisitRow, ids)
    jobs = _by_id(session, JobRow, [row.job_id for row in archived])
    people = _by_id(session, PersonRow, [visit.technician_id for visit in visits.values()])
    seals = _of_visits(session, SealRow, ids)
    documents = _by_id(session, DocumentRow, [seal.id for seal in seals])
    photos = _of_visits(session, PhotoRow, ids)
    found = [
        Filed(
            report=reports[row.id],
            archived_at=row.archived_at,
            job=jobs.get(row.job_id),
            technician=_name_of(people, visits.get(row.id)),
            unsigned_reason=None if row.id not in visits else visits[row.id].unsigned_reason,
            seals=sorted((seal for seal in seals if seal.visit_id == row.id), key=lambda seal: seal.revision),
            documents=documents,
            photos=sorted((photo for photo in photos if photo.visit_id == row.id), key=lambda photo: photo.id),
        )
        for row in archived
        if row.id in reports
    ]
    return sorted(found, key=lambda filed: filed.report.number)


def _by_id(session: Session, row_class: type[Any], ids: Sequence[str]) -> dict[str, Any]:
    rows = session.scalars(select(row_class).where(one_of(row_class.id, "ids")), {"ids": list(ids)})
    return {row.id: row for row in rows}


def _of_visits(session: Session, row_class: type[Any], ids: Sequence[str]) -> list[Any]:
    return list(session.scalars(select(row_class).where(one_of(row_class.visit_id, "ids")), {"ids": ids}))


def _name_of(people: Mapping[str, PersonRow], visit: VisitRow | None) -> str | None:
    person = None if visit is None else people.get(visit.technician_id)
    return None if person is None else person.name


def write_bundle(to: IO[bytes], month: Month, filed: Sequence[Filed], binder: Binder) -> None:
    """Write the month into ``to``. What is not there yet, a PDF that is being printed, stands under ``missing``."""
    missing: list[str] = []
    with zipfile.ZipFile(to, "w") as archive:
        bundle = _Bundle(archive)
        if month.copy is Copy.TECHNICAL:
            bundle.add("COPY.txt", ["副本：交技术部门\nCopy for the technical department\n".encode()])
        for one in filed:
            missing.extend(_add_report(bundle, one, binder.storage))
        reports, photos = list(report_lines(filed)), list(photo_lines(filed))
        bundle.add("index.csv", [as_csv(reports)])
        bundle.add("index.xlsx", [as_workbook(reports)])
        bundle.add("photos.csv", [as_csv(photos)])
        manifest = json.dumps(
            {
                "format": FORMAT,
                "station": month.station_code,
                "month": month.month,
                "copy": month.copy.value,
                "made_at": wire_time(binder.now),
                "reports": len(filed),
                "missing": missing,
                "files": bundle.files,
            },
            ensure_ascii=False,
            indent=1,
        )
        archive.writestr(MANIFEST, manifest)
        if binder.key is not None:
            signed = {"signature": binder.key.sign(message(manifest.encode())), "key": binder.key.public}
            archive.writestr(SIGNATURE, json.dumps(signed))


def _add_report(bundle: _Bundle, filed: Filed, storage: Storage) -> Iterator[str]:
    """Add every revision, sealed text and PDF; yields the paths of what is not there."""
    for seal in filed.seals:
        path = f"reports/{filed.report.number}-{seal.revision}"
        bundle.add(f"{path}.json", [written(sealed_of(seal)).encode()])
        pieces = _pdf(filed, seal.id, storage)
        if pieces is None:
            yield f"{path}.pdf"
        else:
            bundle.add(f"{path}.pdf", pieces, packed=False)


def _pdf(filed: Filed, seal_id: str, storage: Storage) -> Iterator[bytes] | None:
    document = filed.documents.get(seal_id)
    if document is None:
        return None
    try:
        return storage.read(document.name)
    except Absent:
        return None


def message(manifest: bytes) -> str:
    """Return what the server signs for these bytes."""
    return f"{FORMAT}\n{hashlib.sha256(manifest).hexdigest()}"
