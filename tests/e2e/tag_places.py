"""The place where tags are printed: a new roll, and the rolls that there are."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Way = Callable[[Page], None]


def tag_places(clerk: str) -> list[tuple[str, str, str, Way]]:
    """Return name, login, path and way."""
    return [("print-tags", clerk, "/old-parts/tags", _rolls)]


def _rolls(page: Page) -> None:
    expect(page.get_by_role("button", name=re.compile("^(下载|Download) BQ-")).first).to_be_visible()
