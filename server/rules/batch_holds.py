"""Batch holds 停用: a batch of a part, or all of it, that nobody may issue or fit (PART-9)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sync.refusal import Refusal


class AlreadyOnHold(Refusal):
    """One hold at a time covers a batch."""

    code = "already_on_hold"


class HoldLifted(Refusal):
    """Somebody has lifted it before."""

    code = "hold_lifted"


@dataclass(frozen=True, slots=True)
class BatchHold:
    """Without a ``batch`` every piece of the part is on hold."""

    part_id: str
    batch: str | None
    lifted: bool = False

    def covers(self, part_id: str, batch: str | None) -> bool:
        """Say whether these pieces are on hold; of pieces whose batch nobody knows only a hold of all is sure."""
        return not self.lifted and self.part_id == part_id and self.batch in {None, batch}


def check_place(part_id: str, batch: str | None, holds: Iterable[BatchHold]) -> None:
    """Refuse a hold that stands already (PART-9)."""
    if any(not hold.lifted and (hold.part_id, hold.batch) == (part_id, batch) for hold in holds):
        raise AlreadyOnHold("This is on hold already. Lift that hold first, or leave it.", part_id=part_id, batch=batch)


def check_lift(hold: BatchHold) -> None:
    """Refuse to lift a hold twice."""
    if hold.lifted:
        raise HoldLifted("This hold was lifted before. Load it again.", part_id=hold.part_id)


def is_held(part_id: str, batch: str | None, holds: Iterable[BatchHold]) -> bool:
    """Say whether a hold covers these pieces (PART-9)."""
    return any(hold.covers(part_id, batch) for hold in holds)
