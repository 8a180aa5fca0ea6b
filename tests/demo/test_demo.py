"""The demonstration is a whole company whose books agree, and the same one every time."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from server.cli import demo
from server.cli.audit_seals import broken_seals
from server.cli.demo_company import PASSWORD
from server.engines import open_engines
from server.rules.old_parts import CAME_BACK
from server.rules.stock import balances
from server.tables.customers import CustomerRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.equipment import EquipmentRow
from server.tables.escalations import EscalationRow
from server.tables.faults import FaultRow
from server.tables.jobs import JobRow
from server.tables.old_parts import OldPartRow
from server.tables.parts import PartRow
from server.tables.passwords import password_fits
from server.tables.people import PersonRow, StationRow
from server.tables.photos import PhotoRow
from server.tables.reports import ReportRow
from server.tables.reviews import ReviewRow
from server.tables.safety import IncidentRow, SiteNoticeRow
from server.tables.seals import SealRow
from server.tables.signatures import SignatureRow
from server.tables.stock import StockMovementRow, StockRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from server.tables.write_offs import WaiverRow, WriteOffRow
from tests.company import settings_with_tables

NOW = datetime(2026, 11, 19, 5, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    engines = open_engines(settings_with_tables(folder), lambda: NOW)
    assert demo.write(engines, NOW)
    yield engines
    engines.database.dispose()


def rows(company, row_class):
    with company.sessions() as session:
        return list(session.scalars(select(row_class)))


def test_it_is_as_large_as_a_real_station_network(company):
    roles = Counter(person.roles[0] for person in rows(company, PersonRow))
    assert roles == {"technician": 8, "clerk": 2, "manager": 2, "dispatcher": 3, "administrator": 1}
    sizes = [len(rows(company, table)) for table in (StationRow, CustomerRow, EquipmentRow, PartRow, FaultRow)]
    assert sizes == [3, 40, 200, 300, 60]


def test_there_is_a_job_in_every_state(company):
    assert {job.state for job in rows(company, JobRow)} == {
        "open",
        "assigned",
        "under_way",
        "ended",
        "signed",
        "unsigned",
        "approved",
    }
    assert {visit.state for visit in rows(company, VisitRow)} == {"under_way", "ended", "signed", "unsigned"}


def test_what_goes_wrong_in_real_life_went_wrong(company):
    assert {found.kind for found in rows(company, DiscrepancyRow)} == {
        "late_fact",
        "goods_not_good",
        "hand_over_contradicted",
        "part_on_hold",
        "signed_before_service",
        "stock_below_zero",
        "unexpected_old_part",
        "wrong_serial",
    }
    assert len(rows(company, ReviewRow)) == 2
    assert {row.state for row in rows(company, EscalationRow)} == {"open", "answered"}
    assert [row.state for row in rows(company, IncidentRow)] == ["open"]
    assert len(rows(company, SiteNoticeRow)) == 1


def test_old_parts_are_tagged_received_and_overdue(company):
    old_parts = rows(company, OldPartRow)
    on_the_way = {"with_technician", "handed_over", "packed", "shipped", "missing"}
    assert {old_part.state for old_part in old_parts} == on_the_way | {"received", "inspected", "stored", "disposed"}
    waiting = [old_part for old_part in old_parts if old_part.state == "with_technician"]
    assert any(old_part.due_on < NOW.date() for old_part in waiting)
    assert any(old_part.tag is None for old_part in waiting)


def test_part_5_some_is_written_off_some_is_ready_and_a_lost_old_part_waits_for_the_manager(company):
    swaps = {row.id: row for row in rows(company, SwapRow)}
    closed = {row.swap_id for row in rows(company, WriteOffRow)}
    back = {row.swap_id for row in rows(company, OldPartRow) if row.state in CAME_BACK}
    approved = {row.id for row in rows(company, ReportRow) if row.state == "approved"}
    assert closed
    assert {swap_id for swap_id in back - closed if swap_id in swaps and swaps[swap_id].visit_id in approved}
    waived = {row.id for row in rows(company, WaiverRow)}
    missing = {row.swap_id for row in rows(company, OldPartRow) if row.state == "missing"}
    assert waived
    assert missing - waived


def test_an_exception_was_passed_on_and_one_came_back(company):
    passes = [len(row.passes) for row in rows(company, DiscrepancyRow) if row.passes]
    assert sorted(passes) == [1, 1, 2]


def test_part_1_the_books_agree(company):
    on_hand = {(row.location, row.part_id): row.quantity for row in rows(company, StockRow)}
    assert on_hand == balances(rows(company, StockMovementRow))


def test_every_photo_has_its_file(company):
    assert {photo.state for photo in rows(company, PhotoRow)} == {"verified"}


def test_zhou_hai_has_four_jobs_today(company):
    zhou = next(person for person in rows(company, PersonRow) if person.login == "zhou.hai")
    today = (NOW + timedelta(hours=8)).date()
    mine = [
        job
        for job in rows(company, JobRow)
        if [technician["user_id"] for technician in job.technicians] == [zhou.id]
        and (job.planned_at + timedelta(hours=8)).date() == today
    ]
    assert [job.state for job in mine] == ["assigned"] * 4


def test_everybody_can_sign_in(company):
    people = {person.login: person for person in rows(company, PersonRow)}
    assert set(people) == {account.login for account in demo.accounts()}
    assert password_fits(people["zhou.hai"].password_hash, PASSWORD)


def test_nothing_happened_after_now(company):
    assert all(job.opened_at <= NOW for job in rows(company, JobRow))
    assert all(visit.arrived_at <= NOW for visit in rows(company, VisitRow))


def test_written_again_it_changes_nothing(company):
    assert not demo.write(company, NOW)


def test_vis_7_every_signature_carries_a_seal_that_holds(company):
    seals = sorted(rows(company, SealRow), key=lambda row: row.chain_no)
    assert {row.id for row in seals} == {row.id for row in rows(company, SignatureRow)}
    assert [row.chain_no for row in seals] == list(range(1, len(seals) + 1))
    assert all(row.seal_fits for row in seals)
    assert max(row.revision for row in seals) > 1
    assert {tuple(report.signed_stale or ()) for report in rows(company, ReportRow)} == {()}
    with company.sessions() as session:
        assert list(broken_seals(session, {row.server_key for row in seals})) == []
