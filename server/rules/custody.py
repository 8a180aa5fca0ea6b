"""Who holds an old part: folded from everything that people said about it, in whatever order that came (OLD-2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.old_parts import HolderKind, OldPartState


class FactKind(StrEnum):
    """What somebody said about an old part after it came off."""

    GIVEN = "given"
    TAKEN = "taken"
    PACKED = "packed"
    SHIPPED = "shipped"
    LOST = "lost"
    INSPECTED = "inspected"
    STORED = "stored"
    DISPOSED = "disposed"


class HandOverState(StrEnum):
    """A hand-over is told by both; one half alone waits for the other (OLD-2)."""

    WAITING_FOR_TAKER = "waiting_for_taker"
    WAITING_FOR_GIVER = "waiting_for_giver"
    DONE = "done"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Fact:
    """``ref_id`` is the hand-over, manifest or disposal; ``other_id`` whom the person gave to or took from."""

    kind: FactKind
    ref_id: str
    person_id: str
    person_kind: HolderKind
    other_id: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """Exactly one holds it at any time."""

    kind: HolderKind
    id: str


@dataclass(frozen=True, slots=True)
class Removed:
    """An old part that came off, and the clerk's receipt once there is one."""

    old_part_id: str
    removed_by: str
    received_by: str | None
    received_at: datetime | None


