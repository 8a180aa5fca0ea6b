"""The rows that travel are what their schemas say, and only to those who may see them."""

import pytest

from server.visibility.rows import ROW_CLASSES, rows
from server.visibility.schemas import ROW_SCHEMAS
from tests.databases import sqlite_with_tables
from tests.mutations.house import (
    CLERK,
    DISPATCHER,
    FAR_CLERK,
    FAR_DISPATCHER,
    FAR_MANAGER,
    HEAD,
    JOB,
    MANAGER,
    MU,
    OLD_PART,
    PART,
    PHOTO,
    SIGNATURE,
    SWAP,
    VISIT,
    ZHOU,
    House,
    golden_id,
)
from tests.sealing import enrol, sign

REMOVAL = golden_id(135)
OPEN_JOB = golden_id(137)
EVERYTHING = set(ROW_SCHEMAS)
FOR_ALL = {"batch_hold", "calendar_year", "checklist", "fault", "part", "person", "preset", "sla_profile", "station"}
OF_THE_STATION = FOR_ALL | {"customer", "equipment", "open_job", "site_notice"}
MONEY = {"payment", "quote"}
URGENT = {"escalation", "incident"}
DESK = {"archived_report", "contact"}
BOOKS = {"waiver", "write_off"}
IN_HAND = {
    "box_closing",
    "extension",
    "inspection",
    "loss_report",
    "old_part",
    "old_part_hand_over",
    "return_manifest",
}
LEAVING = {"job_offer", "report_back", "unit_visit", "visit_time"}
OF_THE_STORE = {
    "goods_receipt",
    "requisition",
    "stock_batch",
    "stock_count",
    "stock_trail",
    "tag_roll",
    "transfer",
    "unused_notice",
    "unused_return",
}
OF_THE_JOB = {
    "acknowledgement",
    "annotation",
    "hand_back",
    "job",
    "milestone",
    "visit",
    "visit_checklist",
    "swap",
    "photo",
    "signature",
    "report",
    "seal",
    "voice_note",
}


def _close_the_circle(made):
    """The old part comes home and goes, and its new part is written off."""
    made.phone(ZHOU).record("old_part.hand_over", taker_id=CLERK)
    for name in ("manifest.pack", "extension.ask"):
        made.phone(ZHOU).record(name)
    made.phone(CLERK).record("old_part.receive", serial_seen="ZF8861")
    for name in ("box.close", "old_part.inspect", "disposal.record"):
        made.phone(CLERK).record(name)
    for name in ("report.approve", "report.archive", "old_part.waive", "write_off.close"):
        made.phone(MANAGER).record(name)
    for name in ("requisition.ask", "unused.announce", "old_part.report_lost"):
        made.phone(ZHOU).record(name)
    for name in ("goods.receive", "unused.receive", "transfer.send", "count.record", "tag_roll.print"):
        made.phone(CLERK).record(name)
    made.phone(MANAGER).record("batch_hold.place")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """One job with everything that can hang on it, discrepancy and review included."""
    made = House(sqlite_with_tables(tmp_path_factory.mktemp("visibility") / "house.sqlite"))
    made.furnish()
    made.phone(MANAGER).record("site_notice.publish")
    for name in ("checklist.set", "sla_profile.set", "calendar.set_days"):
        made.phone(HEAD).record(name)
    made.phone(DISPATCHER).record("contact.log")
    made.open_job(ZHOU)
    made.phone(DISPATCHER).record("job.edit")
    made.phone(ZHOU).record("job.edit", changes={"phone": {"from": "138 0574 2261", "to": "138 0574 2200"}})
    made.serve(until="visit.end")
    for name in ("visit.answer", "photo.annotate", "voice_note.attach", "job.answer"):
        made.phone(ZHOU).record(name)
    for name in ("quote.propose", "payment.collect"):
        made.phone(ZHOU).record(name)
    assert sign(made, ZHOU, enrol(made, ZHOU)).verdict == "applied"
    for name in ("visit.rate", "visit.take_back"):
        made.phone(ZHOU).record(name)
    made.phone(HEAD).record("preset.set")
    for name in ("visit.state_time", "visit.report_back"):
        made.phone(ZHOU).record(name)
    made.phone(DISPATCHER).record("job.open", lane=f"job:{OPEN_JOB}", job_id=OPEN_JOB)
    made.phone(ZHOU).record("job.offer_self", job_id=OPEN_JOB)
    for name in ("safety.acknowledge", "job.escalate", "incident.report"):
        made.phone(ZHOU).record(name)
    made.phone(ZHOU).record("photo.attach", photo_id=REMOVAL, subject="old_part", of_id=OLD_PART)
    _close_the_circle(made)
    yield made
    made.database.dispose()


def test_every_row_of_every_table_fits_its_schema(house):
    stored = {table: [row.id for row in house.rows(row_class)] for table, row_class in ROW_CLASSES.items()}
    with house.sessions() as session:
        for table, ids in stored.items():
            found = rows(session, table, ids)
            assert set(found) == set(ids) != set()
            for row in found.values():
                assert ROW_SCHEMAS[table]().validate(row) == {}


def test_rows_that_do_not_exist_are_left_out(house):
    with house.sessions() as session:
        assert rows(session, "job", ["nobody"]) == {}


@pytest.mark.parametrize(
    ("person", "tables"),
    [
        (
            ZHOU,
            OF_THE_STATION
            | OF_THE_JOB
            | LEAVING
            | URGENT
            | MONEY
            | BOOKS
            | IN_HAND
            | {"requisition", "stock", "stock_trail", "discrepancy", "review", "unused_notice", "unused_return"},
        ),
        (MU, OF_THE_STATION | {"return_manifest", "box_closing"}),
        (DISPATCHER, OF_THE_STATION | OF_THE_JOB | LEAVING | MONEY | BOOKS | DESK | {"rating", "review"}),
        (CLERK, OF_THE_STATION | MONEY | BOOKS | IN_HAND | OF_THE_STORE | {"disposal", "photo", "stock"}),
        (MANAGER, EVERYTHING),
        (HEAD, EVERYTHING),
        (FAR_MANAGER, FOR_ALL | {"transfer"}),
        (FAR_DISPATCHER, FOR_ALL),
        (FAR_CLERK, FOR_ALL | {"transfer"}),
    ],
)
def test_each_person_sees_these_tables_and_no_others(house, person, tables):
    assert {table for table, _ in house.phone(person).pull()} == tables


def test_a_clerk_sees_the_photos_of_an_old_part_and_not_those_of_the_meter(house):
    seen = house.phone(CLERK).pull()
    assert ("photo", REMOVAL) in seen
    assert ("photo", PHOTO) not in seen


def test_the_wire_row_says_what_was_written(house):
    seen = house.phone(ZHOU).pull()
    assert seen["visit", VISIT]["arrived_at"] == "2026-11-19T05:22:00.000Z"
    assert seen["old_part", OLD_PART]["due_on"] == "2026-12-03"
    assert seen["swap", SWAP]["old_part_id"] == OLD_PART
    assert seen["signature", SIGNATURE]["strokes"][0][0] == [120, 210, 0]
    assert seen["stock", f"van:{ZHOU}:{PART}"]["quantity"] == 0  # two at first: one fitted, one brought back
    assert seen["job", JOB]["technicians"] == [{"user_id": ZHOU, "lead": True}]
