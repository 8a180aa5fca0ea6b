"""What each person does in the first job: a call, a visit with a swap and a signature, an old part, an approval."""

import io
import random
from dataclasses import dataclass
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import expect

from tests.e2e.company import PART_NO, PLATE
from tests.e2e.device import Device

TAG = "7K4M92G"
OLD_SERIAL = "AC2103-7719"
NEW_SERIAL = "AC2511-0342"
PHOTOS = 4
PIN = "2580"


@dataclass(frozen=True)
class Fitting:
    """What one swap has in hand; ``picture`` makes its photos unlike all others."""

    tag: str = TAG
    old_serial: str = OLD_SERIAL
    new_serial: str = NEW_SERIAL
    picture: int = 0


FIRST = Fitting()


def picture(seed: int) -> bytes:
    """Return a JPEG of some hundred kilobytes that no other seed makes."""
    noise = random.Random(seed).randbytes(200 * 150 * 3)
    photo = Image.frombytes("RGB", (200, 150), noise).resize((1200, 900), Image.Resampling.BILINEAR)
    written = io.BytesIO()
    photo.save(written, "JPEG", quality=80)
    return written.getvalue()


def log_call_and_dispatch(dispatcher: Device) -> None:
    """Log the call, then give the job to Zhou Hai."""
    dispatcher.go("/dispatch/call")
    dispatcher.page.get_by_role("searchbox").fill("D2186")
    dispatcher.press(PLATE, exact=False)
    dispatcher.type("故障，照用户的原话", "爬坡后气压掉到 6 bar，机舱有油味。")
    dispatcher.page.get_by_label("故障类别").select_option("body")
    dispatcher.page.get_by_label("缓急").select_option("normal")
    dispatcher.type("里程，km", "42")
    dispatcher.press("存下，去派工")
    dispatcher.press(PLATE, exact=False)
    dispatcher.choose("周海")
    dispatcher.press("派给周海")
    dispatcher.see("派给周海了")
    dispatcher.send_everything()


def arrive(technician: Device) -> str:
    """Record the arrival; returns the address of the job."""
    technician.go("/")
    technician.press("我到了")
    technician.page.wait_for_url("**/job/*")
    return urlsplit(technician.page.url).path


def listen(technician: Device, job: str) -> None:
    technician.go(f"{job}/listen")
    technician.type("出了什么事，什么时候，什么声音、气味", "爬坡后气压掉到 6 bar，机舱有油味。")
    technician.press("听完了，去看")


def look(technician: Device, fitting: Fitting = FIRST) -> None:
    technician.page.locator("#read-km").fill("186430")
    technician.photograph("拍表盘", picture(fitting.picture + 1))
    technician.press("没有痕迹")
    technician.photograph("拍照", picture(fitting.picture + 4))
    technician.press("看完了，去查")


def check(technician: Device, fitting: Fitting = FIRST) -> None:
    technician.choose("坏的件我看过")
    technician.type("目录里没有，或要补充，用自己的话写", "空压机出气阀片断裂，窜油。")
    technician.photograph("拍故障部位", picture(fitting.picture + 2))
    technician.press("查完了，去处理")
    technician.see("责任在谁")


def swap(technician: Device, job: str, fitting: Fitting = FIRST) -> None:
    technician.go(f"{job}/swap")
    technician.press(PART_NO, exact=False)
    technician.type("新件序列号", fitting.new_serial)
    technician.type("旧件序列号", fitting.old_serial)
    technician.photograph("拍拆下的件，两个角度", picture(fitting.picture + 3))
    technician.type("标签上的七位码，打字或扫一下", fitting.tag)
    technician.type("坏在哪，怎么坏的", "出气阀片断裂")
    technician.press("这一组换好了")
    technician.see("已挂上")


def handle(technician: Device, job: str, *, then: str = "去签字") -> None:
    technician.go(f"{job}/handle")
    technician.choose("供应商")
    technician.type("换了什么，调了什么，试车结果", "换空压机总成 1 件，试车 20 min，气压稳在 8.2 bar。")
    technician.choose("同意")
    technician.choose("讲过怎么用")
    technician.press(then)


def have_it_signed(technician: Device, *, first: bool = True, another: str | None = None) -> None:
    """Hand the device to the customer, who draws a name; ``another`` signs too. The ``first`` time a PIN is set."""
    technician.type("姓名", "陈国强")
    technician.press("交给用户")
    if first:
        _set_pin(technician)
    _draw_and_confirm(technician)
    if another is not None:
        technician.press("还有人要签")
        technician.type("姓名", another)
        technician.type("职务", "安全员")
        _draw_and_confirm(technician)
    technician.press("不评价")
    _type_pin(technician)
    expect(technician.page.get_by_role("dialog", name="谢谢您")).to_have_count(0)
    technician.see("已存在本机")


def _draw_and_confirm(technician: Device) -> None:
    """Three strokes."""
    pad = technician.page.locator(".pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box is not None
    mouse = technician.page.mouse
    for stroke in range(3):
        mouse.move(box["x"] + box["width"] * (0.2 + 0.2 * stroke), box["y"] + box["height"] * 0.3)
        mouse.down()
        mouse.move(box["x"] + box["width"] * (0.3 + 0.2 * stroke), box["y"] + box["height"] * 0.6, steps=8)
        mouse.move(box["x"] + box["width"] * (0.25 + 0.2 * stroke), box["y"] + box["height"] * 0.4, steps=5)
        mouse.up()
    technician.press("我确认签字")
    technician.see("签好了，谢谢您")


def _set_pin(technician: Device) -> None:
    """The first hand-over asks for a PIN, typed twice."""
    technician.see("先设一个收回密码")
    _type_pin(technician)
    technician.see("再输一遍")
    _type_pin(technician)


def _type_pin(technician: Device) -> None:
    for digit in PIN:
        technician.press(digit)


def receive_old_part(clerk: Device) -> None:
    """Scan the tag as a wedge scanner types it, and take the part in."""
    clerk.go("/receive")
    box = clerk.page.get_by_role("textbox", name="扫标签，或者输编号")
    expect(box).to_be_focused()
    clerk.page.keyboard.type(TAG)
    clerk.page.keyboard.press("Enter")
    clerk.type("手上这件的编号", OLD_SERIAL)
    clerk.press("收下")
    clerk.see("收了 1 件")


def approve_report(manager: Device) -> None:
    """Read that the old part has come back, then approve."""
    manager.go("/approvals")
    manager.press("报告，用户已签字", exact=False)
    manager.see("7K4-M92-G · 已收到")
    manager.press("同意")
    manager.see("同意了")
    manager.send_everything()
