"""Fields that several requests share."""

from typing import Any

from marshmallow import fields, validate

UUID_PATTERN = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
NO_NUL = r"^[^\x00]*$"


class Id(fields.String):
    """A UUID in lower case, as devices write it."""

    def __init__(self, **more: Any) -> None:
        rule = validate.Regexp(UUID_PATTERN, error="Not a UUID in lower case.")
        super().__init__(required=True, validate=rule, **more)


class Line(fields.String):
    """Text of a bounded length; PostgreSQL cannot store the character NUL, so nobody may send it."""

    def __init__(self, longest: int, *, shortest: int = 1, required: bool = True, **more: Any) -> None:
        rules = [validate.Length(shortest, longest), validate.Regexp(NO_NUL, error="The character NUL is not text.")]
        super().__init__(required=required, validate=rules, **more)


class Moment(fields.String):
    """A time as it travels: ``2026-11-19T05:22:00.000Z``."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=True, metadata={"format": "date-time"}, **more)
