"""A voice note that a player opens: seconds of silence as Opus in Ogg, made without an encoder."""

import struct

_SILENCE = b"\xf8\xff\xfe"
"""One frame of 20 ms."""

_FRAMES_A_SECOND = 50
_SAMPLES_A_FRAME = 960
_FRAMES_A_PAGE = 50
_POLYNOMIAL = 0x04C11DB7
_FIRST, _LAST = 2, 4


def silence(seconds: int) -> bytes:
    """Return a whole file of that length."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48_000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 4) + b"demo" + struct.pack("<I", 0)
    pages = [_page(0, 0, [head], _FIRST), _page(1, 0, [tags], 0)]
    frames = seconds * _FRAMES_A_SECOND
    for number, first in enumerate(range(0, frames, _FRAMES_A_PAGE), 2):
        count = min(_FRAMES_A_PAGE, frames - first)
        kind = _LAST if first + count == frames else 0
        pages.append(_page(number, (first + count) * _SAMPLES_A_FRAME, [_SILENCE] * count, kind))
    return b"".join(pages)


def _page(number: int, samples: int, packets: list[bytes], kind: int) -> bytes:
    lengths = bytes(len(packet) for packet in packets)
    head = struct.pack("<4sBBqIII", b"OggS", 0, kind, samples, 1, number, 0) + bytes([len(packets)]) + lengths
    whole = head + b"".join(packets)
    return whole[:22] + struct.pack("<I", _checksum(whole)) + whole[26:]


def _checksum(page: bytes) -> int:
    """Ogg's own CRC: not the one of zip files."""
    total = 0
    for byte in page:
        total ^= byte << 24
        for _ in range(8):
            total = (total << 1) ^ (_POLYNOMIAL if total & 0x80000000 else 0)
        total &= 0xFFFFFFFF
    return total
