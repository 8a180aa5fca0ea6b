"""Rolls of tags: every code is printed once, and the codes beside each other on a roll look unlike (OLD-1)."""

from server.rules.tags import ALPHABET, LENGTH, check_character

CODES = len(ALPHABET) ** (LENGTH - 1)
"""How many codes there are: 887 503 681."""

MOST_TAGS = 270
"""Of one roll: thirty sheets of nine, drawn in about a second."""

_STRIDE = 548_507_502
"""No multiple of 31, so that the places from 0 to ``CODES`` lead to every code once; about 0.618 of them."""
_START = 271_828_183


def tag_at(place: int) -> str:
    """Return the tag that stands at this place, from 0 to ``CODES``, of all the tags that will ever be printed."""
    rest = (_START + place * _STRIDE) % CODES
    code = ""
    for _ in range(LENGTH - 1):
        rest, digit = divmod(rest, len(ALPHABET))
        code += ALPHABET[digit]
    return code + check_character(code)


def tags_of(first: int, count: int) -> list[str]:
    """Return the tags of a roll, in the order in which they are printed."""
    return [tag_at(place) for place in range(first, first + count)]
