"""How a row of the catalogues and files is edited: each field with the value that was seen and the one that was typed.

Nobody's record of what happened is at stake, so a field that somebody else changed meanwhile is refused by name: what
was typed comes back to the form, beside what holds now.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, validate

from server.mutations.acting import SYSTEM, Actor
from server.mutations.adding import Needs, nothing_else
from server.mutations.edits import read_edits
from server.mutations.entry import Entry, declare
from server.mutations.revising import ChangedMeanwhile
from server.rules.merge import Edit, merge
from server.rules.people import Role
from server.tables.loading import load
from server.visibility.fields import Id
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing


@dataclass(frozen=True, slots=True)
class EditOf:
    """The row and its changes by field."""

    row_id: str
    changes: Mapping[str, Edit]


Check = Callable[[Change, Actor, Any, Mapping[str, Any]], None]


def edit_body(table: str, of: type[Schema], editable: Iterable[str]) -> type[Schema]:
    """Return the schema of ``<table>.edit``: a new value must fit as it would in ``of``, which adds such a row."""
    declared = of._declared_fields  # noqa: SLF001 -- marshmallow has no other way to read a schema's fields
    title = table.title().replace("_", "")
    changes: dict[str, fields.Field[Any]] = {
        name: fields.Nested(_edit_of(title, name, declared[name])) for name in editable
    }
    nested = Schema.from_dict(changes, name=f"{title}Changes")
    made = Schema.from_dict(
        {
            f"{table}_id": Id(required=True),
            "changes": fields.Nested(nested, required=True, validate=validate.Length(min=1)),
        },
        name=f"{title}EditBody",
    )
    made.__doc__ = f"Some fields of a {table}, each with both values."
    return made


def _edit_of(title: str, name: str, field: fields.Field[Any]) -> type[Schema]:
    value = deepcopy(field)
    value.required = True
    # ``from`` is a word of Python, so the class cannot be written out.
    return Schema.from_dict({"from": value, "to": deepcopy(value)}, name=f"{title}{name.title().replace('_', '')}Edit")


def editing(
    table: str,
    row_class: type[Any],
    body: type[Schema],
    *,
    audiences: Callable[[Any], Iterable[str]],
    check: Check,
    keepers: Iterable[str] = (),
    needs: Needs = nothing_else,
) -> Entry[Any]:
    """Return the entry of ``<table>.edit``, for an administrator and ``keepers``.

    ``check`` is given the new values and may refuse.
    """

    def write(change: Change, actor: Actor, args: EditOf) -> Outcome:
        row = load(change.session, row_class, args.row_id)
        if row is None:
            raise Missing(f"The {table} has not arrived yet.", table=table, id=args.row_id)
        check(change, actor, row, {name: edit.after for name, edit in args.changes.items()})
        merged = merge({name: getattr(row, name) for name in args.changes}, args.changes)
        if merged.conflicts:
            names = [conflict.name for conflict in merged.conflicts]
            raise ChangedMeanwhile("Somebody else changed this meanwhile. Look at it again.", fields=names)
        for name, value in merged.applied.items():
            setattr(row, name, value)
        if merged.applied:
            change.publish(table, row.id, audiences(row))
        return APPLIED

    return declare(
        f"{table}.edit",
        Kind.REQUEST,
        roles=[Role.ADMINISTRATOR, *keepers, SYSTEM],
        schema=body,
        args=lambda **loaded: EditOf(loaded[f"{table}_id"], read_edits(loaded["changes"])),
        needs=lambda args: [(table, args.row_id), *needs({name: edit.after for name, edit in args.changes.items()})],
        write=write,
    )
