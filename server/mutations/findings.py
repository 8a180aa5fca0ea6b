"""Findings of a visit: listen, look, check and handle, each merged field by field (VIS-1 to VIS-4)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor
from server.mutations.contradicting import applied
from server.mutations.edits import (
    CountEdit,
    IdEdit,
    IdsEdit,
    ResponsibilityEdit,
    TextEdit,
    TruthEdit,
    YesNoEdit,
    read_edits,
)
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_on_job
from server.mutations.reviewing import Typed, decider, open_reviews, write_down
from server.mutations.visits import after_close, mark_late, visit_of
from server.rules.discrepancies import Discrepancy
from server.rules.merge import Conflict, Edit, Merged, merge
from server.rules.people import Role
from server.rules.visits import Section, VisitState, is_closed
from server.tables.visits import VisitRow
from server.visibility.fields import Id
from sync.ports import Change, Kind, Outcome


class ListenChanges(Schema):
    """What the customer told (VIS-1)."""

    account = fields.Nested(TextEdit)
    told_km = fields.Nested(CountEdit)
    told_h = fields.Nested(CountEdit)
    usage = fields.Nested(TextEdit)
    before_after = fields.Nested(TextEdit)


class LookChanges(Schema):
    """What the technician read (VIS-2)."""

    in_warranty = fields.Nested(YesNoEdit)
    opened_before = fields.Nested(YesNoEdit)
    read_km = fields.Nested(CountEdit)
    read_h = fields.Nested(CountEdit)
    note = fields.Nested(TextEdit)
    tampering = fields.Nested(YesNoEdit)


class CheckChanges(Schema):
    """The true cause (VIS-3)."""

    fault_id = fields.Nested(IdEdit)
    cause = fields.Nested(TextEdit)
    examined = fields.Nested(TruthEdit)
    causal_part_id = fields.Nested(IdEdit)
    consequential_fault_ids = fields.Nested(IdsEdit)


class HandleChanges(Schema):
    """What was done (VIS-4)."""

    responsibility = fields.Nested(ResponsibilityEdit)
    done = fields.Nested(TextEdit)
    customer_agrees = fields.Nested(TruthEdit)
    disagreement = fields.Nested(TextEdit)
    use_shown = fields.Nested(TruthEdit)


class VisitRecordListenBody(Schema):
    """Changes of the section listen."""

    visit_id = Id(required=True)
    changes = fields.Nested(ListenChanges, required=True)


class VisitRecordLookBody(Schema):
    """Changes of the section look."""

    visit_id = Id(required=True)
    changes = fields.Nested(LookChanges, required=True)


class VisitRecordCheckBody(Schema):
    """Changes of the section check."""

    visit_id = Id(required=True)
    changes = fields.Nested(CheckChanges, required=True)


class VisitRecordHandleBody(Schema):
    """Changes of the section handle."""

    visit_id = Id(required=True)
    changes = fields.Nested(HandleChanges, required=True)


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """``changes`` are by field of one section."""

    visit_id: str
    changes: Mapping[str, Edit]


def _record(section: Section) -> Callable[[Change, Actor, VisitRecord], Outcome]:
    def write(change: Change, actor: Actor, args: VisitRecord) -> Outcome:
        visit = visit_of(change, actor, args.visit_id)
        found = mark_late(change, visit.id)
        stored: dict[str, Any] = getattr(visit, section)
        merged = merge(stored, args.changes)
        reviews: list[str] = []
        if is_closed(VisitState(visit.state)):
            found += _against_the_signature(visit, section, merged)
        else:
            reviews = _review(change, visit, section, merged.conflicts)
            if merged.applied:
                setattr(visit, section, {**stored, **merged.applied})
                visit.written = write_down(change, visit.written, section, merged.applied)
                publish_on_job(change, visit)
        return applied(change, found, job_id=visit.job_id, station_id=visit.station_id, reviews=reviews)

    return write


def _against_the_signature(visit: VisitRow, section: Section, merged: Merged) -> list[Discrepancy]:
    """What the customer saw stays; what came later is kept beside it (VIS-7)."""
    values = {**merged.applied, **{conflict.name: conflict.proposed for conflict in merged.conflicts}}
    return [after_close(visit, section=section.value, values=values)] if values else []


def _review(change: Change, visit: VisitRow, section: Section, conflicts: tuple[Conflict, ...]) -> list[str]:
    """The lead technician decides about the findings; while nobody leads, who made the visit."""
    if not conflicts:
        return []
    typed = Typed(
        table="visit",
        row_id=visit.id,
        section=section.value,
        job_id=visit.job_id,
        station_id=visit.station_id,
        owner_id=decider(change, visit.job_id, visit.technician_id),
        author=visit.technician_id,
        authored_at=visit.arrived_at,
        written=visit.written,
    )
    return open_reviews(change, typed, conflicts)


_BODIES: Mapping[Section, type[Schema]] = {
    Section.LISTEN: VisitRecordListenBody,
    Section.LOOK: VisitRecordLookBody,
    Section.CHECK: VisitRecordCheckBody,
    Section.HANDLE: VisitRecordHandleBody,
}

ENTRIES: tuple[Entry[Any], ...] = tuple(
    declare(
        f"visit.record_{section}",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=_BODIES[section],
        args=lambda visit_id, changes: VisitRecord(visit_id, read_edits(changes)),
        needs=lambda args: [("visit", args.visit_id)],
        write=_record(section),
    )
    for section in Section
)
