"""The real server in a process of its own, which can be killed in the middle of anything and started again."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from server.rules.keys import make_private_key
from server.settings import Settings
from tests.ports import free_port

HOUSE = Path(__file__).resolve().parent.parent.parent
READY_WITHIN_S = 40


@dataclass
class ServerProcess:
    """``python -m server.cli serve``, on SQLite in ``folder`` unless a database is named.

    ``public_origin`` is where the browsers come in.
    """

    folder: Path
    public_origin: str
    port: int = field(default_factory=free_port)
    pwa_dir: Path = HOUSE / "pwa" / "dist"
    database_url: str | None = None
    _process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The settings of this installation; nothing of the machine's own ``var/`` is read."""
        return {
            "DATABASE_URL": self.database_url or f"sqlite:///{self.folder / 'truckroll.sqlite'}",
            "MEDIA_DIR": str(self.folder / "media"),
            "SETTINGS_FILE": str(self.folder / "settings.env"),
            "PUBLIC_ORIGIN": self.public_origin,
            "PWA_DIR": str(self.pwa_dir),
            "PORT": str(self.port),
            "SIGN_INS_PER_MINUTE": "1000",
            "CHECKS_PER_MINUTE": "1000",
            "SEAL_KEY": self._seal_key(),
        }

    def _seal_key(self) -> str:
        """Made once, and copied with the folder: what was sealed in it stays provable."""
        kept = self.folder / "seal.key"
        if not kept.exists():
            kept.write_text(make_private_key(), encoding="utf-8")
        return kept.read_text(encoding="utf-8")

    @property
    def settings(self) -> Settings:
        return Settings.from_env(self.environment)

    def run(self, *command: str) -> str:
        """Run a command of this installation and return what it printed."""
        arguments = [sys.executable, "-m", "server.cli", *command]
        finished = subprocess.run(
            arguments, cwd=HOUSE, env=os.environ | self.environment, capture_output=True, text=True, check=False
        )
        assert finished.returncode == 0, finished.stderr
        return finished.stdout

    def start(self) -> None:
        """Start it and return when it answers."""
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "server.cli", "serve"],
                cwd=HOUSE,
                env=os.environ | self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + READY_WITHIN_S
        while not self._answers():
            assert self._process.poll() is None, self.log()
            assert time.monotonic() < deadline, self.log()

    def kill(self) -> None:
        """End it and all that it started without a chance to finish anything (SIGKILL)."""
        if self._process is None:
            return
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def restart(self) -> None:
        """Kill it in the middle of whatever it does, and start it on the same port."""
        self.kill()
        self.start()

    def log(self) -> str:
        """Return what it has written so far."""
        return (self.folder / "server.log").read_text(encoding="utf-8")

    def _answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=1) as answer:
                return answer.status == 200
        except (URLError, OSError):
            return False
