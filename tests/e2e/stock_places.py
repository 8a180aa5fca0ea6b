"""The places of the store: what the clerk sees of stock, deliveries, transfers, counts and holds."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords

Way = Callable[[Page], None]
Told = tuple[str, str, str, Way]


def stock_places(server: ServerProcess, clerk: str, manager: str) -> list[Told]:
    """Return name, login, path and way of each place of the store."""
    ask = ServerRecords(server.settings).ask
    of_station = "WHERE station_id = (SELECT station_id FROM people WHERE login = :login)"
    ((requisition,),) = ask(
        f"SELECT id FROM requisitions {of_station} AND state = 'approved' ORDER BY asked_at DESC LIMIT 1", login=clerk
    )
    ((receipt,),) = ask(f"SELECT id FROM goods_receipts {of_station} ORDER BY received_at LIMIT 1", login=clerk)
    ((transfer,),) = ask("SELECT id FROM transfers WHERE state = 'sent' ORDER BY sent_at LIMIT 1")
    ((part_id, part_no),) = ask(
        "SELECT parts.id, part_no FROM batch_holds JOIN parts ON parts.id = part_id WHERE lifted_at IS NULL LIMIT 1"
    )
    return [
        ("stock", clerk, "/stock", _nothing),
        ("stock-part", clerk, f"/stock/part/{part_id}", _nothing),
        ("stock-part-holding", manager, f"/stock/part/{part_id}", _hold),
        ("stock-issue", clerk, "/stock/issue", _nothing),
        ("stock-issuing", clerk, f"/stock/issue/{requisition}", _take_all),
        ("stock-goods", clerk, "/stock/goods", _scan(part_no)),
        ("stock-receipt", clerk, f"/stock/goods/{receipt}", _nothing),
        ("stock-unused", clerk, "/stock/unused", _choose_a_technician),
        ("stock-transfers", clerk, "/stock/transfers", _nothing),
        ("stock-transfer", clerk, f"/stock/transfers/{transfer}", _nothing),
        ("stock-send", clerk, "/stock/send", _scan(part_no)),
        ("stock-count", clerk, "/stock/count", _scan(part_no)),
        ("stock-count-close", clerk, "/stock/count", _close_the_count(part_no)),
        ("stock-holds", clerk, "/stock/holds", _nothing),
    ]


def _nothing(page: Page) -> None:
    expect(page.locator("main:not([aria-busy=true])")).to_be_visible()


def _scan(part_no: str) -> Way:
    def way(page: Page) -> None:
        if page.locator(".stockline").count() == 0:
            page.locator(".scanbox input").fill(part_no)
            page.keyboard.press("Enter")
        expect(page.locator(".stockline").first).to_be_visible()

    return way


def _close_the_count(part_no: str) -> Way:
    def way(page: Page) -> None:
        _scan(part_no)(page)
        page.get_by_role("button", name=re.compile("^(合上|Close the count)")).click()
        expect(page.locator(".versus2, .verdict").first).to_be_visible()

    return way


def _take_all(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^(全部照批|All as approved)")).click()
    expect(page.get_by_role("button", name=re.compile("^(发出|Hand over) "))).to_be_visible()


def _choose_a_technician(page: Page) -> None:
    page.locator(".sitting select").select_option(index=1)
    if page.locator(".stockline").count() == 0:
        page.locator(".sitting .cases button").first.click()
    expect(page.locator(".stockline").first).to_be_visible()


def _hold(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^(停用一批|Put on hold)")).click()
    expect(page.locator(".holds .form")).to_be_visible()
