"""The visit: listen, look, check, handle, and what is still lacking before the customer may sign (VIS-1 to VIS-6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from server.rules.checklists import Answered, unanswered
from sync.refusal import Refusal


class VisitClosed(Refusal):
    """The visit is signed or closed, and what the customer saw no longer changes."""

    code = "visit_closed"


class VisitState(StrEnum):
    """``signed`` and ``unsigned`` are closed: what the customer saw no longer changes (VIS-7, VIS-8)."""

    UNDER_WAY = "under_way"
    ENDED = "ended"
    SIGNED = "signed"
    UNSIGNED = "unsigned"


class Section(StrEnum):
    """The four parts of a finding, in the order of the rulebook."""

    LISTEN = "listen"
    LOOK = "look"
    CHECK = "check"
    HANDLE = "handle"


class YesNo(StrEnum):
    """What the technician found, or could not find out (VIS-2)."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Responsibility(StrEnum):
    """Who answers for the fault (VIS-4)."""

    MAKER = "maker"
    SUPPLIER = "supplier"
    USER = "user"
    WEAR = "wear"
    THIRD_PARTY = "third_party"
    FORCE_MAJEURE = "force_majeure"


class UnsignedReason(StrEnum):
    """Why a visit closed without a signature (VIS-8)."""

    ABSENT = "absent"
    UNWILLING = "unwilling"
    STAMPED = "stamped"


FIELDS: Mapping[Section, tuple[str, ...]] = {
    Section.LISTEN: ("account", "told_km", "told_h", "usage", "before_after"),
    Section.LOOK: ("in_warranty", "opened_before", "read_km", "read_h", "note", "tampering"),
    Section.CHECK: ("fault_id", "cause", "examined", "causal_part_id", "consequential_fault_ids"),
    Section.HANDLE: ("responsibility", "done", "customer_agrees", "disagreement", "use_shown"),
}


@dataclass(frozen=True, slots=True)
class SwapFindings:
    """A swap as far as the signature asks. ``old_part_tag`` is the tag that hangs on what came off."""

    swap_id: str
    reason: str | None
    old_part_tag: str | None
    no_old_part_reason: str | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a signature looks at. ``photo_subjects`` are those of photos that were not refused.

    ``unacknowledged``: the site demands a safety notice that nobody has acknowledged (VIS-13).
    """

    listen: Mapping[str, Any]
    look: Mapping[str, Any]
    check: Mapping[str, Any]
    handle: Mapping[str, Any]
    ended: bool
    photo_subjects: frozenset[str]
    swaps: Sequence[SwapFindings]
    unacknowledged: bool = False
    checklists: Mapping[Section, Answered] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing still to record. ``code`` is stable; ``rule`` is the rule that asks for it."""

    code: str
    rule: str


def lacking(found: Findings) -> tuple[Lack, ...]:
    """Return what is still to record before the customer may sign, in the order of the work (VIS-6)."""
    return (
        *((Lack("safety.notice", "VIS-13"),) if found.unacknowledged else ()),
        *_listen(found),
        *_checklist(found, Section.LISTEN, "VIS-1"),
        *_look(found),
        *_checklist(found, Section.LOOK, "VIS-2"),
        *_check(found),
        *_checklist(found, Section.CHECK, "VIS-3"),
        *_handle(found),
        *_checklist(found, Section.HANDLE, "VIS-4"),
        *(lack for swap in sorted(found.swaps, key=lambda swap: swap.swap_id) for lack in _swap(swap)),
        *(() if found.ended else (Lack("visit.not_ended", "VIS-6"),)),
    )


def _listen(found: Findings) -> list[Lack]:
    """The customer's own account must be recorded (VIS-1)."""
    return [] if _told(found.listen.get("account")) else [Lack("listen.account", "VIS-1")]


def _look(found: Findings) -> list[Lack]:
    """Warranty, opened before, and a reading with its photo (VIS-2). What could not be found out is recorded too."""
    lacks = [Lack(f"look.{name}", "VIS-2") for name in ("in_warranty", "opened_before") if found.look.get(name) is None]
    if found.look.get("read_km") is None and found.look.get("read_h") is None:
        lacks.append(Lack("look.reading", "VIS-2"))
    if "meter" not in found.photo_subjects:
        lacks.append(Lack("look.meter_photo", "VIS-2"))
    return lacks + _tampering(found)


