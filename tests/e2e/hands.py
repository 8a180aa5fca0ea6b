"""A technician's two hands on a touch screen: every tap is counted, and how long the screen took to answer it."""

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import CDPSession, Locator, ViewportSize, expect

from tests.e2e.device import Device
from tests.e2e.first_job import picture

WATCH_TAPS = """() => {
    window.answered = []
    new PerformanceObserver((seen) => {
        for (const { name, interactionId, duration, target } of seen.getEntries())
            if (interactionId && name === 'click') window.answered.push([duration, target?.textContent ?? ''])
    }).observe({ type: 'event', durationThreshold: 16, buffered: true })
}"""
SETTLE = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))"
LANGUAGE = "(language) => localStorage.setItem('truckroll.language', language)"


@dataclass
class Hands:
    """Texts are given in Chinese and English; the hands read the one that the screen speaks.

    ``answers`` are the browser's own figures, in milliseconds from the finger to the next picture, and what was tapped.
    """

    device: Device
    language: str
    taps: int = 0
    keys: int = 0
    photos: int = 0
    answers: list[tuple[float, str]] = field(default_factory=list)
    _devtools: CDPSession | None = None
    _slower: int = 1

    def take_up(self) -> None:
        """Take the device in hand, after it was opened or opened again."""
        self._devtools = self.device.context.new_cdp_session(self.device.page)
        self._throttle()
        self.device.page.add_init_script(f"({WATCH_TAPS})()")
        self.device.page.evaluate(LANGUAGE, self.language)
        self.device.page.reload()
        self._at_rest()

    def slow_down(self, times: int) -> None:
        """Make the device's processor so many times slower."""
        self._slower = times
        self._throttle()

    def turn(self, size: ViewportSize) -> None:
        """Turn the device, and see the page drawn anew: a tap on a picture that is not there yet is no click."""
        self.device.page.set_viewport_size(size)
        self._at_rest()

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def see(self, zh: str, en: str) -> None:
        self.device.see(self.say(zh, en))

    def tap(self, zh: str, en: str, *, exact: bool = False) -> None:
        """Tap what bears this text; it may say more, unless ``exact``."""
        said = re.escape(self.say(zh, en))
        self.touch(self._pressable(re.compile(f"^{said}$" if exact else said)).first)

    def touch(self, target: Locator) -> None:
        """Tap once, as a finger does, and let the screen answer."""
        expect(target).to_be_enabled()
        target.scroll_into_view_if_needed()
        target.tap()
        self.taps += 1
        self._at_rest()

    def type(self, zh: str, en: str, text: str) -> None:
        """Type, or have a scanner type."""
        self.device.type(self.say(zh, en), text)
        self.keys += len(text)

    def draw(self, strokes: int, *, lift: bool = True) -> None:
        """Write on the pad with a finger; without ``lift`` the last stroke is still under it."""
        pad = self.device.page.locator(".pad")
        pad.scroll_into_view_if_needed()
        box = pad.bounding_box()
        assert box is not None
        for stroke in range(strokes):
            left = box["x"] + box["width"] * (0.15 + 0.2 * stroke)
            for step in range(12):
                x, y = left + box["width"] * step / 60, box["y"] + box["height"] * (0.3 + 0.4 * (step % 7) / 7)
                self._finger("touchMove" if step else "touchStart", [{"x": x, "y": y}])
            if lift or stroke < strokes - 1:
                self._finger("touchEnd", [])
        self._at_rest()

    def _finger(self, kind: str, points: list[dict[str, float]]) -> None:
        """One event a picture, as from a real screen: all at once would be a fling, which eats the next tap."""
        self._tools().send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        self._at_rest()

    def photograph(self, zh: str, en: str, seed: int) -> None:
        """Two taps: the camera's button here, and the shutter of the camera."""
        self.device.photograph(self.say(zh, en), picture(seed))
        self.taps += 2
        self.photos += 1

    def see_photos(self, count: int) -> None:
        """Wait until so many are shown: a screen that was opened anew reads them first."""
        expect(self.device.page.locator("figure.photo img[src]")).to_have_count(count)

    def collect(self) -> None:
        """Write down how long the screen took to answer; a page that goes takes its figures with it."""
        self._at_rest()
        self.answers += map(tuple, self.device.page.evaluate("window.answered.splice(0)"))

    def _at_rest(self) -> None:
        self.device.page.evaluate(SETTLE)

    def _pressable(self, name: re.Pattern[str]) -> Locator:
        roles: tuple[Any, ...] = ("button", "link", "radio", "checkbox")
        button, *others = (self.device.page.get_by_role(role, name=name) for role in roles)
        for other in others:
            button = button.or_(other)
        return button

    def _tools(self) -> CDPSession:
        assert self._devtools is not None, "take the device up first"
        return self._devtools

    def _throttle(self) -> None:
        if self._devtools is not None:
            self._devtools.send("Emulation.setCPUThrottlingRate", {"rate": self._slower})
