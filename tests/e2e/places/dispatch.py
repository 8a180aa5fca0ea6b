"""The places of dispatch and decisions: the board, a job in hand, and what waits for the manager."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.places.place import DISPATCHER, HEAD_OFFICE, MANAGER, Place, Way


def places_of_dispatch() -> list[Place]:
    """Return those of the dispatcher, and of the manager who decides what comes from a visit."""
    return [
        Place("dispatch", DISPATCHER, "/dispatch"),
        Place("dispatch-assigning", DISPATCHER, "/dispatch", _take_up_a_job),
        Place("dispatch-quoting", DISPATCHER, "/dispatch", _take_up_a_job_that("等报价|To be quoted")),
        Place("dispatch-paying", DISPATCHER, "/dispatch", _take_up_a_job_that("等付款|To be paid")),
        Place("dispatch-correcting", DISPATCHER, "/dispatch", _correct_a_job),
        Place("call", DISPATCHER, "/dispatch/call"),
        Place("approvals", MANAGER, "/approvals"),
        Place("approvals-escalation", MANAGER, "/approvals", _open_case("^(趴窝|Standstill)")),
        Place("approvals-incident", MANAGER, "/approvals", _open_case("^(事故|Incident)")),
        Place("rescue", MANAGER, "/rescue"),
        Place("safety-notices", MANAGER, "/safety"),
        Place("safety-notice-edit", HEAD_OFFICE, "/safety", _open_site),
        Place("approvals-discrepancy", MANAGER, "/approvals", _open_case("^(车上账变负|Van stock below zero)")),
        Place("approvals-quote", MANAGER, "/approvals", _open_case("^(报价|Quote)")),
        Place("approvals-report", MANAGER, "/approvals", _open_case("^(报告|Report)")),
        Place("approvals-review", MANAGER, "/approvals", _open_case("(两个人都改过|Two people changed)")),
    ]


def _open_case(name: str) -> Way:
    def way(page: Page) -> None:
        page.get_by_role("listitem").get_by_role("button", name=re.compile(name)).first.click()
        expect(page.locator(".case h1")).to_be_visible()

    return way


def _take_up_a_job(page: Page) -> None:
    page.locator(".queue button").first.click()
    expect(page.locator(".jobpanel")).to_be_visible()


def _take_up_a_job_that(waits: str) -> Way:
    def way(page: Page) -> None:
        page.locator(".queue button").filter(has_text=re.compile(waits)).first.click()
        expect(page.locator(".jobpanel .quotelines")).to_be_visible()

    return way


def _correct_a_job(page: Page) -> None:
    _take_up_a_job(page)
    page.get_by_role("button", name=re.compile("^(改信息|Correct)")).click()
    expect(page.get_by_role("heading", name=re.compile("^(改任务信息|Correct the job)"))).to_be_visible()


def _open_site(page: Page) -> None:
    page.locator(".sites button").first.click()
    expect(page.locator(".safety textarea").first).to_be_visible()
