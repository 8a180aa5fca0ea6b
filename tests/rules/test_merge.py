from hypothesis import given
from hypothesis import strategies as st

from server.rules.merge import Conflict, Edit, merge

NAMES = st.sampled_from(["account", "usage", "told_km"])
VALUES = st.none() | st.integers(0, 3) | st.sampled_from(["a", "b"])
STORED = st.dictionaries(NAMES, VALUES)
CHANGES = st.dictionaries(NAMES, st.builds(Edit, VALUES, VALUES))


def test_an_edit_of_what_is_still_there_applies():
    assert merge({"phone": "61"}, {"phone": Edit("61", "16")}).applied == {"phone": "16"}


def test_an_edit_to_what_is_there_already_changes_nothing():
    merged = merge({"phone": "16"}, {"phone": Edit("61", "16")})
    assert (merged.applied, merged.conflicts) == ({}, ())


def test_a_field_that_two_people_changed_keeps_both_values():
    merged = merge({"phone": "16"}, {"phone": Edit("61", "99")})
    assert (merged.applied, merged.conflicts) == ({}, (Conflict("phone", "61", in_force="16", proposed="99"),))


def test_different_fields_of_two_people_merge():
    stored = {"phone": "16", "contact": "陈国强"}
    assert merge(stored, {"contact": Edit("陈国强", "王建军")}).applied == {"contact": "王建军"}


@given(STORED, CHANGES)
def test_nothing_that_was_typed_is_lost(stored, changes):
    """Each value is in force afterwards, or proposed."""
    merged = merge(stored, changes)
    proposed = {conflict.name: conflict.proposed for conflict in merged.conflicts}
    after = {**stored, **merged.applied}
    for name, edit in changes.items():
        assert edit.after in (after.get(name), proposed.get(name, after.get(name)))
        assert name not in proposed or after.get(name) == stored.get(name)


@given(STORED, CHANGES)
def test_the_same_edit_again_changes_nothing(stored, changes):
    once = {**stored, **merge(stored, changes).applied}
    assert merge(once, changes).applied == {}


@given(STORED, CHANGES)
def test_fields_that_nobody_edited_stay(stored, changes):
    after = {**stored, **merge(stored, changes).applied}
    assert {name: after.get(name) for name in stored.keys() - changes.keys()} == {
        name: stored[name] for name in stored.keys() - changes.keys()
    }
