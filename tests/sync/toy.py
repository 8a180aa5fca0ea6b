"""The smallest application that needs every promise of the engine: notes on jobs, and a stock ledger."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from sync.ports import APPLIED, Change, Kind, Mutator, Outcome, Standing, Verdict
from sync.refusal import Missing, NotPermitted, Refusal

OFFICE = "office"
OFFICE_AUDIENCE = "role:office"


class Base(DeclarativeBase):
    pass


class Note(Base):
    """Lines in the order in which they were applied; ``late`` counts those of people who had lost the job."""

    __tablename__ = "note"
    id: Mapped[str] = mapped_column(primary_key=True)
    lane: Mapped[str]
    title: Mapped[str]
    lines: Mapped[str] = mapped_column(default="[]")
    sealed: Mapped[bool] = mapped_column(default=False)
    late: Mapped[int] = mapped_column(default=0)


class Balance(Base):
    __tablename__ = "balance"
    id: Mapped[str] = mapped_column(primary_key=True)
    quantity: Mapped[int] = mapped_column(default=0)


class Movement(Base):
    """One for each mutation; together they make the balances."""

    __tablename__ = "movement"
    mutation_id: Mapped[str] = mapped_column(primary_key=True)
    giver: Mapped[str]
    taker: Mapped[str]
    quantity: Mapped[int]


class Sealed(Refusal):
    code = "sealed"


class PowerCut(BaseException):
    """Not an Exception: nothing in the program may catch it."""


TABLES = {"note": Note, "balance": Balance}
WIRE = {"note": ("id", "lane", "title", "lines", "sealed", "late"), "balance": ("id", "quantity")}


@dataclass
class Toy:
    """The application.

    On a line in ``crashing`` the rule crashes; each of ``faults`` is raised once, when a batch has brought its rows.
    """

    crashing: set[str] = field(default_factory=set)
    faults: list[BaseException] = field(default_factory=list)
    desk: dict[str, frozenset[str]] = field(default_factory=dict)
    tables: frozenset[str] = frozenset(TABLES)
    mutators: Mapping[tuple[str, int], Mutator[Any]] = field(default_factory=dict)

    def __post_init__(self):
        self.mutators = {(mutator.name, mutator.v): mutator for mutator in self._all()}

    def audiences(self, session: Session, user_id: str, device_id: str) -> frozenset[str]:
        return self.desk.get(user_id, frozenset({"all", OFFICE_AUDIENCE} if user_id == OFFICE else {"all"}))

    def preload(self, session: Session, needs: Mapping[str, set[str]]) -> None:
        for name, ids in sorted(needs.items()):
            table = TABLES[name]
            found = session.scalars(select(table).where(table.id.in_(ids)).order_by(table.id).with_for_update())
            session.info.setdefault(name, {}).update(dict.fromkeys(ids) | {row.id: row for row in found})
        if self.faults:
            raise self.faults.pop()

    def rows(self, session: Session, table: str, ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
        found = session.scalars(select(TABLES[table]).where(TABLES[table].id.in_(ids)))
        return {row.id: {column: getattr(row, column) for column in WIRE[table]} for row in found}

    def _all(self):
        def note_of(body):
            return [("note", body["id"])]

        def no_rows(body):
            return []

        def places_of(body):
            return [("balance", body["giver"]), ("balance", body["taker"])]

        yield Mutator("note.open", 1, Kind.FACT, _parse, note_of, self._open)
        yield Mutator("note.add", 1, Kind.FACT, _parse, note_of, self._add)
        yield Mutator("note.seal", 1, Kind.FACT, _parse, note_of, self._seal)
        yield Mutator("note.rename", 1, Kind.REQUEST, _parse, note_of, self._rename)
        yield Mutator("note.scribble", 1, Kind.REQUEST, _parse, note_of, self._scribble)
        yield Mutator("note.remove", 1, Kind.REQUEST, _parse, note_of, self._remove)
        yield Mutator("stock.move", 1, Kind.FACT, _parse, places_of, self._move)
        yield Mutator("job.assign", 1, Kind.REQUEST, _parse, no_rows, self._assign)

    def _open(self, change: Change, body: Any) -> Outcome:
        if _loaded(change, "note", body["id"]) is None:
            _save(change, "note", Note(id=body["id"], lane=change.lane, title=body["title"], lines="[]"))
        _tell(change, body["id"])
        return APPLIED

    def _add(self, change: Change, body: Any) -> Outcome:
        note = self._writable(change, body)
        if body["line"] in self.crashing:
            raise ZeroDivisionError(body["line"])
        note.lines = json.dumps([*json.loads(note.lines), body["line"]], ensure_ascii=False)
        note.late = (note.late or 0) + (change.standing is Standing.THEN)
        _tell(change, note.id)
        return APPLIED

    def _seal(self, change: Change, body: Any) -> Outcome:
        self._writable(change, body).sealed = True
        _tell(change, body["id"])
        return APPLIED

    def _rename(self, change: Change, body: Any) -> Outcome:
        note = self._writable(change, body)
        if note.sealed:
            raise Sealed("It is signed.", id=note.id)
        if note.title not in {body["from"], body["to"]}:
            return Outcome(Verdict.NEEDS_REVIEW, "changed_by_both", {"in_force": note.title, "proposed": body["to"]})
        note.title = body["to"]
        _tell(change, note.id)
        return APPLIED

    def _scribble(self, change: Change, body: Any) -> Outcome:
        """What a mutator must not do: refuse after it has saved."""
        note = self._writable(change, body)
        note.title = "scribbled"
        change.session.add(Note(id="scribbled", lane=change.lane, title="scribbled", lines="[]"))
        _tell(change, "scribbled")
        raise Sealed("Too late.")

    def _remove(self, change: Change, body: Any) -> Outcome:
        note = self._writable(change, body)
        change.session.delete(note)
        change.session.info["note"][note.id] = None
        change.withdraw("note", note.id, [note.lane, OFFICE_AUDIENCE])
        return APPLIED

    def _move(self, change: Change, body: Any) -> Outcome:
        quantity = body["quantity"]
        change.session.add(Movement(mutation_id=change.mutation_id, **body))
        left = 0
        for place, delta in ((body["taker"], quantity), (body["giver"], -quantity)):
            balance = _loaded(change, "balance", place) or _save(change, "balance", Balance(id=place, quantity=0))
            balance.quantity += delta
            left = balance.quantity
            change.publish("balance", place, ["all"])
        if left < 0:
            return Outcome(Verdict.APPLIED_WITH_DISCREPANCY, "below_zero", {"left": left})
        return APPLIED

    def _assign(self, change: Change, body: Any) -> Outcome:
        if change.user_id != OFFICE:
            raise NotPermitted("Only the office assigns.")
        for user_id in body["off"]:
            change.revoke(user_id, change.lane, "reassigned")
        for user_id in body["on"]:
            change.grant(user_id, change.lane)
        return APPLIED

    def _writable(self, change: Change, body: Any) -> Note:
        if change.standing is Standing.NEVER and change.user_id != OFFICE:
            raise NotPermitted("This job was never yours.")
        note = _loaded(change, "note", body["id"])
        if note is None:
            raise Missing("There is no such note.", table="note", id=body["id"])
        return note


def _parse(body: Any) -> Any:
    if not isinstance(body, dict):
        raise ValueError("The body must be an object.")  # noqa: TRY004 -- the port asks for it
    return body


def _loaded(change: Change, table: str, row_id: str) -> Any:
    return change.session.info[table][row_id]


def _save(change: Change, table: str, row: Any) -> Any:
    change.session.add(row)
    change.session.info[table][row.id] = row
    return row


def _tell(change: Change, note_id: str) -> None:
    change.publish("note", note_id, [change.lane, OFFICE_AUDIENCE])
