"""The check before the road opens the day with the network shut, and fails when one file of the app is gone."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.e2e.places.reaching import demonstration, launch, page_of
from tests.e2e.server_process import HOUSE
from tests.ports import free_port

TAKE_AWAY = """async ending => {
    for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys())
            if (new URL(request.url).pathname.endsWith(ending)) await cache.delete(request)
    }
}"""


@pytest.fixture
def page(tmp_path, demonstrated):
    dist = Path(os.environ.get("PWA_DIR", HOUSE / "pwa" / "dist"))
    with demonstration(tmp_path, free_port(), dist, demonstrated) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        opened = page_of(browser, server.public_origin, "zhou.hai")
        opened.evaluate("navigator.serviceWorker.ready.then(() => null)")
        opened.reload()
        yield opened
        browser.close()


def line(page, name):
    return page.locator(f"[data-line={name}]")


def checked(page):
    page.get_by_role("button", name="再查一遍").click()
    expect(page.locator("main .verdict")).to_be_visible(timeout=30_000)


def test_what_is_missing_fails_its_own_line_and_today_says_so(page):
    page.get_by_role("link", name=re.compile("还没做出车检查")).click()
    expect(page.locator("main .verdict")).to_contain_text("可以出车", timeout=30_000)
    page.context.set_offline(True)
    checked(page)
    expect(line(page, "app")).to_contain_text("断网打开过")
    expect(line(page, "copy")).to_contain_text("一条不差")

    page.context.set_offline(False)
    page.evaluate(TAKE_AWAY, ".wasm")
    checked(page)
    expect(page.locator("main .verdict")).to_contain_text("先别走，1 样没装好")
    expect(line(page, "scanner")).to_contain_text("断网用不了")
    page.get_by_role("link", name="返回").click()
    expect(page.get_by_role("link", name=re.compile("1 样没装好"))).to_be_visible()
