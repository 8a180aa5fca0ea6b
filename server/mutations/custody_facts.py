"""Keeps what people say about old parts, and lets each part follow: holder, books and contradictions (OLD-2)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

from server.mutations.acting import Actor
from server.mutations.custody_chain import note_custody
from server.mutations.presets import preset
from server.mutations.publishing import publish_discrepancy
from server.rules.custody import FOLDED, Fact, FactKind, HandOver, Holder, Removed, settle_by, standing
from server.rules.discrepancies import Discrepancy, DiscrepancyKind, DiscrepancyState, Settlement
from server.rules.old_parts import CustodyEvent, HolderKind, OldPartState
from server.rules.people import Role
from server.rules.stock import Movement, old_parts_of
from server.tables.custody import CustodyFactRow, OldPartHandOverRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.loading import add, load, matching
from server.tables.old_parts import OldPartRow
from server.tables.people import PersonRow
from server.visibility.audiences import of_hand_over, of_old_part
from server.visibility.fields import moment
from sync.ports import Change
from sync.refusal import Missing, NotPermitted

_NAMESPACE = UUID("b9a1d1ce-3a52-5b0e-8f7c-2f6f4f0a9c11")
_AT_THE_STATION = frozenset({OldPartState.RECEIVED, OldPartState.INSPECTED, OldPartState.STORED})
_ENDED = frozenset({OldPartState.MATCHED, OldPartState.NOT_REMOVED})
_EVENTS = {HolderKind.COURIER: CustodyEvent.SHIPPED, HolderKind.DISPOSAL: CustodyEvent.DISPOSED}


def old_part_of(change: Change, actor: Actor, old_part_id: str) -> OldPartRow:
    """Return the old part of the person's own station; raises ``Missing`` while its record is on its way."""
    row = load(change.session, OldPartRow, old_part_id)
    if row is None:
        raise Missing("The old part has not arrived yet.", table="old_part", id=old_part_id)
    if not actor.works_for(row.station_id):
        raise NotPermitted("This old part belongs to another station.", station_id=row.station_id)
    return row


def fact_needs(old_part_ids: Iterable[str]) -> list[tuple[str, str]]:
    """Return what a fact about these old parts looks at."""
    tables = ("old_part", "custody_fact.old_part_id", "old_part_hand_over.old_part_id", "discrepancy.subject_id")
    return [(table, old_part_id) for old_part_id in old_part_ids for table in tables]


def tell_fact(
    change: Change, actor: Actor, old_part: OldPartRow, kind: FactKind, ref_id: str, *, other_id: str | None = None
) -> None:
    """Keep what somebody said; the same person saying it again changes nothing."""
    row_id = str(uuid5(_NAMESPACE, f"{old_part.id} {kind} {ref_id} {actor.user_id}"))
    if any(row.id == row_id for row in matching(change.session, CustodyFactRow, "old_part_id", old_part.id)):
        return
    person_kind = HolderKind.CLERK if Role.CLERK in actor.roles else HolderKind.TECHNICIAN
    row = CustodyFactRow(
        id=row_id,
        old_part_id=old_part.id,
        kind=kind.value,
        ref_id=ref_id,
        person_id=actor.user_id,
        person_kind=person_kind.value,
        other_id=other_id,
        told_at=change.happened_at,
        mutation_id=change.mutation_id,
    )
    add(change.session, row)


