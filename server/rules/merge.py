"""Three-way merge of typed fields: untouched fields merge, a field changed by two people keeps both values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person saw in a field and what they made of it."""

    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that somebody else changed meanwhile: ``in_force`` stays, ``proposed`` waits for a person.

    ``before`` is what the proposer had in front of them.
    """

    name: str
    before: Any
    in_force: Any
    proposed: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """``applied`` holds the new values of the fields that changed."""

    applied: Mapping[str, Any]
    conflicts: tuple[Conflict, ...]


def merge(stored: Mapping[str, Any], changes: Mapping[str, Edit]) -> Merged:
    """Return what becomes of ``changes`` on top of what is stored; a field that was never filled is ``None``.

    Never the last write wins: what a person typed is either in force or proposed.
    """
    applied: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    for name, edit in changes.items():
        now = stored.get(name)
        if _same(now, edit.after):
            continue
        if _same(now, edit.before):
            applied[name] = edit.after
        else:
            conflicts.append(Conflict(name, edit.before, in_force=now, proposed=edit.after))
    return Merged(applied, tuple(conflicts))


def _same(one: Any, other: Any) -> bool:
    """Say whether two values are the same on every device: Python alone takes yes for one and no for nought."""
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)
