"""Every screen keeps WCAG 2.2 AA, as far as axe can tell, on a phone in the light and at a desk in the dark."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.e2e.places import SIZES, appear, demonstration, launch, page_of, places, reach
from tests.e2e.server_process import HOUSE, free_port

pytestmark = pytest.mark.browser

AXE = HOUSE / "pwa" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = (("phone", "zh", "light"), ("desk", "en", "dark"))


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    dist = Path(os.environ.get("PWA_DIR", HOUSE / "pwa" / "dist"))
    with demonstration(tmp_path_factory.mktemp("demonstration"), free_port(), dist) as process:
        yield process


@pytest.mark.timeout(600)
def test_no_screen_violates_wcag_2_2_aa(server):
    found = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        all_places = places(server)
        for login in dict.fromkeys(place.login for place in all_places):
            page = page_of(browser, server.public_origin, login)
            for size, language, theme in LOOKS:
                appear(page, language, theme)
                for place in [place for place in all_places if place.login == login]:
                    page.set_viewport_size(SIZES[size])
                    reach(page, server.public_origin, place)
                    show_all_of_it(page)
                    found += [f"{place.name} {size} {language} {theme}: {one}" for one in violations(page)]
            page.context.close()
    assert found == [], "\n".join(found)


def show_all_of_it(page) -> None:
    """Make the window as high as the page: nothing then lies under a bar that sticks."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": height})


def violations(page) -> list[str]:
    """Return what axe finds on the page: the rule, and the first element that breaks it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"runOnly": {"type": "tag", "values": RULES}}
    result = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{one['id']} ({len(one['nodes'])}) {one['nodes'][0]['target']} {one['nodes'][0].get('failureSummary', '')}"
        for one in result["violations"]
    ]
