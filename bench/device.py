"""What the app costs on a slow phone: Chromium with a persistent profile and the processor slowed four times."""

import gzip
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, sync_playwright

from bench.company import PASSWORD, Company
from bench.server_side import served
from tests.e2e import browser

PWA = Path(__file__).parents[1] / "pwa"
SLOWER = 4
PHONE = {"width": 390, "height": 844}
LINE = {"offline": False, "latency": 300, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PARTS = 10_000
TAPS = 100
COLD_STARTS = 7
JOB_SHOWN = ".sheet.next"
MARK_WHEN_SHOWN = f"""
    const look = () => document.querySelector({JOB_SHOWN!r})
        ? (window.shownAt = performance.now()) : requestAnimationFrame(look);
    requestAnimationFrame(look);
"""


def report() -> None:
    """Print the figures of the device."""
    with tempfile.TemporaryDirectory(prefix="truckroll-bench-") as name, sync_playwright() as playwright:
        folder = Path(name)
        app = _built_with_taps(folder)
        print(f"\nThe device: Chromium, persistent profile, processor slowed {SLOWER} times")
        _line("load of the machine before it begins", f"{os.getloadavg()[0]:.1f}")
        _line("first script, gzip", f"{_first_script() / 1024:.1f} kB")
        with served(folder, parts=PARTS, pwa_dir=app) as port:
            phone = _Phone(playwright, folder / "profile", f"http://localhost:{port}")
            jobs_after, whole_after, rows = phone.first_sync()
            _line(f"first sync of {rows:,} rows at 1.6 Mbit/s, 300 ms: today's jobs", f"{jobs_after:.1f} s")
            _line(f"first sync of {rows:,} rows at 1.6 Mbit/s, 300 ms: everything", f"{whole_after:.1f} s")
            shown = [phone.cold_start_offline() for _ in range(COLD_STARTS)]
            spread = f"{min(shown):.0f} / {statistics.median(shown):.0f} / {max(shown):.0f} ms"
            _line(f"cold start offline to the next job, best / median / worst of {COLD_STARTS}", spread)
            for title, with_photo in (("tap to saved", False), ("tap to saved with a photo of 300 KB", True)):
                took = phone.taps(with_photo=with_photo)
                _line(f"{title} (on the flash), best / p50 / p95 of {TAPS}", _spread([one["flash"] for one in took]))
                _line(f"{title} and guessed, best / p50 / p95 of {TAPS}", _spread([one["guess"] for one in took]))


class _Phone:
    """One profile that is kept between starts of the browser."""

    def __init__(self, playwright: Playwright, profile: Path, address: str) -> None:
        self._playwright, self._profile, self._address = playwright, profile, address

    @contextmanager
    def _started(self) -> Iterator[tuple[BrowserContext, Page, CDPSession]]:
        context = self._playwright.chromium.launch_persistent_context(
            self._profile, executable_path=browser.executable(), args=browser.arguments(), viewport=PHONE
        )
        page = context.pages[0]
        devtools = context.new_cdp_session(page)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        yield context, page, devtools
        context.close()

    def first_sync(self) -> tuple[float, float, int]:
        """Seconds from signing in to today's jobs and to everything, and how many rows came."""
        with self._started() as (_, page, devtools):
            page.goto(self._address)
            page.evaluate("navigator.serviceWorker.ready.then(() => true)")
            devtools.send("Network.enable")
            devtools.send("Network.emulateNetworkConditions", LINE)
            page.locator("input").nth(0).fill(Company.technicians[0])
            page.locator("input").nth(1).fill(PASSWORD)
            start = time.perf_counter()
            page.locator("button[type=submit], form .btn.main").first.click()
            page.locator(".steps li").first.filter(has_text=re.compile("[1-9]")).wait_for()
            jobs_after = time.perf_counter() - start
            page.wait_for_selector(JOB_SHOWN, timeout=120_000)
            return jobs_after, time.perf_counter() - start, self._rows(page)

    @staticmethod
    def _rows(page: Page) -> int:
        counted: int = page.evaluate("""async () => {
            const { name } = (await indexedDB.databases()).find(({ name }) => name.includes('cache'))
            const database = await new Promise((opened) => {
              const request = indexedDB.open(name)
              request.onsuccess = () => opened(request.result)
            })
            const counts = [...database.objectStoreNames].map((store) => new Promise((counted) => {
              const request = database.transaction(store).objectStore(store).count()
              request.onsuccess = () => counted(request.result)
            }))
            return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
        }""")
        return counted

    def cold_start_offline(self) -> float:
        """Milliseconds from the navigation to the next job on the screen, the browser just started, no network."""
        with self._started() as (context, page, _):
            context.set_offline(True)
            page.add_init_script(MARK_WHEN_SHOWN)
            page.goto(self._address)
            page.wait_for_selector(JOB_SHOWN)
            shown: float = page.evaluate("window.shownAt")
            return shown

    def taps(self, *, with_photo: bool) -> list[dict[str, float]]:
        """Milliseconds from each tap to its record on the flash, and to its guess; the line is down, as on site."""
        with self._started() as (context, page, devtools):
            devtools.send("Network.enable")
            devtools.send("Network.setBypassServiceWorker", {"bypass": True})
            page.goto(f"{self._address}/bench/taps.html")
            context.set_offline(True)
            call = "(many) => window.tap(many.taps, many.withPhoto)"
            took: list[dict[str, float]] = page.evaluate(call, _taps(with_photo))
            return took


def _spread(took: list[float]) -> str:
    return f"{min(took):.1f} / {statistics.median(took):.1f} / {statistics.quantiles(took, n=20)[-1]:.1f} ms"


def _taps(with_photo: bool) -> dict[str, Any]:
    return {"taps": TAPS, "withPhoto": with_photo}


def _built_with_taps(folder: Path) -> Path:
    app = folder / "app"
    shutil.copytree(PWA / "dist", app)
    env = os.environ | {"BENCH_DIR": str(app / "bench")}
    subprocess.run(
        ["npx", "vite", "build", "--logLevel", "error", "--config", "bench/vite.config.ts"],
        cwd=PWA,
        env=env,
        check=True,
    )
    return app


def _first_script() -> int:
    html = (PWA / "dist" / "index.html").read_text()
    scripts = set(re.findall(r'(?:src|href)="/([^"]+\.js)"', html))
    return sum(len(gzip.compress((PWA / "dist" / script).read_bytes(), 9)) for script in scripts)


def _line(title: str, figure: str) -> None:
    print(f"{title:<72}{figure:>24}")
