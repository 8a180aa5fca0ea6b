"""The mutations of one transaction: parsed together, run in order, stored together."""

import json
import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Insert, Table, insert
from sqlalchemy.orm import Session

from sync.change import AppliedChange
from sync.envelope import hash_envelope, read_body
from sync.failure import is_passing, trace
from sync.feed import SERVER, VERDICT_TABLE, Entry, Op, write_feed
from sync.grants import GrantBook, lane_ops
from sync.ports import Application, Kind, Mutator, Outcome, Verdict
from sync.refusal import Missing, Refusal
from sync.waiting import Decision, Waiting, lanes_awaiting, load_waiting, lock_lanes, read_originals, store_decisions

logger = logging.getLogger(__name__)

# Only a fix of the program or a person changes these; whatever else is held is tried again when its lane moves on.
STUCK = frozenset({"crashed", "unreadable", "unknown_mutation", "hash_mismatch", "mutation_id_reused"})

_WAITING = Decision(Verdict.HELD, "waiting")


class UncleanRefusal(Exception):  # noqa: N818 -- the mutator's fault, put right by running it in a savepoint
    """A mutator refused after it had saved or published something."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A readable envelope: the mutator that takes it, and its arguments."""

    mutator: Mutator[Any]
    arguments: Any


@dataclass(frozen=True, slots=True)
class Applied:
    """The new verdicts by inbox number, and the lanes that waited for a row which is here now."""

    verdicts: Mapping[int, tuple[Waiting, Decision]]
    lanes_to_try: frozenset[str]

    @property
    def settled(self) -> int:
        """How many envelopes have been settled."""
        return sum(decision.verdict is not Verdict.HELD for _, decision in self.verdicts.values())


NOTHING = Applied({}, frozenset())


