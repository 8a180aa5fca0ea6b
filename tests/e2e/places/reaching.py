"""The demonstration company on a server, somebody's page of it, and the way to a place."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect

from server.cli.demo_company import PASSWORD
from tests.e2e.browser import arguments, executable
from tests.e2e.places.customer import take_back
from tests.e2e.places.place import Place
from tests.e2e.server_process import ServerProcess

Theme = Literal["light", "dark"]

SIZES = {
    "phone": ViewportSize(width=390, height=844),
    "tablet": ViewportSize(width=820, height=1180),
    "desk": ViewportSize(width=1440, height=900),
}
LANGUAGES = ("zh", "en")
THEMES: tuple[Theme, ...] = ("light", "dark")
AT_REST = """() => Promise.allSettled([
    ...[...document.images].map(image => image.decode()),
    ...document.getAnimations()
        .filter(one => one.effect.getComputedTiming().endTime !== Infinity).map(one => one.finished),
])"""

_HELD_OR_PUBLIC = ("/sign", "/v/")
_GO = """path => {
    document.querySelector('main')?.setAttribute('data-left', '')
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
    scrollTo(0, 0)
}"""
_ARRIVED = "main:not([aria-busy=true], [data-left]), dialog[open]"


def write_demonstration(folder: Path) -> Path:
    """Write the demonstration company into this folder, for ``demonstration`` to copy; returns the folder."""
    folder.mkdir(exist_ok=True)
    server = ServerProcess(folder, "http://127.0.0.1")
    server.run("migrate")
    server.run("demo")
    return folder


@contextmanager
def demonstration(folder: Path, port: int, pwa_dir: Path, written: Path | None = None) -> Iterator[ServerProcess]:
    """Serve the demonstration company, from what was ``written`` before if anything was."""
    if written is None:
        write_demonstration(folder)
    else:
        shutil.copytree(written, folder, dirs_exist_ok=True)
    server = ServerProcess(folder, f"http://127.0.0.1:{port}", port=port, pwa_dir=pwa_dir)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=executable(), args=arguments())


def page_of(browser: Browser, origin: str, login: str | None) -> Page:
    """Return a page on which this person is signed in and has all their records."""
    context = browser.new_context(
        locale="zh-CN", timezone_id="Asia/Shanghai", viewport=SIZES["phone"], reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(origin)
    if login is not None:
        page.get_by_label("账号").fill(login)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("navigation", name="去哪儿")).to_be_visible(timeout=60_000)
    return page


def appear(page: Page, language: str, theme: Theme) -> None:
    """Load the app again, speaking and looking so; a public page looks as the browser is set."""
    page.emulate_media(color_scheme=theme)
    page.evaluate(
        "([language, theme]) => {"
        " localStorage.setItem('truckroll.language', language); localStorage.setItem('truckroll.theme', theme) }",
        [language, theme],
    )
    page.reload()


def reach(page: Page, origin: str, place: Place) -> None:
    """Go to the place and wait until it is drawn."""
    _open(page, origin, place)
    while not place.in_hand and take_back(page):
        _open(page, origin, place)
    place.further(page)
    expect(page.locator("img:not([src])")).to_have_count(0)
    page.evaluate(AT_REST)


def _open(page: Page, origin: str, place: Place) -> None:
    """Go there as a tap would; by a load of the page where the customer holds the device, and to a public page.

    A tap leads elsewhere first, so that the screen is a new one even where it stood before.
    """
    if any(part in path for part in _HELD_OR_PUBLIC for path in (page.url, place.path)) or place.login is None:
        page.goto(origin + place.path)
    else:
        here = urlsplit(page.url).path
        elsewhere = next(path for path in ("/sync", "/me", "/conflicts") if path not in {here, place.path})
        page.evaluate(_GO, elsewhere)
        expect(page.locator(_ARRIVED).first).to_be_visible()
        page.evaluate(_GO, place.path)
    expect(page.locator(_ARRIVED).first).to_be_visible(timeout=20_000)
