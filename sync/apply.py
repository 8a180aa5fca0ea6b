"""Phase 2 of a push: everything in one transaction if it goes well, else lane by lane, else one by one."""

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from sync.batch import NOTHING, Applied, Batch
from sync.envelope import wire_time
from sync.failure import trace
from sync.ports import Application

logger = logging.getLogger(__name__)


class Applier:
    """Applies what waits in the inbox. What it cannot apply stays there, so it never fails."""

    def __init__(
        self, sessions: sessionmaker[Session], application: Application, clock: Callable[[], datetime]
    ) -> None:
        self._sessions = sessions
        self._application = application
        self._clock = clock

    def apply(self, lanes: Collection[str], *, try_stuck: bool = False) -> Applied:
        """Apply what waits in these lanes, and in those that waited for them."""
        rounds = []
        while lanes:
            rounds.append(self._apply(lanes, try_stuck))
            lanes = rounds[-1].lanes_to_try
        return _together(rounds)

    def apply_in(self, session: Session, lanes: Collection[str]) -> Applied:
        """Apply what waits in these lanes inside the caller's transaction, which is to be given up if this raises."""
        return self._run(session, lanes, try_stuck=False, one_by_one=False)

    def go_on(self, applied: Applied) -> Applied:
        """Apply the lanes that waited for what ``apply_in`` brought, in transactions of their own."""
        return _together([applied, self.apply(applied.lanes_to_try)])

    def apply_apart(self, lanes: Collection[str]) -> Applied:
        """Apply what failed together: lane by lane, each in a transaction of its own, then the lanes that waited."""
        return self.go_on(_together([self._apply_lane(lane, try_stuck=False) for lane in lanes]))

    def apply_within(self, session: Session, lanes: Collection[str]) -> None:
        """The same as ``apply`` inside the caller's transaction, with savepoints in place of transactions."""
        while lanes:
            try:
                with session.begin_nested():
                    applied = self._run(session, lanes, try_stuck=False, one_by_one=False)
            except Exception as error:  # noqa: BLE001 -- whatever it was, the next attempt finds the one that caused it
                logger.warning("a batch failed; trying its mutations one by one: %s", trace(error))
                applied = self._run(session, lanes, try_stuck=False, one_by_one=True)
            lanes = applied.lanes_to_try

    def _apply(self, lanes: Collection[str], try_stuck: bool) -> Applied:
        try:
            return self._in_own_transaction(lanes, try_stuck, one_by_one=False)
        except Exception as error:  # noqa: BLE001 -- whatever it was, the next attempt finds the lane that caused it
            logger.warning("a batch of %d lanes failed; trying lane by lane: %s", len(lanes), trace(error))
        return _together([self._apply_lane(lane, try_stuck) for lane in lanes])

    def _apply_lane(self, lane: str, try_stuck: bool) -> Applied:
        for one_by_one in (False, True):
            try:
                return self._in_own_transaction([lane], try_stuck, one_by_one=one_by_one)
            except Exception as error:  # noqa: BLE001 -- accepted is accepted: what cannot be applied waits
                logger.warning("lane %s failed, one by one: %s: %s", lane, one_by_one, trace(error))
        return NOTHING

    def _in_own_transaction(self, lanes: Collection[str], try_stuck: bool, *, one_by_one: bool) -> Applied:
        with self._sessions() as session, session.begin():
            return self._run(session, lanes, try_stuck=try_stuck, one_by_one=one_by_one)

    def _run(self, session: Session, lanes: Collection[str], *, try_stuck: bool, one_by_one: bool) -> Applied:
        decided_at = wire_time(self._clock())
        return Batch(session, self._application, decided_at, try_stuck=try_stuck, one_by_one=one_by_one).apply(lanes)


def _together(applied: Sequence[Applied]) -> Applied:
    """What all of these did; the last verdict on an envelope counts."""
    verdicts = {number: given for one in applied for number, given in one.verdicts.items()}
    return Applied(verdicts, frozenset().union(*(one.lanes_to_try for one in applied)))
