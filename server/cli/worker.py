"""The background worker: drains what transactions left to be done."""

import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator

import click

from media.worker import drain as drain_files
from server.documents.drain import Press
from server.documents.drain import drain as drain_reports
from server.engines import Engines, opened, seal_key
from server.logs import write_logs
from server.notify.drain import drain as drain_messages
from server.notify.reminders import remind
from server.notify.send import Sender
from server.settings import Settings

log = logging.getLogger(__name__)

TICK_SECONDS = 1.0


@click.command("worker")
@click.option("--beside", type=int, help="Id of the process that started this one: end when it does.")
def worker(beside: int | None) -> None:
    """Do the work that waits until told to stop."""
    write_logs()
    settings = Settings.from_env()
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    with opened(settings) as engines:
        duties = list(_duties(settings, engines))
        _attempt(engines.sync.retry_held)
        while not stopped.is_set() and not (beside and os.getppid() != beside):
            for duty in duties:
                _attempt(duty)
            stopped.wait(TICK_SECONDS)


def _duties(settings: Settings, engines: Engines) -> Iterator[Callable[[], object]]:
    """What is done again and again; each does what is due and comes back."""
    yield lambda: drain_files(engines.media)
    press = Press(engines.media, settings.public_origin, seal_key(settings))
    yield lambda: drain_reports(press, engines.clock())
    yield lambda: remind(engines.sessions, engines.clock())
    if settings.vapid_private_key is None or settings.vapid_subject is None:
        log.warning("push messages wait: VAPID_PRIVATE_KEY or VAPID_SUBJECT is not set")
    else:
        sender = Sender(settings.vapid_private_key, settings.vapid_subject)
        yield lambda: drain_messages(engines.sessions, sender, engines.clock())


def _attempt(duty: Callable[[], object]) -> None:
    """A duty that fails is tried again at the next tick and keeps no other from being done."""
    try:
        duty()
    except Exception:
        log.exception("duty_failed")
