"""A signature in the unit's file is thin enough to travel and whole enough to be recognised (JOB-6)."""

from hypothesis import given
from hypothesis import strategies as st

from server.rules.unit_visits import thinned

POINT = st.lists(st.integers(0, 2000), min_size=3, max_size=3)
STROKES = st.lists(st.lists(POINT, min_size=1, max_size=80), max_size=8)


@given(STROKES, st.integers(1, 200))
def test_job_6_every_stroke_keeps_its_ends_and_the_whole_stays_small(strokes, most):
    thin = thinned(strokes, most=most)
    assert [(stroke[0], stroke[-1]) for stroke in thin] == [(stroke[0], stroke[-1]) for stroke in strokes]
    assert sum(map(len, thin)) <= most + 2 * len(strokes)


def test_job_6_what_is_short_stays_as_it_is():
    assert thinned([[[1, 2, 0], [3, 4, 16]]], most=2) == [[[1, 2, 0], [3, 4, 16]]]
