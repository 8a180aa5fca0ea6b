"""The catalogue of parts, kept by the head office."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor
from server.mutations.adding import Addition, AlreadyAdded, adding
from server.mutations.editing import edit_body, editing
from server.mutations.entry import Entry
from server.rules.master_data import check_keeper
from server.rules.people import Role
from server.tables.loading import matching
from server.tables.parts import PartRow
from server.visibility.audiences import ALL
from server.visibility.fields import Count, Id, Text, Truth
from sync.ports import Change


class PartAddBody(Schema):
    """A kind of part; ``list_price_minor`` is in minor units of ``currency``."""

    part_id = Id(required=True)
    part_no = Text(required=True, least=1, most=40)
    name = Text(required=True, least=1, most=120)
    name_en = Text(required=True, least=1, most=120)
    unit = Text(required=True, least=1, most=12)
    serialised = Truth(required=True)
    list_price_minor = Count(required=True, most=2**31 - 1)
    currency = Text(required=True, least=3, most=3)
    on_hold = Truth(required=True)


EDITABLE = ("name", "name_en", "unit", "serialised", "list_price_minor", "currency", "on_hold")
"""All but the number, which stands on tags and in reports."""

PartEditBody = edit_body("part", PartAddBody, EDITABLE)


def _check_add(change: Change, actor: Actor, args: Addition) -> None:
    check_keeper(actor.roles, actor.station_id, station_id=None)
    part_no = args.columns["part_no"]
    if matching(change.session, PartRow, "part_no", part_no):
        raise AlreadyAdded("Another part has this number. Edit that one.", part_no=part_no)


def _check_edit(_change: Change, actor: Actor, _row: PartRow, _applied: Mapping[str, Any]) -> None:
    check_keeper(actor.roles, actor.station_id, station_id=None)


def _number(columns: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return [("part.part_no", columns["part_no"])]


ENTRIES: tuple[Entry[Any], ...] = (
    adding(
        "part",
        PartRow,
        PartAddBody,
        audiences=lambda _: ALL,
        check=_check_add,
        keepers=[Role.MANAGER],
        needs=_number,
    ),
    editing("part", PartRow, PartEditBody, audiences=lambda _: ALL, check=_check_edit, keepers=[Role.MANAGER]),
)
