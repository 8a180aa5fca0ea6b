"""What counts as a signature, and who may sign besides (VIS-6, VIS-7, VIS-8)."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

Stroke = Sequence[Sequence[int]]


class Mark(StrEnum):
    """How somebody signed: by hand, by typing their name and saying so, or with the company's stamp (VIS-8)."""

    DRAWN = "drawn"
    TYPED = "typed"
    STAMPED = "stamped"


def is_empty(strokes: Sequence[Stroke], *, width: int, height: int, min_strokes: int, min_percent: int) -> bool:
    """Say whether a scribble is no signature: too few strokes, or all of it within a speck of the pad.

    ``min_percent`` is the least part of the pad's shorter side that the ink must span; both least values are presets.
    """
    drawn = [stroke for stroke in strokes if stroke]
    if len(drawn) < min_strokes:
        return True
    xs = [point[0] for stroke in drawn for point in stroke]
    ys = [point[1] for stroke in drawn for point in stroke]
    span = max(max(xs) - min(xs), max(ys) - min(ys))
    return span * 100 < min_percent * min(width, height)


def signs_nothing(mark: Mark, *, name: str, scribble_is_empty: bool, stamp_is_shown: bool) -> bool:
    """Say whether the mark is no signature: nobody is named, nothing is drawn, or no photo shows the stamp (VIS-8)."""
    if not name.strip():
        return True
    return {Mark.DRAWN: scribble_is_empty, Mark.TYPED: False, Mark.STAMPED: not stamp_is_shown}[mark]


def may_sign_too(signer: tuple[str, str | None], signed: Iterable[tuple[str, str | None]], *, most: int) -> bool:
    """Say whether another person may sign the same report: each once, and at most ``most``, a preset (JOB-8, VIS-7).

    A signer is a name and a role.
    """
    before = {_who(one) for one in signed}
    return _who(signer) not in before and len(before) < most


def _who(signer: tuple[str, str | None]) -> tuple[str, str]:
    name, role = signer
    return name.strip(), (role or "").strip()
