"""A whole check of one sealed report: seal, chain, books, photos, and the file that somebody brought."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from media.engine import Media
from server.documents.carried import Carried, Ending
from server.documents.photos import rehash
from server.rules.report_check import PhotoFound, Standing, standing
from server.rules.report_document import NotADocumentError, read_document
from server.rules.seals import Check, Found, Sealed, Verification, verify
from server.tables.reports import ReportRow
from server.tables.seals import SealRow, books_around, sealed_of


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision as everybody may know of it; times are wire times."""

    number: int
    received_at: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. ``failures`` are words of ``check_words``; ``content`` is none where nothing can be read."""

    sealed: Sealed
    standing: Standing
    failures: Sequence[str]
    number: str | None
    revisions: Sequence[Revision]
    content: Mapping[str, Any] | None
    newer_revision: int | None
    photos: Mapping[str, PhotoFound] = field(default_factory=dict)

    def count(self, *found: PhotoFound) -> int:
        """Return of how many photos this was found."""
        return sum(one in found for one in self.photos.values())


def find(session: Session, visit_id: str, revision: int | None) -> Sealed | None:
    """Return this revision's seal, or the newest one's when none is named."""
    query = select(SealRow).where(SealRow.visit_id == visit_id).order_by(SealRow.revision.desc()).limit(1)
    row = session.scalar(query if revision is None else query.where(SealRow.revision == revision))
    return None if row is None else sealed_of(row)


def find_by_code(session: Session, code: str) -> Sealed | None:
    """Return the seal whose document's SHA-256 begins so."""
    # A range, because no database looks up the beginning of a text by an index that follows the language.
    begins = (SealRow.sha256 >= code) & (SealRow.sha256 < f"{code}g")
    row = session.scalar(select(SealRow).where(begins).order_by(SealRow.chain_no).limit(1))
    return None if row is None else sealed_of(row)


def check_books(session: Session, sealed: Sealed, server_keys: Collection[str]) -> Checked:
    """Check a seal, from the books or from a file, against the books; the photos are checked apart (VIS-7)."""
    books = books_around(session, sealed)
    verification = verify(sealed, server_keys=server_keys, books=books)
    report = session.get(ReportRow, sealed.visit_id)
    revisions = sorted(books.revisions, key=lambda one: one.revision)
    return Checked(
        sealed=sealed,
        standing=standing(verification),
        failures=_failures(verification),
        number=None if report is None else report.number,
        revisions=[Revision(one.revision, one.received_at, one.sha256) for one in revisions],
        content=_content(sealed),
        newer_revision=verification.newer_revision,
    )


def check_alone(sealed: Sealed, server_keys: Collection[str]) -> Checked:
    """Check a seal by itself, without any books."""
    verification = verify(sealed, server_keys=server_keys)
    return Checked(
        sealed, standing(verification), _failures(verification), None, [], _content(sealed), newer_revision=None
    )


def with_photos(checked: Checked, media: Media) -> Checked:
    """Hash the stored photos anew; see ``photos.rehash`` for what it costs."""
    if checked.content is None:
        return checked
    photos = rehash(media, checked.content)
    found = replace(checked, photos=photos)
    return altered(found, "photos_altered") if found.count(PhotoFound.BROKEN, PhotoFound.LOST) else found


def with_file(checked: Checked, carried: Carried, server_keys: Collection[str]) -> Checked:
    """Add what the PDF itself says: nobody has changed a byte of it since the server signed it (VIS-7)."""
    if carried.ending is Ending.NO_PDF:
        return checked
    if carried.ending is Ending.SIGNED and carried.key in server_keys:
        return checked
    if carried.ending is Ending.UNSIGNED:
        signed = checked.sealed.countersignature is not None
        return altered(checked, "pdf_unsigned") if signed else checked
    return altered(checked, "pdf")


def altered(checked: Checked, failure: str) -> Checked:
    """Return the check with one more thing that does not fit."""
    return replace(checked, standing=Standing.ALTERED, failures=[*checked.failures, failure])


def _failures(verification: Verification) -> list[str]:
    failures = []
    for check, found in verification.checks.items():
        never_there = found is Found.MISSING and check in (Check.DEVICE_SIGNATURE, Check.COUNTERSIGNATURE)
        if never_there:
            failures.append(f"missing_{check}")
        elif found in (Found.BROKEN, Found.MISSING):
            failures.append(check.value)
    return failures


def _content(sealed: Sealed) -> Mapping[str, Any] | None:
    try:
        return read_document(sealed.document).content
    except NotADocumentError:
        return None
