"""The lines of a preview as mutations, in the name of who confirmed them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from server.imports.previewing import Difference, Newcomer, Preview
from server.mutations.imports import MOST_AT_ONCE
from server.tables.base import new_id
from sync.engine import Recording

T = TypeVar("T")


def _runs(of: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """Cut into pieces of at most ``most``, in order."""
    return (of[start : start + most] for start in range(0, len(of), most))


def recordings(found: Preview, user_id: str, name: str, now: datetime) -> list[Recording]:
    """Return what is recorded, at most ``MOST_AT_ONCE`` lines in each; new rows come first."""
    import_id = new_id(now)
    file = found.file.name.value

    def recorded(additions: list[dict[str, Any]], edits: list[dict[str, Any]]) -> Recording:
        body = {"import_id": import_id, "file": file, "name": name, "additions": additions, "edits": edits}
        return Recording(user_id, "import.take_in", 1, f"import:{import_id}", body, now)

    new = (recorded([_addition(file, one, now) for one in some], []) for some in _runs(found.newcomers, MOST_AT_ONCE))
    changed = (recorded([], [_edit(file, one) for one in some]) for some in _runs(found.differences, MOST_AT_ONCE))
    return [*new, *changed]


def _addition(file: str, one: Newcomer, now: datetime) -> dict[str, Any]:
    return {"line": one.line, "body": {f"{file}_id": new_id(now), **one.body}}


def _edit(file: str, one: Difference) -> dict[str, Any]:
    changes = {name: {"from": before, "to": after} for name, (before, after) in one.changes.items()}
    return {"line": one.line, "body": {f"{file}_id": one.row_id, "changes": changes}}
