"""What stands on a report, line by line in its own language: for the PDF and for the public page alike (VIS-7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Protocol

from server.documents.words import WORDS, is_chinese, say

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINOR_DIGITS = {"CNY": 2, "USD": 2, "EUR": 2, "JPY": 0}
SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "JPY": "¥"}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line; ``kind`` is plain, strong, plate or code."""

    text: str
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """A term and what is said to it."""

    term: str
    runs: Sequence[Run]


@dataclass(frozen=True, slots=True)
class Swapped:
    """One swap as a pair: what went in, and what came out or why nothing did."""

    name: str
    part_no: str
    fitted: str
    removed: str
    tag: str
    reason: str


@dataclass(frozen=True, slots=True)
class SignedBy:
    """One signature; ``strokes`` are points on a pad of ``width`` by ``height``, and empty where nothing was drawn."""

    title: str
    name: str
    mark: str
    note: str
    width: int
    height: int
    strokes: Sequence[Sequence[Sequence[int]]]

    @property
    def path(self) -> str:
        """The strokes as one SVG path."""
        return "".join("M" + "L".join(f"{x} {y}" for x, y in (*stroke, stroke[-1])) for stroke in self.strokes)


@dataclass(frozen=True, slots=True)
class PhotoShown:
    """One photo as it is listed."""

    id: str
    sha256: str
    caption: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A checklist's answers."""

    name: str
    answers: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole report in the words of its reader."""

    station: str
    facts: Sequence[Line]
    findings: Sequence[Line]
    checklists: Sequence[Checked]
    swaps: Sequence[Swapped]
    photos: Sequence[PhotoShown]
    signatures: Sequence[SignedBy]


class _Says(Protocol):
    def __call__(self, word: str, /, **values: object) -> str: ...


def read_out(content: Mapping[str, Any], language: str) -> Reading:
    """Return what a document says, in this language; ``content`` has the shape of ``rules/report_document.py``."""
    says: _Says = partial(say, language)
    offset = content["times"]["tz_offset_min"]
    return Reading(
        station=_named(content["station"], "name", language),
        facts=_filled(_facts(content, says, language)),
        findings=_filled(_findings(content, says, language)),
        checklists=[
            Checked(one["name"], [_answer(answer) for answer in one["answers"]]) for one in content["checklists"]
        ],
        swaps=[_swap(one, says, language) for one in content["swaps"]],
        photos=[
            PhotoShown(one["id"], one["sha256"], f"{_subject(one, says)} · {moment(one['taken_at'], offset, language)}")
            for one in content["photos"]
        ],
        signatures=[_signed(one, says, moment(one["signed_at"], offset, language)) for one in content["signatures"]],
    )


def moment(wire: str, tz_offset_min: int, language: str) -> str:
    """Return a wire time as people on site read it: ``2026-11-19 15:42`` or ``19 Nov 2026 15:42``."""
    try:
        at = datetime.fromisoformat(wire) + timedelta(minutes=tz_offset_min)
    except (ValueError, OverflowError):  # a device sealed what is no time; it is shown as it came
        return wire
    day = f"{at:%Y-%m-%d}" if is_chinese(language) else f"{at.day} {MONTHS[at.month - 1]} {at.year}"
    return f"{day} {at:%H:%M}"


def _facts(content: Mapping[str, Any], says: _Says, language: str) -> Iterable[Line]:
    job, unit, times = content["job"], content["unit"], content["times"]
    yield Line(says("customer"), [Run(job["customer_name"] or "", "strong"), Run(job["site_address"] or "")])
    yield Line(says("contact"), [Run(job["contact"] or ""), Run(job["phone"] or "")])
    plate = Run(unit["plate"] or "", "plate")
    yield Line(says("unit"), [Run(unit["model"] or "", "strong"), plate, Run(unit["serial"] or "", "code")])
    yield Line(says("readings"), _readings(content["look"], content["listen"], says))
    spoken = [
        says(name, at=moment(times[f"{name}_at"], times["tz_offset_min"], language))
        for name in ("arrived", "ended")
        if times[f"{name}_at"] is not None
    ]
    yield Line(says("times"), [Run(" · ".join(spoken))])
    names = [
        says("lead", name=one["name"]) if one["lead"] and len(content["technicians"]) > 1 else one["name"]
        for one in content["technicians"]
        if one["name"]
    ]
    yield Line(says("technicians"), [Run(" · ".join(names))])


def _readings(look: Mapping[str, Any], listen: Mapping[str, Any], says: _Says) -> list[Run]:
    runs = []
    for name, unit in (("km", "km"), ("h", "h")):
        read, told = look.get(f"read_{name}"), listen.get(f"told_{name}")
        if isinstance(read, int):
            runs += [Run(says("read")), Run(f"{_figure(read)} {unit}", "strong")]
            runs += [Run(says("told", value=f"{_figure(told)} {unit}"))] if isinstance(told, int) else []
    return runs


def _findings(content: Mapping[str, Any], says: _Says, language: str) -> Iterable[Line]:
    listen, look, check, handle = (content[name] for name in ("listen", "look", "check", "handle"))
    yield Line(says("reported"), [Run(content["job"]["fault_reported"] or "")])
    told = [listen.get(name) for name in ("account", "usage", "before_after")]
    yield Line(says("listen"), [Run(_joined(told))])
    seen = [_choice("warranty", look.get("in_warranty"), says), _choice("opened", look.get("opened_before"), says)]
    yield Line(says("look"), [Run(_joined([*seen, look.get("note")]))])
    fault = check.get("fault")
    cause = check.get("cause") or (_named(fault, "name", language) if fault else "")
    yield Line(says("check"), [Run(cause), Run(fault["code"] if fault else "", "code")])
    yield Line(says("handle"), [Run(handle.get("done") or "")])
    yield Line(says("who"), [Run(_choice("who", handle.get("responsibility"), says))])
    if handle.get("customer_agrees") is not None:
        agrees = says("agrees") if handle["customer_agrees"] else says("disagrees", what=handle.get("disagreement"))
        shown = says("use_shown") if handle.get("use_shown") else ""
        yield Line(says("opinion"), [Run(_joined([agrees, shown]))])
    yield Line(says("cost"), _cost(content["payment"], says))


def _cost(payment: Mapping[str, Any], says: _Says) -> list[Run]:
    if payment["free"]:
        return [Run("¥0", "strong"), Run(says("free"))]
    if payment["amount_minor"] is None:
        return [Run(says("quoted_apart"))]
    return [Run(_money(payment["amount_minor"], payment["currency"] or ""), "strong")]


def _money(minor: int, currency: str) -> str:
    digits = MINOR_DIGITS.get(currency, 2)
    whole, part = divmod(abs(minor), 10**digits)
    amount = _figure(whole) + (f".{part:0{digits}}" if digits else "")
    sign = SIGNS.get(currency)
    return f"{'-' if minor < 0 else ''}{sign or ''}{amount}{'' if sign else f' {currency}'}"


def _swap(swap: Mapping[str, Any], says: _Says, language: str) -> Swapped:
    old = swap["old_part"]
    no_old_part = says("no_old_part", why=swap["no_old_part_reason"] or "—")
    return Swapped(
        name=_named(swap, "part_name", language),
        part_no=swap["part_no"] or "",
        fitted=_joined([swap["new_serial"], f"\u00d7 {swap['quantity']}"]),
        removed=(old["serial"] or says("no_serial")) if old else no_old_part,
        tag=says("tag", tag=old["tag"]) if old and old["tag"] else "",
        reason=swap["reason"] or "",
    )


def _signed(signature: Mapping[str, Any], says: _Says, at: str) -> SignedBy:
    who = _joined([signature["signer_name"], signature["signer_role"]])
    return SignedBy(
        title=says("signature", who=who),
        name=signature["signer_name"],
        mark=signature["mark"],
        note=_word(f"mark_{signature['mark']}", says, at=at, n=len(signature["strokes"])) or at,
        width=max(signature["width"], 1),
        height=max(signature["height"], 1),
        strokes=[[point[:2] for point in stroke] for stroke in signature["strokes"] if stroke],
    )


def _answer(answer: Mapping[str, Any]) -> Line:
    value = " ".join(filter(None, (answer["value"], answer["unit"] if answer["value"] else None)))
    return Line(answer["label"], [Run(value or "—", "strong")])


def _subject(photo: Mapping[str, Any], says: _Says) -> str:
    return _word(photo["subject"], says) or photo["subject"]


def _choice(kind: str, value: str | None, says: _Says) -> str:
    return "" if value is None else _word(f"{kind}_{value}", says) or value


def _word(name: str, says: _Says, **values: object) -> str | None:
    """A newer app may say what this program has no word for yet."""
    return says(name, **values) if name in WORDS else None


def _named(row: Mapping[str, Any], name: str, language: str) -> str:
    chinese, english = row[name], row[f"{name}_en"]
    return ((chinese or english) if is_chinese(language) else (english or chinese)) or ""


def _joined(texts: Iterable[str | None]) -> str:
    return " · ".join(str(text) for text in texts if text)


def _filled(lines: Iterable[Line]) -> list[Line]:
    """Leave out what says nothing; the fields of a section may be of any kind."""
    kept = [Line(line.term, [Run(str(run.text), run.kind) for run in line.runs if run.text]) for line in lines]
    return [line for line in kept if line.runs]


def _figure(value: int) -> str:
    return f"{value:,}".replace(",", "\u00a0")
