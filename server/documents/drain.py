"""Drains the reports that signatures left to be printed: one PDF for each seal, and again when more photos are in."""

import hashlib
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from media.engine import Media
from server.documents.carried import sign_pdf
from server.documents.pdf import Printed, draw
from server.documents.photos import pictures
from server.rules.keys import PrivateKey
from server.rules.report_document import NotADocumentError, read_document
from server.rules.seals import Sealed
from server.tables.documents import DocumentRow
from server.tables.reports import ReportRow
from server.tables.seals import SealRow, sealed_of
from server.tables.work import REPORT, WorkRow, claim, finish, postpone

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
PHOTOS_EXPECTED_FOR = timedelta(days=30)
"""As long as a device keeps what the server took, it may still bring a photo."""


@dataclass(frozen=True, slots=True)
class Press:
    """What prints: the store and its books, the address for the QR code, the key that ends each PDF."""

    media: Media
    public_origin: str
    key: PrivateKey | None


def drain(press: Press, now: datetime) -> int:
    """Print what is due and return how many reports were looked at.

    A report is claimed, printed, stored, and only then done: a worker that dies in between leaves a claim that ends by
    itself. The same seal and photos print the same bytes, so what is printed twice is one file under one name.
    """
    looked_at = 0
    while True:
        with press.media.sessions.begin() as session:
            claimed = claim(session, now, kind=REPORT, lease=LEASE, limit=1)
        if not claimed:
            return looked_at
        (work,) = claimed
        outcome = _print(press, work.payload["seal_id"], now)
        with press.media.sessions.begin() as session:
            _settle(session, work, outcome, now)
        log.info("report", extra={"work": work.id, "attempt": work.attempts, "outcome": outcome})
        looked_at += 1


def _print(press: Press, seal_id: str, now: datetime) -> str:
    with press.media.reading() as session:
        seal = session.get(SealRow, seal_id)
        if seal is None:
            return "no_seal"
        sealed, fits = sealed_of(seal), seal.seal_fits
        report = session.get(ReportRow, sealed.visit_id)
        number = sealed.visit_id[-8:].upper() if report is None else report.number
        before = session.get(DocumentRow, seal_id)
    if not fits:
        return "does_not_fit"
    try:
        content = read_document(sealed.document).content
    except NotADocumentError:
        return "no_document"
    shown = pictures(press.media, content)
    missing = len(content["photos"]) - len(shown)
    if before is None or before.photos_missing != missing:
        (pdf,) = draw(Printed(sealed, content, number, press.public_origin, shown))
        _keep(press, sealed, sign_pdf(pdf, press.key), missing, now)
    return "printed" if missing == 0 else "photos_missing"


def _keep(press: Press, sealed: Sealed, pdf: bytes, missing: int, now: datetime) -> None:
    sha256 = hashlib.sha256(pdf).hexdigest()
    name = f"reports/{sealed.visit_id}/{sha256}.pdf"
    press.media.storage.put(name, [pdf])
    with press.media.sessions.begin() as session:
        session.merge(
            DocumentRow(
                id=sealed.id,
                visit_id=sealed.visit_id,
                revision=sealed.revision,
                name=name,
                sha256=sha256,
                size=len(pdf),
                photos_missing=missing,
                made_at=now,
            )
        )


def _settle(session: Session, work: WorkRow, outcome: str, now: datetime) -> None:
    again = now + min(FIRST_WAIT * 2 ** min(work.attempts - 1, 10), LONGEST_WAIT)
    if outcome == "photos_missing" and again < work.queued_at + PHOTOS_EXPECTED_FOR:
        postpone(session, work.id, again, outcome)
    else:
        finish(session, work.id, now, outcome)
