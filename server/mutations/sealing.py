"""Seals each signature: the bytes that the customer signed, chained and countersigned (VIS-7, law 11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.publishing import publish_on_job
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.keys import PrivateKey, key_hash
from server.rules.report_document import Document, NotADocumentError, changed_fields, read_document, unlisted
from server.rules.reports import ReportState
from server.rules.seals import BEFORE_THE_FIRST, DRAWN, does_not_fit, hash_link, hash_text
from server.tables.devices import DeviceRow
from server.tables.jobs import JobRow
from server.tables.loading import add, load, matching
from server.tables.photos import PhotoRow
from server.tables.reports import ReportRow
from server.tables.seals import HEAD, SealHeadRow, SealRow, sealed_of
from server.tables.signatures import SignatureRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from server.tables.work import REPORT, WORK, work
from server.visibility.fields import Text
from sync.ports import Change

SEAL_HEAD = "seal_head"
"""What a mutation that seals needs besides its rows: the end of the chain, locked."""

_LONGEST_DOCUMENT = 4_000_000


class SealBody(Schema):
    """What the device sealed: the canonical JSON as text, P-256 over its UTF-8, and SHA-256 of the device's key."""

    document = Text(required=True, least=1, most=_LONGEST_DOCUMENT)
    device_signature = Text(required=True, most=500)
    key = Text(required=True, most=64)


@dataclass(frozen=True, slots=True)
class Seal:
    """See ``SealBody``."""

    document: str
    device_signature: str
    key: str


def seal(change: Change, signature: SignatureRow, sent: Seal, key: PrivateKey | None) -> list[Discrepancy]:
    """Store the seal as the visit's next revision, whatever it says; return what about it is for a person to settle."""
    before = _newest(change, signature.visit_id)
    device = _device_with(change, sent.key)
    document = _read(sent.document)
    why = does_not_fit(
        document,
        sent.document,
        sent.device_signature,
        registered_key=None if device is None else device.public_key,
        ids={"visit": signature.visit_id, "job": signature.job_id, "signature": signature.id},
        drawn={name: getattr(signature, name) for name in DRAWN},
    )
    row = SealRow(
        id=signature.id,
        visit_id=signature.visit_id,
        job_id=signature.job_id,
        station_id=signature.station_id,
        revision=1 if before is None else before.revision + 1,
        document=sent.document,
        sha256=hash_text(sent.document),
        previous=None if document is None else document.previous,
        device_id=None if device is None else device.id,
        device_key=None if device is None else device.public_key,
        device_signature=sent.device_signature,
        signed_at=signature.signed_at,
        received_at=change.received_at,
        seal_fits=not why,
    )
    _chain(change, row, key)
    add(change.session, row)
    publish_on_job(change, row)
    change.append(WORK, work(REPORT, {"seal_id": row.id}, change.received_at))
    if why:
        return [Discrepancy(DiscrepancyKind.SEAL_DOES_NOT_FIT, "signature", signature.id, {"why": why})]
    if document is not None and (document.revision, document.previous) != (
        row.revision,
        None if before is None else before.sha256,
    ):
        detail = {"revision": row.revision, "signed_as": document.revision}
        return [Discrepancy(DiscrepancyKind.SEALED_IN_PARALLEL, "signature", signature.id, detail)]
    return []


def note_changes_on_job(change: Change, job_id: str) -> None:
    """Do ``note_changes`` for every visit of the job."""
    for visit_id in sorted({row.visit_id for row in matching(change.session, SealRow, "job_id", job_id)}):
        note_changes(change, visit_id)


def note_changes(change: Change, visit_id: str | None) -> None:
    """Write on a sealed report what differs by now from what the customer saw, and what came late (VIS-7, JOB-7).

    The signature stays valid for what was seen. A report that was sent back is being corrected: it will be signed anew.
    """
    newest = None if visit_id is None else _newest(change, visit_id)
    report = None if newest is None else load(change.session, ReportRow, newest.visit_id)
    if newest is None or report is None or report.state == ReportState.SENT_BACK or not newest.seal_fits:
        return
    content = read_document(newest.document).content
    stale = changed_fields(content, _books(change, content)) or None
    late = _late_items(change, content) or None
    if (report.signed_stale, report.late_items) != (stale, late):
        report.signed_stale, report.late_items = stale, late
        publish_on_job(change, report)


def _chain(change: Change, row: SealRow, key: PrivateKey | None) -> None:
    """Make the row the next link and countersign it; the head stays locked until the transaction ends."""
    head = load(change.session, SealHeadRow, HEAD)
    if head is None:
        head = SealHeadRow(id=HEAD, chain_no=0, chain_hash=BEFORE_THE_FIRST)
        add(change.session, head)
    row.chain_no, row.chain_previous = head.chain_no + 1, head.chain_hash
    row.chain_hash = hash_link(sealed_of(row))
    if key is not None:
        row.countersignature, row.server_key = key.sign(row.chain_hash), key.public
    head.chain_no, head.chain_hash = row.chain_no, row.chain_hash


def _device_with(change: Change, wanted: str) -> DeviceRow | None:
    """Return the device of this person that registered the key; a rescued or renewed one sends under another id."""
    for device in matching(change.session, DeviceRow, "user_id", change.user_id):
        if device.public_key is not None and key_hash(device.public_key) == wanted:
            return device
    return None


def _read(document: str) -> Document | None:
    try:
        return read_document(document)
    except NotADocumentError:
        return None


def _books(change: Change, content: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the office can change of the document, as it stands now."""
    books: dict[str, Any] = {}
    job = load(change.session, JobRow, content["job"]["id"])
    if job is not None:
        books["job"] = {name: getattr(job, name) for name in _JOB_FIELDS}
        books["unit"] = {"kind": job.equipment_kind, "model": job.model, "serial": job.serial, "plate": job.plate}
    visit = load(change.session, VisitRow, content["visit_id"])
    if visit is not None:
        books |= {section: getattr(visit, section) for section in ("listen", "look", "check", "handle")}
    books["swaps"] = [
        {name: getattr(swap, name) for name in _SWAP_FIELDS} | {"undone": swap.undone_at is not None}
        for swap in matching(change.session, SwapRow, "visit_id", content["visit_id"])
    ]
    return books


def _late_items(change: Change, content: Mapping[str, Any]) -> list[dict[str, str]]:
    swaps = matching(change.session, SwapRow, "visit_id", content["visit_id"])
    photos = matching(change.session, PhotoRow, "visit_id", content["visit_id"])
    fitted = [swap.id for swap in swaps if swap.undone_at is None]
    return unlisted(content, swaps=fitted, photos=[one.id for one in photos])


def _newest(change: Change, visit_id: str) -> SealRow | None:
    seals = matching(change.session, SealRow, "visit_id", visit_id)
    return max(seals, key=lambda row: row.revision, default=None)


_JOB_FIELDS = ("number", "customer_name", "contact", "site_address", "phone", "fault_reported")
_SWAP_FIELDS = ("id", "quantity", "new_serial", "reason", "no_old_part_reason")
