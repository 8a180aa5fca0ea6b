"""Checklists as data: what is asked of a kind of unit, which items are asked now, what still lacks (VIS-1 to VIS-4)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from sync.refusal import Refusal

Answer: TypeAlias = bool | int | str
"""Of a number: the scaled integer. Of a photo: its id."""


class ChecklistDoesNotFit(Refusal):
    """The checklist asks something that nobody could answer."""

    code = "checklist_does_not_fit"


class ItemKind(StrEnum):
    """How an item is answered."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"
    PHOTO = "photo"


class Doubt(StrEnum):
    """Where a number lies when it is not where it was expected."""

    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class When:
    """The item is asked while the answer to ``item`` is one of ``among``."""

    item: str
    among: Sequence[Answer]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to answer. ``least`` and ``most`` are expected limits in scaled integers, never walls.

    ``normal`` is what one tap on "all normal" answers.
    """

    id: str
    kind: ItemKind
    required: bool = False
    when: When | None = None
    normal: Answer | None = None
    options: Sequence[str] = ()
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A checklist as far as it is answered. ``photos`` are the ids of photos that were not refused."""

    items: Sequence[Item]
    answers: Mapping[str, Any]
    photos: AbstractSet[str] = frozenset()


def read_items(items: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Return the items as the rules know them; labels and units are for people."""
    return tuple(
        Item(
            item["id"],
            ItemKind(item["kind"]),
            item["required"],
            None if item["when"] is None else When(item["when"]["item"], tuple(item["when"]["among"])),
            item["normal"],
            tuple(option["value"] for option in item["options"]),
            item["least"],
            item["most"],
        )
        for item in items
    )


def is_given(item: Item, value: Any, photos: AbstractSet[str]) -> bool:
    """Say whether the value answers the item. A value of another kind is kept and answers nothing."""
    return _FITS[item.kind](item, value, photos)


_FITS: Mapping[ItemKind, Callable[[Item, Any, AbstractSet[str]], bool]] = {
    ItemKind.YES_NO: lambda _item, value, _photos: type(value) is bool,
    ItemKind.CHOICE: lambda item, value, _photos: type(value) is str and value in item.options,
    ItemKind.NUMBER: lambda _item, value, _photos: type(value) is int,
    ItemKind.TEXT: lambda _item, value, _photos: type(value) is str and bool(value.strip()),
    ItemKind.PHOTO: lambda _item, value, photos: type(value) is str and value in photos,
}


def asked(done: Answered) -> tuple[Item, ...]:
    """Return the items that are asked now, in order: all without a condition, and those whose condition holds."""
    shown: dict[str, Item] = {}
    for item in done.items:
        if item.when is None or _holds(item.when, shown, done):
            shown[item.id] = item
    return tuple(shown.values())


def _holds(when: When, shown: Mapping[str, Item], done: Answered) -> bool:
    """An answer to an item that is itself not asked opens nothing."""
    if when.item not in shown:
        return False
    value = done.answers.get(when.item)
    return is_given(shown[when.item], value, done.photos) and value in when.among


def unanswered(done: Answered) -> tuple[str, ...]:
    """Return the ids of the required items that are asked and have no answer (VIS-6)."""
    return tuple(
        item.id for item in asked(done) if item.required and not is_given(item, done.answers.get(item.id), done.photos)
    )


def doubts(done: Answered) -> dict[str, Doubt]:
    """Return the asked numbers that lie outside what was expected: to be shown, never refused."""
    found = {}
    for item in asked(done):
        value: Any = done.answers.get(item.id)
        if item.kind is not ItemKind.NUMBER or not is_given(item, value, done.photos):
            continue
        if item.least is not None and value < item.least:
            found[item.id] = Doubt.BELOW
        elif item.most is not None and value > item.most:
            found[item.id] = Doubt.ABOVE
    return found


def all_normal(done: Answered) -> dict[str, Answer]:
    """Return what one tap on "all normal" answers: what is asked now, has a normal answer, and has none yet."""
    return {
        item.id: item.normal
        for item in asked(done)
        if item.normal is not None and not is_given(item, done.answers.get(item.id), done.photos)
    }


def newest_at(versions: Iterable[tuple[str, datetime, int]], at: datetime) -> str | None:
    """Return the id of the newest (id, set at, version) that was in force at that moment."""
    in_force = [(version, checklist_id) for checklist_id, set_at, version in versions if set_at <= at]
    return max(in_force)[1] if in_force else None


def check_items(items: Sequence[Item], *, taken: AbstractSet[str]) -> None:
    """Refuse what nobody could answer.

    ``taken`` are the ids of the other sections: a lack is named by its item alone.
    """
    earlier: dict[str, Item] = {}
    for item in items:
        if item.id in earlier or item.id in taken:
            raise ChecklistDoesNotFit("Give each item a name of its own.", item=item.id)
        _check_limits(item)
        _check_condition(item, earlier)
        earlier[item.id] = item


def _check_limits(item: Item) -> None:
    if item.kind is ItemKind.CHOICE and (not item.options or len(set(item.options)) < len(item.options)):
        raise ChecklistDoesNotFit("Give a choice its options, each once.", item=item.id)
    if item.least is not None and item.most is not None and item.least > item.most:
        raise ChecklistDoesNotFit("The least must not be above the most.", item=item.id)
    if item.normal is not None and not _is_pick(item, item.normal):
        raise ChecklistDoesNotFit("Only a yes-no or a choice has a normal answer, one of its own.", item=item.id)


def _check_condition(item: Item, earlier: Mapping[str, Item]) -> None:
    if item.when is None:
        return
    asked_first = earlier.get(item.when.item)
    if asked_first is None:
        raise ChecklistDoesNotFit("A condition looks at an item that stands before it.", item=item.id)
    if not item.when.among or not all(_is_pick(asked_first, value) for value in item.when.among):
        raise ChecklistDoesNotFit("A condition names answers that its item can have.", item=item.id)


def _is_pick(item: Item, value: Any) -> bool:
    return item.kind in (ItemKind.YES_NO, ItemKind.CHOICE) and is_given(item, value, frozenset())
