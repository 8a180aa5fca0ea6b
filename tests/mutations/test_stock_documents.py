"""Requisitions, deliveries, unused parts, counts and transfers on the real engine."""

import pytest
from sqlalchemy import func, select

from server.rules.stock import TRAIL_LENGTH, store, van
from server.rules.transfers import transit
from server.tables.discrepancies import DiscrepancyRow
from server.tables.parts import PartRow
from server.tables.requisitions import RequisitionRow
from server.tables.stock import StockBatchRow, StockMovementRow, StockRow, StockTrailRow
from server.tables.transfers import TransferRow
from tests.mutations.house import (
    CLERK,
    FAR_CLERK,
    MANAGER,
    MU,
    NINGBO,
    PART,
    WENZHOU,
    ZHOU,
    body_of,
    discrepancy_codes,
    golden_id,
)

REQUISITION, TRANSFER = golden_id(501), golden_id(505)
SHELVES, FAR_SHELVES, VAN, ROAD = store(NINGBO), store(WENZHOU), van(ZHOU), transit(TRANSFER)


def on_hand(house, part_id=PART):
    return {row.location: row.quantity for row in house.rows(StockRow) if row.part_id == part_id and row.quantity}


def handed(quantity, part_id=PART, serials=(), batch=None):
    return [{"part_id": part_id, "quantity": quantity, "serials": list(serials), "batch": batch}]


def approved(quantity):
    return {"lines": [{"part_id": PART, "quantity": quantity}]}


def hold(house):
    with house.sessions.begin() as session:
        session.get(PartRow, PART).on_hold = True


@pytest.fixture
def stocked(house_on):
    """Ten pieces delivered, a job open."""
    house_on.open_job(ZHOU)
    assert house_on.phone(CLERK).record("goods.receive").verdict == "applied"
    return house_on


def test_part_2_asked_lowered_and_issued_the_parts_are_in_the_van(stocked):
    stocked.phone(ZHOU).record("requisition.ask")
    stocked.phone(MANAGER).record("requisition.approve")
    assert stocked.phone(CLERK).record("requisition.issue").verdict == "applied"
    row = stocked.row(RequisitionRow, REQUISITION)
    assert (row.number, row.job_number, row.state) == ("LL-2611-0001", "NB-2611-0001", "issued")
    assert row.lines == [{"part_id": PART, "asked": 2, "approved": 1, "issued": 1}]
    assert row.issues[0]["lines"] == handed(1, serials=["AC2511-0342"])
    assert (on_hand(stocked)[VAN], on_hand(stocked)[SHELVES]) == (3, 9)


def test_part_2_what_is_handed_over_in_two_goes_stays_approved_until_it_is_complete(stocked):
    stocked.phone(ZHOU).record("requisition.ask")
    stocked.phone(MANAGER).record("requisition.approve", **approved(2))
    stocked.phone(CLERK).record("requisition.issue")
    assert stocked.row(RequisitionRow, REQUISITION).state == "approved"
    stocked.phone(CLERK).record("requisition.issue", issue_id=golden_id(599))
    assert stocked.row(RequisitionRow, REQUISITION).state == "issued"


def test_part_2_more_than_approved_is_booked_and_shown_to_the_manager(stocked):
    stocked.phone(ZHOU).record("requisition.ask")
    stocked.phone(MANAGER).record("requisition.approve")
    result = stocked.phone(CLERK).record("requisition.issue", lines=handed(2))
    assert (result.verdict, result.code) == ("applied_with_discrepancy", "issued_above_approval")
    assert on_hand(stocked)[VAN] == 4


def test_part_2_what_was_handed_over_before_the_approval_arrived_is_settled_by_it(stocked):
    stocked.phone(ZHOU).record("requisition.ask")
    result = stocked.phone(CLERK).record("requisition.issue")
    assert result.code == "issued_above_approval"
    assert stocked.phone(MANAGER).record("requisition.approve").verdict == "applied"
    row = stocked.row(DiscrepancyRow, result.detail["discrepancy_id"])
    assert (row.state, row.settlement) == ("settled", "matched")
    assert stocked.row(RequisitionRow, REQUISITION).state == "issued"


def test_part_2_an_issue_that_arrives_before_the_request_waits_for_it(stocked):
    assert stocked.phone(CLERK).record("requisition.issue").verdict == "held"
    stocked.phone(ZHOU).record("requisition.ask")
    assert stocked.row(RequisitionRow, REQUISITION).lines[0]["issued"] == 1
    assert on_hand(stocked)[VAN] == 3


@pytest.mark.parametrize(
    ("name", "changes", "code"),
    [
        ("requisition.approve", approved(3), "more_than_asked"),
        ("requisition.approve", approved(0), "nothing_approved"),
    ],
)
def test_part_2_an_approval_may_only_lower(stocked, name, changes, code):
    stocked.phone(ZHOU).record("requisition.ask")
    assert stocked.phone(MANAGER).record(name, **changes).code == code


