"""Every screen of the app, whose it is, and the way there; used to look at them and to check them with axe."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect

from server.cli.demo_company import PASSWORD
from tests.e2e import customer_places as customer
from tests.e2e import demo_records as demo
from tests.e2e import figures_places as figures
from tests.e2e.browser import arguments, executable
from tests.e2e.catalogue_places import catalogue_places
from tests.e2e.manager_places import manager_places
from tests.e2e.office_places import office_places
from tests.e2e.old_part_places import old_part_places
from tests.e2e.server_process import ServerProcess
from tests.e2e.stock_places import stock_places
from tests.e2e.tag_places import tag_places
from tests.e2e.van_places import van_places

SIZES = {
    "phone": ViewportSize(width=390, height=844),
    "tablet": ViewportSize(width=820, height=1180),
    "desk": ViewportSize(width=1440, height=900),
}
LANGUAGES = ("zh", "en")
THEMES = ("light", "dark")
TECHNICIAN, CLERK, DISPATCHER, MANAGER = "lu.ping", "lin.su", "xu.ning", "shen.yue"
LEAVING, SECOND_SIGNER = "zheng.kai", "fang.min"

Way = Callable[[Page], None]

AT_REST = """() => Promise.allSettled([
    ...[...document.images].map(image => image.decode()),
    ...document.getAnimations()
        .filter(one => one.effect.getComputedTiming().endTime !== Infinity).map(one => one.finished),
])"""


@dataclass(frozen=True)
class Place:
    """A screen in one state. ``login`` is whose it is, or nothing before anybody signed in.

    ``in_hand`` begins where the device was left: with the customer, if it is there.
    """

    name: str
    login: str | None
    path: str
    further: Way = lambda page: None
    in_hand: bool = False


def places(server: ServerProcess) -> list[Place]:
    """Return every place; the jobs are those of the demonstration company."""
    return [*visit_places(server), *house_places(server)]


def house_places(server: ServerProcess) -> list[Place]:
    """Return those of the van, the store, the office's books and the figures."""
    return [
        *(Place(*told) for told in van_places(server, TECHNICIAN)),
        *(Place(*told) for told in old_part_places(server, CLERK, MANAGER)),
        *(Place(*told) for told in stock_places(server, CLERK, MANAGER)),
        *(Place(*told) for told in tag_places(CLERK)),
        *(Place(*told) for told in catalogue_places()),
        *(Place(*told) for told in office_places(server, DISPATCHER, MANAGER)),
        *(Place(*told) for told in manager_places(server, MANAGER, "gu.qing", CLERK)),
        Place("figures", MANAGER, "/figures", figures.counted),
        Place("figures-plots", "gu.qing", "/figures", figures.at_the_plots),
        Place("figures-below", "gu.qing", "/figures", figures.below_the_plots),
        Place("figures-table", MANAGER, "/figures", figures.as_a_table),
    ]


