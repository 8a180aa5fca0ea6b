"""The places of the store: what the clerk sees of stock, deliveries, transfers, counts and holds."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.places.place import CLERK, MANAGER, OF_STATION, Place, Way, drawn
from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords


def places_of_the_store(server: ServerProcess) -> list[Place]:
    """Return each place of the store."""
    ask = ServerRecords(server.settings).ask
    ((requisition,),) = ask(
        f"SELECT id FROM requisitions {OF_STATION} AND state = 'approved' ORDER BY asked_at DESC LIMIT 1", login=CLERK
    )
    ((receipt,),) = ask(f"SELECT id FROM goods_receipts {OF_STATION} ORDER BY received_at LIMIT 1", login=CLERK)
    ((transfer,),) = ask("SELECT id FROM transfers WHERE state = 'sent' ORDER BY sent_at LIMIT 1")
    ((part_id, part_no),) = ask(
        "SELECT parts.id, part_no FROM batch_holds JOIN parts ON parts.id = part_id WHERE lifted_at IS NULL LIMIT 1"
    )
    return [
        Place("stock", CLERK, "/stock", drawn),
        Place("stock-part", CLERK, f"/stock/part/{part_id}", drawn),
        Place("stock-part-holding", MANAGER, f"/stock/part/{part_id}", _hold),
        Place("stock-issue", CLERK, "/stock/issue", drawn),
        Place("stock-issuing", CLERK, f"/stock/issue/{requisition}", _take_all),
        Place("stock-goods", CLERK, "/stock/goods", _scan(part_no)),
        Place("stock-receipt", CLERK, f"/stock/goods/{receipt}", drawn),
        Place("stock-unused", CLERK, "/stock/unused", _choose_a_technician),
        Place("stock-transfers", CLERK, "/stock/transfers", drawn),
        Place("stock-transfer", CLERK, f"/stock/transfers/{transfer}", drawn),
        Place("stock-send", CLERK, "/stock/send", _scan(part_no)),
        Place("stock-count", CLERK, "/stock/count", _scan(part_no)),
        Place("stock-count-close", CLERK, "/stock/count", _close_the_count(part_no)),
        Place("stock-holds", CLERK, "/stock/holds", drawn),
    ]


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
