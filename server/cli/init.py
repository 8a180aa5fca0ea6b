"""Makes this installation's own secrets, once."""

import os
from pathlib import Path

import click

from server.notify.keys import make_private_key
from server.settings import VAR


@click.command("init")
def init() -> None:
    """Make this installation's secrets, unless it has them; nobody else can read the file."""
    path = Path(os.environ.get("SETTINGS_FILE", VAR / "settings.env"))
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        file.write(f"VAPID_PRIVATE_KEY={make_private_key()}\nVAPID_SUBJECT=mailto:office@localhost\n")
    click.echo(f"Made {path}. Keep it: with another key, devices must subscribe to push messages again.")
