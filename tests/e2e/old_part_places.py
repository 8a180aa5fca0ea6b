"""The places of old parts: the list, one part in each state, the forms, a box being counted."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords

Way = Callable[[Page], None]
Told = tuple[str, str, str, Way]


def old_part_places(server: ServerProcess, clerk: str, manager: str) -> list[Told]:
    """Return name, login, path and way of each place of old parts."""
    ask = ServerRecords(server.settings).ask
    of_station = "WHERE station_id = (SELECT station_id FROM people WHERE login = :login)"

    def one(state: str) -> str:
        ((row_id,),) = ask(
            f"SELECT id FROM old_parts {of_station} AND state = '{state}' AND expected ORDER BY tag LIMIT 1",
            login=clerk,
        )
        return str(row_id)

    ((arrival,),) = ask(f"SELECT id FROM old_parts {of_station} AND NOT expected LIMIT 1", login=clerk)
    ((disposal,),) = ask(f"SELECT id FROM disposals {of_station} LIMIT 1", login=clerk)
    received, stored = one("received"), one("stored")
    return [
        ("old-parts", clerk, "/old-parts", _nothing),
        ("old-parts-chosen", clerk, "/old-parts", _choose_some),
        ("old-part-stored", clerk, f"/old-parts/{stored}", _nothing),
        ("old-part-shipped", manager, f"/old-parts/{one('shipped')}", _nothing),
        ("old-part-inspect", clerk, f"/old-parts/{received}/inspect", _deduct),
        ("old-part-store", clerk, f"/old-parts/{received}/store", _nothing),
        ("old-part-dispose", manager, f"/old-parts/{stored}/dispose", _nothing),
        ("old-part-match", clerk, f"/old-parts/{arrival}/match", _pick_one),
        ("disposals", manager, "/old-parts/disposals", _nothing),
        ("disposal", manager, f"/old-parts/disposal/{disposal}", _nothing),
        ("receive-box", clerk, "/receive", _count_a_box),
        ("receive-box-slip", clerk, "/receive", _close_a_box),
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
    way_in = page.get_by_role("button", name=re.compile("^(点 .* 号箱|Count box)")).first
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
