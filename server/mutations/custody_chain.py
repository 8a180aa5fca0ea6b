"""The links of the chain of custody: added, never changed (OLD-2)."""

from uuid import UUID, uuid5

from server.rules.old_parts import CustodyEvent
from server.tables.old_parts import CUSTODY_EVENTS, OldPartRow
from sync.ports import Change

_NAMESPACE = UUID("0f9a4b7e-31c2-5c4e-8d55-77ab0f4e6c33")


def note_custody(change: Change, old_part: OldPartRow, event: CustodyEvent, *, giver: tuple[str, str] | None) -> None:
    """Add a link to the chain; the taker is who holds the part now."""
    row_id = str(uuid5(_NAMESPACE, f"{change.mutation_id} {old_part.id} {event}"))
    giver_kind, giver_id = giver or (None, None)
    link = {
        "id": row_id,
        "old_part_id": old_part.id,
        "event": event.value,
        "giver_kind": giver_kind,
        "giver_id": giver_id,
        "taker_kind": old_part.holder_kind,
        "taker_id": old_part.holder_id,
        "tag": old_part.tag,
        "happened_at": change.happened_at,
        "mutation_id": change.mutation_id,
    }
    change.append(CUSTODY_EVENTS, link)
