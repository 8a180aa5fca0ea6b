"""A screen in one state, whose it is, and ways that several of them share."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

TECHNICIAN, CLERK, DISPATCHER, MANAGER = "lu.ping", "lin.su", "xu.ning", "shen.yue"
LEAVING, SECOND_SIGNER, HEAD_OFFICE, ADMINISTRATOR = "zheng.kai", "fang.min", "gu.qing", "admin"
OF_STATION = "WHERE station_id = (SELECT station_id FROM people WHERE login = :login)"

Way = Callable[[Page], None]


@dataclass(frozen=True)
class Place:
    """A screen in one state. ``login`` is whose it is, or nothing before anybody signed in.

    ``in_hand`` begins where the device was left: with the customer, if it is there.
    """

    name: str
    login: str | None
    path: str
    further: Way = lambda page: None
    in_hand: bool = False


def drawn(page: Page) -> None:
    """The screen has its records: a line, a card, or something to write in."""
    shown = page.locator("main:not([aria-busy=true])").locator("li, .sheet, input, table, [role=row]")
    expect(shown.first).to_be_visible()


def tap(name: str) -> Way:
    def way(page: Page) -> None:
        page.get_by_role("button", name=re.compile(name)).first.click()

    return way


def scroll_to(selector: str) -> Way:
    """A part of a long screen, in the middle of the window."""

    def way(page: Page) -> None:
        page.locator(selector).first.evaluate("part => part.scrollIntoView({ block: 'center' })")

    return way
