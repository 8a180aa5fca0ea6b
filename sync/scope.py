"""What one person's device may see at one moment."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.orm import Session

from sync.feed import Head
from sync.grants import read_head_and_lanes
from sync.ports import Application


@dataclass(frozen=True, slots=True)
class Scope:
    """The audiences of a person on a device, and the tables that the device knows.

    ``lanes`` gives for each granted lane the position since which it is granted, the newest first.
    """

    user_id: str
    device_id: str
    head: Head
    standing: frozenset[str]
    lanes: dict[str, int]
    tables: tuple[str, ...]

    @property
    def audiences(self) -> frozenset[str]:
        return self.standing | self.lanes.keys()

    @property
    def nearest_first(self) -> list[str]:
        """The order in which a first sync loads: one's own, one's work, one's place, what all share, old verdicts."""
        own, device = own_audience(self.user_id), device_audience(self.device_id)
        rest = sorted(self.standing - {own, device}, key=lambda audience: (audience == "all", audience))
        return [own, *self.lanes, *rest, device]


def own_audience(user_id: str) -> str:
    """What concerns the person whatever their role."""
    return f"user:{user_id}"


def device_audience(device_id: str) -> str:
    """The verdicts on what the device sent."""
    return f"device:{device_id}"


def read_scope(
    session: Session, application: Application, user_id: str, device_id: str, tables: Collection[str] | None
) -> Scope:
    """``tables`` are those that the device knows; all without it."""
    standing = application.audiences(session, user_id, device_id)
    head, lanes = read_head_and_lanes(session, user_id)
    return Scope(
        user_id=user_id,
        device_id=device_id,
        head=head,
        standing=standing | {own_audience(user_id), device_audience(device_id)},
        lanes=lanes,
        tables=tuple(sorted(application.tables if tables is None else application.tables & set(tables))),
    )
