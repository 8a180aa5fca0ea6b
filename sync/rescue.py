"""What a dying or locked phone still held: kept as it came, then applied once by a person."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from sync.accept import Arrival, Stream
from sync.envelope import Envelope, storable
from sync.tables import rescues


@dataclass(frozen=True, slots=True)
class Bundle:
    """The envelopes of one person's device, by the stream in which they get new numbers.

    The phone may come back to life and send them itself, or may have lost some of those before: numbers of its own make
    neither a conflict nor a gap, and a mutation id takes effect once.
    """

    user_id: str
    arrivals: Mapping[Stream, list[Arrival]]


def keep(session: Session, bundle_id: str, brought_by: str, received_at: str, bundle: str) -> None:
    """Into quarantine, whatever it is."""
    session.execute(
        insert(rescues).values(id=bundle_id, brought_by=brought_by, received_at=received_at, bundle=storable(bundle))
    )


def open_bundle(session: Session, bundle_id: str) -> Bundle:
    """Raises ``ValueError`` with words for a person if there is no such bundle or nobody can read it."""
    text = read_text(session, bundle_id)
    try:
        value = json.loads(text)
        return _bundle(bundle_id, value["user_id"], value["envelopes"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"The bundle can't be read: {error!r}. It stays in quarantine.") from error


def read_text(session: Session, bundle_id: str) -> str:
    """The bundle as it came. Raises ``ValueError`` if there is none."""
    text: str | None = session.scalar(select(rescues.c.bundle).where(rescues.c.id == bundle_id))
    if text is None:
        raise ValueError(f"There is no bundle {bundle_id}.")
    return text


def note_applied(session: Session, bundle_id: str, by: str, at: str) -> None:
    """Note who applied the bundle first, and when."""
    session.execute(
        update(rescues)
        .where(rescues.c.id == bundle_id, rescues.c.applied_at.is_(None))
        .values(applied_by=by, applied_at=at)
    )


def _bundle(bundle_id: str, user_id: Any, envelopes: Any) -> Bundle:
    if not isinstance(user_id, str):
        raise TypeError("user_id must be text")
    arrivals: dict[Stream, list[Arrival]] = {}
    for value in sorted(envelopes, key=lambda envelope: int(envelope["seq"])):
        stream = Stream(f"rescue:{bundle_id}", str(value["stream"]))
        of_stream = arrivals.setdefault(stream, [])
        of_stream.append(Arrival(user_id, _envelope(value, seq=len(of_stream) + 1)))
    return Bundle(user_id, arrivals)


def _envelope(value: Mapping[str, Any], *, seq: int) -> Envelope:
    found = {field.name: value[field.name] for field in fields(Envelope)} | {"seq": seq}
    for field in fields(Envelope):
        if type(found[field.name]) is not field.type:
            raise TypeError(f"{field.name} of an envelope must be {field.type}")
    return Envelope(**found)
