"""Checklists: the office says what is asked of a kind of unit; a visit keeps the version that it began with."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane
from server.mutations.adding import AlreadyAdded
from server.mutations.entry import Entry, declare
from server.rules.checklists import Answered, check_items, newest_at, read_items
from server.rules.equipment import EquipmentKind
from server.rules.people import Role
from server.rules.visits import Section
from server.tables.checklists import ChecklistRow, VisitChecklistRow
from server.tables.equipment import EquipmentRow
from server.tables.jobs import JobRow
from server.tables.loading import add, load, matching
from server.tables.visits import VisitRow
from server.visibility.audiences import ALL
from server.visibility.fields import Code, Id, Text
from server.visibility.schemas.checklists import items_field
from sync.ports import APPLIED, Change, Kind, Outcome


class ChecklistSetBody(Schema):
    """The next version of what is asked in a section of a visit to this kind of unit."""

    checklist_id = Id(required=True)
    kind = Code(EquipmentKind, required=True)
    section = Code(Section, required=True)
    name = Text(required=True, least=1, most=80)
    name_en = Text(required=True, least=1, most=80)
    items = items_field()


@dataclass(frozen=True, slots=True)
class ChecklistSet:
    """See ``ChecklistSetBody``."""

    checklist_id: str
    kind: str
    section: str
    name: str
    name_en: str
    items: list[dict[str, Any]]


def _set(change: Change, actor: Actor, args: ChecklistSet) -> Outcome:  # noqa: ARG001 -- every mutator is told who acts
    check_lane(change, f"checklist:{args.kind}")
    if load(change.session, ChecklistRow, args.checklist_id) is not None:
        raise AlreadyAdded("There is a checklist with this id already.", id=args.checklist_id)
    versions = matching(change.session, ChecklistRow, "kind", args.kind)
    others = [_newest(versions, section.value) for section in Section if section.value != args.section]
    taken = {item["id"] for other in others if other is not None for item in other.items}
    check_items(read_items(args.items), taken=taken)
    before = _newest(versions, args.section)
    row = ChecklistRow(
        id=args.checklist_id,
        kind=args.kind,
        section=args.section,
        version=1 if before is None else before.version + 1,
        name=args.name,
        name_en=args.name_en,
        items=args.items,
        set_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("checklist", row.id, ALL)
    return APPLIED


def _newest(versions: list[ChecklistRow], section: str) -> ChecklistRow | None:
    return max((row for row in versions if row.section == section), key=lambda row: row.version, default=None)


def answered(change: Change, visit: VisitRow, photos: frozenset[str]) -> dict[Section, Answered]:
    """Return what each section of the visit asks and has answered.

    A section without an answer asks what was in force when the technician arrived (VIS-6).
    """
    kept = load(change.session, VisitChecklistRow, visit.id)
    found = {}
    for section in Section:
        bound: dict[str, Any] = {} if kept is None else getattr(kept, section)
        checklist_id = bound.get("checklist_id") or _asked_on_arrival(change, visit, section)
        checklist = None if checklist_id is None else load(change.session, ChecklistRow, checklist_id)
        if checklist is not None:
            found[section] = Answered(read_items(checklist.items), bound.get("answers", {}), photos)
    return found


def _asked_on_arrival(change: Change, visit: VisitRow, section: Section) -> str | None:
    job = load(change.session, JobRow, visit.job_id)
    unit = load(change.session, EquipmentRow, job.equipment_id) if job is not None and job.equipment_id else None
    if unit is None:
        return None
    versions = matching(change.session, ChecklistRow, "kind", unit.kind)
    dated = ((row.id, row.set_at, row.version) for row in versions if row.section == section)
    return newest_at(dated, visit.arrived_at)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "checklist.set",
        Kind.REQUEST,
        roles=[Role.ADMINISTRATOR, Role.MANAGER],
        schema=ChecklistSetBody,
        args=ChecklistSet,
        needs=lambda args: [("checklist", args.checklist_id), ("checklist.kind", args.kind)],
        write=_set,
    ),
)