def test_part_2_a_requisition_is_decided_once_and_over_once(stocked):
    stocked.phone(ZHOU).record("requisition.ask")
    assert stocked.phone(MANAGER).record("requisition.refuse").verdict == "applied"
    assert stocked.row(RequisitionRow, REQUISITION).refusal == "车上还有两件"
    assert stocked.phone(MANAGER).record("requisition.approve").code == "requisition_decided"
    assert stocked.phone(ZHOU).record("requisition.close").code == "requisition_closed"


def test_part_9_a_part_on_hold_is_not_approved_and_when_issued_all_the_same_it_shows(stocked):
    stocked.phone(ZHOU).record("requisition.ask")
    hold(stocked)
    assert stocked.phone(MANAGER).record("requisition.approve").code == "part_on_hold"
    result = stocked.phone(CLERK).record("requisition.issue")
    assert discrepancy_codes(result) == ["part_on_hold", "issued_above_approval"]
    assert on_hand(stocked)[VAN] == 3


def test_part_1_shelves_that_gave_more_than_they_had_are_shown_for_each_part(stocked):
    other = golden_id(601)
    stocked.system("part.add", part_id=other, part_no="3509-00999")
    stocked.phone(ZHOU).record("requisition.ask")
    lines = [*handed(11), *handed(1, other)]
    result = stocked.phone(CLERK).record("requisition.issue", lines=lines)
    below = [row for row in stocked.rows(DiscrepancyRow) if row.kind == "stock_below_zero"]
    assert discrepancy_codes(result).count("stock_below_zero") == 2
    assert {(row.detail["part_id"], row.detail["short"]) for row in below} == {(PART, 1), (other, 1)}


def test_a_part_that_the_catalogue_lacks_is_booked_and_shown(stocked):
    unknown = golden_id(602)
    lines = [{**body_of("goods.receive")["lines"][0], "part_id": unknown}]
    result = stocked.phone(CLERK).record("goods.receive", receipt_id=golden_id(603), lines=lines)
    assert result.code == "unknown_part"
    assert on_hand(stocked, unknown)[SHELVES] == 10


def test_part_3_a_delivery_is_booked_whole_and_what_is_not_good_is_shown_once(stocked):
    line = body_of("goods.receive")["lines"][0]
    lines = [{**line, "quantity": 7}, {**line, "quantity": 3, "condition": "damaged"}]
    result = stocked.phone(CLERK).record("goods.receive", receipt_id=golden_id(603), lines=lines)
    assert discrepancy_codes(result) == ["goods_not_good"]
    found = stocked.row(DiscrepancyRow, result.detail["discrepancy_id"])
    assert found.detail["lines"] == [{"part_id": PART, "quantity": 3, "condition": "damaged"}]
    assert on_hand(stocked)[SHELVES] == 20


def test_part_6_unused_parts_go_back_from_the_van_to_the_shelves(stocked):
    assert stocked.phone(CLERK).record("unused.receive").verdict == "applied"
    assert (on_hand(stocked)[VAN], on_hand(stocked)[SHELVES]) == (1, 11)


def test_part_6_more_than_the_van_had_comes_back_and_is_shown(stocked):
    result = stocked.phone(CLERK).record("unused.receive", lines=handed(5))
    assert result.code == "stock_below_zero"
    assert (on_hand(stocked)[VAN], on_hand(stocked)[SHELVES]) == (-3, 15)


def test_part_7_a_transfer_is_on_the_road_until_the_other_clerk_has_it(stocked):
    assert stocked.phone(CLERK).record("transfer.send").verdict == "applied"
    assert on_hand(stocked)[ROAD] == 3
    assert stocked.phone(FAR_CLERK).record("transfer.receive").verdict == "applied"
    assert (on_hand(stocked)[SHELVES], on_hand(stocked)[FAR_SHELVES]) == (7, 3)
    assert ROAD not in on_hand(stocked)
    assert stocked.row(TransferRow, TRANSFER).state == "received"


@pytest.mark.parametrize(
    ("settlement", "ends"),
    [("fact_stands", {FAR_SHELVES: 2, "difference": 1}), ("books_stand", {FAR_SHELVES: 3})],
)
def test_part_7_what_did_not_arrive_stays_on_the_road_until_it_is_settled(stocked, settlement, ends):
    stocked.phone(CLERK).record("transfer.send")
    result = stocked.phone(FAR_CLERK).record("transfer.receive", lines=handed(2))
    assert result.code == "transfer_differs"
    assert on_hand(stocked)[ROAD] == 1
    settle(stocked, result, settlement)
    left = on_hand(stocked)
    assert ROAD not in left
    assert {place: left[place] for place in left if place in {FAR_SHELVES, "difference"}} == ends


