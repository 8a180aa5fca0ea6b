"""The seal on a signed report: what is hashed and countersigned, and what shows when somebody touched it (VIS-7)."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from server.rules.keys import fits, key_hash
from server.rules.report_document import Document, NotADocumentError, read_document

BEFORE_THE_FIRST = "0" * 64
"""What the first seal of an installation names as the chain hash before it."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """One seal as it is kept, printed and verified. ``received_at`` is the wire form, keys are SPKI in base64url."""

    id: str
    visit_id: str
    revision: int
    document: str
    sha256: str
    previous: str | None
    device_key: str | None
    device_signature: str
    received_at: str
    chain_no: int
    chain_hash: str
    chain_previous: str
    countersignature: str | None
    server_key: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain as the books remember it."""

    chain_no: int
    chain_hash: str


@dataclass(frozen=True, slots=True)
class Books:
    """What the installation's own tables say around one seal.

    ``kept`` is the row under the seal's id, ``before`` and ``after`` its neighbours in the chain, ``revisions`` every
    seal of the visit. ``registered`` are the device's keys in the books. ``drawn`` is the signature as stored:
    ``{mark, signer_name, signer_role, language, width, height, strokes}``, or nothing when the row is gone.
    """

    kept: Sealed | None
    before: Sealed | None
    after: Sealed | None
    head: Head | None
    revisions: Sequence[Sealed]
    registered: Collection[str]
    drawn: Mapping[str, Any] | None


class Check(StrEnum):
    """What is looked at, in the order in which people ask."""

    DOCUMENT = "document"
    DEVICE_SIGNATURE = "device_signature"
    COUNTERSIGNATURE = "countersignature"
    CHAIN = "chain"
    BOOKS = "books"
    STROKES = "strokes"
    REVISIONS = "revisions"


class Found(StrEnum):
    """``missing``: what is needed to look is not there; ``not_asked``: the books were not at hand."""

    HOLDS = "holds"
    BROKEN = "broken"
    MISSING = "missing"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Verification:
    """What each check found. ``newer_revision`` is the newest one of the visit, when it is not this.

    ``parallel``: the document does not name the revision before it; two people signed without hearing of each other.
    """

    checks: Mapping[Check, Found] = field(default_factory=dict)
    newer_revision: int | None = None
    parallel: bool = False

    @property
    def unchanged(self) -> bool:
        """Whether everything that was looked at holds, and nothing was missing."""
        return all(found in (Found.HOLDS, Found.NOT_ASKED) for found in self.checks.values())


