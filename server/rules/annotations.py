"""What may be drawn over a photo: arrows, circles and lines, in ten-thousandths of its sides (VIS-3)."""

from collections.abc import Sequence
from enum import StrEnum

SIDE = 10_000
"""The last point of a side: a shape fits every rendition of its photo."""

MOST_SHAPES = 60
MOST_POINTS = 600

_ENDS = 2


class ShapeKind(StrEnum):
    """An arrow runs from its first point to its second; a circle fills the box between two corners."""

    ARROW = "arrow"
    CIRCLE = "circle"
    LINE = "line"


def fault_of_shape(kind: ShapeKind, points: Sequence[Sequence[int]]) -> str | None:
    """Return what is wrong with a shape in words, or nothing."""
    if any(len(point) != _ENDS or not all(0 <= place <= SIDE for place in point) for point in points):
        return f"Send each point as [x, y], both from 0 to {SIDE}."
    if kind is ShapeKind.LINE:
        return None if _ENDS <= len(points) <= MOST_POINTS else f"Send a line with 2 to {MOST_POINTS} points."
    return None if len(points) == _ENDS else "Send an arrow or a circle with 2 points."