def follow(change: Change, old_part: OldPartRow) -> tuple[list[Discrepancy], list[Movement]]:
    """Bring the old part to where it stands by all that was said; return what contradicts itself and what to book."""
    told = matching(change.session, CustodyFactRow, "old_part_id", old_part.id)
    if OldPartState(old_part.state) in _ENDED:
        detail = {"state": old_part.state}
        return [Discrepancy(DiscrepancyKind.OLD_PART_HANDED_ON, "old_part", old_part.id, detail, once=True)], []
    remover = old_part.removed_by or old_part.holder_id
    part = Removed(old_part.id, remover, old_part.received_by, old_part.received_at)
    now = standing(part, [_fact(row) for row in told])
    before = place_of(change, old_part)
    giver = (old_part.holder_kind, old_part.holder_id)
    old_part.state, old_part.holder_kind, old_part.holder_id = now.state.value, now.holder.kind.value, now.holder.id
    if now.holder != Holder(HolderKind(giver[0]), giver[1]):
        note_custody(change, old_part, _EVENTS.get(now.holder.kind, CustodyEvent.HANDED_OVER), giver=giver)
    people = {row.person_id for row in told} | {row.other_id for row in told if row.other_id}
    for hand_over in now.hand_overs:
        _show(change, old_part, hand_over)
    publish_to_hands(change, old_part, people)
    _settle_what_agrees(change, old_part, now.found)
    due_at = settle_by(change.received_at, hours=preset(change.session, "custody_settle_hours"))
    after = place_of(change, old_part)
    moved = before != after and old_part.part_id is not None
    movements = [Movement(before, after, old_part.part_id or "", old_part.quantity)] if moved else []
    return [_with_due_time(found, due_at) for found in now.found], movements


def publish_to_hands(change: Change, old_part: OldPartRow, people: Iterable[str]) -> None:
    """Publish the old part to its job and office, and to whoever else had it in hand."""
    others = tuple(f"user:{person_id}" for person_id in sorted(set(people) - {old_part.removed_by}))
    change.publish("old_part", old_part.id, (*of_old_part(old_part.job_id, old_part.station_id), *others))


def place_of(change: Change, old_part: OldPartRow) -> str:
    """Return where the ledger has the old part: in somebody's hands, or in the station that signed for it (PART-1)."""
    if OldPartState(old_part.state) in _AT_THE_STATION and old_part.received_by is not None:
        clerk = load(change.session, PersonRow, old_part.received_by)
        return old_parts_of("station", (clerk and clerk.station_id) or old_part.station_id)
    return old_parts_of(old_part.holder_kind, old_part.holder_id)


def _fact(row: CustodyFactRow) -> Fact:
    return Fact(FactKind(row.kind), row.ref_id, row.person_id, HolderKind(row.person_kind), row.other_id, row.told_at)


def _show(change: Change, old_part: OldPartRow, told: HandOver) -> None:
    shown = matching(change.session, OldPartHandOverRow, "old_part_id", old_part.id)
    row = next((one for one in shown if one.id == told.id), None)
    if row is None:
        row = OldPartHandOverRow(
            id=told.id, old_part_id=old_part.id, job_id=old_part.job_id, station_id=old_part.station_id
        )
        add(change.session, row)
    row.giver_id, row.taker_id, row.state = told.giver_id, told.taker_id, told.state.value
    row.given_at, row.taken_at = told.given_at, told.taken_at
    people = [person_id for person_id in (row.giver_id, row.taker_id) if person_id]
    change.publish("old_part_hand_over", row.id, of_hand_over(row.job_id, row.station_id, people))


def _settle_what_agrees(change: Change, old_part: OldPartRow, found: Iterable[Discrepancy]) -> None:
    """Close what a later half explained, and open again what a still later one contradicts (OLD-2)."""
    still = {str(one.kind): one for one in found}
    for row in matching(change.session, DiscrepancyRow, "subject_id", old_part.id):
        if DiscrepancyKind(row.kind) not in FOLDED:
            continue
        is_open = row.state == DiscrepancyState.OPEN
        if row.kind not in still and is_open:
            row.state, row.settlement = DiscrepancyState.SETTLED.value, Settlement.MATCHED.value
            row.settled_by, row.settled_at = change.user_id, change.happened_at
        elif row.kind in still and (is_open or row.settlement == Settlement.MATCHED):
            row.state, row.settlement = DiscrepancyState.OPEN.value, None
            row.settled_by = row.settled_at = None
            row.detail = {**row.detail, **still[row.kind].detail}
        else:
            continue
        publish_discrepancy(change, row)


def _with_due_time(found: Discrepancy, due_at: datetime) -> Discrepancy:
    detail = {**found.detail, "due_at": moment(due_at)}
    return Discrepancy(found.kind, found.subject_table, found.subject_id, detail, once=found.once)
