"""Every screen keeps WCAG 2.2 AA as far as axe can tell; it is worked by keyboard, by ear, in text twice as large."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect, sync_playwright

from tests.e2e.places import SIZES, appear, demonstration, launch, page_of, reach, visit_places
from tests.e2e.server_process import HOUSE, free_port

pytestmark = pytest.mark.browser

AXE = HOUSE / "pwa" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = (("phone", "zh", "light"), ("desk", "en", "dark"))
CONTROLS = (Path(__file__).parent / "controls.js").read_text(encoding="utf-8")
REST_MS = 2_000
TWICE_AS_LARGE = "document.documentElement.style.fontSize = '200%'"

NAMELESS = re.compile(r"^ *- (?:button|link|textbox|checkbox|radio|combobox)(?: \[.*\])?:?$", re.MULTILINE)
LEVEL = re.compile(r"heading .*\[level=(\d)\]")

TREES = {
    "job": """
      - banner:
        - link "Back"
        - heading [level=1]
      - main:
        - heading [level=2]
        - region "Going together":
          - list
        - navigation "Steps of the visit":
          - link /^Listen \\d of \\d/
          - link /^Look \\d of \\d/
          - link /^Check \\d of \\d/
        - link /^Handle/
        - link /^Swap parts/
        - link /^Signature/
        - region "Times":
          - list
        - navigation "Call the manager":
          - link "Major problem"
          - link "Accident"
      - link /^Continue/
    """,
    "look": """
      - banner:
        - link "Back"
        - heading "Look" [level=1]
        - navigation "Listen, look, check"
      - main:
        - heading "Mileage" [level=2]
        - textbox "Mileage read, km"
        - heading "Running time" [level=2]
        - textbox "Running time read, h"
        - heading "Faulty place opened before?" [level=2]
        - group "Faulty place opened before?":
          - button "No trace" [pressed]
          - button "Yes, opened"
          - button "Can’t tell"
        - heading "Name plate" [level=2]
        - button "Take the photo"
        - heading "Your finding" [level=2]
        - group "In warranty?"
        - heading "Anything else seen" [level=2]
      - link "Go on to Check"
    """,
    "swap": """
      - banner:
        - link "Back"
        - heading [level=1]
      - main:
        - article:
          - heading "Fitted · new part" [level=2]
          - button "Photo of the fitted part"
          - heading "Removed · old part" [level=2]
          - heading "Old-part tag" [level=2]
          - textbox "The seven characters on the tag; type or scan"
          - heading "Reason" [level=2]
          - button "Correct it"
      - link "Go on to signing"
    """,
    "hand-over": """
      - banner:
        - link "Back"
        - heading "Ready to sign?" [level=1]
      - main:
        - heading "Evidence" [level=2]
        - list "Also missing"
        - checkbox /^Use and care shown to/ [checked]
        - heading "Who signs" [level=2]
        - textbox "Name"
        - textbox "Position"
        - heading "Customer reads and signs in" [level=2]
        - group "Customer reads and signs in":
          - button "中文"
          - button "English" [pressed]
      - button "Hand over to the customer"
      - paragraph:
        - button "Absent or won’t sign"
    """,
    "customer": """
      - dialog "Read, then sign":
        - banner:
          - heading "Read, then sign" [level=1]
          - group "Language":
            - button "中文"
            - button "English" [pressed]
        - heading [level=2]
        - list:
          - listitem:
            - heading "What you told us" [level=3]
          - listitem:
            - heading "What we saw" [level=3]
          - listitem:
            - heading "What we found" [level=3]
          - listitem:
            - heading "What we did" [level=3]
        - region /^I have read this/:
          - heading /^I have read this/ [level=2]
          - img /^Place to sign/
          - button "I confirm and sign" [disabled]
          - button "I disagree, or not now"
          - group "Other ways":
            - button "Sign by typing"
            - button "Photo of the stamp"
            - button "Change name"
            - button "Hand back to the technician"
    """,
}


@pytest.fixture
def server(tmp_path, demonstrated):
    """One for each test: the places sign what can be signed only once."""
    dist = Path(os.environ.get("PWA_DIR", HOUSE / "pwa" / "dist"))
    with demonstration(tmp_path, free_port(), dist, demonstrated) as process:
        yield process


@pytest.mark.timeout(600)
def test_no_screen_violates_wcag_2_2_aa(server):
    found = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        all_places = visit_places(server)
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


@pytest.mark.timeout(900)
def test_every_place_is_worked_by_keyboard_alone(server):
    """Tab comes to every control, goes on from it, shows where it is, and never behind a bar that sticks."""
    found = found_everywhere(server, walk, language="zh")
    assert found == [], "\n".join(found)


@pytest.mark.timeout(900)
def test_text_twice_as_large_neither_cuts_nor_covers_a_control(server):
    found = found_everywhere(server, enlarge, language="en")
    assert found == [], "\n".join(found)


@pytest.mark.timeout(300)
def test_what_is_read_out_has_its_headings_in_order_and_names_every_control_and_group(server):
    with sync_playwright() as playwright:
        browser = launch(playwright)
        spoken = [place for place in visit_places(server) if place.name in TREES]
        page = page_of(browser, server.public_origin, spoken[0].login)
        appear(page, "en", "light")
        for place in spoken:
            reach(page, server.public_origin, place)
            expect(page.locator("body")).to_match_aria_snapshot(TREES[place.name])
            tree = page.locator("body").aria_snapshot()
            assert NAMELESS.findall(tree) == [], f"{place.name}: {tree}"
            assert in_order([int(level) for level in LEVEL.findall(tree)]), f"{place.name}: {tree}"
        page.context.close()


def found_everywhere(server, look: Callable[[Page], list[str]], *, language: str) -> list[str]:
    """Return what is wrong on a phone, each with its place."""
    found = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        all_places = visit_places(server)
        for login in dict.fromkeys(place.login for place in all_places):
            page = page_of(browser, server.public_origin, login)
            appear(page, language, "light")
            for place in [place for place in all_places if place.login == login]:
                page.set_viewport_size(SIZES["phone"])
                reach(page, server.public_origin, place)
                page.evaluate(CONTROLS)
                found += [f"{place.name}: {one}" for one in look(page)]
            page.context.close()
    return found


def in_order(levels: list[int]) -> bool:
    """One heading of the first level leads, and none skips a level on the way down."""
    return levels.count(1) == 1 and all(now <= before + 1 for before, now in zip([0, *levels], levels, strict=False))


def walk(page: Page) -> list[str]:
    """Press Tab until every control has had its turn, at most twice round: some screens begin in a field."""
    stops = page.evaluate("controls.begin()")
    for _ in range(2 * stops + 4):
        page.keyboard.press("Tab")
        if page.evaluate("controls.note()") == 0:
            break
    return page.evaluate("controls.complaints()")


def enlarge(page: Page) -> list[str]:
    """Return what does not fit once the page has come to rest in the larger text."""
    page.evaluate(TWICE_AS_LARGE)
    with suppress(Error):
        page.wait_for_function("controls.misfits().length === 0", timeout=REST_MS)
    return page.evaluate("controls.misfits()")


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
