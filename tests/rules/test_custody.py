"""Where an old part stands is folded from what was said, whatever order that came in (OLD-2)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.ageing import Due, aged, are_limits, bucket, bucket_begins
from server.rules.custody import Fact, FactKind, HandOverState, Holder, Removed, standing
from server.rules.inspections import DEDUCTION_REASONS, are_reasons
from server.rules.old_parts import HolderKind, OldPartState
from server.rules.write_offs import Lacking, waits_for

START = datetime(2026, 11, 19, 5, 22, tzinfo=UTC)
PEOPLE = ("zhou", "mu", "clerk")
LIMITS = [7, 15, 30]


def fact(kind, ref, person, other=None, minutes=0):
    kind_of = HolderKind.CLERK if person == "clerk" else HolderKind.TECHNICIAN
    return Fact(kind, ref, person, kind_of, other, START + timedelta(minutes=minutes))


facts = st.lists(
    st.builds(
        fact,
        st.sampled_from(FactKind),
        st.sampled_from(["h1", "h2", "m1", "m2"]),
        st.sampled_from(PEOPLE),
        st.sampled_from(PEOPLE),
        st.integers(0, 5),
    ),
    max_size=8,
    unique_by=lambda one: (one.kind, one.ref_id, one.person_id),
)
parts = st.sampled_from([Removed("o", "zhou", None, None), Removed("o", "zhou", "clerk", START + timedelta(minutes=3))])


@given(parts, facts, st.randoms(use_true_random=False))
def test_old_2_the_order_of_arrival_changes_nothing(part, told, random):
    shuffled = list(told)
    random.shuffle(shuffled)
    once, again = standing(part, told), standing(part, shuffled)
    assert (once.state, once.holder, once.found) == (again.state, again.holder, again.found)
    assert set(once.hand_overs) == set(again.hand_overs)


@given(parts, facts)
def test_old_2_nobody_holds_it_who_was_never_given_it(part, told):
    now = standing(part, told)
    takers = {one.person_id for one in told if one.kind is FactKind.TAKEN}
    refs = {one.ref_id for one in told}
    assert now.holder.id in {part.removed_by, part.received_by, *takers, *refs}
    if not told:
        assert now.holder.id == (part.received_by or part.removed_by)


@given(parts, st.sampled_from(PEOPLE), st.sampled_from(PEOPLE))
def test_old_2_one_half_alone_moves_nothing(part, giver, taker):
    alone = standing(part, [])
    assert standing(part, [fact(FactKind.GIVEN, "h1", giver, taker)]).holder == alone.holder
    assert standing(part, [fact(FactKind.TAKEN, "h1", taker, giver)]).holder == alone.holder


def test_old_2_it_goes_through_several_hands():
    halves = [
        fact(FactKind.GIVEN, "h1", "zhou", "mu", 1),
        fact(FactKind.TAKEN, "h1", "mu", "zhou", 2),
        fact(FactKind.GIVEN, "h2", "mu", "clerk", 3),
        fact(FactKind.TAKEN, "h2", "clerk", "mu", 4),
    ]
    now = standing(Removed("o", "zhou", None, None), halves)
    assert (now.state, now.holder) == (OldPartState.HANDED_OVER, Holder(HolderKind.CLERK, "clerk"))
    assert now.found == ()
    assert {one.state for one in now.hand_overs} == {HandOverState.DONE}


def test_old_2_what_comes_back_to_its_remover_is_with_the_technician_again():
    halves = [
        fact(FactKind.GIVEN, "h1", "zhou", "mu", 1),
        fact(FactKind.TAKEN, "h1", "mu", "zhou", 1),
        fact(FactKind.GIVEN, "h2", "mu", "zhou", 2),
        fact(FactKind.TAKEN, "h2", "zhou", "mu", 2),
    ]
    assert standing(Removed("o", "zhou", None, None), halves).state is OldPartState.WITH_TECHNICIAN


@given(st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_part_5_it_waits_for_exactly_what_is_not_there(signed, accepted_unsigned, approved, received, waived):
    waiting = set(
        waits_for(
            signed=signed, accepted_unsigned=accepted_unsigned, approved=approved, received=received, waived=waived
        )
    )
    assert (Lacking.SIGNATURE in waiting) == (not signed and not accepted_unsigned)
    assert (Lacking.APPROVAL in waiting) == (not approved)
    assert (Lacking.OLD_PART in waiting) == (not received and not waived)


@pytest.mark.parametrize(
    ("late", "expected"),
    [(-3, None), (0, None), (1, 0), (7, 0), (8, 1), (15, 1), (16, 2), (30, 2), (31, 3), (400, 3)],
)
def test_old_4_each_day_belongs_to_one_bucket(late, expected):
    due = date(2026, 12, 3)
    assert bucket(due, due + timedelta(days=late), LIMITS) == expected


@given(st.integers(0, 3))
def test_old_4_a_bucket_begins_on_the_first_day_that_belongs_to_it(number):
    due = date(2026, 12, 3)
    begins = bucket_begins(due, number, LIMITS).date()
    assert bucket(due, begins, LIMITS) == number
    assert bucket(due, begins - timedelta(days=1), LIMITS) == (number - 1 if number else None)


def test_old_4_overdue_parts_are_counted_by_station_and_technician():
    today = date(2026, 12, 13)
    out = [Due("zhou", "ningbo", date(2026, 12, day)) for day in (1, 3, 10, 20)]
    assert aged([*out, Due("mu", "ningbo", date(2026, 12, 12))], today, LIMITS) == {
        ("ningbo", "zhou"): (1, 2, 0, 0),
        ("ningbo", "mu"): (1, 0, 0, 0),
    }


@pytest.mark.parametrize("value", [[], [0], [7, 7], [15, 7], "7", [7.5], None])
def test_old_4_limits_that_do_not_rise_are_refused(value):
    assert not are_limits(value)
    assert are_limits(LIMITS)


def test_old_3_the_reasons_of_deduction_are_data():
    assert are_reasons(DEDUCTION_REASONS)
    assert not are_reasons([*DEDUCTION_REASONS, DEDUCTION_REASONS[0]])
