"""Tags: what a slip of the pen or two swapped characters do to one, and that no code is printed twice (OLD-1)."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.tag_rolls import CODES, MOST_TAGS, tag_at, tags_of
from server.rules.tags import ALPHABET, LENGTH, check_character, is_tag, normalise_tag

PLACES = range(LENGTH)


def weigh(place, character):
    """What one character of a tag adds to the sum that every whole tag has: none."""
    return (LENGTH - place) * ALPHABET.index(character)


def whole(tag):
    return sum(weigh(place, character) for place, character in enumerate(tag)) % len(ALPHABET) == 0


tags = st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1).map(lambda code: code + check_character(code))


@given(st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH))
def test_old_1_a_tag_is_whole_exactly_when_its_weighted_sum_is(tag):
    assert is_tag(tag) is whole(tag)


@pytest.mark.parametrize("place", PLACES)
def test_old_1_every_single_slip_in_every_place_is_caught(place):
    """Exhaustive: the sum is linear, so a slip shows when what it adds to the sum is not what stood there."""
    for written, meant in product(ALPHABET, repeat=2):
        unseen = (weigh(place, written) - weigh(place, meant)) % len(ALPHABET) == 0
        assert unseen == (written == meant), (place, meant, written)


@pytest.mark.parametrize("place", PLACES[:-1])
def test_old_1_every_swap_of_two_neighbours_in_every_place_is_caught(place):
    """Exhaustive, for the same reason; the check character and its neighbour too."""
    for one, other in product(ALPHABET, repeat=2):
        right = weigh(place, one) + weigh(place + 1, other)
        swapped = weigh(place, other) + weigh(place + 1, one)
        assert ((right - swapped) % len(ALPHABET) == 0) == (one == other), (place, one, other)


@given(tags, st.sampled_from(PLACES), st.sampled_from(ALPHABET))
def test_old_1_a_slip_on_a_real_tag_is_caught(tag, place, written):
    slipped = tag[:place] + written + tag[place + 1 :]
    assert is_tag(slipped) is (slipped == tag)


@given(tags, st.sampled_from(PLACES[:-1]))
def test_old_1_a_swap_on_a_real_tag_is_caught(tag, place):
    swapped = tag[:place] + tag[place + 1] + tag[place] + tag[place + 2 :]
    assert is_tag(swapped) is (swapped == tag)


@given(tags)
def test_old_1_a_tag_is_read_as_it_is_written_on_paper(tag):
    assert normalise_tag(f" {tag[:3].lower()}-{tag[3:6]} {tag[6]}") == tag


@given(st.integers(0, CODES - MOST_TAGS), st.integers(1, MOST_TAGS))
def test_old_1_the_tags_of_a_roll_are_whole_and_unlike(first, count):
    roll = tags_of(first, count)
    assert all(is_tag(tag) for tag in roll)
    assert len(set(roll)) == count


@given(st.integers(0, CODES - 1), st.integers(0, CODES - 1))
def test_old_1_two_places_never_have_the_same_tag(one, other):
    assert (tag_at(one) == tag_at(other)) == (one == other)


@given(st.integers(0, CODES - 2))
def test_old_1_tags_beside_each_other_differ_in_their_first_character(place):
    assert tag_at(place)[0] != tag_at(place + 1)[0]
