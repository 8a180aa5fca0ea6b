"""A part is written off once its report is signed and approved and its old part is back or waived (PART-5)."""

import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from server.cli.audit import CHECKS
from server.tables.old_parts import OldPartRow
from server.tables.write_offs import WaiverRow, WriteOffRow
from tests.databases import sqlite_with_tables
from tests.mutations.house import CLERK, FAR_CLERK, FAR_MANAGER, MANAGER, OLD_PART, SWAP, ZHOU, House, Phone, golden_id
from tests.sealing import enrol, sign

CLOSERS = 8


def serviced(house):
    """Everything but signature, approval, receipt."""
    house.open_job(ZHOU)
    house.serve(until="visit.end")
    return house


def ready(house):
    """All three are there."""
    serviced(house)
    house.phone(ZHOU).record("visit.sign")
    house.phone(MANAGER).record("report.approve")
    house.phone(CLERK).record("old_part.receive")
    return house


def test_part_5_a_write_off_is_refused_naming_what_it_waits_for(house):
    serviced(house)
    clerk = house.phone(CLERK)
    told = []
    for person, name in ((ZHOU, "visit.sign"), (MANAGER, "report.approve"), (CLERK, "old_part.receive")):
        refused = clerk.record("write_off.close")
        assert (refused.verdict, refused.code) == ("refused", "write_off_waits")
        told.append(refused.detail["waits_for"])
        assert house.phone(person).record(name).verdict == "applied"
    assert told == [["signature", "approval", "old_part"], ["approval", "old_part"], ["old_part"]]
    assert clerk.record("write_off.close").verdict == "applied"
    (row,) = house.rows(WriteOffRow)
    assert (row.swap_id, row.waived, row.closed_by) == (SWAP, False, CLERK)


def test_part_5_a_waiver_stands_in_for_the_old_part(house):
    serviced(house)
    house.phone(ZHOU).record("visit.sign")
    house.phone(MANAGER).record("report.approve")
    assert house.phone(MANAGER).record("old_part.waive").verdict == "applied"
    assert house.phone(CLERK).record("write_off.close").verdict == "applied"
    (row,) = house.rows(WriteOffRow)
    assert row.waived


def test_part_5_what_is_lost_is_deducted_from_who_took_it_off(house):
    serviced(house)
    house.phone(MANAGER).record("old_part.waive", reason="lost")
    (waiver,) = house.rows(WaiverRow)
    assert (waiver.reason, waiver.deducted_from) == ("lost", ZHOU)
    assert house.row(OldPartRow, OLD_PART).state == "missing"


def test_part_5_a_swap_without_an_old_part_needs_a_waiver(house):
    house.open_job(ZHOU)
    house.phone(ZHOU).record("visit.arrive")
    house.phone(ZHOU).record("swap.record", old_part=None, no_old_part_code="consumed", no_old_part_reason="机油")
    refused = house.phone(CLERK).record("write_off.close", old_part_id=None)
    assert "old_part" in refused.detail["waits_for"]
    assert house.phone(MANAGER).record("old_part.waive", old_part_id=None, reason="consumed").verdict == "applied"
    refused = house.phone(CLERK).record("write_off.close", old_part_id=None)
    assert refused.detail["waits_for"] == ["signature", "approval"]


def test_part_5_a_swap_that_was_taken_back_is_not_written_off(house):
    house.open_job(ZHOU)
    house.serve(until="swap.record")
    house.phone(ZHOU).record("swap.undo")
    refused = house.phone(CLERK).record("write_off.close")
    assert (refused.verdict, refused.code) == ("refused", "swap_taken_back")


def test_part_5_it_is_waived_once_and_written_off_once(house):
    ready(house)
    house.phone(MANAGER).record("old_part.waive")
    assert house.phone(MANAGER).record("old_part.waive").code == "already_waived"
    house.phone(CLERK).record("write_off.close")
    assert house.phone(MANAGER).record("write_off.close", write_off_id=golden_id(196)).code == "already_written_off"
    assert len(house.rows(WriteOffRow)) == 1


def test_part_5_another_station_neither_waives_nor_closes(house):
    ready(house)
    assert house.phone(FAR_CLERK).record("write_off.close").code == "not_permitted"
    assert house.phone(FAR_MANAGER).record("old_part.waive").code == "not_permitted"


