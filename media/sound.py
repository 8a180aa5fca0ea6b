"""How long a voice note is, by what its container says of itself; nothing is decoded."""

from collections.abc import Callable, Iterator, Mapping

from media.limits import Limits
from media.refusal import FileTooLarge, SoundTooLong

_CLUSTER = b"\x1f\x43\xb6\x75"
_CLUSTER_TIME = b"\xe7"
_MILLISECONDS = 1000
_MVHD_LONG = 1
_OPUS_SAMPLES_A_MILLISECOND = 48


def check_sound(data: bytes, kind: str, limits: Limits) -> None:
    """Refuse a voice note with more bytes or seconds than allowed. Raises ``FileRefused``.

    A recorder that writes no length (a fragmented MP4) is held by its bytes alone.
    """
    if len(data) > limits.sound_bytes:
        raise FileTooLarge(limit=limits.sound_bytes)
    if _LENGTHS[kind](data) > limits.sound_seconds * _MILLISECONDS:
        raise SoundTooLong(limit=limits.sound_seconds)


def _of_webm(data: bytes) -> int:
    """The milliseconds at which the last cluster begins; recorders cut clusters of a few seconds."""
    return max(_cluster_times(data), default=0)


def _cluster_times(data: bytes) -> Iterator[int]:
    at = data.find(_CLUSTER)
    while at >= 0:
        size_at = at + len(_CLUSTER)
        time_at = size_at + _length_of_size(data[size_at : size_at + 1])
        if data[time_at : time_at + 1] == _CLUSTER_TIME:
            width = data[time_at + 1 : time_at + 2]
            digits = width[0] & 0x7F if width else 0
            yield int.from_bytes(data[time_at + 2 : time_at + 2 + digits], "big")
        at = data.find(_CLUSTER, size_at)


def _length_of_size(first: bytes) -> int:
    """How many bytes an EBML size has: its leading zero bits tell."""
    return 9 - first[0].bit_length() if first else 0


def _of_mp4(data: bytes) -> int:
    """The milliseconds that the ``mvhd`` box tells; 0 where it tells nothing."""
    at = data.find(b"mvhd")
    if at < 0:
        return 0
    body = data[at + 4 :]
    if body[:1] == bytes([_MVHD_LONG]):
        scale, length = body[20:24], body[24:32]
    else:
        scale, length = body[12:16], body[16:20]
    ticks_a_second = int.from_bytes(scale, "big")
    return int.from_bytes(length, "big") * _MILLISECONDS // ticks_a_second if ticks_a_second else 0


def _of_ogg(data: bytes) -> int:
    """The milliseconds at which the last page ends."""
    at = data.rfind(b"OggS")
    return int.from_bytes(data[at + 6 : at + 14], "little") // _OPUS_SAMPLES_A_MILLISECOND


_LENGTHS: Mapping[str, Callable[[bytes], int]] = {"audio/webm": _of_webm, "audio/mp4": _of_mp4, "audio/ogg": _of_ogg}
