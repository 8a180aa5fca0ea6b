"""What counts as a signature (VIS-6, VIS-7)."""

from collections.abc import Sequence

Stroke = Sequence[Sequence[int]]


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
