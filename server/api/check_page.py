"""What the public page shows of a check: the verdict to everybody, the content to whoever holds the paper (VIS-7)."""

from datetime import datetime
from typing import Any

from server.documents.check_words import tell
from server.documents.checking import Checked
from server.documents.content import moment, read_out
from server.documents.glyph import FENG
from server.rules.report_check import PhotoFound, Standing, short_code
from sync.envelope import wire_time


def page_of(checked: Checked, language: str, *, knows: bool, now: datetime, asked: int | None) -> dict[str, Any]:
    """Return the page's words. Who does not know the code learns number, dates and verdict, and nobody's name."""
    sealed, content = checked.sealed, checked.content
    offset = 0 if content is None else content["times"]["tz_offset_min"]
    code = short_code(sealed.sha256)
    is_shown = knows and checked.standing is not Standing.ALTERED
    return {
        "standing": checked.standing.value,
        "says": _sentence(checked, language, knows=knows),
        "failures": [_failure(one, checked, language, asked) for one in checked.failures],
        "number": checked.number or sealed.visit_id[-8:].upper(),
        "visit_id": sealed.visit_id,
        "revision": sealed.revision,
        "newer": checked.newer_revision,
        "revisions": [
            {"number": one.number, "at": moment(one.received_at, offset, language)} for one in checked.revisions
        ],
        "code": code if knows else None,
        "glyph": FENG,
        "steps": _steps(checked, language, offset, now),
        "reading": read_out(content, language) if is_shown and content is not None else None,
    }


def _sentence(checked: Checked, language: str, *, knows: bool) -> str:
    if checked.standing is Standing.UNCHANGED and knows and checked.content is not None:
        return tell(language, "unchanged_by", who=checked.content["signatures"][-1]["signer_name"])
    return tell(language, f"{checked.standing}_says", n=checked.sealed.revision, newest=checked.newer_revision or "")


def _failure(word: str, checked: Checked, language: str, asked: int | None) -> str:
    return tell(
        language, word, n=asked if word == "revision_gone" else checked.count(PhotoFound.BROKEN, PhotoFound.LOST)
    )


def _steps(checked: Checked, language: str, offset: int, now: datetime) -> list[dict[str, str]]:
    sealed = checked.sealed
    received = "received_at" if sealed.countersignature else "received_plain"
    steps = [{"what": tell(language, received), "at": moment(sealed.received_at, offset, language)}]
    if checked.content is not None:
        signed = moment(checked.content["times"]["signed_at"], offset, language)
        steps.insert(0, {"what": tell(language, "signed_at"), "at": signed})
    photos = [
        tell(language, word, n=count)
        for word, count in (
            ("photos_checked", checked.count(PhotoFound.HOLDS, PhotoFound.BROKEN)),
            ("photos_waiting", checked.count(PhotoFound.NOT_RECEIVED)),
        )
        if count
    ]
    at = " · ".join([moment(wire_time(now), offset, language), *photos])
    return [*steps, {"what": tell(language, "checked_at"), "at": at}]
