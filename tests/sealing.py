"""A technician's device with a key: it seals what the golden visit shows."""

import json
from pathlib import Path
from typing import Any

from server.rules.canonical import canonical
from server.rules.keys import PrivateKey, key_hash, make_private_key
from server.rules.seals import hash_text
from server.tables.devices import DeviceRow
from tests.mutations.house import House, body_of

GOLDEN = json.loads((Path(__file__).parent / "contract" / "seal.json").read_text())


def enrol(house: House, user_id: str) -> PrivateKey:
    """Register a key for this person's phone and return it."""
    key, phone = PrivateKey(make_private_key()), house.phone(user_id)
    with house.sessions.begin() as session:
        session.add(
            DeviceRow(
                id=phone.device_id,
                user_id=user_id,
                name="Android",
                public_key=key.public,
                enrolled_at=house.now,
                signed_in_at=house.now,
            )
        )
    return key


def document_of(body: dict[str, Any], *, revision: int = 1, previous: str | None = None, **changes: Any) -> Any:
    """The golden document with this signature on it; the device did not know the job's number."""
    content = json.loads(GOLDEN["sealed"]["document"])
    content["job"]["number"] = None
    for section in ("listen", "look", "check", "handle"):
        changes_there = body_of(f"visit.record_{section}")["changes"]
        content[section] |= {name: edit["to"] for name, edit in changes_there.items()}
    signed = {name: body[name] for name in content["signatures"][0] if name in body}
    content["signatures"][0] |= {"id": body["signature_id"], **signed}
    return {**content, "visit_id": body["visit_id"], "revision": revision, "previous": previous, **changes}


def sealed_by(key: PrivateKey, document: Any) -> dict[str, Any]:
    """What the device sends as ``seal``."""
    text = document if isinstance(document, str) else canonical(document)
    return {"document": text, "device_signature": key.sign(text), "key": key_hash(key.public)}


def sign(house: House, user_id: str, key: PrivateKey, former: str | None = None, **changes: Any) -> Any:
    """Record a sealed signature; ``former`` is the document of the revision before, as the device knows it."""
    body = body_of("visit.sign", **changes)
    revision = 1 if former is None else json.loads(former)["revision"] + 1
    previous = None if former is None else hash_text(former)
    document = document_of(body, revision=revision, previous=previous)
    return house.phone(user_id).record("visit.sign", **changes, seal=sealed_by(key, document))
