"""The fault catalogue, kept by the head office."""

from typing import Any

from marshmallow import Schema

from server.mutations.catalogues import catalogue
from server.mutations.editing import edit_body
from server.mutations.entry import Entry
from server.rules.jobs import FaultClass
from server.tables.faults import FaultRow
from server.visibility.fields import Code, Id, Text


class FaultAddBody(Schema):
    """A known fault."""

    fault_id = Id(required=True)
    code = Text(required=True, least=1, most=24)
    name = Text(required=True, least=1, most=120)
    name_en = Text(required=True, least=1, most=120)
    fault_class = Code(FaultClass, required=True)


EDITABLE = ("name", "name_en", "fault_class")

FaultEditBody = edit_body("fault", FaultAddBody, EDITABLE)


ENTRIES: tuple[Entry[Any], ...] = catalogue(
    "fault", FaultRow, key="code", called="code", add_body=FaultAddBody, edit_body=FaultEditBody
)
