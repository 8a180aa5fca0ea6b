"""The places of the visit: the technician's, the customer's, and those that anybody can open."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.places import customer
from tests.e2e.places import demo_records as demo
from tests.e2e.places.place import LEAVING, SECOND_SIGNER, TECHNICIAN, Place, scroll_to, tap
from tests.e2e.server_process import ServerProcess


def places_of_the_visit(server: ServerProcess) -> list[Place]:
    """Return what the technician and the customer see of a visit, and what anybody can open."""
    job = demo.job_of(server, TECHNICIAN, "under_way")
    ended, ended_too = demo.job_of(server, TECHNICIAN, "ended"), demo.job_of(server, SECOND_SIGNER, "ended")
    twice, unsigned = demo.signed_twice(server), demo.closed_unsigned(server)
    signed = demo.job_of(server, TECHNICIAN, "signed")
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
        Place("photo-full", TECHNICIAN, f"/job/{job}/check", tap("^(放大、标注：故障|Enlarge and mark: Faulty)")),
        Place("swap-correct", TECHNICIAN, f"/job/{job}/swap", _correct_a_swap),
        Place("swap-new", TECHNICIAN, f"/job/{job}/swap", _choose_another_part),
        Place("swap-why", TECHNICIAN, f"/job/{job}/swap", _say_why),
        Place("listen-asked", TECHNICIAN, f"/job/{job}/listen", scroll_to(".checklist")),
        Place("check-asked", TECHNICIAN, f"/job/{job}/check", scroll_to(".checklist")),
        Place("check-voice", TECHNICIAN, f"/job/{job}/check", scroll_to("audio")),
        Place("handle-photos", TECHNICIAN, f"/job/{job}/handle", scroll_to(".beforeafter")),
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
        Place("pin-set", "mu.yue", "/me", tap("^(设密码|Set the PIN)")),
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
    ]


def _in_the_same_language(page: Page) -> None:
    """The public page follows the browser; its link changes to the language that the app speaks."""
    wanted = page.evaluate("localStorage.getItem('truckroll.language')")
    if not page.locator("html").get_attribute("lang").startswith(wanted):
        page.locator("header a[lang]").click()
        expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{wanted}"))


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
    scroll_to(".phrases")(page)


def _until_checked(page: Page) -> None:
    expect(page.locator("main .verdict")).to_be_visible(timeout=30_000)
