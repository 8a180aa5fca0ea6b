"""What a clerk of a big station waits for: 50,000 parts and 5,000 old parts on one device, in Chromium."""

import os
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e import big_station, company
from tests.e2e.device import DESK, Device
from tests.e2e.server_process import HOUSE, ServerProcess
from tests.ports import free_port


def report() -> None:
    """Print the waits of scans, keys and frames."""
    print(f"\nA big station: {big_station.PARTS:,} parts, {big_station.OLD_PARTS:,} old parts on the device,")
    print(f"processor slowed {big_station.SLOWER} times; load before it begins {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="truckroll-bench-") as name, sync_playwright() as playwright:
        folder, port = Path(name), free_port()
        origin = f"http://127.0.0.1:{port}"
        dist = Path(os.environ.get("PWA_DIR", HOUSE / "pwa" / "dist"))
        server = ServerProcess(folder, origin, port=port, pwa_dir=dist)
        company.found(server.settings)
        server.start()
        clerk = Device(playwright, folder / "clerk", origin, "lin.su", DESK)
        clerk.open()
        clerk.sign_in()
        big_station.fill(clerk)
        waits = big_station.waits(clerk)
        clerk.close()
        server.kill()
    _line("a tag scanned to its part shown (aim 150)", waits.scans_of_tags)
    _line("a part number scanned to what it is (aim 150)", waits.scans_of_parts)
    _line("a key in the search of old parts to the answer (aim 100)", waits.keys_in_old_parts)
    _line("a key in the search of all parts to the answer (aim 100)", waits.keys_in_stock)
    _line("a frame while wheeling through the old parts (aim 50)", waits.frames_of_old_parts)


def _line(title: str, waits: Sequence[float]) -> None:
    p95 = statistics.quantiles(waits, n=20)[-1]
    print(f"{title:<64}{min(waits):>6.0f} / {statistics.median(waits):.0f} / {p95:.0f} ms, best / p50 / p95")
