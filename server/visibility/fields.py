"""How ids, moments, days, codes and JSON look on the wire."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from marshmallow import ValidationError, fields, validate

_UUID = validate.Regexp(
    r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", error="Send a UUID in small letters."
)
_SHA256 = validate.Regexp(r"^[0-9a-f]{64}$", error="Send a SHA-256 in hexadecimal.")
_STORABLE = validate.Regexp(r"^[^\x00\ud800-\udfff]*$", error="Send text without the character NUL.")
_LONGEST_TEXT = 4000
_LARGEST_INTEGER = 2**53 - 1


def moment(value: datetime | None) -> str | None:
    """Return a time as it travels: ``2026-11-19T05:22:00.000Z``."""
    if value is None:
        return None
    return value.astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def day(value: date | None) -> str | None:
    """Return a day as it travels: ``2026-11-19``."""
    return None if value is None else value.isoformat()


class Id(fields.String):
    """A UUID as text."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(validate=[validate.Length(equal=36), _UUID], metadata={"format": "uuid"}, **rest)


class Ids(fields.List[Any]):
    """Some UUIDs, each once."""

    def __init__(self, *, most: int = 20, **rest: Any) -> None:
        super().__init__(Id(), validate=validate.Length(max=most), **rest)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        ids: list[Any] = super()._deserialize(value, attr, data, **kwargs)
        if len(set(ids)) < len(ids):
            raise ValidationError("Send each id once.")
        return ids


class Text(fields.String):
    """What a person typed; ``least`` and ``most`` count characters. No database stores NUL or half a character."""

    def __init__(self, *, least: int = 0, most: int = _LONGEST_TEXT, **rest: Any) -> None:
        super().__init__(validate=[validate.Length(least, most), _STORABLE], **rest)


class Count(fields.Integer):
    """A whole number from ``least`` to ``most``; text and fractions are refused."""

    def __init__(self, *, least: int = 0, most: int = _LARGEST_INTEGER, **rest: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(least, most), **rest)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if type(value) is not int:
            raise ValidationError("Send a whole number.")
        return super()._deserialize(value, attr, data, **kwargs)


class Truth(fields.Boolean):
    """``true`` or ``false``, and nothing that only looks like it."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if type(value) is not bool:
            raise ValidationError("Send true or false.")
        return value


class Code(fields.String):
    """One of an enumeration's values."""

    def __init__(self, codes: type[StrEnum], **rest: Any) -> None:
        super().__init__(validate=validate.OneOf([code.value for code in codes]), **rest)


class Moment(fields.AwareDateTime):
    """A time with its zone, read as UTC in whole milliseconds."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(format="iso", default_timezone=None, **rest)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        read: datetime = super()._deserialize(value, attr, data, **kwargs)
        read = read.astimezone(UTC)
        return read.replace(microsecond=read.microsecond // 1000 * 1000)


class Sha256(fields.String):
    """A SHA-256 in small hexadecimal letters."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(validate=[validate.Length(equal=64), _SHA256], **rest)
