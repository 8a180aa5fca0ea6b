"""Safety on site: the notice before work starts, the agreement on file, and what happened in spite of it (VIS-13)."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from sync.refusal import Refusal


class Agreement(StrEnum):
    """Whether the safety agreement with the site is on file on a day."""

    ON_FILE = "on_file"
    EXPIRED = "expired"
    MISSING = "missing"


class IncidentState(StrEnum):
    """Open until the manager has dealt with it."""

    OPEN = "open"
    CLOSED = "closed"


class IncidentClosed(Refusal):
    """Somebody closed it before."""

    code = "incident_closed"


class EmptyNotice(Refusal):
    """A notice without words tells nobody anything."""

    code = "empty_notice"


def agreement_on(day: date, *, on_file: bool, until: date | None) -> Agreement:
    """Return whether the agreement covers that day; without an end it does not run out (VIS-13)."""
    if not on_file:
        return Agreement.MISSING
    return Agreement.ON_FILE if until is None or day <= until else Agreement.EXPIRED


def is_unacknowledged(notice_id: str | None, acknowledged: Collection[str]) -> bool:
    """Say whether the site demands a notice that was not acknowledged on this visit (VIS-13).

    Whichever version the device showed counts: a newer one may not have reached it.
    """
    return notice_id is not None and notice_id not in acknowledged


def next_version(former: tuple[int, str, str] | None, text: str, text_en: str) -> int:
    """Return the number of the notice's version: other words are another version, other dates are not (VIS-13)."""
    if not text.strip():
        raise EmptyNotice("Write what people must know before they start work.")
    if former is None:
        return 1
    version, former_text, former_text_en = former
    return version if (former_text, former_text_en) == (text, text_en) else version + 1


def check_close(state: IncidentState) -> None:
    """Refuse to close an incident twice (VIS-13)."""
    if state is not IncidentState.OPEN:
        raise IncidentClosed("This was closed before. Load it again and read the note.")
