import os
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from server.engines import open_engines
from server.settings import HOUSE
from tests.company import hire, settings_with_tables
from tests.ports import free_port
from tests.waiting import until


@dataclass
class Served:
    """``python -m server.cli serve`` as an operator runs it."""

    process: subprocess.Popen
    port: int
    log: Path
    settings: Any

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def kill(self):
        """As when the machine's power fails; the orphans end as soon as they notice."""
        self.process.kill()
        self.process.wait(10)
        assert until(lambda: not self.answers())


def start(settings, folder, port):
    environ = {
        **os.environ,
        "SETTINGS_FILE": str(folder / "none.env"),
        "DATABASE_URL": settings.database_url,
        "MEDIA_DIR": str(settings.media_dir),
        "PWA_DIR": str(settings.pwa_dir),
        "PUBLIC_ORIGIN": f"http://127.0.0.1:{port}",
        "SIGN_INS_PER_MINUTE": "1000",
        "PORT": str(port),
    }
    log = folder / "server.log"
    with log.open("ab") as written:
        command = [sys.executable, "-m", "server.cli", "serve"]
        process = subprocess.Popen(command, cwd=HOUSE, env=environ, stdout=written, stderr=written)
    served = Served(process, port, log, settings)
    assert until(served.answers), log.read_text()
    return served


@pytest.fixture
def settings(tmp_path):
    made = settings_with_tables(tmp_path)
    made.pwa_dir.mkdir()
    engines = open_engines(made)
    hire(engines.sessions)
    engines.database.dispose()
    return made


@pytest.fixture
def serve(settings, tmp_path):
    """A function that starts the server again and again on one port."""
    port = free_port()
    started = []

    def start_server():
        started.append(start(settings, tmp_path, port))
        return started[-1]

    yield start_server
    for served in started:
        if served.process.poll() is None:
            served.kill()
