from hypothesis import given
from hypothesis import strategies as st

from server.rules.signatures import is_empty

POINTS = st.lists(st.tuples(st.integers(0, 1200), st.integers(0, 480), st.integers(0, 9000)), max_size=9)


def empty(strokes, min_strokes=3, min_percent=10):
    return is_empty(strokes, width=1200, height=480, min_strokes=min_strokes, min_percent=min_percent)


def stroke(x, length=60):
    return [(x, 100, 0), (x + length, 100 + length, 16)]


def test_vis_6_three_strokes_across_the_pad_are_a_signature():
    assert not empty([stroke(100), stroke(300), stroke(500)])


def test_vis_6_fewer_than_three_strokes_are_none():
    assert empty([])
    assert empty([stroke(100), stroke(300)])
    assert empty([stroke(100), stroke(300), []])


def test_vis_6_three_dots_in_one_place_are_none():
    assert empty([stroke(100, length=2)] * 3)


def test_the_least_numbers_are_presets():
    assert not empty([stroke(100)], min_strokes=1)
    assert empty([stroke(100), stroke(300), stroke(500)], min_percent=100)


@given(st.lists(POINTS, max_size=6), POINTS)
def test_more_ink_never_makes_a_signature_empty(strokes, more):
    assert empty([*strokes, more]) <= empty(strokes)
