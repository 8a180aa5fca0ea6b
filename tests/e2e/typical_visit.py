"""A typical visit with one swap, three photos and a signature, tap by tap, in either language."""

from urllib.parse import urlsplit

from tests.e2e.company import PART_NO
from tests.e2e.first_job import NEW_SERIAL, OLD_SERIAL, PIN, TAG
from tests.e2e.hands import Hands


def arrive(hands: Hands) -> str:
    """Record the arrival; returns the address of the job."""
    hands.tap("我到了", "I am here")
    hands.device.page.wait_for_url("**/job/*")
    return urlsplit(hands.device.page.url).path


def listen(hands: Hands) -> None:
    hands.tap("开始“听”", "Begin Listen")
    hands.tap("现场说的也一样", "Said the same on site")
    hands.tap("听完了，去看", "Go on to Look")


def look(hands: Hands) -> None:
    hands.type("看到的里程，km", "Mileage read, km", "186430")
    hands.photograph("拍表盘", "Photo of the meter", 1)
    hands.tap("没有痕迹", "No trace")
    hands.tap("在", "In", exact=True)
    hands.tap("看完了，去查", "Go on to Check")


def check(hands: Hands) -> None:
    hands.tap("坏的件我看过、动手查过", "I have examined the faulty part")
    hands.tap("3509-07", "3509-07")
    hands.photograph("拍故障部位", "Photo of the faulty place", 2)
    hands.tap("查完了，去处理", "Go on to Handle")


def handle(hands: Hands) -> None:
    hands.tap("供应商", "Supplier")
    hands.tap("换件，试车正常", "Replaced, test run fine")
    hands.tap("同意", "Agrees")
    hands.tap("讲过怎么用、怎么保养", "Use and care shown")
    hands.tap("去换件", "Go on to parts")


def swap(hands: Hands) -> None:
    hands.tap(PART_NO, PART_NO)
    hands.type("新件序列号", "Serial of the new part", NEW_SERIAL)
    hands.type("旧件序列号", "Serial of the old part", OLD_SERIAL)
    hands.photograph("拍拆下的件，两个角度", "Photo of the removed part, from two sides", 3)
    hands.type("标签上的七位码，打字或扫一下", "The seven characters on the tag; type or scan", TAG)
    hands.type("坏在哪，怎么坏的", "Where and how it failed", "阀片断裂")
    hands.tap("这一组换好了", "This pair is done")
    hands.see("已挂上", "Hung")
    hands.tap("去签字", "Go on to signing")


def hand_over(hands: Hands) -> None:
    """The first hand-over of this person also sets the PIN."""
    hands.tap("交给用户", "Hand over to the customer")
    hands.see("先设一个收回密码", "Set a PIN first")
    type_pin(hands)
    type_pin(hands)


def confirm(hands: Hands) -> None:
    hands.tap("我确认签字", "I confirm and sign")
    hands.see("签好了，谢谢您", "Signed. Thank you.")


def hand_back(hands: Hands) -> None:
    """Nothing is rated, and the technician has the device again."""
    hands.tap("不评价", "Skip", exact=True)
    type_pin(hands)
    hands.see("已存在本机", "Stored on this device")


def type_pin(hands: Hands) -> None:
    for digit in PIN:
        hands.tap(digit, digit, exact=True)
    hands.taps -= len(PIN)
    hands.keys += len(PIN)
