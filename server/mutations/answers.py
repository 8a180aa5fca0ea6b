"""Answers to a checklist: facts, merged item by item, kept with the version that was asked (VIS-1 to VIS-4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor
from server.mutations.contradicting import applied
from server.mutations.edits import AnswerEdit, read_edits
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_on_job
from server.mutations.reviewing import Typed, decider, open_reviews, write_down
from server.mutations.visits import after_close, mark_late, visit_of
from server.rules.checklists import Answered, doubts, read_items
from server.rules.merge import Conflict, Edit, merge
from server.rules.people import Role
from server.rules.visits import Section, VisitState, is_closed
from server.tables.checklists import ChecklistRow, VisitChecklistRow
from server.tables.loading import add, load
from server.tables.visits import VisitRow
from server.visibility.fields import Id
from server.visibility.schemas.checklists import Name
from sync.ports import APPLIED, Change, Kind, Outcome, Verdict
from sync.refusal import Missing


class VisitAnswerBody(Schema):
    """Answers by item to the checklist that the device showed."""

    visit_id = Id(required=True)
    checklist_id = Id(required=True)
    changes = fields.Dict(keys=Name(), values=fields.Nested(AnswerEdit), required=True)


@dataclass(frozen=True, slots=True)
class VisitAnswer:
    """``changes`` are by item of one checklist."""

    visit_id: str
    checklist_id: str
    changes: Mapping[str, Edit]


_NOTHING: Mapping[str, Any] = {"checklist_id": None, "answers": {}}


def _answer(change: Change, actor: Actor, args: VisitAnswer) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    checklist = load(change.session, ChecklistRow, args.checklist_id)
    if checklist is None:
        raise Missing("The checklist has not arrived yet.", table="checklist", id=args.checklist_id)
    found = mark_late(change, visit.id)
    row = load(change.session, VisitChecklistRow, visit.id)
    stored = _NOTHING if row is None else getattr(row, checklist.section)
    merged = merge(stored["answers"], args.changes)
    reviews: list[str] = []
    if is_closed(VisitState(visit.state)):
        values = {**merged.applied, **{conflict.name: conflict.proposed for conflict in merged.conflicts}}
        found += [after_close(visit, section=checklist.section, values=values)] if values else []
    else:
        row = row or _new_row(change, visit)
        reviews = _review(change, visit, row, checklist.section, merged.conflicts)
        stored = _keep(change, row, checklist, merged.applied)
    outcome = applied(change, found, job_id=visit.job_id, station_id=visit.station_id, reviews=reviews)
    return _with_doubts(outcome, checklist, stored["answers"])


def _new_row(change: Change, visit: VisitRow) -> VisitChecklistRow:
    nothing = {section.value: _NOTHING for section in Section}
    row = VisitChecklistRow(id=visit.id, job_id=visit.job_id, station_id=visit.station_id, written={}, **nothing)
    add(change.session, row)
    return row


def _keep(
    change: Change, row: VisitChecklistRow, checklist: ChecklistRow, values: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The version of the first answer stays: what was asked does not change under somebody's hands."""
    stored: dict[str, Any] = getattr(row, checklist.section)
    kept = {"checklist_id": stored["checklist_id"] or checklist.id, "answers": {**stored["answers"], **values}}
    if kept != stored:
        setattr(row, checklist.section, kept)
        row.written = write_down(change, row.written, checklist.section, values)
        publish_on_job(change, row)
    return kept


def _review(
    change: Change, visit: VisitRow, row: VisitChecklistRow, section: str, conflicts: tuple[Conflict, ...]
) -> list[str]:
    if not conflicts:
        return []
    typed = Typed(
        table="visit_checklist",
        row_id=row.id,
        section=section,
        job_id=visit.job_id,
        station_id=visit.station_id,
        owner_id=decider(change, visit.job_id, visit.technician_id),
        author=visit.technician_id,
        authored_at=visit.arrived_at,
        written=row.written,
    )
    return open_reviews(change, typed, conflicts)


def _with_doubts(outcome: Outcome, checklist: ChecklistRow, answers: Mapping[str, Any]) -> Outcome:
    """A number outside what was expected is said, never refused."""
    found = doubts(Answered(read_items(checklist.items), answers))
    if found and outcome is APPLIED:
        return Outcome(Verdict.APPLIED, "answer_out_of_range", {item: doubt.value for item, doubt in found.items()})
    return outcome


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "visit.answer",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitAnswerBody,
        args=lambda visit_id, checklist_id, changes: VisitAnswer(visit_id, checklist_id, read_edits(changes)),
        needs=lambda args: [
            ("visit", args.visit_id),
            ("visit_checklist", args.visit_id),
            ("checklist", args.checklist_id),
        ],
        write=_answer,
    ),
)
