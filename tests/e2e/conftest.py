"""The installation of the browser tests: a real server, a bad line before it, a device for each person."""

import fcntl
import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.e2e import company
from tests.e2e.bad_proxy import BadProxy
from tests.e2e.device import DESK, PHONE, Device
from tests.e2e.places.reaching import write_demonstration
from tests.e2e.server_process import HOUSE, ServerProcess
from tests.ports import free_port


@pytest.fixture
def line():
    """The only way from the devices to the server."""
    with BadProxy(upstream_port=free_port()).running() as proxy:
        yield proxy


@pytest.fixture
def found():
    """Writes the company into an empty installation: that of the golden files, unless a test has its own."""
    return company.found


@pytest.fixture
def server(line, tmp_path, found):
    """The real server with its company."""
    dist = Path(os.environ.get("PWA_DIR", HOUSE / "pwa" / "dist"))
    assert (dist / "index.html").exists(), "Build the app first: make pwa/dist/index.html"
    process = ServerProcess(tmp_path, f"http://127.0.0.1:{line.port}", port=line.upstream_port, pwa_dir=dist)
    found(process.settings)
    process.start()
    yield process
    process.kill()


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory):
    """The folder of a demonstration company that was written once for all workers, to be copied."""
    temporary = tmp_path_factory.getbasetemp()
    shared = temporary.parent if "PYTEST_XDIST_WORKER" in os.environ else temporary
    folder = shared / "demonstration"
    with (shared / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            write_demonstration(shared / "demonstration.begun").rename(folder)
    return folder


@pytest.fixture
def device_of(server, tmp_path):
    """A function that gives somebody their device, signed in."""
    devices: list[Device] = []
    with sync_playwright() as playwright:

        def give(login: str, viewport=DESK, *, has_touch=False, flags=()) -> Device:
            profile = tmp_path / login
            device = Device(playwright, profile, server.public_origin, login, viewport, has_touch, flags=flags)
            devices.append(device)
            device.open()
            device.sign_in()
            return device

        yield give
        for device in devices:
            device.screenshot(tmp_path / f"{device.login}.png")
            device.close()


@pytest.fixture
def technician(device_of):
    return device_of("zhou.hai", PHONE)


@pytest.fixture
def dispatcher(device_of):
    return device_of("fang.qing")


@pytest.fixture
def clerk(device_of):
    return device_of("lin.su")


@pytest.fixture
def manager(device_of):
    return device_of("shen.yue")
