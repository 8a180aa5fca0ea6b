"""The ways into the customer's hands and back, for the places where a technician has handed the device over (VIS-6)."""

import re

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.e2e.first_job import picture

PIN = "2580"
LYING = ViewportSize(width=844, height=390)
SIGN_BY_HAND = re.compile("^(手写签|Sign by hand)")
HAND_BACK = re.compile("^(交还给服务人员|Hand back)")


def customer_of(page: Page) -> Locator:
    """Return the dialog that the customer holds."""
    return page.locator("dialog.customer")


def take_back(page: Page) -> bool:
    """Who holds the device is remembered: bring it back from the customer by PIN, if it is there; returns whether."""
    customer = customer_of(page)
    if customer.count() == 0:
        return False
    begun = customer.locator(".askpin, .signbox").or_(customer.locator(".rate"))
    expect(begun.first).to_be_visible()
    if customer.locator(".signbox").count() > 0:
        customer.get_by_role("button", name=HAND_BACK).click()
    elif customer.locator(".rate").count() > 0:
        customer.get_by_role("button", name=re.compile("^(不评价|Skip)")).click()
    type_pin(page)
    expect(customer).to_have_count(0)
    return True


def type_pin(page: Page) -> None:
    for digit in PIN:
        page.locator(".pinpad").get_by_role("button", name=digit, exact=True).click()


def begin_with_the_technician(page: Page) -> None:
    """Come back from the reasons why nobody signs, which are remembered."""
    ready = page.get_by_role("heading", name=re.compile("^(能签字了吗|Ready to sign)"))
    back = page.get_by_role("button", name=re.compile("^(回去签字|Back to signing)"))
    expect(ready.or_(back).first).to_be_visible()
    if back.count() > 0:
        back.first.click()
    expect(ready).to_be_visible()


def decline(page: Page) -> None:
    begin_with_the_technician(page)
    page.get_by_role("button", name=re.compile("用户不在|Absent or")).click()
    expect(page.locator(".choice").first).to_be_visible()


def read(page: Page) -> None:
    """The customer reads in the language that the device speaks now."""
    begin_with_the_technician(page)
    page.get_by_role("button", name=re.compile("交给用户|Hand over to")).click()
    expect(page.locator("dialog.customer, dialog.dialog").first).to_be_visible()
    if page.locator("dialog.dialog .pinpad").count() > 0:
        type_pin(page)
        expect(page.get_by_label(re.compile("^(再输一遍|Once more)"))).to_be_visible()
        type_pin(page)
    expect(customer_of(page)).to_be_visible()
    _speak(page)
    by_hand = customer_of(page).get_by_role("button", name=SIGN_BY_HAND)
    if by_hand.count() > 0:
        by_hand.click()


def read_lying(page: Page) -> None:
    """A phone that lies on its side."""
    page.set_viewport_size(LYING)
    read(page)


def sign_lying(page: Page) -> None:
    draw(page)
    page.set_viewport_size(LYING)
    _show_the_pad(page)


def draw(page: Page) -> None:
    """A name is written on the pad."""
    read(page)
    _show_the_pad(page)
    box = page.locator(".pad").bounding_box()
    assert box is not None
    for stroke in range(max(0, 4 - page.locator(".pad .strokes path").count())):
        left = box["x"] + box["width"] * (0.15 + 0.18 * stroke)
        page.mouse.move(left, box["y"] + box["height"] * 0.4)
        page.mouse.down()
        for step in range(1, 13):
            page.mouse.move(left + box["width"] * step / 90, box["y"] + box["height"] * (0.35 + 0.3 * (step % 5) / 5))
        page.mouse.up()
    expect(page.locator(".pad .strokes path")).to_have_count(4)


def wipe(page: Page) -> None:
    draw(page)
    customer_of(page).get_by_role("button", name=re.compile("^(重签|Start again)")).click()
    expect(customer_of(page).get_by_role("alertdialog")).to_be_visible()


def type_the_name(page: Page) -> None:
    read(page)
    customer = customer_of(page)
    customer.get_by_role("button", name=re.compile("^(打字签|Sign by typing)")).click()
    customer.locator(".typedmark").scroll_into_view_if_needed()


def stamp(page: Page) -> None:
    """The company's stamp is on a photo (VIS-8)."""
    read(page)
    if customer_of(page).locator(".stamp").count() == 0:
        file = {"name": "stamp.jpg", "mimeType": "image/jpeg", "buffer": picture(7)}
        customer_of(page).get_by_label(re.compile("^(拍盖章|Photo of the stamp)")).set_input_files([file])
    expect(customer_of(page).locator(".stamp img[src]")).to_be_visible()
    customer_of(page).locator(".stamp").scroll_into_view_if_needed()


def give_back(page: Page) -> None:
    read(page)
    customer_of(page).get_by_role("button", name=HAND_BACK).click()
    expect(page.locator(".askpin")).to_be_visible()


def forget(page: Page) -> None:
    """The technician does not know the PIN."""
    give_back(page)
    page.get_by_role("button", name=re.compile("^(忘了密码|PIN forgotten)")).click()
    expect(page.locator(".forgotten")).to_be_visible()


def rate(page: Page) -> None:
    """Somebody has signed in the language that the device speaks now, by typing the name."""
    customer = customer_of(page)
    spoken = page.evaluate("localStorage.getItem('truckroll.language')")
    if customer.count() == 0:
        read(page)
    expect(customer.locator(".rate, .signbox").first).to_be_visible()
    if customer.locator(".rate").count() > 0:
        if str(customer.get_attribute("lang")).startswith(spoken):
            return
        another(page)
    _speak(page)
    if customer.locator(".naming").count() > 0:
        customer.locator(".naming input").first.fill(f"李安全 {spoken}")
    if customer.get_by_role("button", name=SIGN_BY_HAND).count() == 0:
        customer.get_by_role("button", name=re.compile("^(打字签|Sign by typing)")).click()
    customer.get_by_role("checkbox").check()
    customer.get_by_role("button", name=re.compile("^(我确认签字|I confirm)")).click()
    expect(customer.locator(".rate")).to_be_visible()


def another(page: Page) -> None:
    """The next person holds the device, behind the first signature (JOB-8)."""
    customer = customer_of(page)
    expect(customer.locator(".rate, .signbox").first).to_be_visible()
    if customer.locator(".rate").count() > 0:
        customer.get_by_role("button", name=re.compile("^(还有人要签|Another person)")).click()
    expect(customer.locator(".signbox")).to_be_visible()
    _speak(page)


def _speak(page: Page) -> None:
    spoken = page.evaluate("localStorage.getItem('truckroll.language')")
    customer_of(page).get_by_role("button", name={"zh": "中文", "en": "English"}[spoken], exact=True).click()


def _show_the_pad(page: Page) -> None:
    page.locator(".signbox .clause").evaluate("clause => clause.scrollIntoView()")
