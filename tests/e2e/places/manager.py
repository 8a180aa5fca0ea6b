"""The places of a decision: one of each kind in the manager's list, write-offs, and what somebody was asked."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.places.place import CLERK, HEAD_OFFICE, MANAGER, Place, Way
from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords

_BACK = "('received', 'inspected', 'stored', 'disposed')"


def places_of_the_manager(server: ServerProcess) -> list[Place]:
    """Return each place; ``head`` decides for every station."""
    ask = ServerRecords(server.settings).ask
    ((ready,),) = ask(
        "SELECT swaps.id FROM swaps JOIN visits ON visits.id = swaps.visit_id JOIN reports ON reports.id = visits.id"
        " JOIN old_parts ON old_parts.id = swaps.old_part_id JOIN people ON people.station_id = swaps.station_id"
        f" WHERE old_parts.state IN {_BACK} AND visits.state = 'signed' AND reports.state = 'approved'"
        " AND login = :login AND swaps.id NOT IN (SELECT swap_id FROM write_offs) ORDER BY recorded_at DESC LIMIT 1",
        login=MANAGER,
    )
    ((waived,),) = ask("SELECT id FROM waivers LIMIT 1")
    return [
        Place("approvals-requisition", MANAGER, "/approvals", _open("^(领料单|Requisition)")),
        Place("approvals-extension", MANAGER, "/approvals", _open("^(旧件要晚些|More time)")),
        Place("approvals-waiver", MANAGER, "/approvals", _waive_what_is_lost),
        Place("approvals-serial", MANAGER, "/approvals", _open("^(旧件编号不对|Wrong serial)")),
        Place("approvals-passed-back", MANAGER, "/approvals", _open("^(没在等的旧件|Old part not expected)")),
        Place("approvals-pass-on", MANAGER, "/approvals", _pass_on),
        Place("approvals-unsigned", HEAD_OFFICE, "/approvals", _open("^(报告，没有签字|Report without)")),
        Place("write-offs", MANAGER, "/write-offs", _nothing),
        Place("write-offs-chosen", MANAGER, "/write-offs", _choose_two),
        Place("write-off", MANAGER, f"/write-offs/{ready}", _nothing),
        Place("write-off-waived", HEAD_OFFICE, f"/write-offs/{waived}", _nothing),
        Place("asked", CLERK, "/asked", _nothing),
    ]


def _nothing(page: Page) -> None:
    expect(page.locator("main:not([aria-busy=true])")).to_be_visible()
    expect(page.locator(".case, .listrow").first).to_be_visible()


def _open(name: str) -> Way:
    def way(page: Page) -> None:
        page.get_by_role("listitem").get_by_role("button", name=re.compile(name)).first.click()
        expect(page.locator(".case h1")).to_be_visible()

    return way


def _waive_what_is_lost(page: Page) -> None:
    _open("^(旧件找不到了|Old part is missing)")(page)
    page.get_by_role("radio", name=re.compile("^(丢了|Lost)")).check()
    expect(page.get_by_text(re.compile("扣 ¥|is deducted"))).to_be_visible()


def _pass_on(page: Page) -> None:
    """The form that was opened before is still there: it is a draft."""
    _open("^(车上账变负|Van stock below zero)")(page)
    form = page.get_by_role("combobox", name=re.compile("^(转给|Pass on to)"))
    button = page.get_by_role("button", name=re.compile("^(转给别人|Pass on)$"))
    expect(form.or_(button).first).to_be_visible()
    if form.count() == 0:
        button.click()
    expect(form).to_be_visible()
    form.scroll_into_view_if_needed()


def _choose_two(page: Page) -> None:
    _nothing(page)
    for place in (0, 1):
        page.locator(".listrow .choose input").nth(place).check()
    expect(page.locator(".listactions")).to_be_visible()
