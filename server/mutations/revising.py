"""How the head office sets a row of the whole house: only who saw the revision that is stored may replace it."""

from typing import Any

from server.mutations.acting import Actor
from server.tables.loading import load
from sync.ports import Change
from sync.refusal import NotPermitted, Refusal


class ChangedMeanwhile(Refusal):
    """Somebody else set it since it was seen."""

    code = "changed_meanwhile"


def seen_row(change: Change, actor: Actor, row_class: type[Any], row_id: str, *, revision: int) -> Any:
    """Return the stored row, or nothing when it is new; refuse who works for one station or saw another revision."""
    if actor.station_id is not None:
        raise NotPermitted("This holds for every station. Ask a manager of the head office.")
    row = load(change.session, row_class, row_id)
    stored = 0 if row is None else row.revision
    if stored != revision:
        raise ChangedMeanwhile("Somebody else has set this meanwhile. Look at it and set it again.", revision=stored)
    return row
