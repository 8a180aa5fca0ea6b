"""One text for one value: canonical JSON (RFC 8785) for values without floats (VIS-7)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

LARGEST_INTEGER = 2**53 - 1
DEEPEST = 200


class NotCanonicalError(ValueError):
    """A value has no canonical text; the message says which part, and what to send instead."""


def canonical(value: Any) -> str:
    """Return the canonical JSON of a value: names in order of their UTF-16 units, no space, nothing escaped in vain.

    Raises ``NotCanonicalError`` for floats, integers beyond 2^53, half characters and what JSON does not know.
    """
    return _written(value, 0)


def read_canonical(text: str) -> Any:
    """Return the value of a text that is canonical; raises ``NotCanonicalError`` for any other text."""
    try:
        value = json.loads(text)
        again = canonical(value)
    except (ValueError, RecursionError) as error:
        raise NotCanonicalError(f"This is not canonical JSON: {error}") from error
    if again != text:
        raise NotCanonicalError("This JSON is not canonical: sort the names by UTF-16 units and leave out all spaces.")
    return value


def _written(value: Any, depth: int) -> str:
    if depth > DEEPEST:
        raise NotCanonicalError(f"The value is nested deeper than {DEEPEST}. Send it flatter.")
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return _object(value, depth)
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        return f"[{','.join(_written(one, depth + 1) for one in value)}]"
    if isinstance(value, float):
        raise NotCanonicalError(f"{value!r} is a float. Send whole numbers, or decimal text.")
    raise NotCanonicalError(f"JSON knows no {type(value).__name__}.")


def _integer(value: int) -> str:
    if abs(value) > LARGEST_INTEGER:
        raise NotCanonicalError(f"{value} is beyond 2^53, where devices round. Send it as text.")
    return str(value)


def _text(value: str) -> str:
    _utf16(value)
    return json.dumps(value, ensure_ascii=False)


def _object(value: Mapping[Any, Any], depth: int) -> str:
    if not all(isinstance(name, str) for name in value):
        raise NotCanonicalError("The names of an object are text.")
    names = sorted(value, key=_utf16)
    return f"{{{','.join(f'{_text(name)}:{_written(value[name], depth + 1)}' for name in names)}}}"


def _utf16(text: str) -> bytes:
    """Return the text's UTF-16 units, in which JavaScript compares."""
    try:
        return text.encode("utf-16-be")
    except UnicodeEncodeError as error:
        raise NotCanonicalError(f"The text has half a character at {error.start}. Leave it out.") from error
