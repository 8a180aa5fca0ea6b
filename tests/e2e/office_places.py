"""The places of the office: the contact log, the archive, and a job carried over the dispatch board."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords

Way = Callable[[Page], None]
Told = tuple[str, str, str, Way]


def office_places(server: ServerProcess, dispatcher: str, manager: str) -> list[Told]:
    """Return name, login, path and way of each place of the office."""
    ask = ServerRecords(server.settings).ask
    of_station = "WHERE station_id = (SELECT station_id FROM people WHERE login = :login)"
    newest = "ORDER BY arrived_at DESC LIMIT 1"
    ((answered,),) = ask(
        f"SELECT id FROM contacts {of_station} AND disposition = 'answered' {newest}", login=dispatcher
    )
    ((waiting,),) = ask(f"SELECT id FROM contacts {of_station} AND disposition = 'waiting' {newest}", login=dispatcher)
    ((sent,),) = ask(f"SELECT id FROM contacts {of_station} AND disposition = 'dispatched' {newest}", login=dispatcher)
    ((filed,),) = ask(f"SELECT id FROM archived_reports {of_station} ORDER BY archived_at DESC LIMIT 1", login=manager)
    return [
        ("calls", dispatcher, "/calls", _nothing),
        ("calls-new", dispatcher, "/calls/new", _nothing),
        ("calls-answered", dispatcher, f"/calls/{answered}", _nothing),
        ("calls-waiting", dispatcher, f"/calls/{waiting}", _answer),
        ("calls-dispatched", dispatcher, f"/calls/{sent}", _nothing),
        ("calls-to-job", dispatcher, f"/dispatch/call/{waiting}", _nothing),
        ("reports", manager, "/reports", _nothing),
        ("reports-one", manager, f"/reports/{filed}", _nothing),
        ("reports-month", manager, "/reports/month", _nothing),
        ("dispatch-carrying", dispatcher, "/dispatch", _carry),
    ]


def _nothing(page: Page) -> None:
    expect(page.locator("main:not([aria-busy=true])")).to_be_visible()


def _answer(page: Page) -> None:
    _nothing(page)
    page.get_by_role("button", name=re.compile("^(答复用户|Answer)$")).click()
    expect(page.get_by_role("textbox")).to_be_visible()


def _carry(page: Page) -> None:
    card = page.locator(".queue .pick").first
    card.focus()
    page.keyboard.press("m")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".block.draft").first).to_be_attached()
