"""A voice note is short: its container says how long, and its bytes are counted whatever it says."""

from contextlib import suppress

import pytest

from media.limits import Limits
from media.pictures import Found, inspect
from media.refusal import FILE_REFUSALS, FileTooLarge, SoundTooLong
from tests.media.pictures import lasting_mp4, lasting_webm, ogg, webm

TWO_MINUTES = 120_000
KINDS = {
    "webm": ("audio/webm", lasting_webm),
    "mp4": ("audio/mp4", lasting_mp4),
    "mp4, long form": ("audio/mp4", lambda lasts: lasting_mp4(lasts, long_form=True)),
    "ogg": ("audio/ogg", ogg),
}


@pytest.mark.parametrize(("kind", "make"), KINDS.values(), ids=KINDS)
def test_two_minutes_are_taken(kind, make):
    assert inspect(make(TWO_MINUTES), Limits()) == Found(kind, None, None)


@pytest.mark.parametrize(("kind", "make"), KINDS.values(), ids=KINDS)
def test_three_minutes_are_refused_whatever_the_device_counted(kind, make):
    with pytest.raises(SoundTooLong) as refused:
        inspect(make(180_000), Limits())
    assert (refused.value.code, refused.value.detail) == ("sound_too_long", {"limit": 130})


def test_sound_that_tells_no_length_is_held_by_its_bytes():
    with pytest.raises(FileTooLarge):
        inspect(webm(b"A_OPUS") + b"\0" * 400, Limits(sound_bytes=400))


@pytest.mark.parametrize("cut", range(0, 90, 7))
def test_a_container_that_breaks_off_anywhere_is_judged_and_crashes_nothing(cut):
    for _, make in KINDS.values():
        whole = make(TWO_MINUTES)
        head = whole[: len(whole) - cut]
        with suppress(*FILE_REFUSALS.values()):
            assert inspect(head, Limits()).width is None
