"""Checklists and what visits answered to them."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from server.rules.checklists import ItemKind
from server.rules.equipment import EquipmentKind
from server.rules.visits import Section
from server.visibility.fields import Code, Count, Id, Moment, Text, Truth

_LARGEST = 2**53 - 1
_MOST_ITEMS = 60
_MOST_OPTIONS = 12
_MOST_PLACES = 6


class Name(fields.String):
    """What an item or an option is called in the books; a lack and a review name it."""

    def __init__(self, **rest: Any) -> None:
        small = validate.Regexp(r"^[a-z][a-z0-9_]{0,23}\Z", error="Send small letters, digits and _, at most 24.")
        super().__init__(validate=small, **rest)


class Answer(fields.Raw):
    """Yes or no, a code or text, a whole number, or nothing. Never a fraction."""

    _text = Text()
    _number = Count(least=-_LARGEST)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if value is None or type(value) is bool:
            return value
        if type(value) is int:
            return self._number.deserialize(value, attr, data, **kwargs)
        if type(value) is str:
            return self._text.deserialize(value, attr, data, **kwargs)
        raise ValidationError("Send true, false, a whole number, text, or null.")


class WhenSchema(Schema):
    """The item is asked while the answer to ``item`` is one of ``among``."""

    item = Name(required=True)
    among = fields.List(Answer(required=True), required=True, validate=validate.Length(1, _MOST_OPTIONS))


class OptionSchema(Schema):
    """One answer of a choice."""

    value = Name(required=True)
    label = Text(required=True, least=1, most=80)
    label_en = Text(required=True, least=1, most=80)


class ItemSchema(Schema):
    """One thing to answer.

    A number is a whole number with ``scale`` decimals; ``least`` and ``most`` are only doubts.
    """

    id = Name(required=True)
    label = Text(required=True, least=1, most=120)
    label_en = Text(required=True, least=1, most=120)
    kind = Code(ItemKind, required=True)
    required = Truth(required=True)
    when = fields.Nested(WhenSchema, required=True, allow_none=True)
    normal = Answer(required=True, allow_none=True)
    options = fields.List(fields.Nested(OptionSchema), required=True, validate=validate.Length(max=_MOST_OPTIONS))
    unit = Text(required=True, allow_none=True, most=12)
    scale = Count(required=True, most=_MOST_PLACES)
    least = Count(required=True, allow_none=True, least=-_LARGEST)
    most = Count(required=True, allow_none=True, least=-_LARGEST)


def items_field() -> fields.List[Any]:
    """Return the items of a checklist, as a body and as a row."""
    return fields.List(fields.Nested(ItemSchema), required=True, validate=validate.Length(max=_MOST_ITEMS))


class ChecklistRowSchema(Schema):
    """One version of what is asked in a section of a visit to this kind of unit."""

    id = Id(required=True)
    kind = Code(EquipmentKind, required=True)
    section = Code(Section, required=True)
    version = Count(required=True, least=1)
    name = Text(required=True)
    name_en = Text(required=True)
    items = items_field()
    set_at = Moment(required=True)


class SectionAnswersSchema(Schema):
    """The answers of one section by item, and the version that was asked; null before the first answer."""

    checklist_id = Id(required=True, allow_none=True)
    answers = fields.Dict(keys=Name(), values=Answer(allow_none=True), required=True)


class VisitChecklistRowSchema(Schema):
    """What one visit answered; its id is the visit's."""

    id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    listen = fields.Nested(SectionAnswersSchema, required=True)
    look = fields.Nested(SectionAnswersSchema, required=True)
    check = fields.Nested(SectionAnswersSchema, required=True)
    handle = fields.Nested(SectionAnswersSchema, required=True)