def visit_places(server: ServerProcess) -> list[Place]:
    """Return those of the visit, of dispatch and of decisions: what is held to axe, keyboard and large text so far."""
    job = demo.job_of(server, TECHNICIAN, "under_way")
    ended, ended_too = demo.job_of(server, TECHNICIAN, "ended"), demo.job_of(server, SECOND_SIGNER, "ended")
    twice, unsigned = demo.signed_twice(server), demo.closed_unsigned(server)
    signed = demo.job_of(server, TECHNICIAN, "signed")
    tag = demo.expected_tag(server, CLERK)
    unit, past = demo.unit_and_visit(server, TECHNICIAN)
    return [
        Place("sign-in", None, "/"),
        Place("verify", None, demo.sealed_revision(server), _in_the_same_language),
        Place("verify-ask", None, "/v", _in_the_same_language),
        Place("today", TECHNICIAN, "/today"),
        Place("job", TECHNICIAN, f"/job/{job}"),
        Place("job-again", TECHNICIAN, f"/job/{demo.job_again(server, TECHNICIAN)}"),
        Place("unit-history", TECHNICIAN, f"/unit/{unit}"),
        Place("past-visit", TECHNICIAN, f"/unit/{unit}/visit/{past}"),
        Place("readiness", TECHNICIAN, "/ready", _until_checked),
        Place("leave", LEAVING, f"/job/{demo.job_of(server, LEAVING, 'signed')}/leave"),
        *(Place(step, TECHNICIAN, f"/job/{job}/{step}") for step in ("listen", "look", "check", "handle", "swap")),
        Place("photo-full", TECHNICIAN, f"/job/{job}/check", _tap("^(放大、标注：故障|Enlarge and mark: Faulty)")),
        Place("swap-correct", TECHNICIAN, f"/job/{job}/swap", _correct_a_swap),
        Place("swap-new", TECHNICIAN, f"/job/{job}/swap", _choose_another_part),
        Place("swap-why", TECHNICIAN, f"/job/{job}/swap", _say_why),
        Place("listen-asked", TECHNICIAN, f"/job/{job}/listen", _scroll_to(".checklist")),
        Place("check-asked", TECHNICIAN, f"/job/{job}/check", _scroll_to(".checklist")),
        Place("check-voice", TECHNICIAN, f"/job/{job}/check", _scroll_to("audio")),
        Place("handle-photos", TECHNICIAN, f"/job/{job}/handle", _scroll_to(".beforeafter")),
        Place("hand-over", TECHNICIAN, f"/job/{ended}/sign", customer.begin_with_the_technician),
        *(
            Place(name, TECHNICIAN, f"/job/{ended}/sign", way)
            for name, way in (
                ("customer", customer.read),
                ("customer-lying", customer.read_lying),
                ("customer-drawn", customer.draw),
                ("customer-drawn-lying", customer.sign_lying),
                ("customer-wipe", customer.wipe),
                ("customer-typed", customer.type_the_name),
                ("customer-stamp", customer.stamp),
                ("customer-back", customer.give_back),
                ("customer-forgot", customer.forget),
                ("decline", customer.decline),
            )
        ),
        Place("customer-rate", SECOND_SIGNER, f"/job/{ended_too}/sign", customer.rate, in_hand=True),
        Place("customer-another", SECOND_SIGNER, f"/job/{ended_too}/sign", customer.another, in_hand=True),
        Place("pin-set", "mu.yue", "/me", _tap("^(设密码|Set the PIN)")),
        Place("docket", TECHNICIAN, f"/job/{signed}/sign"),
        Place("docket-signers", twice[0], f"/job/{twice[1]}/sign"),
        Place("docket-unsigned", unsigned[0], f"/job/{unsigned[1]}/sign"),
        Place("escalate", TECHNICIAN, f"/job/{job}/escalate"),
        Place("incident", TECHNICIAN, f"/job/{job}/incident"),
        Place("safety", TECHNICIAN, f"/job/{demo.job_with_notice(server)}/listen"),
        Place("conflicts", TECHNICIAN, "/conflicts"),
        Place("conflicts-third", TECHNICIAN, "/conflicts", _write_a_third),
        Place("parts", TECHNICIAN, "/parts"),
        Place("scan", TECHNICIAN, "/scan"),
        Place("sync", TECHNICIAN, "/sync"),
        Place("me", TECHNICIAN, "/me"),
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


def write_demonstration(folder: Path) -> Path:
    """Write the demonstration company into this folder, for ``demonstration`` to copy; returns the folder."""
    server = ServerProcess(folder, "http://127.0.0.1")
    server.run("migrate")
    server.run("demo")
    return folder


@contextmanager
def demonstration(folder: Path, port: int, pwa_dir: Path, written: Path | None = None) -> Iterator[ServerProcess]:
    """Serve the demonstration company, from what was ``written`` before if anything was."""
    if written is None:
        write_demonstration(folder)
    else:
        shutil.copytree(written, folder, dirs_exist_ok=True)
    server = ServerProcess(folder, f"http://127.0.0.1:{port}", port=port, pwa_dir=pwa_dir)
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
        expect(page.get_by_role("navigation", name="去哪儿")).to_be_visible(timeout=60_000)
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
    _open(page, origin, place)
    while not place.in_hand and customer.take_back(page):
        _open(page, origin, place)
    place.further(page)
    expect(page.locator("img:not([src])")).to_have_count(0)
    page.evaluate(AT_REST)


def _open(page: Page, origin: str, place: Place) -> None:
    page.goto(origin + place.path)
    expect(page.locator("main:not([aria-busy=true]), dialog[open]").first).to_be_visible(timeout=20_000)


def _in_the_same_language(page: Page) -> None:
    """The public page follows the browser; its link changes to the language that the app speaks."""
    wanted = page.evaluate("localStorage.getItem('truckroll.language')")
    if not page.locator("html").get_attribute("lang").startswith(wanted):
        page.locator("header a[lang]").click()
        expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{wanted}"))


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


def _correct_a_swap(page: Page) -> None:
    """The recorded swap, put right; the next one that was begun is left first."""
    begun = page.get_by_role("button", name=re.compile("^(换一个件|Another part)"))
    none = page.get_by_role("button", name=re.compile("^(不再换了|No more parts)"))
    wrong = page.get_by_role("button", name=re.compile("^(记错了|Correct it)"))
    expect(begun.or_(none).or_(wrong).first).to_be_visible()
    if begun.count() > 0:
        begun.first.click()
    if wrong.count() == 0:
        none.first.click()
    wrong.first.click()


def _say_why(page: Page) -> None:
    """Why a part was replaced, with what a thumb can say (VIS-5)."""
    _choose_another_part(page)
    _scroll_to(".phrases")(page)


def _scroll_to(selector: str) -> Way:
    """A part of a long screen, in the middle of the window."""

    def way(page: Page) -> None:
        page.locator(selector).first.evaluate("part => part.scrollIntoView({ block: 'center' })")

    return way


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


def _open_site(page: Page) -> None:
    page.locator(".sites button").first.click()
    expect(page.locator(".safety textarea").first).to_be_visible()
