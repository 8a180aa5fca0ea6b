import pytest

from server.rules.batch_holds import AlreadyOnHold, BatchHold, HoldLifted, check_lift, check_place, is_held

OF_ALL, OF_ONE = BatchHold("p", None), BatchHold("p", "2511")


@pytest.mark.parametrize(
    ("hold", "part_id", "batch", "held"),
    [
        (OF_ALL, "p", "2511", True),
        (OF_ALL, "p", None, True),
        (OF_ALL, "q", None, False),
        (OF_ONE, "p", "2511", True),
        (OF_ONE, "p", "2512", False),
        (OF_ONE, "p", None, False),
        (BatchHold("p", None, lifted=True), "p", "2511", False),
    ],
)
def test_part_9_a_hold_covers_its_batch_and_a_hold_of_all_covers_every_batch(hold, part_id, batch, held):
    assert is_held(part_id, batch, [hold]) is held


def test_part_9_one_hold_at_a_time_covers_a_batch():
    check_place("p", "2512", [OF_ONE])
    check_place("p", "2511", [BatchHold("p", "2511", lifted=True)])
    with pytest.raises(AlreadyOnHold):
        check_place("p", "2511", [OF_ONE])


def test_part_9_a_hold_is_lifted_once():
    check_lift(OF_ONE)
    with pytest.raises(HoldLifted):
        check_lift(BatchHold("p", "2511", lifted=True))
