"""The presets in force: what a manager has changed, and otherwise what the house began with."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields
from sqlalchemy.orm import Session

from server.mutations.acting import Actor
from server.mutations.entry import Entry, declare
from server.rules.people import Role
from server.rules.presets import INITIAL, check_preset
from server.tables.loading import add, load, preload
from server.tables.presets import PresetRow
from server.visibility.audiences import ALL
from server.visibility.fields import Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import NotPermitted


class PresetSetBody(Schema):
    """A preset of the whole house gets another value."""

    name = Text(required=True, most=40)
    value = fields.Raw(required=True)


@dataclass(frozen=True, slots=True)
class PresetSet:
    """See ``PresetSetBody``."""

    name: str
    value: Any


def preset(session: Session, name: str) -> Any:
    """Return the preset's value."""
    preload(session, PresetRow, INITIAL, lock=False)
    row = load(session, PresetRow, name)
    return INITIAL[name] if row is None else row.value


def _set(change: Change, actor: Actor, args: PresetSet) -> Outcome:
    if actor.station_id is not None:
        raise NotPermitted("A preset holds for every station. Ask a manager of the head office.")
    check_preset(args.name, args.value)
    row = load(change.session, PresetRow, args.name)
    if row is None:
        row = PresetRow(id=args.name, value=args.value)
        add(change.session, row)
    row.value = args.value
    change.publish("preset", row.id, ALL)
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "preset.set",
        Kind.REQUEST,
        roles=[Role.MANAGER, Role.ADMINISTRATOR],
        schema=PresetSetBody,
        args=PresetSet,
        needs=lambda args: [("preset", args.name)],
        write=_set,
    ),
)
