"""Every screen of the app, whose it is, and the way there; used to look at them and to check them with axe."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect

from server.cli.demo_company import PASSWORD
from tests.e2e.browser import arguments, executable
from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords

SIZES = {
    "phone": ViewportSize(width=390, height=844),
    "tablet": ViewportSize(width=820, height=1180),
    "desk": ViewportSize(width=1440, height=900),
}
LANGUAGES = ("zh", "en")
PIN = "2580"
THEMES = ("light", "dark")
TECHNICIAN, CLERK, DISPATCHER, MANAGER = "lu.ping", "lin.su", "xu.ning", "shen.yue"
LEAVING = "zheng.kai"

Way = Callable[[Page], None]

AT_REST = """() => Promise.allSettled([
    ...[...document.images].map(image => image.decode()),
    ...document.getAnimations()
        .filter(one => one.effect.getComputedTiming().endTime !== Infinity).map(one => one.finished),
])"""


@dataclass(frozen=True)
class Place:
    """A screen in one state. ``login`` is whose it is, or nothing before anybody signed in."""

    name: str
    login: str | None
    path: str
    further: Way = lambda page: None


def places(server: ServerProcess) -> list[Place]:
    """Return every place; the jobs are those of the demonstration company."""
    job = _job_of(server, "under_way")
    ended = _job_of(server, "ended")
    signed = _job_of(server, "signed")
    tag = _expected_tag(server)
    unit, past = _unit_and_visit(server)
    return [
        Place("sign-in", None, "/"),
        Place("today", TECHNICIAN, "/today"),
        Place("job", TECHNICIAN, f"/job/{job}"),
        Place("job-again", TECHNICIAN, f"/job/{_job_again(server)}"),
        Place("unit-history", TECHNICIAN, f"/unit/{unit}"),
        Place("past-visit", TECHNICIAN, f"/unit/{unit}/visit/{past}"),
        Place("readiness", TECHNICIAN, "/ready", _until_checked),
        Place("leave", LEAVING, f"/job/{_job_of(server, 'signed', LEAVING)}/leave"),
        *(Place(step, TECHNICIAN, f"/job/{job}/{step}") for step in ("listen", "look", "check", "handle", "swap")),
        Place("photo-full", TECHNICIAN, f"/job/{job}/check", _tap("^(放大、标注：故障|Enlarge and mark: Faulty)")),
        Place("swap-correct", TECHNICIAN, f"/job/{job}/swap", _tap("^(记错了|Correct it)")),
        Place("swap-new", TECHNICIAN, f"/job/{job}/swap", _choose_another_part),
        Place("hand-over", TECHNICIAN, f"/job/{ended}/sign", _hand_back),
        Place("customer", TECHNICIAN, f"/job/{ended}/sign", _read),
        Place("customer-back", TECHNICIAN, f"/job/{ended}/sign", _give_back),
        Place("decline", TECHNICIAN, f"/job/{ended}/sign", _hand_over("用户不在|Absent or")),
        Place("docket", TECHNICIAN, f"/job/{signed}/sign"),
        Place("escalate", TECHNICIAN, f"/job/{job}/escalate"),
        Place("incident", TECHNICIAN, f"/job/{job}/incident"),
        Place("safety", TECHNICIAN, f"/job/{_job_with_notice(server)}/listen"),
        Place("conflicts", TECHNICIAN, "/conflicts"),
        Place("conflicts-third", TECHNICIAN, "/conflicts", _write_a_third),
        Place("parts", TECHNICIAN, "/parts"),
        Place("scan", TECHNICIAN, "/scan"),
        Place("sync", TECHNICIAN, "/sync"),
        Place("me", TECHNICIAN, "/me"),
        Place("customer-rate", TECHNICIAN, f"/job/{ended}/sign", _rate),
        Place("receive", CLERK, "/receive"),
        Place("receive-in-hand", CLERK, "/receive", _scan(tag)),
        Place("receive-unexpected", CLERK, "/receive", _scan("7K4M92G")),
        Place("receive-wrong-digit", CLERK, "/receive", _scan("7K4M921")),
        Place("dispatch", DISPATCHER, "/dispatch"),
        Place("dispatch-assigning", DISPATCHER, "/dispatch", _take_up_a_job),
        Place("dispatch-quoting", DISPATCHER, "/dispatch", _take_up_a_job_that("等报价|To be quoted")),
        Place("dispatch-paying", DISPATCHER, "/dispatch", _take_up_a_job_that("等付款|To be paid")),
        Place("dispatch-correcting", DISPATCHER, "/dispatch", _correct_a_job),
        Place("call", DISPATCHER, "/dispatch/call"),
        Place("approvals", MANAGER, "/approvals"),
        Place("approvals-escalation", MANAGER, "/approvals", _open_case("^(趴窝|Standstill)")),
        Place("approvals-incident", MANAGER, "/approvals", _open_case("^(事故|Incident)")),
        Place("rescue", MANAGER, "/rescue"),
        Place("safety-notices", MANAGER, "/safety"),
        Place("safety-notice-edit", "gu.qing", "/safety", _open_site),
        Place("approvals-discrepancy", MANAGER, "/approvals", _open_case("^(车上账变负|Van stock below zero)")),
        Place("approvals-quote", MANAGER, "/approvals", _open_case("^(报价|Quote)")),
        Place("approvals-report", MANAGER, "/approvals", _open_case("^(报告|Report)")),
        Place("approvals-review", MANAGER, "/approvals", _open_case("(两个人都改过|Two people changed)")),
    ]


@contextmanager
def demonstration(folder: Path, port: int, pwa_dir: Path) -> Iterator[ServerProcess]:
    """Serve the demonstration company."""
    server = ServerProcess(folder, f"http://127.0.0.1:{port}", port=port, pwa_dir=pwa_dir)
    server.run("migrate")
    server.run("demo")
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
        expect(page.get_by_role("navigation")).to_be_visible(timeout=60_000)
    return page


def appear(page: Page, language: str, theme: str) -> None:
    """Let the app speak and look so from the next load on."""
    page.evaluate(
        "([language, theme]) => {"
        " localStorage.setItem('truckroll.language', language); localStorage.setItem('truckroll.theme', theme) }",
        [language, theme],
    )


def reach(page: Page, origin: str, place: Place) -> None:
    """Go to the place and wait until it is drawn."""
    page.goto(origin + place.path)
    expect(page.locator("main:not([aria-busy=true]), dialog[open]").first).to_be_visible(timeout=20_000)
    if place.name != "customer-rate":
        take_back(page)
    place.further(page)
    expect(page.locator("img:not([src])")).to_have_count(0)
    page.evaluate(AT_REST)


def take_back(page: Page) -> None:
    """Who holds the device is remembered: bring it back from the customer by PIN."""
    customer = page.locator("dialog.customer")
    if customer.count() == 0:
        return
    if customer.locator(".askpin").count() == 0:
        customer.locator(".foot .textlink, .ra .main").first.click()
    type_pin(page)
    expect(customer).to_have_count(0)


def type_pin(page: Page) -> None:
    for digit in PIN:
        page.locator(".pinpad").get_by_role("button", name=digit, exact=True).click()


def _hand_back(page: Page) -> None:
    """Begin with the technician again."""
    ready = page.get_by_role("heading", name=re.compile("^(能签字了吗|Ready to sign)"))
    back = page.get_by_role("button", name=re.compile("^(回去签字|Back to signing)"))
    expect(ready.or_(back).first).to_be_visible()
    if back.count() > 0:
        back.first.click()
    expect(ready).to_be_visible()


def _tap(name: str) -> Way:
    def way(page: Page) -> None:
        page.get_by_role("button", name=re.compile(name)).first.click()

    return way


def _write_a_third(page: Page) -> None:
    """What was begun is still a draft."""
    neither = page.get_by_role("button", name=re.compile("^(都不对|Neither)"))
    use = page.get_by_role("button", name=re.compile("^(用写的这个|Use this)"))
    expect(neither.or_(use).first).to_be_visible()
    if use.count() == 0:
        neither.first.click()
    expect(use).to_be_visible()


def _choose_another_part(page: Page) -> None:
    """The form of the next swap, with a part of the batch on hold (PART-9)."""
    form = page.get_by_role("textbox", name=re.compile("^(件号、名称|Part number)"))
    another = page.get_by_role("button", name=re.compile("^(再换一件|Swap another|换一个件|Another part)"))
    expect(form.or_(another).first).to_be_visible()
    if form.count() == 0:
        another.first.click()
    form.fill("8108-00417")
    form.press("Enter")
    expect(page.get_by_role("group", name=re.compile("^(从哪来|Where it came)"))).to_be_visible()


def _hand_over(name: str) -> Way:
    def way(page: Page) -> None:
        _hand_back(page)
        page.get_by_role("button", name=re.compile(name)).first.click()
        elsewhere = page.locator("dialog.customer, dialog.dialog").or_(page.locator(".choice"))
        expect(elsewhere.first).to_be_visible()
        if page.locator("dialog.dialog .pinpad").count() > 0:
            type_pin(page)
            expect(page.get_by_label(re.compile("^(再输一遍|Once more)"))).to_be_visible()
            type_pin(page)
        expect(page.get_by_role("heading", name=re.compile("^(能签字了吗|Ready to sign)"))).to_be_hidden()

    return way


def _read(page: Page) -> None:
    """The customer reads in the language that the device speaks now."""
    _hand_over("交给用户|Hand over to")(page)
    spoken = page.evaluate("localStorage.getItem('truckroll.language')")
    page.locator("dialog.customer .lang").get_by_role("button", name={"zh": "中文", "en": "English"}[spoken]).click()


def _give_back(page: Page) -> None:
    _read(page)
    page.locator(".customer .foot .textlink").click()
    expect(page.locator(".askpin")).to_be_visible()


def _rate(page: Page) -> None:
    """Somebody has signed in the language that the device speaks now, by typing the name."""
    customer = page.locator("dialog.customer")
    spoken = page.evaluate("localStorage.getItem('truckroll.language')")
    if customer.count() == 0:
        _hand_over("交给用户|Hand over to")(page)
    elif str(customer.get_attribute("lang")).startswith(spoken):
        return
    else:
        customer.locator(".ra .btn:not(.main)").click()
    customer.get_by_role("button", name={"zh": "中文", "en": "English"}[spoken]).click()
    if customer.locator(".naming").count() > 0:
        customer.locator(".naming input").first.fill(f"李安全 {spoken}")
    customer.get_by_role("button", name=re.compile("^(打字签|Sign by typing)")).click()
    customer.get_by_role("checkbox").check()
    customer.locator(".sa .main").click()
    expect(customer.locator(".rate")).to_be_visible()


def _open_case(name: str) -> Way:
    def way(page: Page) -> None:
        page.get_by_role("listitem").get_by_role("button", name=re.compile(name)).first.click()
        expect(page.locator(".case h1")).to_be_visible()

    return way


def _take_up_a_job(page: Page) -> None:
    page.locator(".queue button").first.click()
    expect(page.locator(".jobpanel")).to_be_visible()


def _take_up_a_job_that(waits: str) -> Way:
    def way(page: Page) -> None:
        page.locator(".queue button").filter(has_text=re.compile(waits)).first.click()
        expect(page.locator(".jobpanel .quotelines")).to_be_visible()

    return way


def _correct_a_job(page: Page) -> None:
    _take_up_a_job(page)
    page.get_by_role("button", name=re.compile("^(改信息|Correct)")).click()
    expect(page.get_by_role("heading", name=re.compile("^(改任务信息|Correct the job)"))).to_be_visible()


def _scan(tag: str) -> Way:
    def way(page: Page) -> None:
        page.locator(".scanbox input").fill(tag)
        page.keyboard.press("Enter")
        expect(page.locator(".inhand, .scanbox.wrong").first).to_be_visible()

    return way


def _until_checked(page: Page) -> None:
    expect(page.locator("main .verdict")).to_be_visible(timeout=30_000)


def _job_again(server: ServerProcess) -> str:
    asked = (
        "SELECT job_id FROM report_backs JOIN people ON people.id = reported_by"
        " WHERE login = :login AND outcome = 'waiting_for_parts' LIMIT 1"
    )
    ((job_id,),) = ServerRecords(server.settings).ask(asked, login=TECHNICIAN)
    return job_id


def _unit_and_visit(server: ServerProcess) -> tuple[str, str]:
    """Return a unit that the technician visits and that has the most behind it, with one of its earlier visits."""
    asked = (
        "SELECT unit_visits.equipment_id, MIN(unit_visits.id) FROM unit_visits"
        " JOIN jobs ON jobs.equipment_id = unit_visits.equipment_id"
        " JOIN people ON CAST(technicians AS TEXT) LIKE '%' || people.id || '%'"
        " WHERE login = :login GROUP BY unit_visits.equipment_id ORDER BY COUNT(*) DESC LIMIT 1"
    )
    ((unit, past),) = ServerRecords(server.settings).ask(asked, login=TECHNICIAN)
    return unit, past


def _job_of(server: ServerProcess, state: str, login: str = TECHNICIAN) -> str:
    asked = (
        "SELECT job_id FROM visits JOIN people ON people.id = technician_id JOIN jobs ON jobs.id = job_id"
        " WHERE login = :login AND visits.state = :state AND CAST(technicians AS TEXT) LIKE '%' || people.id || '%'"
        " ORDER BY job_id DESC LIMIT 1"
    )
    ((job_id,),) = ServerRecords(server.settings).ask(asked, login=login, state=state)
    return job_id


def _open_site(page: Page) -> None:
    page.locator(".sites button").first.click()
    expect(page.locator(".safety textarea").first).to_be_visible()


def _job_with_notice(server: ServerProcess) -> str:
    asked = (
        "SELECT jobs.id FROM jobs JOIN site_notices ON site_notices.customer_id = jobs.customer_id"
        " JOIN visits ON visits.job_id = jobs.id WHERE visits.state = 'under_way' LIMIT 1"
    )
    ((job_id,),) = ServerRecords(server.settings).ask(asked)
    return job_id


def _expected_tag(server: ServerProcess) -> str:
    asked = (
        "SELECT tag FROM old_parts JOIN people ON people.station_id = old_parts.station_id"
        " WHERE login = :login AND state = 'with_technician' AND tag IS NOT NULL ORDER BY tag LIMIT 1"
    )
    ((tag,),) = ServerRecords(server.settings).ask(asked, login=CLERK)
    return tag
