"""Evening: who must decide decides with reasons, reports are approved, parts are written off, what is out is shown."""

from playwright.sync_api import expect

from tests.e2e.day.company import Coach
from tests.e2e.device import Device

WHY = "理由，留在记录里"


def keep_the_offices_phone(manager: Device) -> None:
    """The conflict stands before the person who must decide: both values, and one tap."""
    manager.try_until("/approvals", "两个人都改过")
    manager.press("两个人都改过", exact=False)
    manager.press("用我的")
    manager.see("选好了")


def settle(manager: Device, exception: str, times: int, reason: str) -> None:
    """Settle every exception of this name, each with the reason."""
    for left in reversed(range(times)):
        manager.go("/approvals")
        waiting = manager.page.get_by_role("button", name=exception)
        waiting.first.click()
        manager.type(WHY, reason)
        manager.page.locator(".dock .btn.main").click()
        manager.see("处理了")
        manager.go("/approvals")
        expect(waiting).to_have_count(left)


def approve_reports(manager: Device, count: int) -> None:
    for left in reversed(range(count)):
        manager.go("/approvals")
        waiting = manager.page.get_by_role("button", name="报告，用户已签字")
        waiting.first.click()
        manager.press("同意")
        manager.see("同意了")
        manager.go("/approvals")
        expect(waiting).to_have_count(left)


def accept_unsigned(manager: Device) -> None:
    """The customer was absent: the manager's reason stands in for the signature (VIS-8)."""
    manager.go("/approvals")
    manager.press("报告，没有签字", exact=False)
    manager.type(WHY, "队长电话里同意了，明天补签。")
    manager.press("没签字，照样认")
    manager.see("没签字，主管认了")


def waive_lost(manager: Device, coach: Coach) -> None:
    """What never came is done without, for a reason (PART-5)."""
    _open_line(manager, coach)
    manager.choose("丢了")
    manager.type(WHY, "箱里没有，找了三天。")
    manager.press("旧件免交")
    manager.see("免交了")


def write_off(manager: Device, coach: Coach) -> None:
    _open_line(manager, coach)
    manager.page.get_by_role("button", name="销账", exact=True).click()
    manager.see("销账了")


def _open_line(manager: Device, coach: Coach) -> None:
    manager.go("/write-offs")
    manager.page.get_by_role("row").filter(has_text=coach.plate).get_by_role("link").click()
    manager.see("销账要三样")


def see_what_is_out(clerk: Device, coach: Coach) -> None:
    """The part that did not come ages visibly (OLD-4)."""
    clerk.go("/old-parts")
    clerk.see("还没回来")
    clerk.see(coach.plate)
