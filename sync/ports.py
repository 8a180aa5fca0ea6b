"""What an application gives to the engine, and what the engine hands to a mutator."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Table
from sqlalchemy.orm import Session

A = TypeVar("A")


class Verdict(StrEnum):
    """What became of a mutation; stored in the inbox and sent down the feed."""

    APPLIED = "applied"
    APPLIED_WITH_DISCREPANCY = "applied_with_discrepancy"
    NEEDS_REVIEW = "needs_review"
    HELD = "held"
    REFUSED = "refused"


class Kind(StrEnum):
    """Facts are accepted, requests are judged."""

    FACT = "fact"
    REQUEST = "request"


class Standing(StrEnum):
    """The person's right to the lane: held now, held when it was recorded (``base``) but ended since, or never."""

    NOW = "now"
    THEN = "then"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a mutator answers when it has saved its rows."""

    verdict: Verdict
    code: str | None = None
    detail: Mapping[str, Any] | None = None


APPLIED = Outcome(Verdict.APPLIED)


class Change(Protocol):
    """One mutation being applied. Everything a mutator may know or do stands here.

    ``happened_at`` is the device's clock corrected by its last known offset, never later than ``received_at``.
    Clocks are evidence, never order.
    """

    @property
    def session(self) -> Session: ...
    @property
    def user_id(self) -> str: ...
    @property
    def device_id(self) -> str: ...
    @property
    def mutation_id(self) -> str: ...
    @property
    def lane(self) -> str: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def device_time(self) -> str: ...
    @property
    def happened_at(self) -> datetime: ...
    @property
    def received_at(self) -> datetime: ...

    def append(self, log: Table, row: Mapping[str, Any]) -> None:
        """Store a new row of a log that nobody reads again in this transaction; it is written with the others."""

    def publish(self, table: str, row_id: str, audiences: Iterable[str]) -> None:
        """Tell these audiences that the row was put; the last call for one row and audience counts."""

    def withdraw(self, table: str, row_id: str, audiences: Iterable[str]) -> None:
        """Tell these audiences that they no longer have the row."""

    def grant(self, user_id: str, lane: str) -> None:
        """Give the person the lane's audience, with a snapshot of all its rows."""

    def revoke(self, user_id: str, lane: str, reason: str) -> None:
        """Take the lane's audience away; what the person has not sent yet stays with them."""


@dataclass(frozen=True, slots=True)
class Mutator(Generic[A]):
    """A named, versioned way to write.

    ``parse`` turns the body into arguments and raises ``ValueError`` with words for a person (the mutation is then
    held). ``needs`` names the rows that ``apply`` will load, as (table, id), so that a batch loads them set by set.
    ``apply`` loads, asks a rule, saves; it raises ``Refusal`` before it saves anything.
    """

    name: str
    v: int
    kind: Kind
    parse: Callable[[Any], A]
    needs: Callable[[A], Iterable[tuple[str, str]]]
    apply: Callable[[Change, A], Outcome]


class Application(Protocol):
    """The application that the engine serves."""

    @property
    def mutators(self) -> Mapping[tuple[str, int], Mutator[Any]]:
        """By (name, version)."""

    @property
    def tables(self) -> frozenset[str]:
        """Every table that may travel down the feed."""

    def audiences(self, session: Session, user_id: str, device_id: str) -> frozenset[str]:
        """The person's standing audiences, without the granted lanes."""

    def preload(self, session: Session, needs: Mapping[str, set[str]]) -> None:
        """Bring these rows into the session with one statement a table."""

    def rows(self, session: Session, table: str, ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
        """The wire form of the rows that exist, by id, with one statement."""