@dataclass(frozen=True, slots=True)
class HandOver:
    """Both halves of one hand-over, as far as they have come."""

    id: str
    giver_id: str | None
    taker_id: str | None
    given_at: datetime | None
    taken_at: datetime | None
    state: HandOverState


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an old part stands by all that is known, and what contradicts itself."""

    state: OldPartState
    holder: Holder
    hand_overs: tuple[HandOver, ...]
    found: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class _Joined:
    """A hand-over of which both halves agree."""

    id: str
    giver_id: str
    taker: Holder
    at: datetime


FOLDED = frozenset(
    {
        DiscrepancyKind.HAND_OVER_CONTRADICTED,
        DiscrepancyKind.PACKED_TWICE,
        DiscrepancyKind.DISPOSED_TWICE,
        DiscrepancyKind.DISPOSED_UNRECEIVED,
    }
)
"""What is found by looking at everything that was said, and may be explained by what is said later."""


def settle_by(at: datetime, *, hours: int) -> datetime:
    """Return when a contradiction about custody is to be settled; ``hours`` is a preset (OLD-2)."""
    return at + timedelta(hours=hours)


def standing(part: Removed, facts: Iterable[Fact]) -> Standing:
    """Return where the part stands; the order in which the facts came changes nothing (OLD-2).

    A hand-over counts once giver and taker have said the same. The clerk's receipt ends what came before it; parcels,
    inspection, shelf and disposal are looked at in the order of the way back, not in that of arrival.
    """
    told = sorted(facts, key=lambda fact: (fact.at, fact.ref_id, fact.person_id, fact.kind))
    joined, contradicted = _join(told)
    received_at = part.received_at
    before = [one for one in joined if received_at is None or one.at <= received_at]
    after = [one for one in joined if one not in before]
    holder, unfounded = _walk(Holder(HolderKind.TECHNICIAN, part.removed_by), before)
    if received_at is not None and part.received_by is not None:
        last = holder
        holder, more = _walk(Holder(HolderKind.CLERK, part.received_by), after)
        _, unfounded = _walk(last, [*unfounded, *more])  # a slow clock is no contradiction
        state, holder = _at_the_station(told, holder)
    else:
        state, holder = _on_the_way(part, told, holder)
    contradicted |= {one.id for one in unfounded}
    found = tuple(_about(part, told, contradicted))
    return Standing(state, holder, tuple(_told_hand_overs(told, contradicted)), found)


def _join(told: Sequence[Fact]) -> tuple[list[_Joined], set[str]]:
    """Return the hand-overs on which both agree, and the ids of those with a taker whom the giver did not name."""
    joined, contradicted = [], set()
    for hand_over_id in dict.fromkeys(fact.ref_id for fact in told if fact.kind in (FactKind.GIVEN, FactKind.TAKEN)):
        given = next((fact for fact in told if _is(fact, FactKind.GIVEN, hand_over_id)), None)
        taken = [fact for fact in told if _is(fact, FactKind.TAKEN, hand_over_id)]
        agreed = [one for one in taken if given and (given.other_id, given.person_id) == (one.person_id, one.other_id)]
        if given and agreed:
            taker = Holder(agreed[0].person_kind, agreed[0].person_id)
            joined.append(_Joined(hand_over_id, given.person_id, taker, given.at))
        takers = {fact.person_id for fact in taken}
        if len(takers) > 1 or (given and taken and not agreed):
            contradicted.add(hand_over_id)
    return sorted(joined, key=lambda one: (one.at, one.id)), contradicted


def _walk(holder: Holder, hand_overs: Sequence[_Joined]) -> tuple[Holder, list[_Joined]]:
    """Follow the part from hand to hand; return who has it last, and what was given by somebody who did not have it."""
    left = list(hand_overs)
    while step := next((one for one in left if one.giver_id == holder.id), None):
        left.remove(step)
        holder = step.taker
    return holder, left


def _on_the_way(part: Removed, told: Sequence[Fact], holder: Holder) -> tuple[OldPartState, Holder]:
    packed = [fact.ref_id for fact in told if fact.kind is FactKind.PACKED]
    shipped = {fact.ref_id for fact in told if fact.kind is FactKind.SHIPPED}
    sent = next((manifest_id for manifest_id in packed if manifest_id in shipped), None)
    if sent is not None:
        holder = Holder(HolderKind.COURIER, sent)
    if any(fact.kind is FactKind.LOST for fact in told):
        return OldPartState.MISSING, holder
    if sent is not None:
        return OldPartState.SHIPPED, holder
    if packed:
        return OldPartState.PACKED, holder
    with_remover = holder == Holder(HolderKind.TECHNICIAN, part.removed_by)
    return OldPartState.WITH_TECHNICIAN if with_remover else OldPartState.HANDED_OVER, holder


def _at_the_station(told: Sequence[Fact], holder: Holder) -> tuple[OldPartState, Holder]:
    kinds = {fact.kind for fact in told}
    disposed = next((fact.ref_id for fact in told if fact.kind is FactKind.DISPOSED), None)
    if disposed is not None:
        return OldPartState.DISPOSED, Holder(HolderKind.DISPOSAL, disposed)
    if FactKind.STORED in kinds:
        return OldPartState.STORED, holder
    return OldPartState.INSPECTED if FactKind.INSPECTED in kinds else OldPartState.RECEIVED, holder


def _about(part: Removed, told: Sequence[Fact], contradicted: set[str]) -> Iterable[Discrepancy]:
    """One finding of a kind for each old part, so that a later half can explain it (OLD-2, OLD-5)."""
    manifests = sorted({fact.ref_id for fact in told if fact.kind is FactKind.PACKED})
    disposals = sorted({fact.ref_id for fact in told if fact.kind is FactKind.DISPOSED})
    if contradicted:
        yield _found(DiscrepancyKind.HAND_OVER_CONTRADICTED, part, hand_over_ids=sorted(contradicted))
    if len(manifests) > 1:
        yield _found(DiscrepancyKind.PACKED_TWICE, part, manifest_ids=manifests)
    if len(disposals) > 1:
        yield _found(DiscrepancyKind.DISPOSED_TWICE, part, disposal_ids=disposals)
    if disposals and part.received_at is None:
        yield _found(DiscrepancyKind.DISPOSED_UNRECEIVED, part, disposal_ids=disposals)


def _found(kind: DiscrepancyKind, part: Removed, **detail: list[str]) -> Discrepancy:
    return Discrepancy(kind, "old_part", part.old_part_id, detail, once=True)


def _told_hand_overs(told: Sequence[Fact], contradicted: set[str]) -> Iterable[HandOver]:
    for hand_over_id in dict.fromkeys(fact.ref_id for fact in told if fact.kind in (FactKind.GIVEN, FactKind.TAKEN)):
        given = next((fact for fact in told if _is(fact, FactKind.GIVEN, hand_over_id)), None)
        taken = [fact for fact in told if _is(fact, FactKind.TAKEN, hand_over_id)]
        named = next((fact for fact in taken if given and fact.person_id == given.other_id), None)
        first = named or next(iter(taken), None)
        if hand_over_id in contradicted:
            state = HandOverState.CONTRADICTED
        elif first is None:
            state = HandOverState.WAITING_FOR_TAKER
        else:
            state = HandOverState.DONE if given else HandOverState.WAITING_FOR_GIVER
        yield HandOver(
            id=hand_over_id,
            giver_id=given.person_id if given else (first.other_id if first else None),
            taker_id=given.other_id if given else (first.person_id if first else None),
            given_at=given.at if given else None,
            taken_at=first.at if first else None,
            state=state,
        )


def _is(fact: Fact, kind: FactKind, ref_id: str) -> bool:
    return fact.kind is kind and fact.ref_id == ref_id