class Batch:
    """All that waits in some lanes, applied in one transaction of the caller.

    ``try_stuck`` tries even what only a fix of the program can help. With ``one_by_one`` each mutation has a
    savepoint, so that the one that crashes is found and held; without, whatever is unexpected is raised.
    """

    def __init__(
        self, session: Session, application: Application, decided_at: str, *, try_stuck: bool, one_by_one: bool
    ) -> None:
        self._session = session
        self._application = application
        self._decided_at = decided_at
        self._try_stuck = try_stuck
        self._one_by_one = one_by_one
        self._book = GrantBook(session)
        self._parsed: dict[int, Parsed | Decision] = {}
        self._originals: Mapping[int, Any] = {}
        self._decisions: dict[int, Decision] = {}
        self._rows: dict[Entry, Op] = {}
        self._logs: dict[Table, list[Mapping[str, Any]]] = {}

    def apply(self, lanes: Collection[str]) -> Applied:
        """Take the steps of phase 2 for these lanes."""
        lock_lanes(self._session, lanes)
        waiting = load_waiting(self._session, lanes)
        to_try = [one for one in waiting if self._may_be_tried(one)]
        if not to_try:
            return NOTHING
        self._book.load(lanes)
        self._originals = self._load_originals(to_try)
        if not self._one_by_one:
            self._prepare(to_try)
        self._run_until_nothing_moves(waiting)
        self._session.flush()
        self._write_logs()
        return self._store(waiting)

    def _may_be_tried(self, one: Waiting) -> bool:
        return one.verdict is None or self._try_stuck or one.code not in STUCK

    def _load_originals(self, to_try: Sequence[Waiting]) -> Mapping[int, Any]:
        numbers = {one.repeat_of for one in to_try if one.repeat_of is not None}
        return read_originals(self._session, numbers) if numbers else {}

    def _prepare(self, to_try: Sequence[Waiting]) -> None:
        """Parse everything, then bring all the rows it needs, one statement a table."""
        needs: dict[str, set[str]] = {}
        for one in to_try:
            if one.repeat_of is not None:
                continue
            parsed = self._parsed[one.number] = self._parse(one)
            if isinstance(parsed, Parsed):
                for table, row_id in parsed.mutator.needs(parsed.arguments):
                    needs.setdefault(table, set()).add(row_id)
        if needs:
            self._application.preload(self._session, needs)

    def _parse(self, one: Waiting) -> Parsed | Decision:
        expected = hash_envelope(
            one.mutation_id, one.name, one.v, one.lane, one.base, one.device_time, one.tz_offset_min, one.body
        )
        if expected != one.sha256:
            return Decision(Verdict.HELD, "hash_mismatch")
        mutator = self._application.mutators.get((one.name, one.v))
        if mutator is None:
            return Decision(Verdict.HELD, "unknown_mutation", _written({"name": one.name, "v": one.v}))
        try:
            return Parsed(mutator, mutator.parse(read_body(one.body)))
        except ValueError as error:
            verdict = Verdict.HELD if mutator.kind is Kind.FACT else Verdict.REFUSED
            return Decision(verdict, "unreadable", _written({"message": str(error)}))

    def _run_until_nothing_moves(self, waiting: Sequence[Waiting]) -> None:
        """Run in order of arrival; then again what is held in a lane where something was settled after it."""
        pending = list(waiting)
        while pending:
            moved = self._run(pending)
            pending = [one for one in pending if one.number not in self._decisions or self._is_held(one)]
            if not any(one.lane in moved and self._is_worth_another_try(one) for one in pending):
                return

    def _run(self, pending: Sequence[Waiting]) -> set[str]:
        """Decide on each in order; answers the lanes in which something was settled."""
        blocked: set[tuple[str, str, str]] = set()
        moved: set[str] = set()
        for one in pending:
            place = (one.device_id, one.stream, one.lane)
            if not self._may_be_tried(one):
                blocked.add(place)
                continue
            decision = _WAITING if place in blocked else self._decide(one)
            self._decisions[one.number] = decision
            if decision.verdict is Verdict.HELD:
                blocked.add(place)
            else:
                moved.add(one.lane)
        return moved

    def _is_held(self, one: Waiting) -> bool:
        return self._decisions[one.number].verdict is Verdict.HELD

    def _is_worth_another_try(self, one: Waiting) -> bool:
        decision = self._decisions.get(one.number)
        return decision is not None and decision.code not in STUCK

    def _decide(self, one: Waiting) -> Decision:
        if one.repeat_of is not None:
            return self._repeated(one, one.repeat_of)
        if not self._one_by_one:
            return self._perform(one)
        try:
            with self._session.begin_nested():
                self._prepare([one])
                return self._perform(one)
        except _Undone as undone:
            return undone.decision
        except Exception as error:
            if is_passing(error):
                raise
            logger.error(  # noqa: TRY400 -- the error's words may name a person
                "mutation %s (%s v%s) crashed and is held: %s", one.mutation_id, one.name, one.v, trace(error)
            )
            return Decision(Verdict.HELD, "crashed", _written({"error": type(error).__name__}))

    def _repeated(self, one: Waiting, original_number: int) -> Decision:
        """The verdict on the first of its kind; a repeat takes no effect of its own."""
        original = self._originals[original_number]
        if original.sha256 != one.sha256:
            return Decision(Verdict.HELD, "mutation_id_reused")
        return self._decisions.get(original_number) or original.decision or _WAITING

    def _perform(self, one: Waiting) -> Decision:
        parsed = self._parsed[one.number]
        if isinstance(parsed, Decision):
            return parsed
        standing = self._book.standing(one.user_id, one.lane, one.base)
        change = AppliedChange(self._session, one, standing)
        before = self._unsaved()
        try:
            outcome = parsed.mutator.apply(change, parsed.arguments)
        except Refusal as refusal:
            decision = _refused(refusal, parsed.mutator.kind)
            if self._one_by_one:
                raise _Undone(decision) from refusal
            if change.appended or change.rows or change.lanes or self._unsaved() > before:
                raise UncleanRefusal(f"{one.name} v{one.v} refused after it had saved something") from refusal
            return decision
        decision = _outcome(outcome)
        for log, row in change.appended:
            self._logs.setdefault(log, []).append(row)
        if self._one_by_one:
            self._session.flush()
            self._write_logs()
        self._rows.update(change.rows)
        self._book.note(change.lanes)
        return decision

    def _write_logs(self) -> None:
        while self._logs:
            log, rows = self._logs.popitem()
            self._session.connection().execute(_insert(log), rows)

    def _unsaved(self) -> int:
        return len(self._session.new) + len(self._session.dirty) + len(self._session.deleted)

    def _store(self, waiting: Sequence[Waiting]) -> Applied:
        """Write grants, feed and verdicts; the head row is locked by the feed, after all that the application locks."""
        decided = [one for one in waiting if _differs(one, self._decisions.get(one.number))]
        if not decided and not self._rows:
            return NOTHING
        arrived = {f"{entry.table}/{entry.row_id}" for entry, op in self._rows.items() if op is Op.PUT}
        lanes_to_try = lanes_awaiting(self._session, arrived) if arrived else set()
        lanes = self._book.changes()
        told = {
            Entry(VERDICT_TABLE, str(one.number), f"device:{one.device_id}"): Op.VERDICT
            for one in decided
            if one.device_id != SERVER
        }
        positions = write_feed(self._session, self._rows | lane_ops(lanes) | told)
        self._book.store(lanes, positions)
        if decided:
            store_decisions(
                self._session, {one.number: self._decisions[one.number] for one in decided}, self._decided_at
            )
        given = {one.number: (one, self._decisions[one.number]) for one in decided}
        return Applied(given, frozenset(lanes_to_try - {one.lane for one in waiting}))


@cache
def _insert(log: Table) -> Insert:
    return insert(log)


class _Undone(Exception):  # noqa: N818
    """Carries a refusal's decision out of the savepoint, which is rolled back."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(decision.code)
        self.decision = decision


def _outcome(outcome: Outcome) -> Decision:
    return Decision(outcome.verdict, outcome.code, _written(outcome.detail))


def _refused(refusal: Refusal, kind: Kind) -> Decision:
    """What is asked may be refused; what happened is held until it can be taken in."""
    if isinstance(refusal, Missing):
        table, row_id = refusal.detail.get("table"), refusal.detail.get("id")
        awaits = f"{table}/{row_id}" if table and row_id else None
        return Decision(Verdict.HELD, refusal.code, _written(refusal.detail), awaits)
    verdict = Verdict.REFUSED if kind is Kind.REQUEST else Verdict.HELD
    return Decision(verdict, refusal.code, _written(refusal.detail))


def _written(detail: Mapping[str, Any] | None) -> str | None:
    return json.dumps(detail, ensure_ascii=False, separators=(",", ":")) if detail else None


def _differs(one: Waiting, decision: Decision | None) -> bool:
    return decision is not None and (one.verdict, one.code, one.detail) != (
        decision.verdict.value,
        decision.code,
        decision.detail,
    )
