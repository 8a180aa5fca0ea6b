"""Rows that are set whole: only who saw the revision that is stored may replace it."""

from typing import Any

from server.mutations.acting import Actor
from server.tables.loading import load
from sync.ports import Change
from sync.refusal import NotPermitted, Refusal


class ChangedMeanwhile(Refusal):
    """Somebody else set it since it was seen."""

    code = "changed_meanwhile"


def check_seen(stored: int | None, seen: int) -> None:
    """Refuse who saw another revision than the stored one; a row that is not there yet has revision 0."""
    if (stored or 0) != seen:
        raise ChangedMeanwhile("Somebody else has set this meanwhile. Look at it and set it again.", revision=stored)


def seen_row(change: Change, actor: Actor, row_class: type[Any], row_id: str, *, revision: int) -> Any:
    """Return the row of the whole house, or nothing when it is new; refuse who works for one station only."""
    if actor.station_id is not None:
        raise NotPermitted("This holds for every station. Ask a manager of the head office.")
    row = load(change.session, row_class, row_id)
    check_seen(None if row is None else row.revision, revision)
    return row
