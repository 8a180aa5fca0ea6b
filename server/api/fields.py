"""Text that is stored as it is sent."""

from typing import Any

from marshmallow import fields, validate


class Line(fields.String):
    """Text of a bounded length; PostgreSQL cannot store the character NUL, so nobody may send it."""

    def __init__(self, most: int, *, least: int = 1, **rest: Any) -> None:
        rules = [validate.Length(least, most), validate.Regexp(r"^[^\x00]*\Z", error="Leave the character NUL out.")]
        super().__init__(validate=rules, **rest)
