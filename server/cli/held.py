"""Commands for what waits in the inbox: held mutations, and bundles from dying phones."""

import click

from server.cli.rescued_files import bring_files
from server.engines import opened
from server.mutations.acting import SYSTEM
from server.settings import Settings


@click.command("retry-held")
def retry_held() -> None:
    """Apply what waits or is held, after a fix; the worker does the same when it starts."""
    with opened(Settings.from_env()) as engines:
        click.echo(f"{engines.sync.retry_held()} settled")


@click.command("held")
def held() -> None:
    """List what is held: its number, why, since when, in which lane."""
    with opened(Settings.from_env()) as engines:
        for one in engines.sync.held():
            click.echo(f"{one.number}  {one.code}  {one.received_at}  {one.name}  {one.lane}  {one.device_id}")


@click.command("set-aside")
@click.argument("number", type=int)
def set_aside(number: int) -> None:
    """Let the lane of a held mutation go on without it; it stays in the inbox, and its device is told."""
    with opened(Settings.from_env()) as engines:
        try:
            settled = engines.sync.set_aside(number, SYSTEM)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"Set aside. {settled} settled")


@click.command("apply-rescue")
@click.argument("bundle_id")
def apply_rescue(bundle_id: str) -> None:
    """Take in the bundle that a dying or locked phone exported; twice changes nothing."""
    with opened(Settings.from_env()) as engines:
        try:
            results = engines.sync.apply_rescue(bundle_id, SYSTEM)
            files = bring_files(engines, engines.sync.rescued(bundle_id))
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    for result in results:
        click.echo(f"{result.seq} {result.mutation_id} {result.verdict.value} {result.code or ''}".rstrip())
    click.echo(f"{files} photos and voice notes")
