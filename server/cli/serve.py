"""One command that serves: gunicorn, and the worker beside it, which is started again when it dies."""

import errno
import os
import socket
import subprocess
import sys
import time
from typing import Any

import click
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]
from gunicorn.util import import_app  # type: ignore[import-untyped]

import server.app  # noqa: F401 -- before gunicorn forks, so that its worker is born with what takes seconds to load
from server.settings import Settings
from server.tables.migrate import migrate

TAKEOVER_SECONDS = 3.0
"""The children of a server that was killed notice it within a second and let go of the port."""
WORKER = (sys.executable, "-m", "server.cli", "worker", "--beside")


class Keeper(Arbiter):  # type: ignore[misc]
    """Keeps the background worker alive as it keeps its own; both end when this process does."""

    background: subprocess.Popen[bytes] | None = None

    def manage_workers(self) -> None:
        super().manage_workers()
        if self.background is None or self.background.poll() is not None:
            self.background = subprocess.Popen((*WORKER, str(os.getpid())))  # noqa: S603 -- ourselves

    def stop(self, graceful: bool = True) -> None:
        if self.background is not None:
            self.background.terminate()
        super().stop(graceful)


class Served(BaseApplication):  # type: ignore[misc]
    """``wsgi:app`` under gunicorn with threads; one process, because SQLite has one writer."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return import_app("wsgi:app")

    def run(self) -> None:
        Keeper(self).run()


@click.command("serve")
def serve() -> None:
    """Bring the tables up to date, serve on HOST and PORT, and do the work that waits."""
    settings = Settings.from_env()
    _check_free(settings.host, settings.port)
    migrate(settings.database_url)
    click.echo(f"Truckroll serves {settings.public_origin}")
    options = {
        "bind": f"{settings.host}:{settings.port}",
        "worker_class": "gthread",
        "workers": 1,
        "threads": settings.threads,
        "keepalive": 30,
        "timeout": 60,
        "graceful_timeout": 20,
        "control_socket_disable": True,
        "loglevel": "warning",
    }
    Served(options).run()


def _check_free(host: str, port: int) -> None:
    """Refuse, in words, an address that nobody can listen on; gunicorn itself would only retry."""
    address = (host.strip("[]"), port)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    give_up = time.monotonic() + TAKEOVER_SECONDS
    while True:
        try:
            socket.create_server(address, family=family).close()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise click.ClickException(f"Cannot listen on {host}:{port}: {error}. Set HOST and PORT.") from error
            if time.monotonic() > give_up:
                raise click.ClickException(
                    f"Port {port} is in use. Stop what listens there, or choose another port: PORT={port + 1} make run"
                ) from error
            time.sleep(0.1)  # nothing tells when a killed server's orphans let go; the deadline is above
        else:
            return
