"""One person's device: a browser on a profile that outlives it, before a line that may be bad."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, CDPSession, Error, Locator, Page, Playwright, ViewportSize, expect

from tests.e2e.browser import arguments, executable
from tests.e2e.company import PASSWORD

PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1440, height=900)
STEP_MS = 15_000
BAD_LINE_S = 90
READ_OUTBOX = """name => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
        const all = opening.result.transaction('envelopes').objectStore('envelopes').getAll()
        all.onsuccess = () => resolve(all.result.map(kept => kept.envelope.mutation_id))
    }
})"""


@dataclass
class Device:
    """What one person sees and presses; every wait is for something visible.

    ``room`` is how many bytes the app may still store when the browser is opened; None is all there is. ``flags`` are
    the browser's own, beside those of every test.
    """

    playwright: Playwright
    profile: Path
    origin: str
    login: str
    viewport: ViewportSize
    has_touch: bool = False
    room: int | None = None
    flags: Sequence[str] = ()
    complaints: list[str] = field(default_factory=list)
    _context: BrowserContext | None = None
    _offline: bool = False
    _storage: CDPSession | None = None

    @property
    def context(self) -> BrowserContext:
        assert self._context is not None, "open the device first"
        return self._context

    @property
    def page(self) -> Page:
        return self.context.pages[0]

    def open(self) -> None:
        """Start the browser on what it stored before; without signal where it was without."""
        self._context = self.playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=executable(),
            args=[*arguments(), *self.flags],
            viewport=self.viewport,
            has_touch=self.has_touch,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        self.context.set_default_timeout(STEP_MS)
        if self.room is not None:
            self._leave_room(self.room)
        self.context.set_offline(self._offline)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.login}: {error}"))
        self.go("/")

    def _leave_room(self, room: int) -> None:
        """The browser asks for the quota again only when a write is larger than what was left: tell it first."""
        self._storage = self.context.new_cdp_session(self.page)
        used = self._storage.send("Storage.getUsageAndQuota", {"origin": self.origin})["usage"]
        quota = {"origin": self.origin, "quotaSize": int(used) + room}
        self._storage.send("Storage.overrideQuotaForOrigin", quota)

    def free_disk(self) -> None:
        """Let the app have all the room again."""
        assert self._storage is not None, "the disk was never full"
        self._storage.send("Storage.overrideQuotaForOrigin", {"origin": self.origin})
        self.room = None

    def close(self) -> None:
        """End the browser; what it stored stays."""
        if self._context is not None:
            self._context.close()
        self._context = None

    def restart(self) -> None:
        """End the browser and start it again, as a device does that ran out of power."""
        self.close()
        self.open()

    def lose_signal(self) -> None:
        self._offline = True
        self.context.set_offline(True)

    def find_signal(self) -> None:
        self._offline = False
        self.context.set_offline(False)

    def go(self, path: str) -> None:
        self.page.goto(f"{self.origin}{path}")

    def sign_in(self) -> None:
        """Sign in, and wait until the records and the app itself are on the device."""
        self.type("账号", self.login)
        self.type("密码", PASSWORD)
        self.press("登录")
        expect(self.page.get_by_role("navigation", name="去哪儿")).to_be_visible(timeout=STEP_MS)
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def press(self, name: str, *, exact: bool = True) -> None:
        """Press the button or link of this name."""
        self.pressable(name, exact=exact).click()

    def pressable(self, name: str, *, exact: bool = True) -> Locator:
        button = self.page.get_by_role("button", name=name, exact=exact)
        link = self.page.get_by_role("link", name=name, exact=exact)
        return button.or_(link).first

    def type(self, label: str, text: str) -> None:
        """Type over what stands in the field of this label."""
        self.page.get_by_label(label, exact=True).first.fill(text)

    def choose(self, name: str) -> None:
        """Tick the box or the answer of this name."""
        begins = re.compile(f"^{re.escape(name)}")
        answer = self.page.get_by_role("radio", name=begins).or_(self.page.get_by_role("checkbox", name=begins))
        answer.check(force=True)

    def photograph(self, label: str, picture: bytes) -> None:
        """Give the camera button of this label a picture, and wait until it is shown."""
        shown = self.page.locator("figure.photo img")
        before = shown.count()
        file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": picture}
        self.page.get_by_label(label, exact=True).first.set_input_files([file])
        expect(shown).to_have_count(before + 1)

    def see(self, text: str) -> None:
        """Wait until this can be read on the screen."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def try_now(self) -> None:
        """Make one round of sync and wait until it is over, however it went."""
        button = self.page.get_by_role("button", name=re.compile("现在试一次|正在试"))
        at_rest = button.and_(self.page.locator("button:not([aria-disabled=true])"))
        expect(at_rest).to_be_visible(timeout=BAD_LINE_S * 1000)
        at_rest.click(timeout=BAD_LINE_S * 1000)
        expect(at_rest).to_be_visible(timeout=BAD_LINE_S * 1000)

    def send_everything(self) -> None:
        """Try until nothing waits on this device, however often the line fails."""
        self.try_until("/sync", "这里没有没发出去的")

    def try_until(self, path: str, text: str) -> None:
        """Sync until this can be read on that screen."""
        deadline = time.monotonic() + BAD_LINE_S
        while True:
            self.go("/sync")
            self.try_now()
            if path != "/sync":
                self.go(path)
            try:
                return expect(self.page.get_by_text(text).first).to_be_visible(timeout=1_500)
            except AssertionError:
                assert time.monotonic() < deadline, f"{self.login}: {self.page.inner_text('main')}"

    def recorded(self, user_id: str) -> list[str]:
        """Return the ids of all that was ever recorded on this device, from its outbox."""
        return self.page.evaluate(READ_OUTBOX, f"truckroll-outbox-{user_id}")

    def compare(self) -> str:
        """Let the app compare itself with the server; returns its finding."""
        self.go("/sync")
        self.press("和服务器对一遍")
        finding = self.page.locator("section[aria-live] .verdict b")
        expect(finding).to_be_visible(timeout=BAD_LINE_S * 1000)
        return finding.inner_text()

    def screenshot(self, path: Path) -> None:
        """Keep what is on the screen, for whoever looks why a test failed."""
        try:
            self.page.screenshot(path=path)
        except (Error, AssertionError):
            return
