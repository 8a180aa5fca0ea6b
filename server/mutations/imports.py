"""Lines of a file that somebody looked at in a preview and then took in; each counts as if it were typed by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, validate
from sqlalchemy import select

from server.mutations import customers, equipment, faults, parts
from server.mutations.acting import Actor
from server.mutations.entry import Entry, declare
from server.rules.people import Role
from server.tables.customers import CustomerRow
from server.tables.equipment import EquipmentRow
from server.tables.faults import FaultRow
from server.tables.parts import PartRow
from server.visibility.fields import Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome

MOST_AT_ONCE = 200
_LAST_LINE = 1_048_576

_FILES = ("customer", "equipment", "part", "fault")
_ENTRIES = {entry.mutator.name: entry for noun in (customers, equipment, parts, faults) for entry in noun.ENTRIES}
_KNOWN_BY: Mapping[str, tuple[type[Any], str]] = {
    "customer": (CustomerRow, "name"),
    "equipment": (EquipmentRow, "serial"),
    "part": (PartRow, "part_no"),
    "fault": (FaultRow, "code"),
}


class TakenInLineSchema(Schema):
    """A line of the file; ``body`` is that of ``<file>.add`` or ``<file>.edit``."""

    line = Count(required=True, most=_LAST_LINE)
    body = fields.Dict(keys=fields.String(), required=True)


class ImportTakeInBody(Schema):
    """Some lines of one file; ``sha256`` and ``name`` say which, and ``import_id`` joins what came of it."""

    import_id = Id(required=True)
    file = fields.String(required=True, validate=validate.OneOf(_FILES))
    name = Text(required=True, most=200)
    additions = fields.List(fields.Nested(TakenInLineSchema), required=True, validate=validate.Length(max=MOST_AT_ONCE))
    edits = fields.List(fields.Nested(TakenInLineSchema), required=True, validate=validate.Length(max=MOST_AT_ONCE))


@dataclass(frozen=True, slots=True)
class ImportTakeIn:
    """The arguments of each line's own mutation."""

    file: str
    additions: list[Any]
    edits: list[Any]


def _args(import_id: str, file: str, name: str, additions: list[Any], edits: list[Any]) -> ImportTakeIn:  # noqa: ARG001 -- the log keeps which file it was
    add, edit = _ENTRIES[f"{file}.add"].mutator, _ENTRIES[f"{file}.edit"].mutator
    return ImportTakeIn(
        file, [add.parse(line["body"]) for line in additions], [edit.parse(line["body"]) for line in edits]
    )


def _needs(args: ImportTakeIn) -> Iterator[tuple[str, str]]:
    add, edit = _ENTRIES[f"{args.file}.add"].mutator, _ENTRIES[f"{args.file}.edit"].mutator
    for one in args.additions:
        yield from add.needs(one)
    for one in args.edits:
        yield from edit.needs(one)


def _take_in(change: Change, actor: Actor, args: ImportTakeIn) -> Outcome:  # noqa: ARG001 -- each line's own mutation asks who acts
    there = _already_there(change, args)
    for one in args.additions:
        if _key(args.file, one.columns) not in there:
            _ENTRIES[f"{args.file}.add"].mutator.apply(change, one)
    for one in args.edits:
        _ENTRIES[f"{args.file}.edit"].mutator.apply(change, one)
    return APPLIED


def _already_there(change: Change, args: ImportTakeIn) -> set[tuple[str, str]]:
    """Return the keys of lines that somebody else took in meanwhile: their rows stay as they are."""
    row_class, column = _KNOWN_BY[args.file]
    keyed = [getattr(row_class, column), *([row_class.station_id] if args.file == "customer" else [])]
    wanted = [one.columns[column] for one in args.additions]
    rows = change.session.execute(select(*keyed).where(keyed[0].in_(wanted)))
    return {(row[0], row[1] if args.file == "customer" else "") for row in rows}


def _key(file: str, columns: Mapping[str, Any]) -> tuple[str, str]:
    _, column = _KNOWN_BY[file]
    return columns[column], columns["station_id"] if file == "customer" else ""


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "import.take_in",
        Kind.REQUEST,
        roles=[Role.ADMINISTRATOR, Role.MANAGER],
        schema=ImportTakeInBody,
        args=_args,
        needs=_needs,
        write=_take_in,
    ),
)
