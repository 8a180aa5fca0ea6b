"""A station with 50,000 parts and 5,000 old parts on one device, and how long a person waits there."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from server.rules.tag_rolls import tags_of
from tests.e2e.device import Device

PARTS, OLD_PARTS, SLOWER = 50_000, 5_000, 4
FILL = Path(__file__).with_name("big_station.js").read_text(encoding="utf-8")
ROWS = Path(__file__).resolve().parent.parent / "contract" / "rows"
TAGS = tags_of(700_000, OLD_PARTS)
SEARCH = ".lister input[type=search]"
PART_NUMBERS = [f"{(n * 7919 + 13) % 10**4:04d}-{(n * 7919 + 13) % 10**5:05d}" for n in range(100, 50_000, 6_000)]
ARRIVED = (
    "() => document.querySelector('main:not([aria-busy=true])') && !document.querySelector('.lister[aria-busy=true]')"
)


def fill(device: Device) -> None:
    """Put the station's rows into the device's cache; from here on it has no signal."""
    page = device.page
    expect(page.locator("main:not([aria-busy=true])").first).to_be_visible()
    device.lose_signal()
    rows = {"part": "part", "oldPart": "old_part", "stock": "stock"}
    told = {name: json.loads((ROWS / f"{table}.json").read_text())["row"] for name, table in rows.items()}
    page.evaluate(FILL)
    page.evaluate("told => fillStation(told)", {**told, "parts": PARTS, "oldParts": OLD_PARTS, "tags": TAGS})
    page.add_init_script(FILL)
    page.reload()


@contextmanager
def slowed(page: Page) -> Iterator[None]:
    """The processor is four times slower."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    devtools.detach()


def arrive(device: Device, path: str) -> Page:
    """Open a screen and wait until it shows what it has."""
    device.go(path)
    device.page.wait_for_function(ARRIVED, timeout=60_000)
    return device.page


@dataclass(frozen=True)
class Waits:
    """Milliseconds, one for each scan, key or frame; the processor four times slower."""

    scans_of_tags: Sequence[float]
    scans_of_parts: Sequence[float]
    frames_of_old_parts: Sequence[float]
    keys_in_old_parts: Sequence[float]
    keys_in_stock: Sequence[float]


def waits(device: Device) -> Waits:
    """Work at the station: receive, wheel through the old parts, search them and all parts."""
    chosen = TAGS[100:4600:500]
    page = arrive(device, "/receive")
    with slowed(page):
        tags = [_scan(page, tag, ".inhand", f"{tag[:3]}-{tag[3:6]}") for tag in chosen]
    page = arrive(device, "/old-parts")
    expect(page.get_by_text(str(OLD_PARTS)).first).to_be_visible()
    with slowed(page):
        frames = _wheel(page, turns=80)
        of_old_parts = _keys(page, ["1234", "407"])
    page = arrive(device, "/stock")
    expect(page.get_by_text(str(PARTS)).first).to_be_visible()
    with slowed(page):
        of_stock = _keys(page, ["3509", "712"])
    page = arrive(device, "/scan")
    with slowed(page):
        parts = [_scan(page, number, ".found", number) for number in PART_NUMBERS]
    return Waits(tags, parts, frames, of_old_parts, of_stock)


def _scan(page: Page, text: str, shown: str, said: str) -> float:
    """Scan as a wedge scanner does; return the milliseconds from its Enter until ``shown`` says what it is."""
    page.locator(".scanbox input").focus()
    page.keyboard.insert_text(text)
    page.evaluate("([shown, said]) => timeUntilText('Enter', shown, said)", [shown, said])
    page.keyboard.press("Enter")
    return _taken(page)


def _keys(page: Page, texts: list[str]) -> list[float]:
    """Type each text key by key; return the milliseconds from each key to another answer."""
    took = []
    for text in texts:
        page.locator(SEARCH).fill("")
        for key in text:
            page.evaluate("([key, answer]) => timeUntilOther(key, answer)", [key, ".listcount [role=status]"])
            page.keyboard.press(key)
            took.append(_taken(page))
    return took


def _wheel(page: Page, turns: int) -> list[float]:
    """Wheel down through the list; return the milliseconds of each frame."""
    page.locator(".listgrid").hover(position={"x": 200, "y": 80})
    page.evaluate("watchFrames()")
    for _ in range(turns):
        page.mouse.wheel(0, 700)
    frames: list[float] = page.evaluate("framesSeen()")
    return frames


def _taken(page: Page) -> float:
    page.wait_for_function("() => took !== null", timeout=15_000)
    took: float = page.evaluate("took")
    return took
