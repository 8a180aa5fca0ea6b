"""How a mutation is declared: its name, its body, who may send it, what it loads, and what it does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from marshmallow import Schema, ValidationError

from server.mutations.acting import Actor, actor_of
from server.visibility.plain import plain_check
from sync.ports import Change, Kind, Mutator, Outcome
from sync.refusal import NotPermitted

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Entry(Generic[A]):
    """A mutator with what the outside may know about it."""

    mutator: Mutator[A]
    schema: type[Schema]
    roles: frozenset[str]


def declare(
    name: str,
    kind: Kind,
    *,
    roles: Iterable[str],
    schema: type[Schema],
    args: Callable[..., A],
    needs: Callable[[A], Iterable[tuple[str, str]]],
    write: Callable[[Change, Actor, A], Outcome],
    v: int = 1,
) -> Entry[A]:
    """Return the entry of one mutation. ``write`` is called only for somebody who has one of the roles."""
    shape = schema()
    is_plain = plain_check(shape)
    permitted = frozenset(str(role) for role in roles)

    def parse(body: Any) -> A:
        if is_plain(body):
            return args(**body)
        try:
            loaded: Any = shape.load(body)
        except ValidationError as error:
            raise ValueError(_words(error.messages)) from error
        return args(**loaded)

    def apply(change: Change, arguments: A) -> Outcome:
        actor = actor_of(change)
        if permitted.isdisjoint(actor.roles):
            raise NotPermitted(f"This is for: {', '.join(sorted(permitted))}.", roles=sorted(permitted))
        return write(change, actor, arguments)

    return Entry(Mutator(name, v, kind, parse, needs, apply), schema, permitted)


def _words(messages: Any, path: str = "") -> str:
    """Return marshmallow's messages as one line, each with its path (``changes.read_km.to: ...``)."""
    if isinstance(messages, dict):
        inner = (_words(message, f"{path}.{name}" if path else str(name)) for name, message in messages.items())
        return " ".join(inner)
    return f"{path}: {' '.join(str(message) for message in messages)}"
