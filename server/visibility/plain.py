"""Says quickly that a body is plainly as its schema wants it, so that marshmallow is asked only about the others."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from marshmallow import Schema, fields, missing

from server.visibility.fields import Checked

Check = Callable[[Any], bool]


def plain_check(schema: Schema) -> Check:
    """Return a check which is true only of a body that ``schema.load`` would answer as it is.

    It may be false of a body that fits: then marshmallow finds out, converts, fills in, or says what is wrong.
    """
    if any(schema._hooks.values()):  # noqa: SLF001 -- nothing public tells whether a schema has hooks
        return _nothing
    checks = {name: _check(field) for name, field in schema.load_fields.items()}
    required = {name for name, field in schema.load_fields.items() if field.required}
    filled_in = {name for name, field in schema.load_fields.items() if field.load_default is not missing}

    def is_plain(body: Any) -> bool:
        if type(body) is not dict or not required <= body.keys() or not filled_in <= body.keys():
            return False
        return all(name in checks and checks[name](value) for name, value in body.items())

    return is_plain


def _check(field: fields.Field[Any]) -> Check:
    if isinstance(field, Checked):
        check: Check = field.fits
    elif type(field) is fields.Nested and not field.validators:
        check = plain_check(field.schema)
    elif type(field) is fields.List and not field.validators:
        check = _each(_check(field.inner))
    else:
        check = _nothing
    return _or_null(check) if field.allow_none else check


def _each(check: Check) -> Check:
    return lambda values: type(values) is list and all(map(check, values))


def _or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _nothing(_value: Any) -> bool:
    return False


class PlainSchema(Schema):
    """A schema of a large body that is nearly always plain."""

    def load(self, data: Any, **how: Any) -> Any:
        return data if self._is_plain(data) else super().load(data, **how)

    @cached_property
    def _is_plain(self) -> Check:
        return plain_check(self)
