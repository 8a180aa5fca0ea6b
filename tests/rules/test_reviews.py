import pytest

from server.rules.reviews import Choice, ReviewAlreadySettled, ReviewState, settle
from sync.refusal import NotPermitted


def decided(choice, *, state=ReviewState.OPEN, by_owner=True, by_manager=False):
    return settle(
        choice, state=state, in_force="16", proposed="61", other="99", by_owner=by_owner, by_manager=by_manager
    )


def test_a_review_ends_with_the_value_that_the_person_chose():
    assert [decided(choice) for choice in Choice] == ["16", "61", "99"]


def test_a_review_is_decided_by_its_owner_or_a_manager_only():
    assert decided(Choice.PROPOSED, by_owner=False, by_manager=True) == "61"
    with pytest.raises(NotPermitted):
        decided(Choice.PROPOSED, by_owner=False)


def test_who_proposed_may_agree_to_what_is_in_force_and_decides_nothing_else():
    mine = {"state": ReviewState.OPEN, "in_force": "16", "proposed": "61", "other": "99"}
    nobody = {"by_owner": False, "by_manager": False, "by_proposer": True}
    assert settle(Choice.IN_FORCE, **mine, **nobody) == "16"
    for choice in (Choice.PROPOSED, Choice.OTHER):
        with pytest.raises(NotPermitted):
            settle(choice, **mine, **nobody)


def test_a_review_is_decided_once():
    with pytest.raises(ReviewAlreadySettled):
        decided(Choice.IN_FORCE, state=ReviewState.SETTLED)
