"""The fault catalogue, kept by the head office."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor
from server.mutations.adding import Addition, AlreadyAdded, adding
from server.mutations.editing import edit_body, editing
from server.mutations.entry import Entry
from server.rules.jobs import FaultClass
from server.rules.master_data import check_keeper
from server.rules.people import Role
from server.tables.faults import FaultRow
from server.tables.loading import matching
from server.visibility.audiences import ALL
from server.visibility.fields import Code, Id, Text
from sync.ports import Change


class FaultAddBody(Schema):
    """A known fault."""

    fault_id = Id(required=True)
    code = Text(required=True, least=1, most=24)
    name = Text(required=True, least=1, most=120)
    name_en = Text(required=True, least=1, most=120)
    fault_class = Code(FaultClass, required=True)


EDITABLE = ("name", "name_en", "fault_class")

FaultEditBody = edit_body("fault", FaultAddBody, EDITABLE)


def _check_add(change: Change, actor: Actor, args: Addition) -> None:
    check_keeper(actor.roles, actor.station_id, station_id=None)
    code = args.columns["code"]
    if matching(change.session, FaultRow, "code", code):
        raise AlreadyAdded("Another fault has this code. Edit that one.", code=code)


def _check_edit(_change: Change, actor: Actor, _row: FaultRow, _applied: Mapping[str, Any]) -> None:
    check_keeper(actor.roles, actor.station_id, station_id=None)


def _code(columns: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return [("fault.code", columns["code"])]


ENTRIES: tuple[Entry[Any], ...] = (
    adding(
        "fault",
        FaultRow,
        FaultAddBody,
        audiences=lambda _: ALL,
        check=_check_add,
        keepers=[Role.MANAGER],
        needs=_code,
    ),
    editing("fault", FaultRow, FaultEditBody, audiences=lambda _: ALL, check=_check_edit, keepers=[Role.MANAGER]),
)
