"""Renditions are upright, small and carry nothing but pixels; a type is what the bytes say."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from media.limits import Limits
from media.pictures import Found, inspect, render
from media.refusal import TypeNotAllowed
from media.sniffing import sniff
from tests.media.pictures import (
    ORIENTATION,
    box,
    half_red,
    heic,
    jpeg,
    mp4,
    noise,
    ogg,
    png,
    tagged_jpeg,
    two_in_one_jpeg,
    webm,
    webp,
)

PHOTOS = ["jpeg", "two in one", "png", "webp", "heic"]


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def is_red(picture: Image.Image, x: int, y: int) -> bool:
    red, _, blue = picture.convert("RGB").getpixel((x, y))
    return red > 150 > blue


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (jpeg(), "image/jpeg"),
        (two_in_one_jpeg(), "image/jpeg"),
        (png(), "image/png"),
        (webp(), "image/webp"),
        (heic(), "image/heic"),
        (box(b"ftyp", b"mif1\0\0\0\0mif1miaf"), "image/heif"),
        (webm(b"A_OPUS"), "audio/webm"),
        (mp4(b"soun"), "audio/mp4"),
        (ogg(1000), "audio/ogg"),
        (webm(b"A_OPUS", b"V_VP8"), None),
        (b"OggS" + b"\0" * 24 + b"\x80theora", None),
        (mp4(b"soun", b"vide"), None),
        (mp4(), None),
        (box(b"ftyp", b"avif\0\0\0\0avifmif1"), None),
        (b"GIF89a", None),
        (b"RIFF\0\0\0\0WAVE", None),
        (b"", None),
    ],
    ids=[
        *("jpeg", "two in one", "png", "webp", "heic", "heif", "webm", "m4a", "ogg"),
        *("webm film", "ogg film", "mp4 film", "mp4 of nothing", "avif", "gif", "wave", "empty"),
    ],
)
def test_the_type_is_what_the_bytes_say(data, kind):
    assert sniff(data) == kind


def test_a_picture_is_measured_and_sound_is_not():
    assert inspect(jpeg(200, 100), Limits()) == Found("image/jpeg", 200, 100)
    assert inspect(heic(200, 100), Limits()) == Found("image/heic", 200, 100)
    assert inspect(mp4(b"soun"), Limits()) == Found("audio/mp4", None, None)


def test_a_type_that_this_application_does_not_take_is_refused():
    with pytest.raises(TypeNotAllowed):
        inspect(png(), Limits(types=frozenset({"image/jpeg"})))


def test_a_rendition_stands_upright():
    """The left half of the lying photo is red; held upright that is the top."""
    rendition = opened(render(tagged_jpeg(640, 480), 320, Limits()))
    assert rendition.size == (240, 320)
    assert is_red(rendition, 120, 20)
    assert not is_red(rendition, 120, 300)


def test_a_rendition_tells_nothing_of_maker_or_place():
    data = tagged_jpeg()
    assert b"Secret Maker" in data
    rendition = render(data, 1280, Limits())
    assert b"Secret Maker" not in rendition
    assert b"EXIF" not in rendition
    assert opened(rendition).getexif().get(ORIENTATION) is None
    assert "icc_profile" not in opened(rendition).info


@pytest.mark.parametrize("data", [jpeg(), two_in_one_jpeg(), png(640, 480), webp(640, 480), heic()], ids=PHOTOS)
def test_every_kind_of_photo_has_renditions(data):
    rendition = opened(render(data, 320, Limits()))
    assert (rendition.format, rendition.size) == ("WEBP", (320, 240))


def test_an_iphone_photo_keeps_its_sides_apart():
    rendition = opened(render(heic(640, 480), 320, Limits()))
    assert is_red(rendition, 20, 120)
    assert not is_red(rendition, 300, 120)


def test_a_small_picture_is_not_blown_up():
    assert opened(render(png(64, 48), 320, Limits())).size == (64, 48)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "RGBA", "I;16"])
def test_every_way_to_write_colours_is_understood(mode):
    out = BytesIO()
    picture = half_red(64, 48).convert(mode) if mode != "I;16" else Image.new(mode, (64, 48))
    picture.save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert opened(render(out.getvalue(), 32, Limits())).size == (32, 24)


def test_a_colour_profile_is_applied_and_a_broken_one_ignored():
    for profile in (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"broken"):
        out = BytesIO()
        noise(64, 48).save(out, "JPEG", icc_profile=profile)
        assert "icc_profile" not in opened(render(out.getvalue(), 32, Limits())).info
