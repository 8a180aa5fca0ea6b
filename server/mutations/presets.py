"""The presets in force: what a manager has changed, and otherwise what the house began with."""

from typing import Any

from sqlalchemy.orm import Session

from server.rules.presets import INITIAL
from server.tables.loading import load, preload
from server.tables.presets import PresetRow


def preset(session: Session, name: str) -> Any:
    """Return the preset's value."""
    preload(session, PresetRow, INITIAL, lock=False)
    row = load(session, PresetRow, name)
    return INITIAL[name] if row is None else row.value
