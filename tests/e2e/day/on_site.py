"""On site, without signal: three swaps signed for, one escalation, one customer absent, one job for two."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.e2e import first_job
from tests.e2e.day.company import Coach
from tests.e2e.device import Device
from tests.e2e.first_job import Fitting


def arrive(technician: Device, coach: Coach) -> str:
    """Record the arrival at this coach; returns the address of the job."""
    job = open_job(technician, coach)
    technician.press("我到了")
    technician.see("开始“听”")
    return job


def open_job(technician: Device, coach: Coach) -> str:
    """Open the coach's job from today's list; returns its address."""
    technician.go("/today")
    technician.page.get_by_role("link").filter(has_text=coach.plate).first.click()
    technician.page.wait_for_url("**/job/*")
    return urlsplit(technician.page.url).path


def visit(technician: Device, coach: Coach, *, first: bool = False, another: str | None = None) -> str:
    """The whole visit with a swap and a signature, or two; returns the address of the job."""
    assert coach.fitting is not None
    job = arrive(technician, coach)
    first_job.listen(technician, job)
    first_job.look(technician, coach.fitting)
    first_job.check(technician, coach.fitting)
    first_job.swap(technician, job, coach.fitting)
    first_job.handle(technician, job)
    first_job.have_it_signed(technician, first=first, another=another)
    return job


def help_with(technician: Device, coach: Coach) -> None:
    """Record beside the lead: what the second technician saw stands on the same report (JOB-4)."""
    assert coach.fitting is not None
    job = arrive(technician, coach)
    technician.go(f"{job}/check")
    technician.photograph("拍故障部位", first_job.picture(coach.fitting.picture + 9))


def correct_phone(technician: Device, coach: Coach, phone: str) -> None:
    technician.go(f"{open_job(technician, coach)}/contact")
    technician.type("联系电话", phone)
    technician.press("存下")
    technician.see(phone)


def call_the_manager(technician: Device, coach: Coach) -> None:
    """Begin the visit, then hand a standstill to the manager (VIS-9)."""
    job = arrive(technician, coach)
    technician.go(f"{job}/listen")
    technician.type("出了什么事，什么时候，什么声音、气味", "机油灯亮，响了一声就停了。")
    technician.press("听完了，去看")
    technician.page.wait_for_url("**/look")
    technician.go(f"{job}/escalate")
    technician.page.get_by_role("radio").first.check(force=True)
    technician.type("出了什么事", "发动机拉缸，车趴在高速口，今天走不了。")
    technician.type("你打算怎么办", "拖回站里解体，先给一台周转车。")
    technician.press("交给主管")
    technician.see("记下了，一有信号第一个发")


def find_nobody(technician: Device, coach: Coach) -> None:
    """The customer is absent: the visit closes unsigned, with a reason (VIS-8)."""
    job = arrive(technician, coach)
    first_job.listen(technician, job)
    first_job.look(technician, Fitting(picture=400))
    first_job.check(technician, Fitting(picture=400))
    first_job.handle(technician, job, then="去换件")
    technician.go(f"{job}/sign")
    technician.press("用户不在，或不签")
    technician.choose("用户不在")
    technician.type("用户要什么，你建议怎么办", "队长去总站了，电话里同意。")
    technician.press("不签字，结束上门")
    technician.see("没有签字，交给主管")


def pack_for_the_store(technician: Device, *coaches: Coach) -> None:
    """Put the old parts into one box and bring it (OLD-1, OLD-2)."""
    technician.go("/parts/pack")
    for packed, coach in enumerate(coaches):
        assert coach.fitting is not None
        expect(technician.page.get_by_role("textbox", name="扫进 1 号箱")).to_be_focused()
        expect(technician.page.get_by_role("button", name="，从 1 号箱拿出来")).to_have_count(packed)
        technician.page.keyboard.type(coach.fitting.tag)
        technician.page.keyboard.press("Enter")
    technician.press(f"封箱：{len(coaches)} 件")
    technician.press("我自己带回仓库")
    technician.see("存在本机了")
