"""The places of old parts: the list, one part in each state, the forms, a box being counted."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.places.demo_records import expected_tag
from tests.e2e.places.place import CLERK, MANAGER, OF_STATION, Place, Way
from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords


def places_of_old_parts(server: ServerProcess) -> list[Place]:
    """Return each place of old parts."""
    ask = ServerRecords(server.settings).ask

    def one(state: str) -> str:
        ((row_id,),) = ask(
            f"SELECT id FROM old_parts {OF_STATION} AND state = '{state}' AND expected ORDER BY tag LIMIT 1",
            login=CLERK,
        )
        return str(row_id)

    ((arrival,),) = ask(f"SELECT id FROM old_parts {OF_STATION} AND NOT expected LIMIT 1", login=CLERK)
    ((disposal,),) = ask(f"SELECT id FROM disposals {OF_STATION} LIMIT 1", login=CLERK)
    received, stored, tag = one("received"), one("stored"), expected_tag(server, CLERK)
    return [
        Place("old-parts", CLERK, "/old-parts", _nothing),
        Place("old-parts-chosen", CLERK, "/old-parts", _choose_some),
        Place("old-part-stored", CLERK, f"/old-parts/{stored}", _nothing),
        Place("old-part-shipped", MANAGER, f"/old-parts/{one('shipped')}", _nothing),
        Place("old-part-inspect", CLERK, f"/old-parts/{received}/inspect", _deduct),
        Place("old-part-store", CLERK, f"/old-parts/{received}/store", _nothing),
        Place("old-part-dispose", MANAGER, f"/old-parts/{stored}/dispose", _nothing),
        Place("old-part-match", CLERK, f"/old-parts/{arrival}/match", _pick_one),
        Place("disposals", MANAGER, "/old-parts/disposals", _nothing),
        Place("disposal", MANAGER, f"/old-parts/disposal/{disposal}", _nothing),
        Place("print-tags", CLERK, "/old-parts/tags", _rolls),
        Place("receive", CLERK, "/receive"),
        Place("receive-in-hand", CLERK, "/receive", _scan(tag)),
        Place("receive-unexpected", CLERK, "/receive", _scan("7K4M92G")),
        Place("receive-wrong-digit", CLERK, "/receive", _scan("7K4M921")),
        Place("receive-box", CLERK, "/receive", _count_a_box),
        Place("receive-box-slip", CLERK, "/receive", _close_a_box),
    ]


def _nothing(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()


def _choose_some(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^(在架上|On shelves)")).click()
    page.locator(".listrow .choose input").first.check()
    expect(page.locator(".listactions")).to_be_visible()


def _deduct(page: Page) -> None:
    page.locator("input[name=result]").last.check()
    expect(page.get_by_label(re.compile("为什么扣|Why it is deducted"))).to_be_visible()


def _pick_one(page: Page) -> None:
    page.locator(".looksalike .pick").first.click()
    expect(page.get_by_role("button", name=re.compile("就是这一件|This is the one"))).to_be_visible()


def _count_a_box(page: Page) -> None:
    box = page.locator(".receive .box")
    way_in = page.get_by_role("button", name=re.compile("^(点这箱|Count box)")).first
    expect(box.or_(way_in).first).to_be_visible()
    if box.count() == 0:
        way_in.click()
    expect(box).to_be_visible()


def _close_a_box(page: Page) -> None:
    _count_a_box(page)
    close = page.get_by_role("button", name=re.compile("^(点完了，关箱|Close the box)$"))
    if close.count():
        close.click()
    expect(page.locator(".receive .box .verdict")).to_be_visible()


def _rolls(page: Page) -> None:
    expect(page.get_by_role("button", name=re.compile("^(下载 PDF|PDF of) BQ-")).first).to_be_visible()


def _scan(tag: str) -> Way:
    def way(page: Page) -> None:
        page.locator(".scanbox input").fill(tag)
        page.keyboard.press("Enter")
        expect(page.locator(".inhand, .scanbox.wrong").first).to_be_visible()

    return way
