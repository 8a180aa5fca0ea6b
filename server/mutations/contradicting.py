"""Opens what a fact contradicts, and says so in the verdict."""

from collections.abc import Iterable, Sequence

from server.mutations.publishing import publish_discrepancy
from server.rules.discrepancies import Discrepancy, DiscrepancyState, discrepancy_id
from server.rules.people import Role
from server.tables.discrepancies import DiscrepancyRow
from server.tables.loading import add, load
from sync.ports import APPLIED, Change, Outcome, Verdict


def applied(
    change: Change,
    found: Iterable[Discrepancy],
    *,
    job_id: str | None,
    station_id: str,
    reviews: Sequence[str] = (),
) -> Outcome:
    """Open a discrepancy for each finding and return the outcome of a fact that was stored.

    The first finding names the verdict; the others stand in its detail. Reviews weigh more: a person must decide.
    """
    opened = [(one, _open(change, one, job_id, station_id)) for one in found]
    detail = {}
    if opened:
        detail["discrepancy_id"] = opened[0][1]
    if len(opened) > 1:
        detail["more"] = [{"code": str(one.kind), "discrepancy_id": row_id} for one, row_id in opened[1:]]  # type: ignore[assignment]
    if reviews:
        return Outcome(Verdict.NEEDS_REVIEW, "changed_by_two", {**detail, "review_ids": list(reviews)})
    if opened:
        return Outcome(Verdict.APPLIED_WITH_DISCREPANCY, str(opened[0][0].kind), detail)
    return APPLIED


def _open(change: Change, found: Discrepancy, job_id: str | None, station_id: str) -> str:
    row_id = discrepancy_id(change.mutation_id, found)
    if found.once and load(change.session, DiscrepancyRow, row_id) is not None:
        return row_id
    row = DiscrepancyRow(
        id=row_id,
        kind=found.kind.value,
        job_id=job_id,
        station_id=station_id,
        subject_table=found.subject_table,
        subject_id=found.subject_id,
        detail=dict(found.detail),
        owner_role=Role.MANAGER.value,
        owner_id=None,
        passes=None,
        state=DiscrepancyState.OPEN.value,
        opened_at=change.happened_at,
        raised_by=change.user_id,
        settlement=None,
        note=None,
        settled_by=None,
        settled_at=None,
    )
    add(change.session, row)
    publish_discrepancy(change, row)
    return row_id
