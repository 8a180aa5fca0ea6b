from hypothesis import given
from hypothesis import strategies as st

from server.rules.signatures import Mark, is_empty, may_sign_too, signs_nothing

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


@given(st.lists(POINTS, max_size=6), st.integers(-500, 500), st.integers(-500, 500))
def test_vis_6_where_on_the_pad_somebody_signs_changes_nothing(strokes, right, down):
    moved = [[(x + right, y + down, t) for x, y, t in line] for line in strokes]
    assert empty(moved) == empty(strokes)


@given(st.lists(POINTS, max_size=6))
def test_vis_6_strokes_without_a_point_do_not_count(strokes):
    assert empty([*strokes, [], []]) == empty(strokes)


def mark(kind, name="陈国强", *, empty_scribble=False, stamp=True):
    return signs_nothing(kind, name=name, scribble_is_empty=empty_scribble, stamp_is_shown=stamp)


def test_vis_8_a_stamp_signs_only_when_a_photo_shows_it():
    assert not mark(Mark.STAMPED, empty_scribble=True)
    assert mark(Mark.STAMPED, empty_scribble=True, stamp=False)


def test_vis_6_a_typed_name_signs_and_an_empty_scribble_does_not():
    assert not mark(Mark.TYPED, empty_scribble=True)
    assert mark(Mark.DRAWN, empty_scribble=True)


@given(st.sampled_from(Mark), st.sampled_from(["", " ", "\u3000\t"]))
def test_vis_6_nobody_signs_without_a_name(kind, name):
    assert mark(kind, name)


CHEN, LI = ("陈国强", "队长"), ("李安全", "安全员")


def test_job_8_each_person_signs_once_and_at_most_four_do():
    assert may_sign_too(LI, [CHEN], most=4)
    assert not may_sign_too((" 陈国强 ", "队长"), [CHEN], most=4)
    assert may_sign_too(("陈国强", "安全员"), [CHEN], most=4)
    assert not may_sign_too(LI, [(str(n), None) for n in range(4)], most=4)
