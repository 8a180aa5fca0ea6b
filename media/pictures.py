"""Pictures are opened within limits, turned upright and made small, with nothing but the pixels kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pillow_heif
from PIL import Image, ImageCms, ImageOps

from media.limits import IMAGE_TYPES, Limits
from media.refusal import FileDamaged, TooManyFrames, TooManyPixels, TypeNotAllowed
from media.sniffing import sniff
from media.sound import check_sound

DECODERS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/heic": "HEIF",
    "image/heif": "HEIF",
}
QUALITY = 80

pillow_heif.register_heif_opener()


@dataclass(frozen=True, slots=True)
class Found:
    """What a file turned out to be; pixels before it is turned upright, None for sound."""

    type: str
    width: int | None
    height: int | None


def inspect(data: bytes, limits: Limits) -> Found:
    """Look at the file without decoding its pixels. Raises a ``FileRefused``."""
    kind = sniff(data)
    if kind is None or kind not in limits.types:
        raise TypeNotAllowed(type=kind or "unknown", allowed=sorted(limits.types))
    if kind not in IMAGE_TYPES:
        check_sound(data, kind, limits)
        return Found(kind, None, None)
    with _opened(data, kind) as picture:
        width, height = picture.size
        if width * height > limits.pixels:
            raise TooManyPixels(limit=limits.pixels, pixels=width * height)
        frames: int = getattr(picture, "n_frames", 1)
        if frames > limits.frames:
            raise TooManyFrames(limit=limits.frames, frames=frames)
        picture.verify()
    return Found(kind, width, height)


def render(data: bytes, side: int, limits: Limits) -> bytes:
    """The picture as WebP, upright, at most ``side`` pixels wide and high, without metadata. Raises ``FileRefused``."""
    found = inspect(data, limits)
    with _opened(data, found.type) as picture:
        profile: bytes | None = picture.info.get("icc_profile")
        picture.thumbnail((side, side))
        upright = _in_srgb(ImageOps.exif_transpose(picture), profile)
        stripped = Image.frombytes(upright.mode, upright.size, upright.tobytes())
        out = BytesIO()
        stripped.save(out, "WEBP", quality=QUALITY)
    return out.getvalue()


@contextmanager
def _opened(data: bytes, kind: str) -> Iterator[Image.Image]:
    """Only the decoder of the sniffed type is asked. Whatever it stumbles over is the file's fault."""
    if kind not in DECODERS:
        raise TypeNotAllowed(type=kind)
    try:
        with Image.open(BytesIO(data), formats=[DECODERS[kind]]) as picture:
            yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise TooManyPixels from bomb
    except (OSError, SyntaxError, ValueError, EOFError, RuntimeError) as failure:
        raise FileDamaged from failure


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as every screen shows them; phones take photos in wider colour spaces."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if profile and picture.mode in ("RGB", "RGBA"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"))
        except (ImageCms.PyCMSError, OSError):
            converted = None
        picture = converted or picture
    return picture.convert(mode)
