"""The places of master data: its files, their cards, a table looked at, and the rules of the house."""

from io import BytesIO

from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.e2e.places.place import ADMINISTRATOR, HEAD_OFFICE, MANAGER, Place


def filed(page: Page) -> None:
    """The list has its rows."""
    expect(page.locator(".listrow").first).to_be_visible(timeout=20_000)


def first_card(page: Page) -> None:
    """The card of the first row."""
    filed(page)
    page.locator(".listrow a").first.click()
    expect(page.locator(".filecard")).to_be_visible(timeout=20_000)


def looked_at(page: Page) -> None:
    """A table with new, changed and wrong lines was chosen, and nothing of it is in the books yet."""
    page.set_input_files(
        "input[type=file]",
        {
            "name": "parts.xlsx",
            "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "buffer": _table(),
        },
    )
    expect(page.locator(".previewcounts")).to_be_visible(timeout=20_000)


def first_rule(page: Page) -> None:
    """The first row of a list of rules."""
    page.locator("main nav.list a").first.click()
    expect(page.locator(".filecard").first).to_be_visible(timeout=20_000)


def places_of_the_catalogue() -> list[Place]:
    """Return each place of master data."""
    return [
        Place("catalogue", HEAD_OFFICE, "/catalogue"),
        Place("catalogue-parts", HEAD_OFFICE, "/catalogue/part", filed),
        Place("catalogue-equipment", HEAD_OFFICE, "/catalogue/equipment", filed),
        Place("catalogue-customer", HEAD_OFFICE, "/catalogue/customer", first_card),
        Place("catalogue-new-unit", MANAGER, "/catalogue/equipment/new"),
        Place("catalogue-person", ADMINISTRATOR, "/catalogue/person", first_card),
        Place("catalogue-import", HEAD_OFFICE, "/catalogue/part/import"),
        Place("catalogue-preview", HEAD_OFFICE, "/catalogue/part/import", looked_at),
        Place("catalogue-presets", HEAD_OFFICE, "/catalogue/presets"),
        Place("catalogue-promise", HEAD_OFFICE, "/catalogue/sla", first_rule),
        Place("catalogue-calendar", HEAD_OFFICE, "/catalogue/calendar", first_rule),
        Place("catalogue-checklist", HEAD_OFFICE, "/catalogue/checklists", first_rule),
    ]


def _table() -> bytes:
    book = Workbook()
    for row in (
        ["件号", "名称", "英文名称", "单位", "目录价", "停用", "备注"],
        ["3509-00417", "空压机总成", "Air compressor, complete", "件", 2980, "否", ""],
        ["9901-00001", "车门密封条", "Door seal", "条", 86.5, "否", "新供应商"],
        ["9901-00002", "后视镜总成", "Mirror", "件", "四百", "否", ""],
        ["9901-00001", "车门密封条", "Door seal", "条", 86.5, "否", "重复"],
        ["", "没有件号", "", "件", 1, "", ""],
    ):
        book.active.append(row)
    data = BytesIO()
    book.save(data)
    return data.getvalue()
