"""The catalogue of parts, kept by the head office."""

from typing import Any

from marshmallow import Schema

from server.mutations.catalogues import catalogue
from server.mutations.editing import edit_body
from server.mutations.entry import Entry
from server.tables.parts import PartRow
from server.visibility.fields import Count, Id, Text, Truth


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


ENTRIES: tuple[Entry[Any], ...] = catalogue(
    "part", PartRow, key="part_no", called="number", add_body=PartAddBody, edit_body=PartEditBody
)
