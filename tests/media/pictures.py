"""Pictures made for a test: noise of a known seed, small bombs, and a phone's HEIC."""

import struct
import zlib
from io import BytesIO
from random import Random

import pillow_heif
from PIL import Image

ORIENTATION = 0x0112
TURNED_RIGHT = 6
GPS_IFD = 0x8825
MAKER = 0x010F


def noise(width: int = 640, height: int = 480, seed: int = 1) -> Image.Image:
    return Image.frombytes("RGB", (width, height), Random(seed).randbytes(width * height * 3))


def jpeg(width: int = 640, height: int = 480, seed: int = 1, **more) -> bytes:
    return _saved(noise(width, height, seed), "JPEG", quality=90, **more)


def png(width: int = 64, height: int = 48) -> bytes:
    return _saved(noise(width, height), "PNG")


def webp(width: int = 64, height: int = 48) -> bytes:
    return _saved(noise(width, height), "WEBP")


def heic(width: int = 640, height: int = 480) -> bytes:
    out = BytesIO()
    pillow_heif.from_pillow(half_red(width, height)).save(out, quality=80)
    return out.getvalue()


def half_red(width: int, height: int) -> Image.Image:
    """Blue, with the left half red."""
    picture = Image.new("RGB", (width, height), "blue")
    picture.paste("red", (0, 0, width // 2, height))
    return picture


def tagged_jpeg(width: int = 640, height: int = 480) -> bytes:
    """As a phone held upright writes it: lying, to be turned, with its maker and place."""
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_RIGHT
    exif[MAKER] = "Secret Maker"
    exif.get_ifd(GPS_IFD)[1] = "N"
    return _saved(half_red(width, height), "JPEG", quality=90, exif=exif)


def many_pixels() -> bytes:
    """64 million pixels in a few kilobytes."""
    return _saved(Image.new("1", (8000, 8000)), "PNG")


def bomb() -> bytes:
    """Claims 900 million pixels in a hundred bytes."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(b"\0" * 100)), _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def animation(frames: int) -> bytes:
    first, *others = (noise(16, 16, seed) for seed in range(frames))
    out = BytesIO()
    first.save(out, "WEBP", save_all=True, append_images=others)
    return out.getvalue()


def two_in_one_jpeg() -> bytes:
    """A photo with a second picture inside (depth, gain map), as many phones write it."""
    out = BytesIO()
    noise().save(out, "MPO", save_all=True, append_images=[noise(64, 48)])
    return out.getvalue()


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


def mp4(*tracks: bytes) -> bytes:
    handlers = (box(b"hdlr", b"\0" * 8 + track + b"\0" * 12) for track in tracks)
    return box(b"ftyp", b"M4A \0\0\0\0isom") + box(b"moov", b"".join(handlers))


def webm(*codecs: bytes) -> bytes:
    return b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + b"".join(b"\x86" + codec for codec in codecs) + b"\0" * 64


def lasting_webm(milliseconds: int) -> bytes:
    """Sound of that length in clusters of 5 s, their size unknown, as a recorder writes it."""
    times = range(0, milliseconds + 1, 5000)
    clusters = (b"\x1f\x43\xb6\x75\x01" + b"\xff" * 7 + b"\xe7\x83" + at.to_bytes(3, "big") for at in times)
    return webm(b"A_OPUS") + b"".join(clusters)


def lasting_mp4(milliseconds: int, *, long_form: bool = False) -> bytes:
    """Sound whose ``mvhd`` tells its length, in either of the two forms."""
    scale = struct.pack(">I", 48_000)
    ticks = milliseconds * 48
    told = b"\0" * 12 + scale + struct.pack(">I", ticks)
    if long_form:
        told = b"\1" + b"\0" * 19 + scale + struct.pack(">Q", ticks)
    return mp4(b"soun") + box(b"mvhd", told)


def ogg(milliseconds: int) -> bytes:
    """Opus in Ogg; the last page tells how many samples there were."""
    first = b"OggS\0\2" + b"\0" * 22 + b"OpusHead\1\1"
    return first + b"OggS\0\4" + (milliseconds * 48).to_bytes(8, "little") + b"\0" * 14


def _saved(picture: Image.Image, kind: str, **more) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
