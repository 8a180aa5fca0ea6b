"""How a row of the catalogues and files is added: the body becomes the row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import SYSTEM, Actor
from server.mutations.entry import Entry, declare
from server.rules.people import Role
from server.tables.loading import add, load
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Refusal


class AlreadyAdded(Refusal):
    """There is one with this id, number or name already."""

    code = "already_added"


@dataclass(frozen=True, slots=True)
class Addition:
    """The new row's id and its other columns."""

    row_id: str
    columns: dict[str, Any]


Needs = Callable[[Mapping[str, Any]], Iterable[tuple[str, str]]]


def nothing_else(_columns: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Return that a row leads to no other."""
    return ()


def adding(
    table: str,
    row_class: type[Any],
    schema: type[Schema],
    *,
    audiences: Callable[[Any], Iterable[str]],
    check: Callable[[Change, Actor, Addition], None] | None = None,
    complete: Callable[[Change], dict[str, Any]] | None = None,
    keepers: Iterable[str] = (),
    needs: Needs = nothing_else,
) -> Entry[Any]:
    """Return the entry of ``<table>.add``, for an administrator and ``keepers``.

    ``check`` may refuse; ``complete`` gives columns that no body has; ``needs`` names what the columns lead to.
    """

    def write(change: Change, actor: Actor, args: Addition) -> Outcome:
        if check is not None:
            check(change, actor, args)
        if load(change.session, row_class, args.row_id) is not None:
            raise AlreadyAdded(f"There is a {table} with this id already.", id=args.row_id)
        row = row_class(id=args.row_id, **args.columns, **(complete(change) if complete else {}))
        add(change.session, row)
        change.publish(table, row.id, audiences(row))
        return APPLIED

    return declare(
        f"{table}.add",
        Kind.REQUEST,
        roles=[Role.ADMINISTRATOR, *keepers, SYSTEM],
        schema=schema,
        args=lambda **loaded: Addition(loaded.pop(f"{table}_id"), loaded),
        needs=lambda args: [(table, args.row_id), *needs(args.columns)],
        write=write,
    )
