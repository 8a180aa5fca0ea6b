"""The background worker: drains what transactions left to be done."""

import logging
import os
import signal
import sys
import threading

import click

from server.settings import Settings

log = logging.getLogger(__name__)

TICK_SECONDS = 1.0


@click.command("worker")
@click.option("--beside", type=click.Choice(["server"]), help="End when the process that started this one does.")
def worker(beside: str | None) -> None:
    """Do the work that waits until told to stop."""
    Settings.from_env()
    parent = os.getppid()
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    while not stopped.wait(TICK_SECONDS):
        if beside and os.getppid() != parent:
            sys.exit("The server is gone.")
