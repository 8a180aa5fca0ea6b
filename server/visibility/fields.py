"""How ids, moments, days, codes and JSON look on the wire."""

import math
import re
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from marshmallow import ValidationError, fields, validate

_UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
_SHA256 = re.compile(r"^[0-9a-f]{64}$")
_STORABLE = re.compile(r"^[^\x00\ud800-\udfff]*$")
_UUID_LENGTH, _SHA256_LENGTH = 36, 64
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


class Checked(fields.Field[Any]):
    """What plainly fits is taken as it is; all else goes marshmallow's general way and gets its words."""

    def deserialize(self, value: Any, attr: str | None = None, data: Any = None, **kwargs: Any) -> Any:
        if self.fits(value):
            return value
        return super().deserialize(value, attr, data, **kwargs)

    def fits(self, value: Any) -> bool:
        """Say whether the value plainly fits; a value that does not may still be converted, or be refused in words."""
        raise NotImplementedError


class Id(Checked, fields.String):
    """A UUID as text."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(
            validate=[
                validate.Length(equal=_UUID_LENGTH),
                validate.Regexp(_UUID, error="Send a UUID in small letters."),
            ],
            metadata={"format": "uuid"},
            **rest,
        )

    def fits(self, value: Any) -> bool:
        return type(value) is str and len(value) == _UUID_LENGTH and _UUID.fullmatch(value) is not None


class Ids(fields.List[Any]):
    """Some UUIDs, each once."""

    def __init__(self, *, most: int = 20, **rest: Any) -> None:
        super().__init__(Id(), validate=validate.Length(max=most), **rest)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        ids: list[Any] = super()._deserialize(value, attr, data, **kwargs)
        if len(set(ids)) < len(ids):
            raise ValidationError("Send each id once.")
        return ids


class AnyText(Checked, fields.String):
    """Text of any characters; ``least`` and ``most`` count them."""

    def __init__(self, *, least: int = 0, most: int | None = None, **rest: Any) -> None:
        super().__init__(validate=validate.Length(least, most), **rest)
        self._least, self._most = least, math.inf if most is None else most

    def fits(self, value: Any) -> bool:
        return type(value) is str and self._least <= len(value) <= self._most


class Text(AnyText):
    """What a person typed; ``least`` and ``most`` count characters. No database stores NUL or half a character."""

    def __init__(self, *, least: int = 0, most: int = _LONGEST_TEXT, **rest: Any) -> None:
        super().__init__(least=least, most=most, **rest)
        self.validators.append(validate.Regexp(_STORABLE, error="Send text without the character NUL."))

    def fits(self, value: Any) -> bool:
        return super().fits(value) and _STORABLE.fullmatch(value) is not None


class Count(Checked, fields.Integer):
    """A whole number from ``least`` to ``most``; text and fractions are refused."""

    def __init__(self, *, least: int = 0, most: int = _LARGEST_INTEGER, **rest: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(least, most), **rest)
        self._least, self._most = least, most

    def fits(self, value: Any) -> bool:
        return type(value) is int and self._least <= value <= self._most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if type(value) is not int:
            raise ValidationError("Send a whole number.")
        return super()._deserialize(value, attr, data, **kwargs)


class Truth(Checked, fields.Boolean):
    """``true`` or ``false``, and nothing that only looks like it."""

    def fits(self, value: Any) -> bool:
        return type(value) is bool

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        raise ValidationError("Send true or false.")


class Code(Checked, fields.String):
    """One of an enumeration's values."""

    def __init__(self, codes: type[StrEnum], **rest: Any) -> None:
        self._codes = frozenset(code.value for code in codes)
        super().__init__(validate=validate.OneOf([code.value for code in codes]), **rest)

    def fits(self, value: Any) -> bool:
        return type(value) is str and value in self._codes


class Moment(fields.AwareDateTime):
    """A time with its zone, read as UTC in whole milliseconds."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(format="iso", default_timezone=None, **rest)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        read: datetime = super()._deserialize(value, attr, data, **kwargs)
        read = read.astimezone(UTC)
        return read.replace(microsecond=read.microsecond // 1000 * 1000)


class Sha256(Checked, fields.String):
    """A SHA-256 in small hexadecimal letters."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(
            validate=[
                validate.Length(equal=_SHA256_LENGTH),
                validate.Regexp(_SHA256, error="Send a SHA-256 in hexadecimal."),
            ],
            **rest,
        )

    def fits(self, value: Any) -> bool:
        return type(value) is str and len(value) == _SHA256_LENGTH and _SHA256.fullmatch(value) is not None
