"""The places of a technician's parts: asking, counting, bringing back, packing, handing over without a signal."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.places.place import TECHNICIAN, Place, drawn
from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords

_OLD = re.compile("^(旧件|Old parts) ")


def places_of_the_van(server: ServerProcess) -> list[Place]:
    """Return each place."""
    ask = ServerRecords(server.settings).ask
    ((manifest,),) = ask(
        "SELECT return_manifests.id FROM return_manifests JOIN people ON people.id = packed_by WHERE login = :login",
        login=TECHNICIAN,
    )
    ((old_part,),) = ask(
        "SELECT old_part_id FROM extensions JOIN people ON people.id = asked_by WHERE login = :login", login=TECHNICIAN
    )
    return [
        Place("parts-old", TECHNICIAN, "/parts", _old),
        Place("parts-old-part", TECHNICIAN, f"/parts/old/{old_part}", drawn),
        Place("parts-requisitions", TECHNICIAN, "/parts/requisitions", drawn),
        Place("parts-ask", TECHNICIAN, "/parts/ask", _add_one),
        Place("parts-unused", TECHNICIAN, "/parts/unused", drawn),
        Place("parts-count", TECHNICIAN, "/parts/count", _count_one),
        Place("parts-count-close", TECHNICIAN, "/parts/count", _compare),
        Place("parts-pack", TECHNICIAN, "/parts/pack", _pack_one),
        Place("parts-boxes", TECHNICIAN, f"/parts/boxes/{manifest}", drawn),
        Place("parts-write-offs", TECHNICIAN, "/parts/write-offs", drawn),
        Place("parts-give", TECHNICIAN, "/parts/give", _give_one),
        Place("parts-take", TECHNICIAN, "/parts/take", drawn),
    ]


def _old(page: Page) -> None:
    page.get_by_role("button", name=_OLD).click()
    expect(page.locator(".tagstrip, .tagline").first).to_be_visible()


def _add_one(page: Page) -> None:
    drawn(page)
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
    expect(page.locator(".packing button").first).to_be_visible()
    if page.locator(".packing [aria-pressed=true]").count() == 0:
        page.locator(".packing button").first.click()
    expect(page.locator(".packing [aria-pressed=true]").first).to_be_visible()


def _give_one(page: Page) -> None:
    drawn(page)
    expect(page.locator("select option").nth(1)).to_be_attached()
    if page.locator(".handsquare").count() == 0:
        page.locator("select").select_option(index=1)
        page.get_by_role("checkbox").first.check()
    expect(page.locator(".handsquare svg")).to_be_visible()
    page.locator(".handsquare").scroll_into_view_if_needed()
