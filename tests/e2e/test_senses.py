"""A camera that shows a tag, a microphone that hears a note: both with the browser's own stand-ins for the hardware."""

import io

import pytest
import segno
from PIL import Image
from playwright.sync_api import expect

from tests.e2e import first_job
from tests.e2e.company import PLATE
from tests.e2e.device import PHONE
from tests.e2e.server_records import ServerRecords

pytestmark = pytest.mark.browser

FRAMES = 30
SPOKEN_MS = 1_000
ALLOWED = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")


@pytest.fixture
def camera(tmp_path):
    """What the camera sees: the unit's plate in a square code, a little aslant, for ever."""
    drawn = io.BytesIO()
    segno.make(PLATE, error="m").save(drawn, kind="png", scale=9, border=4)
    view = Image.new("RGB", (640, 480), "#d9b987")
    view.paste(Image.open(drawn).convert("RGB").rotate(4, fillcolor="white"), (180, 100))
    frame = io.BytesIO()
    view.save(frame, "JPEG", quality=92)
    film = tmp_path / "camera.mjpeg"
    film.write_bytes(frame.getvalue() * FRAMES)
    return f"--use-file-for-fake-video-capture={film}"


@pytest.fixture
def technician(dispatcher, device_of, camera):
    """One with a job, a camera and a microphone, and no signal."""
    first_job.log_call_and_dispatch(dispatcher)
    device = device_of("zhou.hai", PHONE, flags=[*ALLOWED, camera])
    device.try_until("/today", PLATE)
    device.lose_signal()
    return device


def test_without_signal_the_camera_finds_the_job_and_what_was_spoken_there_arrives_whole(technician, server):
    technician.go("/scan")
    technician.press("用相机扫")
    expect(technician.page.get_by_role("link").filter(has_text=PLATE).first).to_be_visible()

    job = first_job.arrive(technician)
    technician.go(f"{job}/listen")
    technician.press("说一段")
    expect(technician.page.get_by_role("timer")).to_contain_text("0:01")
    technician.press("说完了")
    expect(technician.page.locator("audio")).to_be_visible()
    technician.restart()
    technician.go(f"{job}/listen")
    note = technician.page.locator("audio")
    expect(note).to_be_visible()
    assert note.evaluate("sound => new Promise(heard => { sound.oncanplay = () => heard(true); sound.load() })")

    technician.find_signal()
    technician.send_everything()
    records = ServerRecords(server.settings)
    ((state, milliseconds, sha256),) = records.ask("SELECT state, duration_ms, sha256 FROM voice_notes")
    assert state == "verified"
    assert milliseconds >= SPOKEN_MS
    assert sha256 in records.stored_hashes()
    assert technician.complaints == []
