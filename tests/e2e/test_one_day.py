"""One whole day of a station: from the first call to books that agree, with a network that comes and goes."""

from dataclasses import dataclass

import pytest

from tests.e2e.bad_proxy import BadProxy, Harm
from tests.e2e.day import basement, company, customer, evening, morning, on_site
from tests.e2e.day.company import ABSENT, COACHES, FITTINGS, MATCHES, MISSING, PEOPLE, STANDSTILL, WRONG_SERIAL
from tests.e2e.device import PHONE, Device
from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords

pytestmark = pytest.mark.browser

PHONE_ON_SITE, PHONE_BY_OFFICE = "138 0574 2299", "138 0574 2216"


@dataclass
class Station:
    """Two technicians, a clerk, and the office that dispatches and decides."""

    zhou: Device
    wu: Device
    clerk: Device
    office: Device

    @property
    def everybody(self) -> list[Device]:
        return [self.zhou, self.wu, self.clerk, self.office]


@pytest.fixture
def found():
    return company.found


@pytest.fixture
def station(device_of):
    technicians = (device_of(login, PHONE) for login in ("zhou.hai", "wu.yue"))
    return Station(*technicians, *(device_of(login) for login in ("lin.su", "shen.yue")))


@pytest.mark.timeout(900)
def test_one_day_ends_with_every_piece_in_one_place(server, line, station):
    jobs_are_given_out_and_parts_are_issued(station)
    visits_without_signal_while_the_office_changes_its_mind(station)
    the_network_comes_back_badly(station, server, line)
    the_box_is_counted_in_the_basement(station.clerk)
    the_office_decides(station.office)
    the_customer_checks(station.zhou, server)
    the_books_agree(station, server)


def jobs_are_given_out_and_parts_are_issued(station: Station) -> None:
    zhou, wu, clerk, office = station.everybody
    for coach in COACHES:
        morning.log_call(office, coach)
    morning.give(office, MATCHES, 9, "周海")
    morning.give(office, WRONG_SERIAL, 11, "周海", "吴越")
    morning.give(office, MISSING, 13, "周海")
    morning.give(office, ABSENT, 14, "吴越")
    morning.give(office, STANDSTILL, 16, "周海")
    office.send_everything()
    morning.ask_for_parts(zhou)
    zhou.send_everything()
    morning.approve_parts(office)
    office.send_everything()
    morning.issue_parts(clerk)
    clerk.send_everything()
    zhou.try_until("/today", STANDSTILL.plate)
    wu.try_until("/today", ABSENT.plate)
    morning.check_readiness(zhou)


def visits_without_signal_while_the_office_changes_its_mind(station: Station) -> None:
    zhou, wu, _, office = station.everybody
    zhou.lose_signal()
    wu.lose_signal()
    on_site.find_nobody(wu, ABSENT)
    on_site.help_with(wu, WRONG_SERIAL)
    on_site.correct_phone(zhou, MATCHES, PHONE_ON_SITE)
    on_site.visit(zhou, MATCHES, first=True)
    on_site.visit(zhou, MISSING)
    on_site.call_the_manager(zhou, STANDSTILL)
    on_site.visit(zhou, WRONG_SERIAL, another="李安全")
    on_site.pack_for_the_store(zhou, MATCHES, WRONG_SERIAL, MISSING)

    morning.correct_phone(office, MATCHES, PHONE_BY_OFFICE)
    morning.give_to_another(office, STANDSTILL, "周海", "吴越")
    office.send_everything()


