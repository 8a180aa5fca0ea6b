"""What of a closed visit travels with the unit: enough to recognise a signature, not to forge one (JOB-6)."""

from collections.abc import Sequence

Stroke = list[list[int]]


def thinned(strokes: Sequence[Stroke], *, most: int) -> list[Stroke]:
    """Return the strokes with about ``most`` points in all; the first and the last of each stroke stay (JOB-6)."""
    points = sum(len(stroke) for stroke in strokes)
    if points <= most:
        return [list(stroke) for stroke in strokes]
    step = -(-points // most)
    return [_every(stroke, step) for stroke in strokes]


def _every(stroke: Stroke, step: int) -> Stroke:
    kept = stroke[::step]
    return kept if not stroke or kept[-1] == stroke[-1] else [*kept, stroke[-1]]