def _tampering(found: Findings) -> list[Lack]:
    """Who says that the place was opened says whether it was tampered with, and shows or describes it (WARR-2)."""
    if found.look.get("opened_before") != YesNo.YES:
        return []
    tampering = found.look.get("tampering")
    if tampering is None:
        return [Lack("look.tampering", "VIS-2")]
    shown = "tampering" in found.photo_subjects or _told(found.look.get("note"))
    return [Lack("look.tampering_evidence", "VIS-2")] if tampering == YesNo.YES and not shown else []


def _checklist(found: Findings, section: Section, rule: str) -> list[Lack]:
    """The checklist's required items that are asked now; it belongs to the section and lacks under its rule."""
    done = found.checklists.get(section)
    return [] if done is None else [Lack(f"checklist.{item}", rule) for item in unanswered(done)]


def _check(found: Findings) -> list[Lack]:
    """The true cause, from the catalogue or in own words, with a photo of the fault or a short note (VIS-3)."""
    lacks = []
    noted = _told(found.check.get("cause"))
    if found.check.get("fault_id") is None and not noted:
        lacks.append(Lack("check.cause", "VIS-3"))
    if "fault" not in found.photo_subjects and not noted:
        lacks.append(Lack("check.evidence", "VIS-3"))
    return lacks


def _handle(found: Findings) -> list[Lack]:
    """Responsibility, what was done, whether the customer agrees or why not, whether use was shown (VIS-4, VIS-10)."""
    lacks = []
    if found.handle.get("responsibility") is None:
        lacks.append(Lack("handle.responsibility", "VIS-4"))
    if not _told(found.handle.get("done")):
        lacks.append(Lack("handle.done", "VIS-4"))
    agrees = found.handle.get("customer_agrees")
    if agrees is None:
        lacks.append(Lack("handle.customer_agrees", "VIS-4"))
    if agrees is False and not _told(found.handle.get("disagreement")):
        lacks.append(Lack("handle.disagreement", "VIS-4"))
    if found.handle.get("use_shown") is None:
        lacks.append(Lack("handle.use_shown", "VIS-10"))
    return lacks


def _swap(swap: SwapFindings) -> list[Lack]:
    """Every swap says why, and its old part is tagged or its absence explained (VIS-5, VIS-6)."""
    lacks = []
    if not _told(swap.reason):
        lacks.append(Lack(f"swap.reason:{swap.swap_id}", "VIS-5"))
    if swap.old_part_tag is None and not _told(swap.no_old_part_reason):
        lacks.append(Lack(f"swap.old_part:{swap.swap_id}", "VIS-6"))
    return lacks


def _told(text: str | None) -> bool:
    return text is not None and bool(text.strip())


class ReadingDoubt(StrEnum):
    """What is doubtful about a reading; the code of the verdict that says so."""

    BELOW_LAST = "reading_below_last"
    FAR_ABOVE_LAST = "reading_far_above_last"


def reading_doubt(read: int | None, last: int | None, *, jump: int) -> ReadingDoubt | None:
    """Say whether a reading lies below the last one, or farther above it than ``jump``; all in the meter's unit.

    A doubt to show, never a wall: meters are replaced too (VIS-2).
    """
    if read is None or last is None:
        return None
    if read < last:
        return ReadingDoubt.BELOW_LAST
    return ReadingDoubt.FAR_ABOVE_LAST if read - last > jump else None


def is_closed(state: VisitState) -> bool:
    """Say whether what the customer saw is fixed: a later change contradicts what was signed (VIS-7, VIS-8)."""
    return state in (VisitState.SIGNED, VisitState.UNSIGNED)


def check_changeable(state: VisitState) -> None:
    """Refuse to change what was signed; a correction is a new revision that is signed again (VIS-7)."""
    if is_closed(state):
        raise VisitClosed(
            "This visit is closed. Send the report back before you change what it says.", state=state.value
        )
