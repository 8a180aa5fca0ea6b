"""``make screens``: a picture of every screen in three sizes, two languages, light and dark, into ``screens/``."""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e.places.every_place import places
from tests.e2e.places.place import Place
from tests.e2e.places.reaching import LANGUAGES, SIZES, THEMES, appear, demonstration, launch, page_of, reach
from tests.e2e.server_process import HOUSE
from tests.ports import free_port

PICTURES = HOUSE / "screens"


def take_all(wanted: list[str]) -> int:
    """Take the wanted places (all when none is named); returns how many pictures were taken."""
    dist = Path(os.environ.get("PWA_DIR", HOUSE / "pwa" / "dist"))
    taken = 0
    written = Path(os.environ["DEMO_DATA"]) if "DEMO_DATA" in os.environ else None
    with tempfile.TemporaryDirectory() as folder, demonstration(Path(folder), free_port(), dist, written) as server:
        chosen = [place for place in places(server) if not wanted or place.name in wanted]
        with sync_playwright() as playwright:
            browser = launch(playwright)
            for login in dict.fromkeys(place.login for place in chosen):
                page = page_of(browser, server.public_origin, login)
                for place in chosen:
                    if place.login == login:
                        taken += _take(page, server.public_origin, place)
                page.context.close()
    return taken


def _take(page, origin: str, place: Place) -> int:
    taken = 0
    for language in LANGUAGES:
        for theme in THEMES:
            appear(page, language, theme)
            for size, viewport in SIZES.items():
                page.set_viewport_size(viewport)
                reach(page, origin, place)
                path = PICTURES / size / f"{place.name}.{language}.{theme}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=path)
                taken += 1
    return taken


if __name__ == "__main__":
    print(f"{take_all(sys.argv[1:])} pictures in {PICTURES}")  # noqa: T201 -- a command tells what it did
