"""Old-part tags: six characters and a check character that a person can read and type (OLD-1).

The alphabet has 31 characters, a prime, and neighbouring weights differ by one, so every single slip and every swap of
two neighbours is caught.
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
LENGTH = 7


def check_character(code: str) -> str:
    """Return the character that follows ``code`` (six characters of ``ALPHABET``) on its tag."""
    weighted = sum(weight * ALPHABET.index(character) for weight, character in zip(range(7, 1, -1), code, strict=True))
    return ALPHABET[-weighted % len(ALPHABET)]


def normalise_tag(typed: str) -> str:
    """Return what a person typed or a scanner read as it is stored: capitals, without spaces and dashes."""
    return "".join(typed.split()).replace("-", "").upper()


def is_tag(tag: str) -> bool:
    """Say whether ``tag`` is whole: seven characters of ``ALPHABET``, the last one fitting."""
    if len(tag) != LENGTH or any(character not in ALPHABET for character in tag):
        return False
    return check_character(tag[:-1]) == tag[-1]
