"""Opens a review for each field that two people changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.mutations.publishing import publish_review
from server.rules.jobs import lead_of
from server.rules.merge import Conflict
from server.rules.reviews import ReviewState, review_id
from server.tables.jobs import JobRow
from server.tables.loading import add, load, matching
from server.tables.reviews import ReviewRow
from server.visibility.fields import moment
from sync.ports import Change

Written = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Typed:
    """The row whose fields were typed. ``written`` says who wrote ``section.field`` last; else its ``author`` did."""

    table: str
    row_id: str
    section: str | None
    job_id: str
    station_id: str
    owner_id: str
    author: str
    authored_at: datetime
    written: Written


def decider(change: Change, job_id: str, author: str) -> str:
    """Return who decides about what was recorded on a job: its lead, or the author while nobody leads (JOB-4)."""
    job = load(change.session, JobRow, job_id)
    return (None if job is None else lead_of(job.technicians)) or author


def write_down(change: Change, written: Written, section: str | None, names: Iterable[str]) -> dict[str, Any]:
    """Return ``written`` with this change's author for these fields."""
    now = [change.user_id, moment(change.happened_at)]
    return {**written, **{_key(section, name): now for name in names}}


def open_reviews(change: Change, typed: Typed, conflicts: Iterable[Conflict]) -> list[str]:
    """Keep both values of each conflict and return the reviews' ids.

    Who goes on typing in a field of which they have proposed a value changes their proposal.
    """
    return [_open(change, typed, conflict) for conflict in conflicts]


def _open(change: Change, typed: Typed, conflict: Conflict) -> str:
    proposed = _json(conflict.proposed)
    mine = _own_proposal(change, typed, conflict)
    if mine is not None:
        mine.proposed, mine.proposed_at = proposed, change.happened_at
        publish_review(change, mine)
        return mine.id
    by, at = typed.written.get(_key(typed.section, conflict.name), (typed.author, None))
    row = ReviewRow(
        id=review_id(change.mutation_id, typed.section, conflict.name),
        job_id=typed.job_id,
        station_id=typed.station_id,
        table=typed.table,
        row_id=typed.row_id,
        section=typed.section,
        field=conflict.name,
        in_force=_json(conflict.in_force),
        in_force_by=by,
        in_force_at=typed.authored_at if at is None else datetime.fromisoformat(at),
        proposed=proposed,
        proposed_by=change.user_id,
        proposed_at=change.happened_at,
        owner_id=typed.owner_id,
        state=ReviewState.OPEN.value,
        settled_by=None,
        settled_at=None,
    )
    add(change.session, row)
    publish_review(change, row)
    return row.id


def _own_proposal(change: Change, typed: Typed, conflict: Conflict) -> ReviewRow | None:
    reviews = matching(change.session, ReviewRow, "row_id", typed.row_id)
    same_table = (row for row in reviews if row.table == typed.table)
    mine = (row for row in same_table if row.state == ReviewState.OPEN and row.proposed_by == change.user_id)
    before = _json(conflict.before)
    same = (row for row in mine if (row.section, row.field) == (typed.section, conflict.name))
    return next((row for row in same if row.proposed == before), None)


def _json(value: Any) -> Any:
    return moment(value) if isinstance(value, datetime) else value


def _key(section: str | None, name: str) -> str:
    return name if section is None else f"{section}.{name}"
