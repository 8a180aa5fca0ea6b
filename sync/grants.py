"""Who had which lane from which position to which, and what that says of a mutation's standing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, insert, select, update
from sqlalchemy.orm import Session

from sync.feed import GRANT_TABLE, Entry, Head, Op, life_of, read_head
from sync.one_of import one_of
from sync.ports import Standing
from sync.tables import grants, head

# To whom and which lane.
Holder = tuple[str, str]


_HISTORY = select(grants.c.user_id, grants.c.lane, grants.c.from_position, grants.c.to_position).where(
    one_of(grants.c.lane, "lanes")
)
_END = (
    update(grants)
    .where(
        grants.c.user_id == bindparam("holder"),
        grants.c.lane == bindparam("of_lane"),
        grants.c.to_position.is_(None),
    )
    .values(to_position=bindparam("ended"), reason=bindparam("why"))
)


_HEAD_AND_LANES = (
    select(head.c.position, head.c.epoch, grants.c.lane, grants.c.from_position)
    .outerjoin_from(head, grants, and_(grants.c.user_id == bindparam("holder"), grants.c.to_position.is_(None)))
    .order_by(grants.c.from_position.desc())
)


@dataclass(frozen=True, slots=True)
class Span:
    """From the position at which a grant began to the one at which it ended; an open one has no end."""

    begin: int
    end: int | None


class GrantBook:
    """The grants of some lanes as they stand during a batch, its own grants and revocations included."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._spans: dict[Holder, list[Span]] = {}
        self._known_lanes: set[str] = set()
        self._wanted: dict[Holder, str | None] = {}
        self._passing: set[Holder] = set()

    def load(self, lanes: Collection[str]) -> None:
        """Read the history of lanes that are not in the book yet."""
        unknown = sorted(set(lanes) - self._known_lanes)
        if not unknown:
            return
        self._known_lanes.update(unknown)
        for row in self._session.connection().execute(_HISTORY, {"lanes": unknown}):
            self._spans.setdefault((row.user_id, row.lane), []).append(Span(row.from_position, row.to_position))

    def standing(self, user_id: str, lane: str, base: int) -> Standing:
        """Now, then (held at ``base`` and ended since), or never."""
        holder = (user_id, lane)
        if self._wanted.get(holder, "") is None or (holder not in self._wanted and self._is_open(holder)):
            return Standing.NOW
        spans = list(self._spans.get(holder, ()))
        if holder in self._passing:
            next_position = read_head(self._session).position + 1
            spans.append(Span(next_position, next_position))
        return Standing.THEN if any(_covers(span, base) for span in spans) else Standing.NEVER

    def note(self, wanted: Mapping[Holder, str | None]) -> None:
        """Take in what a mutator granted (``None``) or revoked (with its reason)."""
        self.load([lane for _, lane in wanted])
        for holder, reason in wanted.items():
            if reason is None and not self._is_open(holder):
                self._passing.add(holder)
        self._wanted.update(wanted)

    def changes(self) -> dict[Holder, str | None]:
        """What really changes: a grant of what is held already is none, one that ends at once leaves its trace."""
        return {
            holder: wanted
            for holder, wanted in self._wanted.items()
            if self._is_open(holder) == (wanted is not None) or holder in self._passing
        }

    def store(self, changes: Mapping[Holder, str | None], positions: Mapping[Entry, int]) -> None:
        """Write the changes with the positions that the feed gave them."""
        begun: list[dict[str, object]] = []
        ended: list[dict[str, object]] = []
        for (user_id, lane), reason in changes.items():
            position = positions[lane_entry(user_id, lane)]
            if self._is_open((user_id, lane)):
                ended.append({"holder": user_id, "of_lane": lane, "ended": position, "why": reason})
            else:
                span = {"from_position": position, "to_position": None if reason is None else position}
                begun.append({"user_id": user_id, "lane": lane, "reason": reason, **span})
        if begun:
            self._session.execute(insert(grants), begun)
        if ended:
            self._session.connection().execute(_END, ended)

    def _is_open(self, holder: Holder) -> bool:
        return any(span.end is None for span in self._spans.get(holder, ()))


def _covers(span: Span, base: int) -> bool:
    """Whether a device that had seen ``base`` may have held the lane.

    A grant from a later life of the server may repeat one that the restore took back, so it counts from the beginning.
    """
    has_begun = span.begin <= base or life_of(span.begin) > life_of(base)
    return has_begun and (span.end is None or base < span.end)


def lane_entry(user_id: str, lane: str) -> Entry:
    """The feed row by which the person learns that a lane was granted or revoked."""
    return Entry(GRANT_TABLE, lane, f"user:{user_id}")


def lane_ops(changes: Mapping[Holder, str | None]) -> dict[Entry, Op]:
    """The feed rows for these changes."""
    return {
        lane_entry(user_id, lane): Op.GRANT if reason is None else Op.REVOKE
        for (user_id, lane), reason in changes.items()
    }


def read_head_and_lanes(session: Session, user_id: str) -> tuple[Head, dict[str, int]]:
    """The head; and the lanes that the person has now, with the position since which each is theirs, newest first."""
    rows = session.connection().execute(_HEAD_AND_LANES, {"holder": user_id}).all()
    return Head(rows[0].position, rows[0].epoch), {row.lane: row.from_position for row in rows if row.lane is not None}


def open_lanes(session: Session, user_id: str) -> dict[str, int]:
    """The lanes that the person has now, and since which position; the newest first."""
    _, lanes = read_head_and_lanes(session, user_id)
    return lanes


def revocations(session: Session, user_id: str, lanes: Iterable[str]) -> dict[str, str]:
    """Why each of these lanes was taken away last."""
    query = (
        select(grants.c.lane, grants.c.reason)
        .where(grants.c.user_id == user_id, grants.c.lane.in_(list(lanes)), grants.c.to_position.is_not(None))
        .order_by(grants.c.to_position)
    )
    return {row.lane: row.reason for row in session.execute(query)}