def test_part_5_the_database_keeps_a_second_write_off_of_a_swap_out(house_on):
    ready(house_on)
    house_on.phone(CLERK).record("write_off.close")
    again = """INSERT INTO write_offs (id, swap_id, job_id, visit_id, station_id, part_id, quantity, waived, closed_by,
        closed_at) SELECT 'x', swap_id, job_id, visit_id, station_id, part_id, quantity, waived, closed_by, closed_at
        FROM write_offs"""
    with pytest.raises(IntegrityError), house_on.sessions.begin() as session:
        session.execute(text(again))


def test_part_5_eight_who_close_at_the_same_time_write_off_once(house_on):
    ready(house_on)
    phones = [Phone(house_on, CLERK) for _ in range(CLOSERS)]
    for number, phone in enumerate(phones):
        phone.keep("write_off.close", write_off_id=golden_id(500 + number))
    with ThreadPoolExecutor(CLOSERS) as threads:
        verdicts = [result.code or str(result.verdict) for (result,) in threads.map(Phone.push, phones)]
    assert sorted(verdicts) == ["already_written_off"] * (CLOSERS - 1) + ["applied"]
    assert len(house_on.rows(WriteOffRow)) == 1


HALVES = {
    "sign": (ZHOU, "visit.sign"),
    "approve": (MANAGER, "report.approve"),
    "receive": (CLERK, "old_part.receive"),
    "waive": (MANAGER, "old_part.waive"),
}
ORDERS = [order for order in itertools.permutations(HALVES) if order.index("sign") < order.index("approve")]


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_part_5_in_whatever_order_the_halves_arrive_the_books_end_the_same(tmp_path, order):
    house = House(sqlite_with_tables(tmp_path / "house.sqlite"))
    house.furnish()
    serviced(house)
    phones = {half: Phone(house, person) for half, (person, _) in HALVES.items()}
    phones["sign"] = house.phone(ZHOU)
    for half, (_, name) in HALVES.items():
        phones[half].keep(name)
    house.later(hours=2)
    for half in order:
        phones[half].push()
    closed = house.phone(CLERK).record("write_off.close")
    (row,) = house.rows(WriteOffRow)
    old_part = house.row(OldPartRow, OLD_PART)
    with house.sessions() as session:
        for sentence, query in CHECKS.items():
            if sentence.startswith(("PART", "OLD")):
                assert not session.execute(text(query)).all(), sentence
    house.database.dispose()
    assert closed.verdict == "applied"
    assert (row.waived, old_part.state, old_part.holder_kind, old_part.holder_id) == (False, "received", "clerk", CLERK)


def test_part_5_a_sealed_signature_counts_as_well(house):
    serviced(house)
    assert sign(house, ZHOU, enrol(house, ZHOU)).verdict == "applied"
    refused = house.phone(CLERK).record("write_off.close")
    assert refused.detail["waits_for"] == ["approval", "old_part"]


def unsigned(house):
    """Nobody signed; the old part is back."""
    serviced(house)
    house.phone(ZHOU).record("visit.close_unsigned")
    house.phone(CLERK).record("old_part.receive")
    return house


def test_vis_8_an_unsigned_report_that_is_only_approved_still_waits_for_the_signature(house):
    unsigned(house)
    assert house.phone(MANAGER).record("report.approve").verdict == "applied"
    assert house.phone(CLERK).record("write_off.close").detail["waits_for"] == ["signature"]


@pytest.mark.parametrize("before", [[], ["report.approve"]], ids=["waiting", "approved before"])
def test_vis_8_a_manager_who_accepts_an_unsigned_report_stands_in_for_the_customer(house, before):
    unsigned(house)
    for name in before:
        house.phone(MANAGER).record(name)
    assert house.phone(MANAGER).record("report.accept_unsigned", reason="用户出国").verdict == "applied"
    assert house.phone(CLERK).record("write_off.close").verdict == "applied"


def test_vis_8_nothing_stands_in_for_a_signature_that_is_there(house):
    serviced(house)
    house.phone(ZHOU).record("visit.sign")
    refused = house.phone(MANAGER).record("report.accept_unsigned", reason="都行")
    assert (refused.verdict, refused.code) == ("refused", "report_is_signed")
