"""Catalogues that the head office keeps for all stations: each entry has a key of its own that never changes."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor
from server.mutations.adding import Addition, AlreadyAdded, adding
from server.mutations.editing import editing
from server.mutations.entry import Entry
from server.rules.master_data import check_keeper
from server.rules.people import Role
from server.tables.loading import matching
from server.visibility.audiences import ALL
from sync.ports import Change


def catalogue(
    table: str, row_class: type[Any], *, key: str, called: str, add_body: type[Schema], edit_body: type[Schema]
) -> tuple[Entry[Any], Entry[Any]]:
    """Return the entries of ``<table>.add`` and ``<table>.edit``; a second one with the same ``key`` is refused.

    ``called`` is what people call the key.
    """

    def check_add(change: Change, actor: Actor, args: Addition) -> None:
        check_keeper(actor.roles, actor.station_id, station_id=None)
        value = args.columns[key]
        if matching(change.session, row_class, key, value):
            raise AlreadyAdded(f"Another {table} has this {called}. Edit that one.", **{key: value})

    def check_edit(_change: Change, actor: Actor, _row: Any, _applied: Mapping[str, Any]) -> None:
        check_keeper(actor.roles, actor.station_id, station_id=None)

    def needs(columns: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
        return [(f"{table}.{key}", columns[key])]

    def everybody(_row: Any) -> Iterable[str]:
        return ALL

    keepers = [Role.MANAGER]
    return (
        adding(table, row_class, add_body, audiences=everybody, check=check_add, keepers=keepers, needs=needs),
        editing(table, row_class, edit_body, audiences=everybody, check=check_edit, keepers=keepers),
    )
