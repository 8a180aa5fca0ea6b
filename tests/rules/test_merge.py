import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from server.rules.merge import Conflict, Edit, merge

CASES = json.loads((Path(__file__).parents[1] / "contract/merge.json").read_text("utf-8"))["cases"]
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


def test_both_languages_merge_alike():
    """The golden cases, which the device's rule reads too."""
    for case in CASES:
        changes = {name: Edit(change["from"], change["to"]) for name, change in case["changes"].items()}
        merged = merge(case["stored"], changes)
        after = {**case["stored"], **merged.applied}
        assert (case["says"], after) == (case["says"], case["after"])
        assert (case["says"], [conflict.name for conflict in merged.conflicts]) == (case["says"], case["disputed"])


def played(edits):
    """Apply edits of single fields in order; answers the values and, by field, what was disputed."""
    stored, disputed = {}, {}
    for name, edit in edits:
        merged = merge(stored, {name: edit})
        stored.update(merged.applied)
        for conflict in merged.conflicts:
            disputed.setdefault(conflict.name, []).append((conflict.in_force, conflict.proposed))
    return stored, disputed


@given(
    st.lists(st.builds(Edit, VALUES, VALUES), max_size=8),
    st.lists(st.tuples(st.sampled_from(["usage", "told_km"]), st.builds(Edit, VALUES, VALUES)), max_size=8),
    st.randoms(use_true_random=False),
)
def test_what_becomes_of_a_field_does_not_depend_on_how_unrelated_edits_arrive(mine, unrelated, chance):
    alone = [("account", edit) for edit in mine]
    left, interleaved = [list(alone), list(unrelated)], []
    while any(left):
        interleaved.append(chance.choice([one for one in left if one]).pop(0))
    stored, disputed = played(alone)
    among_others, disputed_too = played(interleaved)
    assert among_others.get("account") == stored.get("account")
    assert disputed_too.get("account") == disputed.get("account")


@given(st.lists(st.tuples(NAMES, st.builds(Edit, VALUES, VALUES)), max_size=6))
def test_edits_of_different_fields_in_one_mutation_are_as_good_as_one_after_another(edits):
    changes = dict(edits)
    together = merge({}, changes)
    stored, disputed = played(changes.items())
    assert dict(together.applied) == stored
    assert {conflict.name for conflict in together.conflicts} == set(disputed)
