"""What is open now: old parts that have not come back, and what waits for a person (OLD-4, KPI-2)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from server.figures.books import Books
from server.rules.figures import Slice, days_out
from server.rules.old_parts import ON_THE_WAY
from server.rules.reports import WAITING
from server.tables.discrepancies import OPEN, DiscrepancyRow
from server.tables.jobs import JobRow
from server.tables.old_parts import OldPartRow
from server.tables.parts import PartRow
from server.tables.reports import ReportRow
from server.tables.still_open import is_one_of
from server.tables.write_offs import WaiverRow


@dataclass(slots=True)
class Aged:
    """Pieces that are out, in each stretch of days, and their list price in minor units by currency."""

    pieces: list[int]
    worth: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waits:
    """So many of one kind wait for a person, the first of them ``since`` that moment."""

    kind: str
    count: int
    since: datetime


def out(session: Session, station_ids: Sequence[str], asked: Slice, books: Books) -> dict[tuple[str, str | None], Aged]:
    """Return the old parts that are out, by station and who took them off; waived ones are not waited for."""
    query = (
        select(
            OldPartRow.station_id,
            OldPartRow.removed_by,
            OldPartRow.removed_at,
            OldPartRow.quantity,
            PartRow.list_price_minor,
            PartRow.currency,
        )
        .outerjoin(PartRow, PartRow.id == OldPartRow.part_id)
        .outerjoin(WaiverRow, WaiverRow.id == OldPartRow.swap_id)
        .where(
            OldPartRow.station_id.in_(station_ids),
            is_one_of(OldPartRow.state, ON_THE_WAY),
            WaiverRow.id.is_(None),
        )
    )
    if asked.technician_id is not None:
        query = query.where(OldPartRow.removed_by == asked.technician_id)
    if asked.fault_class is not None:
        query = query.join(JobRow, JobRow.id == OldPartRow.job_id).where(JobRow.fault_class == asked.fault_class)
    found: dict[tuple[str, str | None], Aged] = {}
    for station_id, removed_by, removed_at, quantity, price, currency in session.execute(query):
        aged = found.setdefault((station_id, removed_by), Aged([0] * (len(books.ageing_days) + 1)))
        removed_on = books.day_at(station_id, removed_at or books.now)
        aged.pieces[days_out(removed_on, books.today(station_id), books.ageing_days)] += quantity
        if price is not None and currency is not None:
            aged.worth[currency] = aged.worth.get(currency, 0) + price * quantity
    return found


def waiting(session: Session, station_ids: Sequence[str]) -> list[Waits]:
    """Return what waits for a person at these stations, what has waited longest first."""
    exceptions = (
        select(DiscrepancyRow.kind, func.count(), func.min(DiscrepancyRow.opened_at))
        .where(DiscrepancyRow.station_id.in_(station_ids), is_one_of(DiscrepancyRow.state, OPEN))
        .group_by(DiscrepancyRow.kind)
    )
    reports: Any = (
        select(literal("report_") + ReportRow.state, func.count(), func.min(ReportRow.closed_at))
        .where(ReportRow.station_id.in_(station_ids), is_one_of(ReportRow.state, WAITING))
        .group_by(ReportRow.state)
    )
    found = [Waits(*row) for query in (exceptions, reports) for row in session.execute(query)]
    return sorted(found, key=lambda waits: (waits.since, waits.kind))
