"""The customer, with no account and a browser of their own: is the report still what was signed (VIS-7)?"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Page, Playwright, TimeoutError, expect  # noqa: A004 -- the browser's own

from tests.e2e.browser import arguments, executable
from tests.e2e.device import Device

PRINTED_WITHIN_S = 60


@contextmanager
def anybody(playwright: Playwright) -> Iterator[Page]:
    """A browser that nobody has signed in with."""
    browser = playwright.chromium.launch(executable_path=executable(), args=arguments())
    yield browser.new_page(locale="zh-CN")
    browser.close()


def fetch_pdf(technician: Device, job: str) -> Path:
    """Fetch the report for the customer, as soon as the server has printed it."""
    technician.go(f"{job}/sign")
    deadline = time.monotonic() + PRINTED_WITHIN_S
    while time.monotonic() < deadline:
        with suppress(TimeoutError), technician.page.expect_download(timeout=2_000) as fetched:
            technician.press("报告 PDF")
        if fetched.is_done():
            return Path(fetched.value.path())
    raise AssertionError(technician.page.inner_text("main"))


def scan(page: Page, link: str, verdict: str) -> None:
    """Open what the square code says, and read the verdict."""
    page.goto(link)
    expect(page.get_by_role("status").get_by_role("heading", level=1)).to_have_text(verdict)


def hand_in(page: Page, link: str, report: bytes, verdict: str) -> None:
    """Give the page a file that somebody sent, and read the verdict."""
    page.goto(link)
    page.locator("input[name=report]").set_input_files(
        [{"name": "report.pdf", "mimeType": "application/pdf", "buffer": report}]
    )
    page.get_by_role("button", name="比一比").click()
    expect(page.get_by_role("status").get_by_role("heading", level=1)).to_have_text(verdict)