def test_part_7_more_than_was_sent_is_taken_in_and_settled(stocked):
    stocked.phone(CLERK).record("transfer.send")
    result = stocked.phone(FAR_CLERK).record("transfer.receive", lines=handed(4))
    assert on_hand(stocked)[ROAD] == -1
    settle(stocked, result, "fact_stands")
    assert (on_hand(stocked)[FAR_SHELVES], on_hand(stocked)["difference"]) == (4, -1)


def settle(house, result, settlement):
    found = result.detail["discrepancy_id"]
    settled = house.phone(golden_id(16)).record(
        "discrepancy.settle", lane=f"discrepancy:{found}", discrepancy_id=found, settlement=settlement
    )
    assert settled.verdict == "applied", settled


def test_part_7_a_transfer_that_arrives_before_it_was_sent_waits(stocked):
    assert stocked.phone(FAR_CLERK).record("transfer.receive").verdict == "held"
    stocked.phone(CLERK).record("transfer.send")
    assert (on_hand(stocked)[SHELVES], on_hand(stocked)[FAR_SHELVES]) == (7, 3)


def test_part_7_both_stations_see_the_transfer_and_each_its_own_shelves(stocked):
    stocked.phone(CLERK).record("transfer.send")
    stocked.phone(FAR_CLERK).record("transfer.receive")
    seen = stocked.phone(FAR_CLERK).pull()
    assert ("transfer", TRANSFER) in seen
    assert {row["location"] for (table, _), row in seen.items() if table == "stock"} == {FAR_SHELVES}


def test_part_1_a_count_books_the_difference_and_not_the_balance(stocked):
    stocked.phone(CLERK).keep("count.record")
    assert stocked.phone(CLERK).push()[-1].verdict == "applied"
    assert (on_hand(stocked)[SHELVES], on_hand(stocked)["difference"]) == (9, 1)


def test_part_1_a_difference_above_the_preset_is_shown_to_the_manager(stocked):
    lines = [{"part_id": PART, "counted": 13, "expected": 10, "reason": "found"}]
    result = stocked.phone(CLERK).record("count.record", lines=lines)
    assert (result.code, on_hand(stocked)[SHELVES]) == ("count_differs", 13)


def test_part_1_a_count_names_a_place_that_somebody_can_walk_to(stocked):
    result = stocked.phone(CLERK).record("count.record", location=ROAD)
    assert (result.verdict, result.code) == ("held", "unreadable")


def test_law_10_each_mutation_books_one_set_and_all_adds_up_to_nothing(stocked):
    for person, name in (
        (ZHOU, "requisition.ask"),
        (MANAGER, "requisition.approve"),
        (CLERK, "requisition.issue"),
        (CLERK, "requisition.issue"),
        (CLERK, "unused.receive"),
        (CLERK, "transfer.send"),
        (FAR_CLERK, "transfer.receive"),
        (CLERK, "count.record"),
    ):
        stocked.phone(person).record(name)
    with stocked.sessions() as session:
        sets = session.execute(
            select(StockMovementRow.mutation_id, func.count()).group_by(StockMovementRow.mutation_id)
        ).all()
    assert {lines for _, lines in sets} == {1}
    assert sum(on_hand(stocked).values()) == 0
    assert (on_hand(stocked)[VAN], on_hand(stocked)[SHELVES]) == (2, 6)


def test_the_same_issue_told_under_another_mutation_counts_once(stocked):
    stocked.phone(ZHOU).record("requisition.ask")
    stocked.phone(CLERK).record("requisition.issue")
    stocked.phone(CLERK).record("requisition.issue")
    assert on_hand(stocked)[VAN] == 3


def test_part_1_a_stocks_trail_keeps_its_newest_steps_and_says_where_they_came_from(stocked):
    for number in range(TRAIL_LENGTH + 3):
        stocked.later(minutes=1)
        stocked.phone(CLERK).record("goods.receive", receipt_id=golden_id(710 + number))
    trail = stocked.row(StockTrailRow, f"{SHELVES}:{PART}")
    times = [step["at"] for step in trail.steps]
    assert (len(times), times) == (TRAIL_LENGTH, sorted(times, reverse=True))
    newest = trail.steps[0]
    assert (newest["document_id"], newest["other"]) == (golden_id(710 + TRAIL_LENGTH + 2), "supplier")
    assert stocked.phone(CLERK).pull()["stock_trail", trail.id]["steps"] == trail.steps


def batches(house):
    return {row.location: row.quantity for row in house.rows(StockBatchRow) if row.batch == "2511"}


