"""What runs behind the endpoints: settings, database, clock and metrics of this application."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from server.api.metrics import Metrics
from server.settings import Settings

NAME = "truckroll"


@dataclass(frozen=True, slots=True)
class Running:
    """Made once by ``create_app``; never changed afterwards."""

    settings: Settings
    engine: Engine
    sessions: sessionmaker[Session]
    clock: Callable[[], datetime]
    metrics: Metrics


def running() -> Running:
    """Return what runs behind the current request."""
    found = current_app.extensions[NAME]
    if not isinstance(found, Running):
        raise TypeError("create_app did not make this application")
    return found
