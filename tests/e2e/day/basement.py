"""In the basement, without signal: a box is counted blind, and what is in it is not what its slip says (OLD-3)."""

from playwright.sync_api import expect

from tests.e2e.day.company import Coach
from tests.e2e.device import Device

OTHER_SERIAL = "AC2103-9999"


def open_box(clerk: Device) -> None:
    clerk.go("/receive")
    clerk.page.get_by_role("button", name="点这箱").first.click()
    clerk.see("你点到 0 件")


def take_in(clerk: Device, coach: Coach) -> None:
    """It is the part of the photo, with its serial."""
    assert coach.fitting is not None
    _scan(clerk, coach.fitting.tag)
    clerk.type("手上这件的编号", coach.fitting.old_serial)
    clerk.press("收下", exact=False)


def take_in_another(clerk: Device, coach: Coach) -> None:
    """The tag is right and the serial is not."""
    assert coach.fitting is not None
    _scan(clerk, coach.fitting.tag)
    clerk.type("手上这件的编号", OTHER_SERIAL)
    clerk.press("有不对")
    clerk.press("编号不对")
    clerk.press("收下")


def take_in_untagged(clerk: Device) -> None:
    """Nobody expected it: it is kept, and matched later."""
    clerk.press("没有标签的旧件")
    clerk.type("备注，照实写", "胶管一根，40 cm，不知道哪台车的。")
    clerk.press("收下", exact=False)


def close_box(clerk: Device, on_slip: int, counted: int) -> None:
    """Only now the slip is shown, and what is missing is named."""
    clerk.press("点完了，关箱")
    clerk.see(f"单上 {on_slip} 件，你点到 {counted} 件")
    clerk.see("单上有，箱里没有")
    clerk.press("照点到的关箱")
    clerk.see("号箱关了")


def _scan(clerk: Device, tag: str) -> None:
    """As a wedge scanner types it: the box listens again after each part."""
    expect(clerk.page.get_by_role("textbox", name="扫标签，或者输编号")).to_be_focused()
    clerk.page.keyboard.type(tag)
    clerk.page.keyboard.press("Enter")
