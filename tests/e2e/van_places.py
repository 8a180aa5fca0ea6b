"""The places of a technician's parts: asking, counting, bringing back, packing, handing over without a signal."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords

Way = Callable[[Page], None]
Told = tuple[str, str, str, Way]
_OLD = re.compile("^(旧件|Old parts) ")


def van_places(server: ServerProcess, technician: str) -> list[Told]:
    """Return name, login, path and way of each place."""
    ask = ServerRecords(server.settings).ask
    ((manifest,),) = ask(
        "SELECT return_manifests.id FROM return_manifests JOIN people ON people.id = packed_by WHERE login = :login",
        login=technician,
    )
    ((old_part,),) = ask(
        "SELECT old_part_id FROM extensions JOIN people ON people.id = asked_by WHERE login = :login", login=technician
    )
    return [
        ("parts-old", technician, "/parts", _old),
        ("parts-old-part", technician, f"/parts/old/{old_part}", _nothing),
        ("parts-requisitions", technician, "/parts/requisitions", _nothing),
        ("parts-ask", technician, "/parts/ask", _add_one),
        ("parts-unused", technician, "/parts/unused", _nothing),
        ("parts-count", technician, "/parts/count", _count_one),
        ("parts-count-close", technician, "/parts/count", _compare),
        ("parts-pack", technician, "/parts/pack", _pack_one),
        ("parts-boxes", technician, f"/parts/boxes/{manifest}", _nothing),
        ("parts-write-offs", technician, "/parts/write-offs", _nothing),
        ("parts-give", technician, "/parts/give", _give_one),
        ("parts-take", technician, "/parts/take", _nothing),
    ]


def _nothing(page: Page) -> None:
    expect(page.locator("main:not([aria-busy=true])")).to_be_visible()


def _old(page: Page) -> None:
    page.get_by_role("button", name=_OLD).click()
    expect(page.locator(".tagstrip, .tagline").first).to_be_visible()


def _add_one(page: Page) -> None:
    _nothing(page)
    if page.locator(".asklines .quantity").count() == 0:
        page.locator(".finder input").fill("空压机")
        page.locator(".answers button").first.click()
    expect(page.locator(".asklines .quantity").first).to_be_visible()


def _begin_to_count(page: Page) -> None:
    again = page.get_by_role("button", name=re.compile("^(回去再数|Count again)"))
    compare = page.get_by_role("button", name=re.compile("^(数完了|Done)"))
    expect(again.or_(compare).first).to_be_visible()
    if again.count() > 0:
        again.click()
    expect(page.locator(".asklines li").first).to_be_visible()


def _count_one(page: Page) -> None:
    _begin_to_count(page)
    if page.locator(".asklines .quantity").count() == 0:
        page.get_by_role("button", name=re.compile("^(数 |Count )")).first.click()
    expect(page.locator(".asklines .quantity").first).to_be_visible()


def _compare(page: Page) -> None:
    _count_one(page)
    page.get_by_role("button", name=re.compile("^(数完了|Done)")).click()
    expect(page.locator(".verdict").first).to_be_visible()


def _pack_one(page: Page) -> None:
    _nothing(page)
    if page.locator(".packing [aria-pressed=true]").count() == 0:
        page.locator(".packing button").first.click()
    expect(page.locator(".packing [aria-pressed=true]").first).to_be_visible()


def _give_one(page: Page) -> None:
    _nothing(page)
    expect(page.locator("select option").nth(1)).to_be_attached()
    if page.locator(".handsquare").count() == 0:
        page.locator("select").select_option(index=1)
        page.get_by_role("checkbox").first.check()
    expect(page.locator(".handsquare svg")).to_be_visible()
    page.locator(".handsquare").scroll_into_view_if_needed()