def test_part_9_a_batch_is_followed_from_the_shelves_into_the_van_and_back(stocked):
    stocked.phone(ZHOU).record("requisition.ask")
    stocked.phone(MANAGER).record("requisition.approve", **approved(2))
    stocked.phone(CLERK).record("requisition.issue", lines=[*handed(1, batch="2511"), *handed(1, batch="2502")])
    assert batches(stocked) == {SHELVES: 9, VAN: 1}
    stocked.phone(CLERK).record("unused.receive", lines=handed(1, batch="2511"))
    assert batches(stocked) == {SHELVES: 10, VAN: 0}


def test_part_9_a_batch_on_hold_that_is_issued_all_the_same_shows_and_another_does_not(stocked):
    stocked.phone(ZHOU).record("requisition.ask")
    stocked.phone(MANAGER).record("requisition.approve", **approved(2))
    assert stocked.phone(MANAGER).record("batch_hold.place").verdict == "applied"
    free = stocked.phone(CLERK).record("requisition.issue", lines=handed(1, batch="2502"))
    assert free.verdict == "applied"
    held = stocked.phone(CLERK).record("requisition.issue", issue_id=golden_id(599), lines=handed(1, batch="2511"))
    assert discrepancy_codes(held) == ["part_on_hold"]
    assert stocked.row(DiscrepancyRow, held.detail["discrepancy_id"]).detail["batches"] == ["2511"]


def test_part_9_a_lifted_hold_stops_nobody_and_is_lifted_once(stocked):
    stocked.phone(MANAGER).record("batch_hold.place")
    assert stocked.phone(MANAGER).record("batch_hold.place", hold_id=golden_id(598)).code == "already_on_hold"
    assert stocked.phone(MANAGER).record("batch_hold.lift").verdict == "applied"
    assert stocked.phone(MANAGER).record("batch_hold.lift").code == "hold_lifted"
    assert stocked.phone(CLERK).record("transfer.send", lines=handed(1, batch="2511")).verdict == "applied"


def test_part_9_a_hold_on_every_piece_stands_on_the_part_until_it_is_lifted(stocked):
    stocked.phone(MANAGER).record("batch_hold.place", batch=None)
    assert stocked.row(PartRow, PART).on_hold
    stocked.phone(ZHOU).record("requisition.ask")
    assert stocked.phone(MANAGER).record("requisition.approve").code == "part_on_hold"
    stocked.phone(MANAGER).record("batch_hold.lift")
    assert not stocked.row(PartRow, PART).on_hold


def test_part_3_what_was_announced_and_did_not_come_is_shown_with_what_did(stocked):
    line = body_of("goods.receive")["lines"][0]
    lines = [{**line, "quantity": 0, "announced": 2}, {**line, "batch": "2512", "quantity": 4, "announced": 4}]
    result = stocked.phone(CLERK).record("goods.receive", receipt_id=golden_id(603), lines=lines)
    assert discrepancy_codes(result) == ["goods_not_good"]
    found = stocked.row(DiscrepancyRow, result.detail["discrepancy_id"])
    assert found.detail["lines"] == [{"part_id": PART, "quantity": 4, "condition": "good", "announced": 6}]
    assert on_hand(stocked)[SHELVES] == 14


def test_part_7_parts_sent_to_a_van_are_on_the_road_until_its_technician_has_counted_them(stocked):
    stocked.phone(CLERK).record("transfer.send", to_station_id=NINGBO, to_technician_id=ZHOU)
    assert ("transfer", TRANSFER) in stocked.phone(ZHOU).pull()
    into_the_van = {"station_id": NINGBO, "technician_id": ZHOU}
    result = stocked.phone(ZHOU).record("transfer.receive", **into_the_van, lines=handed(2))
    assert result.code == "transfer_differs"
    assert (on_hand(stocked)[VAN], on_hand(stocked)[ROAD]) == (4, 1)
    found = result.detail["discrepancy_id"]
    stocked.phone(MANAGER).record(
        "discrepancy.settle", lane=f"discrepancy:{found}", discrepancy_id=found, settlement="books_stand"
    )
    assert on_hand(stocked)[VAN] == 5
    assert ROAD not in on_hand(stocked)


def test_part_7_only_whose_van_it_is_takes_it_in_without_a_clerk(stocked):
    stocked.phone(CLERK).record("transfer.send", to_station_id=NINGBO, to_technician_id=ZHOU)
    taken = stocked.phone(MU).record("transfer.receive", station_id=NINGBO, technician_id=MU, lines=handed(1))
    assert (taken.verdict, taken.code) == ("held", "not_permitted")


def test_part_7_a_transfer_to_the_own_shelves_goes_nowhere(stocked):
    result = stocked.phone(CLERK).record("transfer.send", to_station_id=NINGBO)
    assert result.code == "same_station"
