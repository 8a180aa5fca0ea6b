"""Hand-overs of old parts between two people, both offline: each tells their half (OLD-2)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane
from server.mutations.contradicting import applied
from server.mutations.custody_facts import fact_needs, follow, old_part_of, tell_fact
from server.mutations.entry import Entry, declare
from server.mutations.stock import book
from server.rules.custody import FactKind
from server.rules.people import Role
from server.visibility.fields import Id
from sync.ports import Change, Kind, Outcome


class OldPartHandOverBody(Schema):
    """I gave it to ``taker_id``."""

    hand_over_id = Id(required=True)
    old_part_id = Id(required=True)
    taker_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class OldPartHandOver:
    """See ``OldPartHandOverBody``."""

    hand_over_id: str
    old_part_id: str
    taker_id: str


class OldPartTakeOverBody(Schema):
    """I took it from ``giver_id``; the id of the hand-over came with the part."""

    hand_over_id = Id(required=True)
    old_part_id = Id(required=True)
    giver_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class OldPartTakeOver:
    """See ``OldPartTakeOverBody``."""

    hand_over_id: str
    old_part_id: str
    giver_id: str


def _hand_over(change: Change, actor: Actor, args: OldPartHandOver) -> Outcome:
    return _half(change, actor, FactKind.GIVEN, args, args.taker_id)


def _take_over(change: Change, actor: Actor, args: OldPartTakeOver) -> Outcome:
    return _half(change, actor, FactKind.TAKEN, args, args.giver_id)


def _half(
    change: Change, actor: Actor, kind: FactKind, args: OldPartHandOver | OldPartTakeOver, other_id: str
) -> Outcome:
    check_lane(change, f"old_part:{args.old_part_id}")
    old_part = old_part_of(change, actor, args.old_part_id)
    tell_fact(change, actor, old_part, kind, args.hand_over_id, other_id=other_id)
    found, movements = follow(change, old_part)
    book(change, movements, {})
    return applied(change, found, job_id=old_part.job_id, station_id=old_part.station_id)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "old_part.hand_over",
        Kind.FACT,
        roles=[Role.TECHNICIAN, Role.CLERK],
        schema=OldPartHandOverBody,
        args=OldPartHandOver,
        needs=lambda args: fact_needs([args.old_part_id]),
        write=_hand_over,
    ),
    declare(
        "old_part.take_over",
        Kind.FACT,
        roles=[Role.TECHNICIAN, Role.CLERK],
        schema=OldPartTakeOverBody,
        args=OldPartTakeOver,
        needs=lambda args: fact_needs([args.old_part_id]),
        write=_take_over,
    ),
)
