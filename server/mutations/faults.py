"""The fault catalogue, filled by an administrator."""

from typing import Any

from marshmallow import Schema

from server.mutations.adding import adding
from server.mutations.entry import Entry
from server.rules.jobs import FaultClass
from server.tables.faults import FaultRow
from server.visibility.audiences import ALL
from server.visibility.fields import Code, Id, Text


class FaultAddBody(Schema):
    """A known fault."""

    fault_id = Id(required=True)
    code = Text(required=True, least=1, most=24)
    name = Text(required=True, least=1, most=120)
    name_en = Text(required=True, least=1, most=120)
    fault_class = Code(FaultClass, required=True)


ENTRIES: tuple[Entry[Any], ...] = (adding("fault", FaultRow, FaultAddBody, audiences=lambda _: ALL),)
