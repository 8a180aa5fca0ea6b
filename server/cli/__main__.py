"""``python -m server.cli``: every command of the installation."""

import sys
from importlib import import_module

import click

from server.settings import SettingsError

COMMANDS = {
    "init": "init.init",
    "migrate": "database.migrate_tables",
    "demo": "demo.demo",
    "serve": "serve.serve",
    "worker": "worker.worker",
    "create-user": "people.create_user",
    "set-password": "people.set_password",
    "held": "held.held",
    "retry-held": "held.retry_held",
    "set-aside": "held.set_aside",
    "apply-rescue": "held.apply_rescue",
    "audit": "audit.audit",
    "seal-keys": "seal_keys.seal_keys",
    "verify": "verify.verify",
    "verify-bundle": "verify_bundle.verify_bundle",
    "backup": "backup.backup",
    "restore": "backup.restore",
    "openapi": "documents.openapi",
    "new-migration": "new_migration.new_migration",
}
"""By name: the module in this folder, and what it is called there."""


class Commands(click.Group):
    """Loads a command when it is asked for: a server starts without the demonstration, the press and the sheets."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click asks so
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, called = COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"server.cli.{module}"), called)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Truckroll: field service where the signal does not reach."""


if __name__ == "__main__":
    try:
        cli(prog_name="python -m server.cli")
    except SettingsError as error:
        sys.exit(f"Error: {error}")
