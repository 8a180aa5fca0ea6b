"""In whatever order the offline halves arrive, the books end the same; and what a push costs does not grow with it."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.rules.stock import store, van
from server.tables.requisitions import RequisitionRow
from server.tables.stock import StockMovementRow, StockRow
from server.tables.transfers import TransferRow
from tests.mutations.house import CLERK, FAR_CLERK, MANAGER, NINGBO, VISIT, WENZHOU, ZHOU, Phone, body_of
from tests.mutations.test_cost import statements

STORY = ("ask", "approve", "issue", "goods", "unused", "send", "receive", "count", "swap")
ENDS = {store(NINGBO): 10 - 2 + 1 - 3 - 1, store(WENZHOU): 2, van(ZHOU): 2 - 1 - 1, "supplier": -10, "difference": 1}


def told(part_id):
    """One day of one part on nine devices without a signal: (who, name, lane, body) by the name of the step."""
    ids = {name: str(uuid.uuid4()) for name in ("requisition", "issue", "transfer", "old_part", "job")}
    lines = lambda quantity: [{"part_id": part_id, "quantity": quantity, "serials": []}]  # noqa: E731 -- short here
    requisition, transfer = ids["requisition"], ids["transfer"]
    asking, moving = f"requisition:{requisition}", f"transfer:{transfer}"
    plain = [{"part_id": part_id, "quantity": 2}]
    goods = [{**body_of("goods.receive")["lines"][0], "part_id": part_id}]
    counted = [{"part_id": part_id, "counted": 4, "expected": 5, "reason": "lost"}]
    of_requisition = {"requisition_id": requisition}
    old_part = {**body_of("swap.record")["old_part"], "old_part_id": ids["old_part"]}
    swap = {"swap_id": str(uuid.uuid4()), "part_id": part_id, "visit_id": VISIT, "new_serial": None}
    return {
        "ask": (ZHOU, "requisition.ask", asking, {**of_requisition, "lines": plain}),
        "approve": (MANAGER, "requisition.approve", asking, {**of_requisition, "lines": plain}),
        "issue": (
            CLERK,
            "requisition.issue",
            asking,
            {**of_requisition, "issue_id": ids["issue"], "lines": lines(2)},
        ),
        "goods": (CLERK, "goods.receive", None, {"receipt_id": str(uuid.uuid4()), "lines": goods}),
        "unused": (CLERK, "unused.receive", None, {"return_id": str(uuid.uuid4()), "lines": lines(1)}),
        "send": (CLERK, "transfer.send", moving, {"transfer_id": transfer, "lines": lines(3)}),
        "receive": (FAR_CLERK, "transfer.receive", moving, {"transfer_id": transfer, "lines": lines(2)}),
        "count": (CLERK, "count.record", None, {"count_id": str(uuid.uuid4()), "lines": counted}),
        "swap": (ZHOU, "swap.record", None, {**swap, "old_part": old_part}),
    }


def live(house, order):
    """Let the steps arrive in this order, each from a device of its own; answer what stands in the books."""
    part_id = str(uuid.uuid4())
    assert house.system("part.add", part_id=part_id, part_no=part_id[:12]).verdict == "applied"
    story = told(part_id)
    for step in order:
        who, name, lane, changes = story[step]
        phone = Phone(house, who)
        phone.pull()
        phone.record(name, lane=lane, **changes)
    requisition = house.row(RequisitionRow, story["ask"][3]["requisition_id"])
    transfer = house.row(TransferRow, story["send"][3]["transfer_id"])
    on_hand = {row.location: row.quantity for row in house.rows(StockRow) if row.part_id == part_id}
    moved = [row.quantity for row in house.rows(StockMovementRow) if row.part_id == part_id]
    (line,) = requisition.lines
    return {
        "left on the road": on_hand.pop(f"transit:{transfer.id}"),
        "on hand": {place: on_hand[place] for place in ENDS},
        "sum": sum(on_hand.values()) + 1,
        "pieces moved": sum(moved),
        "requisition": (requisition.state, line["asked"], line["approved"], line["issued"]),
        "transfer": (transfer.state, [one["quantity"] for one in transfer.received]),
    }


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(order=st.permutations(STORY))
def test_part_1_in_whatever_order_the_halves_arrive_the_books_end_the_same(served_on, order):
    assert live(served_on, order) == {
        "left on the road": 1,
        "on hand": ENDS,
        "sum": 0,
        "pieces moved": 10 + 2 + 1 + 3 + 2 + 1 + 1 + 1,
        "requisition": ("issued", 2, 2, 2),
        "transfer": ("received", [2]),
    }


@pytest.fixture
def served_on(house_on):
    """Zhou has arrived: a swap can be recorded. Every example takes a part of its own."""
    house_on.open_job(ZHOU)
    house_on.serve(until="visit.arrive")
    return house_on


def deliveries(house, *, count, lines):
    """Deliveries and issues of several parts each, kept on the clerk's device."""
    phone = house.phone(CLERK)
    parts = [str(uuid.uuid4()) for _ in range(lines)]
    for part_id in parts:
        house.system("part.add", part_id=part_id, part_no=part_id[:12])
    for _ in range(count):
        goods = [{**body_of("goods.receive")["lines"][0], "part_id": part_id} for part_id in parts]
        phone.keep("goods.receive", receipt_id=str(uuid.uuid4()), lines=goods)
        handed = [{"part_id": part_id, "quantity": 1, "serials": []} for part_id in parts]
        phone.keep("unused.receive", return_id=str(uuid.uuid4()), lines=handed)
        counted = [{"part_id": part_id, "counted": 9, "expected": 10, "reason": "lost"} for part_id in parts]
        phone.keep("count.record", count_id=str(uuid.uuid4()), lines=counted)
        transfer = str(uuid.uuid4())
        phone.keep("transfer.send", lane=f"transfer:{transfer}", transfer_id=transfer, lines=handed)
    return phone


def test_twenty_documents_of_thirty_lines_take_as_many_statements_as_four_of_three(house_on):
    few = statements(house_on, deliveries(house_on, count=1, lines=3).push)
    many = statements(house_on, deliveries(house_on, count=5, lines=30).push)
    assert many <= few + 2
