"""What stands beside each balance of a van or a store: its newest steps, and its batches (PART-1, PART-9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.rules.stock import Movement, batch_balances, newest_steps
from server.tables.loading import add, load, preload
from server.tables.stock import StockBatchRow, StockTrailRow, stock_batch_id, stock_id
from server.visibility.audiences import of_stock
from server.visibility.fields import moment
from sync.ports import Change


@dataclass(frozen=True, slots=True)
class Document:
    """What the pieces moved on: the row that a discrepancy is about, and that a stock's trail leads to."""

    table: str
    row_id: str


def trace(
    change: Change,
    movements: Sequence[Movement],
    stations: Mapping[str, str],
    *,
    document: Document | None,
    first_line: int,
) -> None:
    """Keep the newest steps and the batches of what just moved, and tell who sees the stock."""
    for line, movement in enumerate(movements, first_line):
        for here, other, direction in (
            (movement.from_location, movement.to_location, -1),
            (movement.to_location, movement.from_location, 1),
        ):
            if here in stations:
                step = {
                    "mutation_id": change.mutation_id,
                    "line": line,
                    "at": moment(change.happened_at),
                    "by": change.user_id,
                    "other": other,
                    "quantity": direction * movement.quantity,
                    "batch": movement.batch,
                    "document_table": None if document is None else document.table,
                    "document_id": None if document is None else document.row_id,
                }
                row = _trail(change, here, movement.part_id, stations[here])
                row.steps = newest_steps([*row.steps, step])
                change.publish("stock_trail", row.id, of_stock(here, stations[here]))
    for (location, part_id, batch), quantity in batch_balances(movements).items():
        if location in stations:
            of_batch = _batch(change, location, part_id, batch, stations[location])
            of_batch.quantity += quantity
            change.publish("stock_batch", of_batch.id, of_stock(location, stations[location]))


def _trail(change: Change, location: str, part_id: str, station_id: str) -> StockTrailRow:
    row_id = stock_id(location, part_id)
    preload(change.session, StockTrailRow, [row_id], lock=True)
    row = load(change.session, StockTrailRow, row_id)
    if row is None:
        row = StockTrailRow(id=row_id, station_id=station_id, location=location, part_id=part_id, steps=[])
        add(change.session, row)
    return row


def _batch(change: Change, location: str, part_id: str, batch: str, station_id: str) -> StockBatchRow:
    row_id = stock_batch_id(location, part_id, batch)
    preload(change.session, StockBatchRow, [row_id], lock=True)
    row = load(change.session, StockBatchRow, row_id)
    if row is None:
        row = StockBatchRow(
            id=row_id, station_id=station_id, location=location, part_id=part_id, batch=batch, quantity=0
        )
        add(change.session, row)
    return row
