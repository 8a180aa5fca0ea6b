"""More time for an old part: a technician asks, a manager answers (OLD-4)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor, check_lane, check_station
from server.mutations.custody_facts import old_part_of
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_old_part
from server.mutations.telling import tell_about, tell_managers_about
from server.rules.ageing import ExtensionState, check_answerable, check_ask, check_grant
from server.rules.old_parts import ON_THE_WAY, OldPartState
from server.rules.people import Role
from server.tables.extensions import ExtensionRow
from server.tables.loading import add, load
from server.tables.old_parts import OldPartRow
from server.visibility.audiences import of_hand_over
from server.visibility.fields import Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing


class ExtensionAskBody(Schema):
    """Until when the old part cannot come, and why."""

    extension_id = Id(required=True)
    old_part_id = Id(required=True)
    due_on = fields.Date(required=True)
    reason = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class ExtensionAsk:
    """See ``ExtensionAskBody``."""

    extension_id: str
    old_part_id: str
    due_on: date
    reason: str


class ExtensionGrantBody(Schema):
    """The day that was asked for holds."""

    extension_id = Id(required=True)
    old_part_id = Id(required=True)


class ExtensionRefuseBody(Schema):
    """The present day stays, and why."""

    extension_id = Id(required=True)
    old_part_id = Id(required=True)
    reason = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class ExtensionAnswer:
    """See ``ExtensionGrantBody`` and ``ExtensionRefuseBody``."""

    extension_id: str
    old_part_id: str
    reason: str | None = None


def _ask(change: Change, actor: Actor, args: ExtensionAsk) -> Outcome:
    check_lane(change, f"extension:{args.extension_id}")
    old_part = old_part_of(change, actor, args.old_part_id)
    if load(change.session, ExtensionRow, args.extension_id) is not None:
        return APPLIED
    is_out = OldPartState(old_part.state) in ON_THE_WAY
    check_ask(is_out=is_out, due_on=old_part.due_on, asked=args.due_on)
    row = ExtensionRow(
        id=args.extension_id,
        old_part_id=old_part.id,
        job_id=old_part.job_id,
        station_id=old_part.station_id,
        due_on=args.due_on,
        reason=args.reason,
        state=ExtensionState.ASKED.value,
        asked_by=change.user_id,
        asked_at=change.happened_at,
    )
    add(change.session, row)
    _publish(change, row)
    tell_managers_about(change, "extension_asked", old_part.tag or "", row.station_id)
    return APPLIED


def _grant(change: Change, actor: Actor, args: ExtensionAnswer) -> Outcome:
    row, old_part = _asked(change, actor, args)
    check_grant(ExtensionState(row.state), due_on=old_part.due_on, asked=row.due_on)
    old_part.due_on = row.due_on
    publish_old_part(change, old_part)
    return _answer(change, row, ExtensionState.GRANTED, None)


def _refuse(change: Change, actor: Actor, args: ExtensionAnswer) -> Outcome:
    row, _ = _asked(change, actor, args)
    check_answerable(ExtensionState(row.state))
    return _answer(change, row, ExtensionState.REFUSED, args.reason)


def _asked(change: Change, actor: Actor, args: ExtensionAnswer) -> tuple[ExtensionRow, OldPartRow]:
    check_lane(change, f"extension:{args.extension_id}")
    row = load(change.session, ExtensionRow, args.extension_id)
    old_part = load(change.session, OldPartRow, args.old_part_id)
    if row is None or old_part is None or row.old_part_id != old_part.id:
        raise Missing("What was asked for has not arrived yet.", table="extension", id=args.extension_id)
    check_station(actor, Role.MANAGER, row.station_id)
    return row, old_part


def _answer(change: Change, row: ExtensionRow, state: ExtensionState, answer: str | None) -> Outcome:
    row.state, row.answer = state.value, answer
    row.answered_by, row.answered_at = change.user_id, change.happened_at
    _publish(change, row)
    tell_about(change, row.asked_by, f"extension_{state.value}", "", row.old_part_id)
    return APPLIED


def _publish(change: Change, row: ExtensionRow) -> None:
    change.publish("extension", row.id, of_hand_over(row.job_id, row.station_id, [row.asked_by]))


def _needs(args: ExtensionAsk | ExtensionAnswer) -> list[tuple[str, str]]:
    return [("extension", args.extension_id), ("old_part", args.old_part_id)]


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "extension.ask",
        Kind.REQUEST,
        roles=[Role.TECHNICIAN],
        schema=ExtensionAskBody,
        args=ExtensionAsk,
        needs=_needs,
        write=_ask,
    ),
    declare(
        "extension.grant",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=ExtensionGrantBody,
        args=ExtensionAnswer,
        needs=_needs,
        write=_grant,
    ),
    declare(
        "extension.refuse",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=ExtensionRefuseBody,
        args=ExtensionAnswer,
        needs=_needs,
        write=_refuse,
    ),
)
