"""Makes this installation's own secrets, once."""

import os
from pathlib import Path

import click

from server.notify.keys import make_private_key as make_vapid_key
from server.rules.keys import make_private_key as make_seal_key
from server.settings import VAR


@click.command("init")
def init() -> None:
    """Make the secrets that this installation lacks; nobody else can read the file."""
    path = Path(os.environ.get("SETTINGS_FILE", VAR / "settings.env"))
    path.parent.mkdir(parents=True, exist_ok=True)
    had = path.read_text(encoding="utf-8") if path.exists() else ""
    named = {line.partition("=")[0] for line in had.splitlines()}
    made = [line for line in _secrets() if line.partition("=")[0] not in named]
    if not made:
        return
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(opened, "a", encoding="utf-8") as file:
        file.write("" if had.endswith("\n") or not had else "\n")
        file.writelines(f"{line}\n" for line in made)
    click.echo(f"Made {path}. Keep it apart from the database: with another VAPID key, devices must subscribe to push")
    click.echo("messages again; a lost seal key leaves SEAL_FORMER_KEYS to name what it signed.")


def _secrets() -> list[str]:
    return [
        f"VAPID_PRIVATE_KEY={make_vapid_key()}",
        "VAPID_SUBJECT=mailto:office@localhost",
        f"SEAL_KEY={make_seal_key()}",
    ]
