"""How large a file may be, checked before it is stored or decoded."""

from dataclasses import dataclass
from datetime import timedelta

IMAGE_TYPES = frozenset({"image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"})
AUDIO_TYPES = frozenset({"audio/webm", "audio/mp4", "audio/ogg"})


@dataclass(frozen=True, slots=True)
class Limits:
    """Presets that an application may change.

    A camera's JPEG can hold a second picture (depth, gain map), so several frames are normal. A voice note lasts two
    minutes, and what a recorder writes after it was stopped. A server that dies loses at most ``checkpoint_bytes`` or
    ``checkpoint_seconds`` of a body, whichever is less.
    """

    file_bytes: int = 25 * 1024 * 1024
    sound_bytes: int = 5 * 1024 * 1024
    sound_seconds: int = 130
    pixels: int = 50_000_000
    frames: int = 8
    types: frozenset[str] = IMAGE_TYPES | AUDIO_TYPES
    unfinished_for: timedelta = timedelta(days=7)
    checkpoint_bytes: int = 256 * 1024
    checkpoint_seconds: int = 2
