"""Discrepancies: named contradictions between a fact and the books, each for a person to settle."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from sync.refusal import Refusal

_NAMESPACE = UUID("5e1f6f3c-6a0e-5b6e-9f0e-7d1f1c0a7a11")


class DiscrepancyKind(StrEnum):
    """What contradicts what; each is a stable code and never reused."""

    LATE_FACT = "late_fact"
    JOB_CLOSED = "job_closed"
    CHANGED_AFTER_SIGNATURE = "changed_after_signature"
    SIGNED_BEFORE_SERVICE = "signed_before_service"
    EMPTY_SIGNATURE = "empty_signature"
    SIGNED_TWICE = "signed_twice"
    SEAL_DOES_NOT_FIT = "seal_does_not_fit"
    SEALED_IN_PARALLEL = "sealed_in_parallel"
    STOCK_BELOW_ZERO = "stock_below_zero"
    PART_ON_HOLD = "part_on_hold"
    UNKNOWN_PART = "unknown_part"
    SERIAL_FITTED_TWICE = "serial_fitted_twice"
    OLD_PART_HANDED_ON = "old_part_handed_on"
    CORRECTED_AFTER_UNDO = "corrected_after_undo"
    TAG_ALREADY_BOUND = "tag_already_bound"
    OLD_PART_MISMATCH = "old_part_mismatch"
    WRONG_SERIAL = "wrong_serial"
    RECEIVED_TWICE = "received_twice"
    RECEIVED_ELSEWHERE = "received_elsewhere"
    UNEXPECTED_OLD_PART = "unexpected_old_part"
    HAND_OVER_CONTRADICTED = "hand_over_contradicted"
    PACKED_TWICE = "packed_twice"
    DISPOSED_UNRECEIVED = "disposed_unreceived"
    DISPOSED_TWICE = "disposed_twice"
    BOX_DIFFERS = "box_differs"
    CLOCK_DOUBTFUL = "clock_doubtful"
    COLLECTED_WITHOUT_QUOTE = "collected_without_quote"
    SAFETY_NOT_ACKNOWLEDGED = "safety_not_acknowledged"
    SAFETY_AGREEMENT_MISSING = "safety_agreement_missing"
    ISSUED_ABOVE_APPROVAL = "issued_above_approval"
    GOODS_NOT_GOOD = "goods_not_good"
    COUNT_DIFFERS = "count_differs"
    TRANSFER_DIFFERS = "transfer_differs"


class DiscrepancyState(StrEnum):
    """Open until a person, or a fact that came later, has settled it."""

    OPEN = "open"
    SETTLED = "settled"


class Settlement(StrEnum):
    """How it was settled. ``book_transfer`` also moves the missing pieces from the station's store."""

    FACT_STANDS = "fact_stands"
    BOOK_TRANSFER = "book_transfer"
    BOOKS_STAND = "books_stand"
    MATCHED = "matched"


class AlreadySettled(Refusal):
    """Somebody settled it before."""

    code = "already_settled"


class NothingToTransfer(Refusal):
    """A transfer settles only stock below zero."""

    code = "nothing_to_transfer"


class NobodyToPassOn(Refusal):
    """Who gets it works at the station or the head office, and is not who has it already."""

    code = "nobody_to_pass_on"


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A fact that contradicts the books. ``detail`` is JSON without floats.

    One that is found ``once`` is opened once for its subject, however many mutations find it. ``piece`` tells several
    of one kind and one subject apart.
    """

    kind: DiscrepancyKind
    subject_table: str
    subject_id: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    once: bool = False
    piece: str = ""


def discrepancy_id(mutation_id: str, found: Discrepancy) -> str:
    """Return the same id for the same finding, so that a mutation applied again opens nothing twice."""
    origin = "" if found.once else mutation_id
    return str(uuid5(_NAMESPACE, f"{origin} {found.kind} {found.subject_id}{found.piece}"))


def late_fact(visit_id: str) -> Discrepancy:
    """Return the discrepancy of facts by a technician whose job was given to somebody else meanwhile (JOB-7)."""
    return Discrepancy(DiscrepancyKind.LATE_FACT, "visit", visit_id, once=True)


def check_pass_on(state: DiscrepancyState, *, owner_id: str | None, to: str, works_here: bool) -> None:
    """Refuse to pass on what is settled, or to somebody who has it already or does not work here."""
    if state is not DiscrepancyState.OPEN:
        raise AlreadySettled("This was settled before. Load it again and read the note.")
    if to == owner_id or not works_here:
        raise NobodyToPassOn("Choose somebody else of this station or of the head office.")


def check_settlement(state: DiscrepancyState, kind: DiscrepancyKind, settlement: Settlement) -> None:
    """Refuse to settle twice, and to book a transfer where no stock is missing."""
    if state is not DiscrepancyState.OPEN:
        raise AlreadySettled("This was settled before. Load it again and read the note.")
    if settlement is Settlement.BOOK_TRANSFER and kind is not DiscrepancyKind.STOCK_BELOW_ZERO:
        raise NothingToTransfer("A transfer settles only stock below zero. Choose whether the fact or the books stand.")
