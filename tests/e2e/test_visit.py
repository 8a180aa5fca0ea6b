"""A visit without signal on a touch screen: few taps, each answered at once, and nothing is lost whatever happens."""

import json

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.e2e import first_job, typical_visit
from tests.e2e.company import PEOPLE, PLATE
from tests.e2e.device import PHONE
from tests.e2e.hands import Hands
from tests.e2e.server_records import ServerRecords

pytestmark = pytest.mark.browser

TABLET = ViewportSize(width=820, height=1180)
PLACES = [pytest.param(PHONE, "zh", id="phone, Chinese"), pytest.param(TABLET, "en", id="tablet, English")]
MOST_TAPS = 45
ANSWERED_WITHIN_MS = 100
SLOWER = 4
OTHER_WORK_OF_THE_MACHINE = 0.25  # of the taps meet something else that two cores have to do
ROOM_FOR_NO_PHOTO = 20_000
LEAST_STROKES = 3


@pytest.fixture
def hands(dispatcher, device_of, size, language):
    """Those of a technician with one job, who has lost the signal."""
    first_job.log_call_and_dispatch(dispatcher)
    device = device_of("zhou.hai", size, has_touch=True)
    device.try_until("/today", PLATE)
    device.go("/today")
    device.lose_signal()
    hands = Hands(device, language)
    hands.take_up()
    return hands


@pytest.mark.timed
@pytest.mark.parametrize(("size", "language"), PLACES)
def test_a_typical_visit_takes_few_taps_and_each_is_answered_at_once(hands, record_property):
    hands.slow_down(SLOWER)
    typical_visit.arrive(hands)
    for step in (typical_visit.listen, typical_visit.look, typical_visit.check, typical_visit.handle):
        step(hands)
    typical_visit.swap(hands)
    typical_visit.hand_over(hands)
    hands.draw(3)
    typical_visit.confirm(hands)
    typical_visit.hand_back(hands)
    hands.collect()

    record_property("taps", hands.taps)
    record_property("keys", hands.keys)
    assert hands.photos == 3
    assert hands.taps <= MOST_TAPS
    slow = [answer for answer in sorted(hands.answers) if answer[0] > ANSWERED_WITHIN_MS]
    record_property("slow answers", slow)
    assert len(slow) <= len(hands.answers) * OTHER_WORK_OF_THE_MACHINE, slow


@pytest.mark.parametrize(("size", "language"), PLACES)
def test_a_visit_survives_a_restart_a_full_disk_a_rotation_and_a_reload_in_the_middle_of_a_stroke(hands, server):
    device = hands.device
    job = typical_visit.arrive(hands)
    typical_visit.listen(hands)
    typical_visit.look(hands)
    device.restart()
    hands.take_up()
    device.go(f"{job}/check")
    typical_visit.check(hands)
    device.restart()
    hands.take_up()
    device.go(f"{job}/handle")
    typical_visit.handle(hands)
    typical_visit.swap(hands)

    device.go(f"{job}/check")
    for shown, seed in enumerate(range(4, 8), start=1):
        hands.see_photos(shown)
        hands.photograph("再拍一张", "Take another", seed)
    device.room = ROOM_FOR_NO_PHOTO
    device.restart()
    hands.take_up()
    device.go(f"{job}/check")
    hands.see_photos(5)
    hands.photograph("再拍一张", "Take another", 8)
    expect(device.page.get_by_role("alert")).to_contain_text(hands.say("本机满了", "The device is full"))
    device.free_disk()
    hands.tap("再试一次", "Try again")
    expect(device.page.get_by_role("alert")).to_have_count(0)

    device.go(f"{job}/sign")
    typical_visit.hand_over(hands)
    hands.draw(2, lift=False)
    hands.turn(ViewportSize(width=device.viewport["height"], height=device.viewport["width"]))
    hands.draw(1, lift=False)
    device.page.reload()
    hands.draw(2)
    hands.turn(device.viewport)
    typical_visit.confirm(hands)
    typical_visit.hand_back(hands)
    assert device.complaints == []

    device.page.evaluate("localStorage.setItem('truckroll.language', 'zh')")
    device.find_signal()
    device.send_everything()
    assert device.compare() == "和服务器一致"
    records = ServerRecords(server.settings)
    assert records.unsettled() == []
    assert sorted(records.mutations_of(PEOPLE["zhou.hai"][0])) == sorted(device.recorded(PEOPLE["zhou.hai"][0]))
    assert records.ask("SELECT state FROM reports") == [("signed",)]
    assert records.ask("SELECT state, count(*) FROM photos GROUP BY state") == [("verified", hands.photos)]
    ((strokes,),) = records.ask("SELECT strokes FROM signatures")
    assert len(json.loads(strokes)) >= LEAST_STROKES
