"""Finds a Chromium and Chinese type for the browser tests, and installs them where there are none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TYPE = "Noto Sans CJK SC"
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def arguments() -> list[str]:
    """Return the flags that every browser of the tests starts with; root has no sandbox."""
    return [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else list(ARGUMENTS)


def find() -> str | None:
    """Return the path of an installed Chromium, or nothing."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def executable() -> str:
    """Return the path of the Chromium that the tests drive, or say how to get one."""
    if path := find():
        return path
    raise FileNotFoundError("No Chromium here. Run `python tests/e2e/browser.py`, or install chromium yourself.")


def has_type() -> bool:
    """Whether the app's own choice of type is here: without it Chinese is drawn as boxes, and lines are wider."""
    if shutil.which("fc-list") is None:
        return sys.platform != "linux"
    found = subprocess.run(["fc-list", TYPE, "family"], check=True, capture_output=True, text=True)
    return bool(found.stdout.strip())


def install() -> None:
    """Install a Chromium: Debian's where apt may be used, else the one that Playwright brings."""
    if not _install_package("chromium"):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _install_package(name: str) -> bool:
    """Whether Debian's package could be installed."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", "install", "-y", "-qq", name], check=False, env=quiet).returncode == 0


if __name__ == "__main__":
    if find() is None:
        install()
    print(f"Browser for the tests: {executable()}")  # noqa: T201 -- a set-up step tells what it found
    if not has_type() and not _install_package("fonts-noto-cjk"):
        raise SystemExit(f"The screens are measured in {TYPE}. Install it (Debian: fonts-noto-cjk), then try again.")
