"""What a period says beside its jobs: ratings, reports, old parts and counts (KPI-1, KPI-2)."""

from collections.abc import Iterator, Sequence

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from server.figures.books import Books, moments_of
from server.rules.figures import Case, Figure, Period, back_in_time, is_satisfied
from server.rules.jobs import lead_of
from server.rules.old_parts import OldPartState
from server.rules.visits import VisitState
from server.tables.counts import StockCountRow
from server.tables.hand_overs import RatingRow
from server.tables.jobs import JobRow
from server.tables.old_parts import OldPartRow
from server.tables.reports import ReportRow
from server.tables.visits import VisitRow
from server.tables.write_offs import WaiverRow

_NEVER_DUE = (OldPartState.NOT_REMOVED, OldPartState.MATCHED)


def rating_cases(session: Session, station_ids: Sequence[str], period: Period, books: Books) -> Iterator[Case]:
    """Give a case for each rating; it counts on the day on which it was given (VIS-11)."""
    begins, ends = moments_of(period)
    query = (
        select(RatingRow.station_id, RatingRow.rated_at, RatingRow.score, JobRow.technicians, JobRow.fault_class)
        .join(JobRow, JobRow.id == RatingRow.job_id)
        .where(RatingRow.station_id.in_(station_ids), RatingRow.rated_at >= begins, RatingRow.rated_at < ends)
    )
    for station_id, at, score, technicians, fault_class in session.execute(query):
        satisfied = is_satisfied(score, least=books.satisfied_least)
        day = books.day_at(station_id, at)
        yield Case(Figure.SATISFIED, day, satisfied, station_id, lead_of(technicians), fault_class)


def report_cases(session: Session, station_ids: Sequence[str], period: Period, books: Books) -> Iterator[Case]:
    """Give a case for each report that was handed in: whether the visit was closed without a signature (VIS-8)."""
    begins, ends = moments_of(period)
    query = (
        select(ReportRow.station_id, ReportRow.closed_at, VisitRow.state, JobRow.technicians, JobRow.fault_class)
        .join(VisitRow, VisitRow.id == ReportRow.visit_id)
        .join(JobRow, JobRow.id == ReportRow.job_id)
        .where(ReportRow.station_id.in_(station_ids), ReportRow.closed_at >= begins, ReportRow.closed_at < ends)
    )
    for station_id, at, state, technicians, fault_class in session.execute(query):
        day = books.day_at(station_id, at)
        yield Case(Figure.UNSIGNED, day, state == VisitState.UNSIGNED, station_id, lead_of(technicians), fault_class)


def old_part_cases(session: Session, station_ids: Sequence[str], period: Period, books: Books) -> Iterator[Case]:
    """Give a case for each old part that fell due, on its due day; what was waived is not waited for (OLD-4)."""
    query = (
        select(
            OldPartRow.station_id, OldPartRow.due_on, OldPartRow.received_at, OldPartRow.removed_by, JobRow.fault_class
        )
        .outerjoin(JobRow, JobRow.id == OldPartRow.job_id)
        .outerjoin(WaiverRow, WaiverRow.id == OldPartRow.swap_id)
        .where(
            OldPartRow.station_id.in_(station_ids),
            OldPartRow.due_on >= period.begins,
            OldPartRow.due_on < period.ends,
            OldPartRow.state.not_in(_NEVER_DUE),
            or_(WaiverRow.id.is_(None), OldPartRow.received_at.is_not(None)),
        )
    )
    for station_id, due_on, received_at, removed_by, fault_class in session.execute(query):
        if due_on is None:
            continue
        received_on = None if received_at is None else books.day_at(station_id, received_at)
        back = back_in_time(due_on, received_on, books.today(station_id))
        if back is not None:
            yield Case(Figure.OLD_PARTS_BACK, due_on, back, station_id, removed_by, fault_class)


def count_cases(session: Session, station_ids: Sequence[str], period: Period, books: Books) -> Iterator[Case]:
    """Give a case for each part that was counted: whether shelf and books agreed (PART-1)."""
    begins, ends = moments_of(period)
    query = select(
        StockCountRow.station_id, StockCountRow.counted_at, StockCountRow.location, StockCountRow.lines
    ).where(
        and_(
            StockCountRow.station_id.in_(station_ids),
            StockCountRow.counted_at >= begins,
            StockCountRow.counted_at < ends,
        )
    )
    for station_id, at, location, lines in session.execute(query):
        kind, _, owner = location.partition(":")
        day, whose = books.day_at(station_id, at), owner if kind == "van" else None
        for line in lines:
            yield Case(Figure.STOCK_AGREES, day, line["counted"] == line["expected"], station_id, whose)
