"""Commands for what waits in the inbox: held mutations, and bundles from dying phones."""

import click

from server.engines import opened
from server.mutations.acting import SYSTEM
from server.settings import Settings


@click.command("retry-held")
def retry_held() -> None:
    """Apply what waits or is held, after a fix; the worker does the same when it starts."""
    with opened(Settings.from_env()) as engines:
        click.echo(f"{engines.sync.retry_held()} settled")


@click.command("apply-rescue")
@click.argument("bundle_id")
def apply_rescue(bundle_id: str) -> None:
    """Take in the bundle that a dying or locked phone exported; twice changes nothing."""
    with opened(Settings.from_env()) as engines:
        try:
            results = engines.sync.apply_rescue(bundle_id, SYSTEM)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    for result in results:
        click.echo(f"{result.seq} {result.mutation_id} {result.verdict.value} {result.code or ''}".rstrip())
