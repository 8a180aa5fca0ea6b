"""What a technician does with the parts in their van (PART-1, PART-2, PART-6, OLD-1, OLD-2)."""

import pytest

from server.rules.stock import van
from server.tables.counts import StockCountRow
from server.tables.custody import ReturnManifestRow
from server.tables.goods import UnusedReturnRow
from server.tables.loss_reports import LossReportRow
from server.tables.old_parts import OldPartRow
from server.tables.requisitions import RequisitionRow
from server.tables.stock import StockRow
from server.tables.unused_notices import UnusedNoticeRow
from tests.mutations.house import CLERK, MU, OLD_PART, PART, ZHOU, body_of, golden_id

MANIFEST, NOTICE, LOSS = golden_id(92), golden_id(504), golden_id(98)
COUNTED = [{"part_id": PART, "counted": 3, "expected": 2, "reason": "not_booked"}]


@pytest.fixture
def served(house):
    house.open_job(ZHOU)
    house.serve(until="visit.end")
    return house


def in_van(house, user_id):
    row = house.row(StockRow, f"{van(user_id)}:{PART}")
    return row.quantity if row else 0


def test_part_1_a_technician_counts_the_own_van_and_the_difference_is_booked(house):
    before = in_van(house, ZHOU)
    assert house.phone(ZHOU).record("count.record", location=van(ZHOU), lines=COUNTED).verdict == "applied"
    assert in_van(house, ZHOU) == before + 1
    assert house.row(StockCountRow, golden_id(506)).counted_by == ZHOU


def test_part_1_nobody_counts_a_colleagues_van_or_the_shelves(house):
    for number, location in enumerate((van(MU), body_of("count.record")["location"])):
        lane = f"own:{golden_id(700 + number)}"
        told = house.phone(ZHOU).record("count.record", lane=lane, location=location, lines=COUNTED)
        assert (told.verdict, told.code) == ("held", "not_permitted")
    assert house.rows(StockCountRow) == []


def test_part_6_what_will_come_back_is_expected_and_booked_by_the_store(served):
    before = in_van(served, ZHOU)
    assert served.phone(ZHOU).record("unused.announce").verdict == "applied"
    assert in_van(served, ZHOU) == before
    assert ("unused_notice", NOTICE) in served.phone(CLERK).pull()
    assert served.phone(CLERK).record("unused.receive").verdict in {"applied", "applied_with_discrepancy"}
    assert in_van(served, ZHOU) == before - 1
    assert served.row(UnusedReturnRow, NOTICE).id == served.row(UnusedNoticeRow, NOTICE).id


def test_part_2_how_soon_the_parts_are_needed_travels_and_older_devices_leave_it_out(served):
    served.phone(ZHOU).record("requisition.ask")
    older = {name: value for name, value in body_of("requisition.ask").items() if name != "urgency"}
    second = golden_id(599)
    told = served.phone(ZHOU).record(
        "requisition.ask", lane=f"requisition:{second}", body={**older, "requisition_id": second}
    )
    assert told.verdict == "applied"
    assert [row.urgency for row in served.rows(RequisitionRow)] == ["urgent", "normal"]


def test_old_1_who_packed_the_boxes_brings_them_and_stays_the_holder(served):
    zhou = served.phone(ZHOU)
    zhou.record("manifest.pack")
    assert zhou.record("manifest.carry").verdict == "applied"
    row, old_part = served.row(ReturnManifestRow, MANIFEST), served.row(OldPartRow, OLD_PART)
    assert (row.state, row.shipped_by, row.courier) == ("carried", ZHOU, None)
    assert (old_part.state, old_part.holder_id) == ("packed", ZHOU)


def test_old_1_a_courier_may_still_take_what_was_to_be_carried_and_not_the_other_way_round(served):
    zhou = served.phone(ZHOU)
    for name in ("manifest.pack", "manifest.carry", "manifest.ship", "manifest.carry"):
        assert zhou.record(name).verdict == "applied"
    assert served.row(ReturnManifestRow, MANIFEST).state == "shipped"


def test_old_2_a_lost_old_part_is_missing_until_a_clerk_receives_it(served):
    assert served.phone(ZHOU).record("old_part.report_lost").verdict == "applied"
    assert served.row(OldPartRow, OLD_PART).state == "missing"
    assert served.row(LossReportRow, LOSS).reported_by == ZHOU
    assert served.phone(CLERK).record("old_part.receive").verdict == "applied"
    assert served.row(OldPartRow, OLD_PART).state == "received"
