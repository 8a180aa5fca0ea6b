"""One mutation being applied: what its mutator may know, and what it asks the engine to tell whom."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from sync.envelope import happened_at
from sync.feed import Entry, Op
from sync.grants import Holder
from sync.ports import Standing
from sync.waiting import Waiting


class AppliedChange:
    """The engine's ``Change``; its effects count only if the mutator returns."""

    __slots__ = ("_waiting", "appended", "lanes", "rows", "session", "standing")

    def __init__(self, session: Session, waiting: Waiting, standing: Standing) -> None:
        self.session = session
        self.standing = standing
        self.appended: list[tuple[Table, Mapping[str, Any]]] = []
        self.rows: dict[Entry, Op] = {}
        self.lanes: dict[Holder, str | None] = {}
        self._waiting = waiting

    @property
    def user_id(self) -> str:
        return self._waiting.user_id

    @property
    def device_id(self) -> str:
        return self._waiting.device_id

    @property
    def mutation_id(self) -> str:
        return self._waiting.mutation_id

    @property
    def lane(self) -> str:
        return self._waiting.lane

    @property
    def device_time(self) -> str:
        return self._waiting.device_time

    @property
    def happened_at(self) -> datetime:
        return happened_at(self._waiting.device_time, self._waiting.clock_offset_ms, self.received_at)

    @property
    def received_at(self) -> datetime:
        return datetime.fromisoformat(self._waiting.received_at)

    def append(self, log: Table, row: Mapping[str, Any]) -> None:
        self.appended.append((log, row))

    def publish(self, table: str, row_id: str, audiences: Iterable[str]) -> None:
        for audience in audiences:
            self.rows[Entry(table, row_id, audience)] = Op.PUT

    def withdraw(self, table: str, row_id: str, audiences: Iterable[str]) -> None:
        for audience in audiences:
            self.rows[Entry(table, row_id, audience)] = Op.DEL

    def grant(self, user_id: str, lane: str) -> None:
        self.lanes[user_id, lane] = None

    def revoke(self, user_id: str, lane: str, reason: str) -> None:
        self.lanes[user_id, lane] = reason
