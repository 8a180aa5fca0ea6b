"""The places of the figures: the tiles, and further down."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.places.place import HEAD_OFFICE, MANAGER, Place


def places_of_figures() -> list[Place]:
    """Return the figures of one station, and those of all."""
    return [
        Place("figures", MANAGER, "/figures", counted),
        Place("figures-plots", HEAD_OFFICE, "/figures", at_the_plots),
        Place("figures-below", HEAD_OFFICE, "/figures", below_the_plots),
        Place("figures-table", MANAGER, "/figures", as_a_table),
    ]


def counted(page: Page) -> None:
    """The server has answered, or the device has kept what it answered."""
    expect(page.locator(".kpis")).to_be_visible(timeout=20_000)


def at_the_plots(page: Page) -> None:
    """Where the line by week stands on a narrow screen."""
    counted(page)
    page.locator(".plots-two").evaluate("plots => plots.scrollIntoView()")


def below_the_plots(page: Page) -> None:
    """The bars, what waits for a person, and everybody side by side."""
    counted(page)
    page.locator(".plots-three").evaluate("plots => plots.scrollIntoView()")


def as_a_table(page: Page) -> None:
    """The line by week as a table."""
    counted(page)
    page.get_by_text(re.compile("^(看成表格|As a table)$")).first.click()
    page.locator(".astable table").first.evaluate("table => table.scrollIntoView({ block: 'center' })")
