"""Walks the chain of seals (law 11), and compares it with what the devices sent."""

import json
from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.rules.seals import Check, Found, verify
from server.tables.seals import SealHeadRow, SealRow, books_around, sealed_of
from sync.ports import Verdict
from sync.tables import inbox, verdicts

HOLDS = "Law 11: every seal holds: its bytes, its signatures, its place in a chain without a gap"
CAME = "Law 11: every seal is what a device sent, and every one that was sent is here"
SENTENCES = (HOLDS, CAME)

_AT_ONCE = 200
_OF_WHAT_FITS = frozenset({Check.DOCUMENT, Check.DEVICE_SIGNATURE, Check.STROKES})
"""What never held for a seal that did not fit when it came; its discrepancy says so."""


def broken_seals(session: Session, server_keys: Collection[str]) -> Iterator[str]:
    """Name each seal that shows a change, with the checks that found it. Without any key none is countersigned."""
    last = 0
    for row in _in_order(session):
        sealed = sealed_of(row)
        checks = verify(sealed, server_keys=server_keys, books=books_around(session, sealed)).checks
        passed_over = (frozenset() if row.seal_fits else _OF_WHAT_FITS) | _uncountersigned(server_keys)
        found = [str(check) for check in checks.keys() - passed_over if checks[check] is not Found.HOLDS]
        if found:
            yield f"{row.id} {' '.join(sorted(found))}"
        last = row.chain_no
    head = session.scalar(select(SealHeadRow.chain_no)) or 0
    if head != last:
        yield f"the chain ends at {last} and not at {head}"


def unlike_what_came(session: Session) -> Iterator[str]:
    """Name each seal that the inbox has otherwise, or only one of the two has."""
    sent: dict[str, tuple[str, str]] = {}
    for signature_id, what in _sent(session):
        sent.setdefault(signature_id, what)
    for row in _in_order(session):
        if sent.pop(row.id, None) != (row.document, row.device_signature):
            yield row.id
    yield from sorted(sent)


def _in_order(session: Session) -> Iterator[SealRow]:
    yield from session.scalars(select(SealRow).order_by(SealRow.chain_no).execution_options(yield_per=_AT_ONCE))


def _uncountersigned(server_keys: Collection[str]) -> frozenset[Check]:
    return frozenset() if server_keys else frozenset({Check.COUNTERSIGNATURE})


def _sent(session: Session) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give what was sealed on devices and applied here, by the signature's id; a repeat has no verdict of its own."""
    applied = [Verdict.APPLIED.value, Verdict.APPLIED_WITH_DISCREPANCY.value]
    query = (
        select(inbox.c.body)
        .join(verdicts, verdicts.c.number == inbox.c.number)
        .where(inbox.c.name == "visit.sign", inbox.c.repeat_of.is_(None), verdicts.c.verdict.in_(applied))
        .order_by(inbox.c.number)
        .execution_options(yield_per=_AT_ONCE)
    )
    for (text,) in session.execute(query):
        body = json.loads(text)
        if body.get("seal"):
            yield body["signature_id"], (body["seal"]["document"], body["seal"]["device_signature"])