def hash_text(text: str) -> str:
    """Return SHA-256 of the text's UTF-8 in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def hash_link(sealed: Sealed) -> str:
    """Return the chain hash that these contents must have."""
    lines = (
        "truckroll-chain-1",
        sealed.chain_previous,
        sealed.chain_no,
        sealed.visit_id,
        sealed.revision,
        sealed.sha256,
        sealed.device_signature,
        sealed.received_at,
        key_hash(sealed.device_key or "") or "",
        sealed.id,
    )
    return hash_text("\n".join(str(line) for line in lines))


def does_not_fit(
    document: Document | None,
    text: str,
    device_signature: str,
    *,
    registered_key: str | None,
    ids: Mapping[str, str],
    drawn: Mapping[str, Any],
) -> list[str]:
    """Name what about a seal that arrives does not fit: nothing, when it seals what was signed.

    ``document`` is none where the text is no report. ``ids`` are those of visit, job and signature, ``drawn`` what the
    mutation says about the signature. ``registered_key`` is the person's device key with the hash that was sent.
    """
    why = []
    if document is None:
        why.append("document")
    else:
        named = {"visit": document.visit_id, "job": document.job_id, "signature": document.signature["id"]}
        why += [name for name in named if named[name] != ids[name]]
        why += [name for name in DRAWN if document.signature[name] != drawn[name]]
    if registered_key is None:
        why.append("key")
    elif not fits(text, device_signature, registered_key):
        why.append("device_signature")
    return why


def verify(sealed: Sealed, *, server_keys: Collection[str], books: Books | None = None) -> Verification:
    """Look at everything that would show a change of this seal, by anyone, the office included (VIS-7).

    ``server_keys`` are the installation's public keys, from its settings or a printed copy, never from its database.
    Without ``books`` only the copy itself is looked at.
    """
    checks = {
        Check.DOCUMENT: _document(sealed),
        Check.DEVICE_SIGNATURE: _device_signature(sealed, books),
        Check.COUNTERSIGNATURE: _countersignature(sealed, server_keys),
        Check.CHAIN: _chain(sealed, books),
        Check.BOOKS: _books(sealed, books),
        Check.STROKES: _strokes(sealed, books),
        Check.REVISIONS: _revisions(sealed, books),
    }
    if books is None:
        return Verification(checks)
    newest = max((one.revision for one in books.revisions), default=sealed.revision)
    former = {one.revision: one.sha256 for one in books.revisions}.get(sealed.revision - 1)
    return Verification(checks, newest if newest > sealed.revision else None, parallel=former != sealed.previous)


def _is(condition: object) -> Found:
    return Found.HOLDS if condition else Found.BROKEN


def _document(sealed: Sealed) -> Found:
    """The bytes have the hash that was chained, and speak of this visit and this signature."""
    if hash_text(sealed.document) != sealed.sha256:
        return Found.BROKEN
    try:
        document = read_document(sealed.document)
    except NotADocumentError:
        return Found.BROKEN
    named = (document.visit_id, document.signature["id"], document.previous)
    return _is(named == (sealed.visit_id, sealed.id, sealed.previous))


def _device_signature(sealed: Sealed, books: Books | None) -> Found:
    if sealed.device_key is None:
        return Found.MISSING
    if books is not None and sealed.device_key not in books.registered:
        return Found.BROKEN
    return _is(fits(sealed.document, sealed.device_signature, sealed.device_key))


def _countersignature(sealed: Sealed, server_keys: Collection[str]) -> Found:
    if sealed.countersignature is None or sealed.server_key is None:
        return Found.MISSING
    known = sealed.server_key in server_keys
    return _is(known and fits(sealed.chain_hash, sealed.countersignature, sealed.server_key))


def _chain(sealed: Sealed, books: Books | None) -> Found:
    if hash_link(sealed) != sealed.chain_hash or sealed.chain_no < 1:
        return Found.BROKEN
    if books is None:
        return Found.HOLDS
    return _is(_follows(books.before, sealed) and _is_followed(sealed, books.after, books.head))


def _follows(before: Sealed | None, sealed: Sealed) -> bool:
    if sealed.chain_no == 1:
        return before is None and sealed.chain_previous == BEFORE_THE_FIRST
    return before is not None and _are_neighbours(before, sealed)


def _is_followed(sealed: Sealed, after: Sealed | None, head: Head | None) -> bool:
    if after is None:
        return head == Head(sealed.chain_no, sealed.chain_hash)
    return _are_neighbours(sealed, after) and head is not None and head.chain_no >= after.chain_no


def _are_neighbours(one: Sealed, other: Sealed) -> bool:
    return (
        (other.chain_no, other.chain_previous)
        == (one.chain_no + 1, one.chain_hash)
        == (
            one.chain_no + 1,
            hash_link(one),
        )
    )


def _books(sealed: Sealed, books: Books | None) -> Found:
    """The books keep the very same seal."""
    if books is None:
        return Found.NOT_ASKED
    return Found.MISSING if books.kept is None else _is(books.kept == sealed)


def _strokes(sealed: Sealed, books: Books | None) -> Found:
    """The signature in the books is the one that the document shows."""
    if books is None:
        return Found.NOT_ASKED
    if books.drawn is None:
        return Found.MISSING
    try:
        shown = read_document(sealed.document).signature
    except NotADocumentError:
        return Found.BROKEN
    return _is(all(shown[name] == books.drawn[name] for name in DRAWN))


def _revisions(sealed: Sealed, books: Books | None) -> Found:
    """The visit's revisions are numbered from one without a gap, and this is one of them."""
    if books is None:
        return Found.NOT_ASKED
    numbers = sorted(one.revision for one in books.revisions)
    return _is(numbers == list(range(1, len(numbers) + 1)) and sealed.revision in numbers)


DRAWN = ("mark", "signer_name", "signer_role", "language", "width", "height", "strokes")
"""What of a signature stands both in the document and in the books."""
