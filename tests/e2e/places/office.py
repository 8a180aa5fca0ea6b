"""The places of the office: the contact log, the archive, and a job carried over the dispatch board."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.places.place import DISPATCHER, MANAGER, OF_STATION, Place, drawn
from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords


def places_of_the_office(server: ServerProcess) -> list[Place]:
    """Return each place of the office."""
    ask = ServerRecords(server.settings).ask
    newest = "ORDER BY arrived_at DESC LIMIT 1"
    ((answered,),) = ask(
        f"SELECT id FROM contacts {OF_STATION} AND disposition = 'answered' {newest}", login=DISPATCHER
    )
    ((waiting,),) = ask(f"SELECT id FROM contacts {OF_STATION} AND disposition = 'waiting' {newest}", login=DISPATCHER)
    ((sent,),) = ask(f"SELECT id FROM contacts {OF_STATION} AND disposition = 'dispatched' {newest}", login=DISPATCHER)
    ((filed,),) = ask(f"SELECT id FROM archived_reports {OF_STATION} ORDER BY archived_at DESC LIMIT 1", login=MANAGER)
    return [
        Place("calls", DISPATCHER, "/calls", drawn),
        Place("calls-new", DISPATCHER, "/calls/new", drawn),
        Place("calls-answered", DISPATCHER, f"/calls/{answered}", drawn),
        Place("calls-waiting", DISPATCHER, f"/calls/{waiting}", _answer),
        Place("calls-dispatched", DISPATCHER, f"/calls/{sent}", drawn),
        Place("calls-to-job", DISPATCHER, f"/dispatch/call/{waiting}", drawn),
        Place("reports", MANAGER, "/reports", drawn),
        Place("reports-one", MANAGER, f"/reports/{filed}", drawn),
        Place("reports-month", MANAGER, "/reports/month", drawn),
        Place("dispatch-carrying", DISPATCHER, "/dispatch", _carry),
    ]


def _answer(page: Page) -> None:
    drawn(page)
    page.get_by_role("button", name=re.compile("^(答复用户|Answer)$")).click()
    expect(page.get_by_role("textbox")).to_be_visible()


def _carry(page: Page) -> None:
    card = page.locator(".queue .pick").first
    card.focus()
    page.keyboard.press("m")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".block.draft").first).to_be_attached()
