"""Every screen keeps WCAG 2.2 AA as far as axe can tell; it is worked by keyboard, by ear, in text twice as large."""

import os
import re
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect, sync_playwright

from tests.e2e.places.every_place import places
from tests.e2e.places.reaching import SIZES, appear, demonstration, launch, page_of, reach
from tests.e2e.server_process import HOUSE
from tests.ports import free_port

pytestmark = pytest.mark.browser

AXE = (HOUSE / "pwa" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BUSY = ("lu.ping", "shen.yue", "lin.su", "gu.qing", "xu.ning")
CONTROLS = (Path(__file__).parent / "controls.js").read_text(encoding="utf-8")
REST_MS = 2_000
NOTE = "patient => controls.note(patient)"
TEXT_SIZE = "size => { document.documentElement.style.fontSize = size }"

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


@pytest.fixture(scope="module")
def server(tmp_path_factory, demonstrated):
    dist = Path(os.environ.get("PWA_DIR", HOUSE / "pwa" / "dist"))
    with demonstration(tmp_path_factory.mktemp("house"), free_port(), dist, demonstrated) as process:
        yield process


@pytest.fixture(scope="module")
def all_places(server):
    """Found before anybody goes anywhere: on the way a customer signs, which cannot be done twice."""
    return places(server)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("whose", [*BUSY, "others"])
def test_every_place_is_seen_heard_and_worked(server, all_places, whose):
    """On a phone for axe, by ear, by keyboard and in text twice as large; on a desk, in the dark, for axe again."""
    theirs = [place for place in all_places if whose == (place.login if place.login in BUSY else "others")]
    found = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for login in dict.fromkeys(place.login for place in theirs):
            page = page_of(browser, server.public_origin, login)
            for size, language, theme, looks in (
                ("phone", "en", "light", (violations, unheard, walk, enlarge)),
                ("desk", "zh", "dark", (violations,)),
            ):
                appear(page, language, theme)
                for place in [place for place in theirs if place.login == login]:
                    page.set_viewport_size(SIZES[size])
                    reach(page, server.public_origin, place)
                    found += [f"{place.name} on a {size}: {one}" for look in looks for one in look(page)]
            page.context.close()
    assert found == [], "\n".join(found)


@pytest.mark.timeout(300)
def test_the_steps_of_a_visit_are_read_out_in_their_order(server, all_places):
    with sync_playwright() as playwright:
        spoken = [place for place in all_places if place.name in TREES]
        page = page_of(launch(playwright), server.public_origin, spoken[0].login)
        appear(page, "en", "light")
        for place in spoken:
            reach(page, server.public_origin, place)
            expect(page.locator("body")).to_match_aria_snapshot(TREES[place.name])


def unheard(page: Page) -> list[str]:
    """Return the controls without a name, and headings that are not in order, as a screen reader meets them."""
    tree = page.locator("body").aria_snapshot()
    levels = [int(level) for level in LEVEL.findall(tree)]
    return [
        *(f"without a name: {control.strip()}" for control in NAMELESS.findall(tree)),
        *([] if in_order(levels) else [f"headings out of order: {levels}"]),
    ]


def in_order(levels: list[int]) -> bool:
    """One heading of the first level leads, and none skips a level on the way down."""
    return levels.count(1) == 1 and all(now <= before + 1 for before, now in zip([0, *levels], levels, strict=False))


def walk(page: Page) -> list[str]:
    """Press Tab until every control has had its turn, at most twice round: some screens begin in a field.

    Tab comes to every control, goes on from it, shows where it is, and never behind a bar that sticks. The second round
    is patient, and so is the last look: some controls come and go with what is in sight.
    """
    page.evaluate(CONTROLS)
    stops = page.evaluate("controls.begin()")
    for press in range(2 * stops + 4):
        page.keyboard.press("Tab")
        if page.evaluate(NOTE, press > stops) == 0 and page.evaluate(NOTE, True) == 0:
            break
    return page.evaluate("controls.complaints()")


def enlarge(page: Page) -> list[str]:
    """Return what does not fit once the page has come to rest in the larger text."""
    page.evaluate(TEXT_SIZE, "200%")
    with suppress(Error):
        page.wait_for_function("controls.misfits().length === 0", timeout=REST_MS)
    found = page.evaluate("controls.misfits()")
    page.evaluate(TEXT_SIZE, "")
    return found


def violations(page: Page) -> list[str]:
    """Return what axe finds: the rule, and the first element that breaks it. The window is as high as the page.

    Nothing then lies under a bar that sticks.
    """
    window = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": window["width"], "height": height})
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options).then(({ violations }) => violations)", options)
    page.set_viewport_size(window)
    return [
        f"{one['id']} ({len(one['nodes'])}) {one['nodes'][0]['target']} {one['nodes'][0].get('failureSummary', '')}"
        for one in found
    ]
