"""The one place where a test waits for another process."""

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE_S = 60.0
T = TypeVar("T")


def until(condition: Callable[[], T], within: float = PATIENCE_S) -> T:
    """Return what became true, or the last answer once ``within`` seconds are over."""
    end = time.monotonic() + within
    while not (found := condition()) and time.monotonic() < end:
        time.sleep(0.02)  # another process is under way; nothing here can be told when it is done
    return found
