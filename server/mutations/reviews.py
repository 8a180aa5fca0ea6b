"""Reviews: a person decides which of two values holds."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, ValidationError, fields

from server.mutations.acting import Actor, check_lane
from server.mutations.entry import Entry, declare
from server.mutations.jobs import job_of, refill
from server.mutations.publishing import publish_job, publish_on_job, publish_review
from server.mutations.reviewing import write_down
from server.mutations.sealing import note_changes_on_job
from server.mutations.swap_corrections import corrected_value, settle_correction
from server.rules.people import Role
from server.rules.reviews import Choice, ReviewState, ValueDoesNotFit, settle
from server.rules.visits import VisitState, check_changeable
from server.tables.checklists import VisitChecklistRow
from server.tables.loading import load
from server.tables.reviews import ReviewRow
from server.tables.visits import VisitRow
from server.visibility.fields import Code, Id
from server.visibility.schemas.checklists import Answer
from server.visibility.schemas.jobs import JobRowSchema
from server.visibility.schemas.visits import CheckSchema, HandleSchema, ListenSchema, LookSchema
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing

_SHAPES = {
    None: JobRowSchema(),
    "listen": ListenSchema(),
    "look": LookSchema(),
    "check": CheckSchema(),
    "handle": HandleSchema(),
}
_ANSWER = Answer(allow_none=True)


class ReviewSettleBody(Schema):
    """The choice; ``value`` is used only with ``other``."""

    review_id = Id(required=True)
    choice = Code(Choice, required=True)
    value = fields.Raw(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class ReviewSettle:
    """See ``ReviewSettleBody``."""

    review_id: str
    choice: str
    value: Any


def _settle(change: Change, actor: Actor, args: ReviewSettle) -> Outcome:
    review = load(change.session, ReviewRow, args.review_id)
    if review is None:
        raise Missing("The review has not arrived yet.", table="review", id=args.review_id)
    check_lane(change, f"job:{review.job_id}")
    chosen = settle(
        Choice(args.choice),
        state=ReviewState(review.state),
        in_force=review.in_force,
        proposed=review.proposed,
        other=args.value,
        by_owner=review.owner_id == actor.user_id,
        by_manager=actor.is_office(Role.MANAGER, review.station_id),
        by_proposer=review.proposed_by == actor.user_id,
    )
    if Choice(args.choice) is not Choice.IN_FORCE:
        _write(change, review, _fitting(review, chosen))
        note_changes_on_job(change, review.job_id)
    review.state = ReviewState.SETTLED.value
    review.settled_by, review.settled_at = change.user_id, change.happened_at
    publish_review(change, review)
    return APPLIED


def _fitting(review: ReviewRow, value: Any) -> Any:
    """Return the value as the field keeps it."""
    try:
        if review.table == "swap":
            return corrected_value(review.field, value)
        if review.table == "visit_checklist":
            return _ANSWER.deserialize(value)
        return _SHAPES[review.section].fields[review.field].deserialize(value)
    except ValidationError as error:
        raise ValueDoesNotFit("This value does not fit the field. Choose another.", field=review.field) from error


def _write(change: Change, review: ReviewRow, value: Any) -> None:
    if review.table == "swap":
        settle_correction(change, review.row_id, review.field, value)
        return
    if review.section is None:
        job = job_of(change, review.row_id)
        setattr(job, review.field, value)
        job.written = write_down(change, job.written, None, [review.field])
        refill(change, job, [review.field])
        publish_job(change, job)
        return
    visit = load(change.session, VisitRow, review.row_id)
    if visit is None:
        raise Missing("The visit has not arrived yet.", table="visit", id=review.row_id)
    check_changeable(VisitState(visit.state))
    if review.table == "visit_checklist":
        _write_answer(change, review, value)
        return
    setattr(visit, review.section, {**getattr(visit, review.section), review.field: value})
    visit.written = write_down(change, visit.written, review.section, [review.field])
    publish_on_job(change, visit)


def _write_answer(change: Change, review: ReviewRow, value: Any) -> None:
    row = load(change.session, VisitChecklistRow, review.row_id)
    if row is None or review.section is None:
        raise Missing("The answers have not arrived yet.", table="visit_checklist", id=review.row_id)
    kept = getattr(row, review.section)
    setattr(row, review.section, {**kept, "answers": {**kept["answers"], review.field: value}})
    row.written = write_down(change, row.written, review.section, [review.field])
    publish_on_job(change, row)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "review.settle",
        Kind.REQUEST,
        roles=[Role.MANAGER, Role.DISPATCHER, Role.TECHNICIAN],
        schema=ReviewSettleBody,
        args=ReviewSettle,
        needs=lambda args: [("review", args.review_id)],
        write=_settle,
    ),
)
