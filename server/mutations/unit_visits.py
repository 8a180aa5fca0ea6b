"""Files each closed visit under its unit, so that whoever goes there next reads it without a signal (JOB-6)."""

from collections.abc import Iterable
from typing import Any

from server.mutations.presets import preset
from server.rules.photos import PhotoState
from server.rules.unit_visits import thinned
from server.tables.faults import FaultRow
from server.tables.jobs import JobRow
from server.tables.loading import add, load, matching, preload
from server.tables.old_parts import OldPartRow
from server.tables.parts import PartRow
from server.tables.people import PersonRow
from server.tables.photos import PhotoRow
from server.tables.reports import ReportRow
from server.tables.signatures import SignatureRow
from server.tables.swaps import SwapRow
from server.tables.unit_visits import UnitVisitRow
from server.tables.visits import VisitRow
from server.visibility.audiences import of_unit
from server.visibility.fields import moment
from sync.ports import Change


def file_visit(change: Change, visit: VisitRow, report: ReportRow) -> None:
    """Write the visit's row of the unit's file anew; a job without a unit has none."""
    job = load(change.session, JobRow, visit.job_id)
    if job is None or job.equipment_id is None:
        return
    row = load(change.session, UnitVisitRow, visit.id)
    if row is None:
        row = UnitVisitRow(
            id=visit.id,
            equipment_id=job.equipment_id,
            station_id=visit.station_id,
            job_id=job.id,
            job_number=job.number,
            arrived_at=visit.arrived_at,
        )
        add(change.session, row)
    technician = load(change.session, PersonRow, visit.technician_id)
    fault = None if visit.check["fault_id"] is None else load(change.session, FaultRow, visit.check["fault_id"])
    row.technician_name = "" if technician is None else technician.name
    row.departed_at, row.state, row.fault_reported = visit.departed_at, visit.state, job.fault_reported
    row.account, row.cause = visit.listen["account"], visit.check["cause"]
    row.responsibility, row.done = visit.handle["responsibility"], visit.handle["done"]
    row.read_km, row.read_h = visit.look["read_km"], visit.look["read_h"]
    row.fault_code = None if fault is None else fault.code
    row.fault_name = None if fault is None else fault.name
    row.fault_name_en = None if fault is None else fault.name_en
    row.swaps, row.photos, row.signatures = _swaps(change, visit), _photos(change, visit), _signatures(change, visit)
    row.report_number, row.report_state = report.number, report.state
    _publish(change, row)


def note_decision(change: Change, report: ReportRow) -> None:
    """What the manager decided about a report stands in the unit's file too (VIS-14)."""
    row = load(change.session, UnitVisitRow, report.visit_id)
    if row is not None:
        row.report_state = report.state
        _publish(change, row)


def note_departure(change: Change, visit: VisitRow) -> None:
    """The technician left after the visit was closed (VIS-15)."""
    row = load(change.session, UnitVisitRow, visit.id)
    if row is not None:
        row.departed_at = visit.departed_at
        _publish(change, row)


def note_photo(change: Change, photo: PhotoRow) -> None:
    """A photo came, or was refused, after the visit was closed."""
    row = None if photo.visit_id is None else load(change.session, UnitVisitRow, photo.visit_id)
    if row is None:
        return
    others = [one for one in row.photos if one["photo_id"] != photo.id]
    row.photos = sorted((*others, *_wire_photos([photo])), key=lambda one: str(one["photo_id"]))
    _publish(change, row)


def _publish(change: Change, row: UnitVisitRow) -> None:
    change.publish("unit_visit", row.id, of_unit(row.equipment_id, row.station_id))


def _swaps(change: Change, visit: VisitRow) -> list[dict[str, Any]]:
    swaps = matching(change.session, SwapRow, "visit_id", visit.id)
    preload(change.session, PartRow, {swap.part_id for swap in swaps}, lock=False)
    parts = {swap.part_id: load(change.session, PartRow, swap.part_id) for swap in swaps}
    old_parts = {one.id: one for one in matching(change.session, OldPartRow, "visit_id", visit.id)}
    filed = []
    for swap in swaps:
        part, old_part = parts[swap.part_id], old_parts.get(swap.old_part_id or "")
        filed.append(
            {
                "part_no": None if part is None else part.part_no,
                "name": None if part is None else part.name,
                "name_en": None if part is None else part.name_en,
                "quantity": swap.quantity,
                "new_serial": swap.new_serial,
                "old_serial": None if old_part is None else old_part.serial,
                "old_part_tag": None if old_part is None else old_part.tag,
                "reason": swap.reason,
            }
        )
    return filed


def _photos(change: Change, visit: VisitRow) -> list[dict[str, Any]]:
    return _wire_photos(matching(change.session, PhotoRow, "visit_id", visit.id))


def _wire_photos(photos: Iterable[PhotoRow]) -> list[dict[str, Any]]:
    return [
        {"photo_id": photo.id, "subject": photo.subject, "sha256": photo.sha256}
        for photo in photos
        if photo.state != PhotoState.REFUSED
    ]


def _signatures(change: Change, visit: VisitRow) -> list[dict[str, Any]]:
    most = preset(change.session, "history_signature_points")
    return [
        {
            "signer_name": one.signer_name,
            "signer_role": one.signer_role,
            "signed_at": moment(one.signed_at),
            "width": one.width,
            "height": one.height,
            "strokes": thinned(one.strokes, most=most),
        }
        for one in matching(change.session, SignatureRow, "visit_id", visit.id)
    ]
