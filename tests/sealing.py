"""A technician's device with a key: it seals what the golden visit shows."""

import json
from pathlib import Path
from typing import Any

from server.cli.audit_seals import broken_seals, unlike_what_came
from server.rules.canonical import canonical
from server.rules.keys import PrivateKey, key_hash, make_private_key
from server.rules.seals import Check, Found, Sealed, Verification, hash_text, verify
from server.tables.devices import DeviceRow
from server.tables.seals import SealRow, books_around
from tests.mutations.house import House, body_of, golden_id

SECOND = golden_id(91)
OTHER_SIGNER = {"signature_id": SECOND, "signer_name": "王建军", "signer_role": "车队长"}
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


def seals(house: House) -> list[SealRow]:
    """Every seal in the order of the chain."""
    return sorted(house.rows(SealRow), key=lambda row: row.chain_no)


def verified(house: House, sealed: Sealed) -> Verification:
    """What the verification finds with the tables at hand."""
    with house.sessions() as session:
        return verify(sealed, server_keys={house.seal_key.public}, books=books_around(session, sealed))


def broken(verification: Verification) -> set[Check]:
    """The checks that do not hold."""
    return {check for check, found in verification.checks.items() if found is not Found.HOLDS}


def audited(house: House) -> tuple[list[str], list[str]]:
    """What the audit finds: seals that show a change, and those that no device sent so."""
    with house.sessions() as session:
        return list(broken_seals(session, {house.seal_key.public})), list(unlike_what_came(session))
