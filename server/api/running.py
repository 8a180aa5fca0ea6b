"""What runs behind the endpoints beside ``db``: settings, engines, clock and metrics of this application."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import current_app

from media.engine import Media
from server.api.metrics import Metrics
from server.engines import Engines
from server.settings import Settings
from sync.engine import SyncEngine

NAME = "truckroll"


@dataclass(frozen=True, slots=True)
class Running:
    """Made once by ``create_app``; never changed afterwards."""

    settings: Settings
    engines: Engines
    metrics: Metrics

    @property
    def clock(self) -> Callable[[], datetime]:
        return self.engines.clock

    @property
    def sync(self) -> SyncEngine:
        return self.engines.sync

    @property
    def media(self) -> Media:
        return self.engines.media


def running() -> Running:
    """Return what runs behind the current request."""
    found = current_app.extensions[NAME]
    if not isinstance(found, Running):
        raise TypeError("create_app did not make this application")
    return found