def the_network_comes_back_badly(station: Station, server: ServerProcess, line: BadProxy) -> None:
    """The escalation first, then everything exactly once, though the server dies twice (VIS-9, laws 1 to 3)."""
    zhou, wu, clerk, _ = station.everybody
    server.kill()
    zhou.find_signal()
    wu.find_signal()
    zhou.restart()
    server.start()
    push, upload = "POST /api/sync/v1/push", "PATCH /api/uploads/"
    line.plan(push, Harm.LOSE_REQUEST)
    line.plan(push, Harm.LOSE_ANSWER)
    line.plan(push, Harm.CUT_BODY, meanwhile=server.restart)
    line.plan("GET /api/sync/v1/pull", Harm.CUT_ANSWER)
    line.plan(upload, Harm.CUT_BODY, meanwhile=server.restart)
    line.plan(upload, Harm.LOSE_ANSWER)
    line.rate = 0.1
    zhou.send_everything()
    wu.send_everything()
    assert line.planned_left == 0, "the line still had something in store"
    line.rate = 0
    clerk.send_everything()

    sent = ServerRecords(server.settings).ask(
        "SELECT name FROM sync_inbox WHERE user_id = :zhou AND name NOT LIKE 'requisition.%' ORDER BY number",
        zhou=PEOPLE["zhou.hai"][0],
    )
    assert sent[0] == ("job.escalate",)


def the_box_is_counted_in_the_basement(clerk: Device) -> None:
    """One old part matches, one has the wrong serial, one was not expected, one is missing (OLD-3)."""
    clerk.lose_signal()
    basement.open_box(clerk)
    basement.take_in(clerk, MATCHES)
    basement.take_in_another(clerk, WRONG_SERIAL)
    basement.take_in_untagged(clerk)
    basement.close_box(clerk, on_slip=3, counted=3)
    evening.see_what_is_out(clerk, MISSING)
    clerk.find_signal()
    clerk.send_everything()


def the_office_decides(office: Device) -> None:
    evening.keep_the_offices_phone(office)
    evening.settle(office, "改派以后才到的记录", 2, "周海当时在现场，不知道改派了。")
    evening.settle(office, "旧件编号不对", 1, "标签挂错了，件是同一型号。")
    evening.settle(office, "没在等的旧件", 1, "别的站捎来的，明天送回去。")
    evening.settle(office, "箱子里对不上", 1, "问过周海，路上丢了一件。")
    evening.approve_reports(office, 3)
    evening.accept_unsigned(office)
    evening.waive_lost(office, MISSING)
    for coach in (MATCHES, WRONG_SERIAL, MISSING):
        evening.write_off(office, coach)
    office.send_everything()


def the_customer_checks(zhou: Device, server: ServerProcess) -> None:
    """What was signed is unchanged; a file with one other byte is altered; a second signature made a newer revision."""
    zhou.send_everything()
    records = ServerRecords(server.settings)
    untouched = server.public_origin + records.check_address(MATCHES.plate, 1)
    report = customer.fetch_pdf(zhou, on_site.open_job(zhou, MATCHES)).read_bytes()
    middle = len(report) // 3
    forged = report[:middle] + bytes([report[middle] ^ 1]) + report[middle + 1 :]
    with customer.anybody(zhou.playwright) as page:
        customer.scan(page, untouched, "没有改动")
        customer.hand_in(page, untouched, report, "没有改动")
        customer.hand_in(page, untouched, forged, "改动过")
        customer.scan(page, server.public_origin + records.check_address(WRONG_SERIAL.plate, 1), "有更新的一版")
        customer.scan(page, server.public_origin + records.check_address(WRONG_SERIAL.plate, 2), "没有改动")


def the_books_agree(station: Station, server: ServerProcess) -> None:
    records = ServerRecords(server.settings)
    for device in station.everybody:
        device.send_everything()
        assert device.compare() == "和服务器一致"
        assert device.complaints == []
        user_id = PEOPLE[device.login][0]
        assert sorted(records.mutations_of(user_id)) == sorted(device.recorded(user_id))
    server.run("audit")
    assert [told[:3] for told in records.unsettled()] == [("job.edit", "needs_review", "changed_by_two")]
    assert records.ledger_differences() == []
    assert records.ask("SELECT count(*), count(DISTINCT swap_id) FROM write_offs") == [(len(FITTINGS), len(FITTINGS))]
    assert records.ask("SELECT phone FROM jobs WHERE plate = :plate", plate=MATCHES.plate) == [(PHONE_BY_OFFICE,)]
    assert records.ask("SELECT DISTINCT state FROM photos") == [("verified",)]
    assert records.ask("SELECT count(*) FROM discrepancies WHERE state = 'open'") == [(0,)]
