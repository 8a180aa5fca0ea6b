"""Morning: calls are logged and given out, parts asked for, approved and issued; later the office changes its mind."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.e2e.company import PART_NO
from tests.e2e.day.company import FITTINGS, Coach
from tests.e2e.device import Device

SHANGHAI = ZoneInfo("Asia/Shanghai")


def log_call(office: Device, coach: Coach) -> None:
    office.go("/dispatch/call")
    office.page.get_by_role("searchbox").fill(coach.plate)
    office.press(coach.plate, exact=False)
    office.type("故障，照用户的原话", coach.fault)
    office.page.get_by_label("故障类别").select_option("body")
    office.page.get_by_label("缓急").select_option("normal")
    office.type("里程，km", "42")
    office.press("存下，去派工")
    office.page.wait_for_url("**/dispatch")


def give(office: Device, coach: Coach, hour: int, *names: str) -> None:
    """Give the job to these technicians, for this hour of today."""
    office.go("/dispatch")
    office.press(coach.plate, exact=False)
    for name in names:
        office.choose(name)
    office.type("计划到场", f"{datetime.now(SHANGHAI):%Y-%m-%d}T{hour:02}:00")
    office.page.get_by_role("button", name=re.compile("^派给")).click()
    expect(office.page.get_by_role("status").filter(has_text=re.compile("^派给.*了$"))).to_be_visible()


def give_to_another(office: Device, coach: Coach, former: str, name: str) -> None:
    """Reassign the job while its technician is away (JOB-7)."""
    office.go("/dispatch")
    office.press(coach.plate, exact=False)
    office.page.get_by_role("checkbox", name=re.compile(f"^{former}")).uncheck(force=True)
    office.choose(name)
    office.page.get_by_role("button", name=re.compile("^改派给")).click()
    expect(office.page.get_by_role("status").filter(has_text=re.compile("^派给.*了$"))).to_be_visible()


def correct_phone(office: Device, coach: Coach, phone: str) -> None:
    office.go("/dispatch")
    office.press(coach.plate, exact=False)
    office.press("改信息")
    office.type("联系电话", phone)
    office.press("存下")
    office.see("改好了")


def ask_for_parts(technician: Device) -> None:
    """Ask for one new part for each swap of the day (PART-2)."""
    technician.go("/parts")
    technician.press("领料")
    technician.type("件号、名称，或扫一下", PART_NO)
    technician.press(PART_NO, exact=False)
    for _ in FITTINGS[1:]:
        technician.press("空压机总成加一件")
    technician.press(f"提领料单：{len(FITTINGS)} 件")
    technician.see("等主管批")


def approve_parts(manager: Device) -> None:
    manager.try_until("/approvals", "领料单")
    manager.press("领料单", exact=False)
    manager.press("同意")
    manager.see("同意了，库房会发件")


def issue_parts(clerk: Device) -> None:
    """Hand over what was approved, serial by serial."""
    clerk.try_until("/stock/issue", "周海")
    clerk.press("周海", exact=False)
    clerk.press("全部照批的发")
    for fitting in FITTINGS:
        clerk.page.keyboard.type(fitting.new_serial)
        clerk.page.keyboard.press("Enter")
    clerk.press(f"发出 {len(FITTINGS)} 件")
    clerk.see(f"发了 {len(FITTINGS)} 件给周海")


def check_readiness(technician: Device) -> None:
    """The day is on the device, proven with the network shut (JOB-2)."""
    technician.go("/ready")
    technician.see("可以出车")
