"""Drawn pictures that stand in for the demonstration's photographs: a meter, a fault, a part on cardboard."""

import io
import math
from random import Random

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 960, 720
_QUALITY = 82


def meter(km: int, hours: int, chance: Random) -> bytes:
    """Return a photo of a dashboard that shows these kilometres and hours."""
    picture = _backdrop((26, 28, 30), chance)
    draw = ImageDraw.Draw(picture)
    x, y, radius = WIDTH // 2, HEIGHT // 2 - 20, 250
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(12, 13, 15), outline=(150, 152, 155), width=10)
    for tick in range(31):
        angle = math.radians(150 + tick * 8)
        inner = radius - (46 if tick % 5 == 0 else 26)
        draw.line((*_at(x, y, angle, inner), *_at(x, y, angle, radius - 14)), fill=(232, 232, 226), width=4)
    needle = math.radians(150 + chance.randint(0, 30))
    draw.line((x, y, *_at(x, y, needle, radius - 60)), fill=(226, 74, 40), width=10)
    draw.ellipse((x - 26, y - 26, x + 26, y + 26), fill=(60, 62, 64))
    draw.rounded_rectangle((x - 150, y + 86, x + 150, y + 186), 10, fill=(196, 206, 180))
    draw.text((x, y + 114), f"{km:07d} km", font=_font(40), fill=(28, 34, 26), anchor="mm")
    draw.text((x, y + 158), f"{hours} h", font=_font(30), fill=(28, 34, 26), anchor="mm")
    return _developed(picture, chance)


def part(label: str, chance: Random) -> bytes:
    """Return a photo of a part that lies on cardboard; ``label`` is written beside it in felt pen."""
    picture = _backdrop((201, 168, 115), chance)
    draw = ImageDraw.Draw(picture)
    for fold in (HEIGHT // 4, HEIGHT * 3 // 4):
        draw.line((0, fold, WIDTH, fold + chance.randint(-12, 12)), fill=(178, 144, 94), width=6)
    x, y = WIDTH // 2 + chance.randint(-60, 60), HEIGHT // 2 + chance.randint(-30, 30)
    steel = chance.randint(96, 150)
    draw.ellipse((x - 236, y + 96, x + 248, y + 190), fill=(150, 118, 74))
    draw.rounded_rectangle((x - 210, y - 120, x + 120, y + 140), 34, fill=(steel, steel, steel + 6))
    draw.rounded_rectangle((x - 190, y - 104, x + 20, y + 10), 22, fill=(steel + 34, steel + 34, steel + 38))
    draw.ellipse((x + 40, y - 110, x + 230, y + 80), fill=(steel - 24, steel - 24, steel - 20))
    draw.ellipse((x + 86, y - 64, x + 184, y + 34), fill=(40, 40, 42))
    for bolt in range(6):
        bx, by = _at(x + 135, y - 15, math.radians(bolt * 60), 76)
        draw.ellipse((bx - 9, by - 9, bx + 9, by + 9), fill=(70, 70, 72))
    for _ in range(14):
        sx, sy, size = x + chance.randint(-200, 200), y + chance.randint(-110, 130), chance.randint(4, 22)
        draw.ellipse((sx, sy, sx + size, sy + size), fill=(74, 54, 34))
    draw.text((70, HEIGHT - 84), label, font=_font(44), fill=(52, 38, 20))
    return _developed(picture, chance)


def fault(chance: Random) -> bytes:
    """Return a photo of a cracked, oily surface by torchlight."""
    picture = _backdrop((82, 84, 84), chance)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((180, 90, 780, 640), fill=(122, 122, 118))
    draw.ellipse((300, 170, 680, 540), fill=(150, 149, 143))
    x, y = 330, chance.randint(240, 340)
    while x < WIDTH - 290:
        to = (x + chance.randint(14, 36), y + chance.randint(-26, 30))
        draw.line((x, y, *to), fill=(22, 20, 18), width=chance.randint(3, 8))
        x, y = to
    for _ in range(9):
        sx, sy, size = chance.randint(200, 700), chance.randint(380, 560), chance.randint(30, 110)
        draw.ellipse((sx, sy, sx + size, sy + size // 2), fill=(46, 38, 26))
    return _developed(picture, chance)


def _backdrop(colour: tuple[int, int, int], chance: Random) -> Image.Image:
    """A surface with some grain, brighter towards one corner."""
    grain = Image.frombytes("L", (WIDTH // 8, HEIGHT // 8), chance.randbytes(WIDTH * HEIGHT // 64))
    light = Image.linear_gradient("L").resize((WIDTH, HEIGHT))
    picture = Image.new("RGB", (WIDTH, HEIGHT), colour)
    picture = Image.composite(picture, Image.eval(picture, lambda value: value * 3 // 4), light)
    rough = Image.merge("RGB", [grain.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)] * 3)
    return Image.blend(picture, rough, 0.06)


def _developed(picture: Image.Image, chance: Random) -> bytes:
    """The picture as a phone would have taken it: a little askew."""
    askew = picture.rotate(chance.uniform(-2.5, 2.5), resample=Image.Resampling.BILINEAR)
    file = io.BytesIO()
    askew.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def _at(x: int, y: int, angle: float, distance: int) -> tuple[int, int]:
    return round(x + math.cos(angle) * distance), round(y + math.sin(angle) * distance)


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
