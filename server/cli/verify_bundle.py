"""Checks a month's bundle by itself: no database, no network, only the public key of the server (VIS-14)."""

from pathlib import Path

import click

from server.documents.bundle_check import NotABundleError, check_bundle
from server.engines import seal_keys
from server.settings import Settings

_WORDS = {
    "altered": "altered: {path}",
    "gone": "taken out: {path}",
    "added": "put in afterwards: {path}",
    "unsigned": "the server did not sign the manifest, so nothing proves it",
    "signature": "the manifest was altered: the server's signature does not fit it",
    "unknown_key": "signed by a key that is not known here; give it with --server-key if you trust it",
}


@click.command("verify-bundle")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--server-key", "keys", multiple=True, help="The server's public key, as `seal-keys` prints it.")
def verify_bundle(file: Path, keys: tuple[str, ...]) -> None:
    """Check every file of a month's bundle against its signed manifest.

    Ends with 0 when the bundle is whole, 1 when something was changed, 2 when it cannot be told.
    """
    try:
        problems = check_bundle(file, frozenset(keys) or seal_keys(Settings.from_env()))
    except NotABundleError as error:
        raise click.exceptions.Exit(_say(str(error), 2)) from error
    for problem in problems:
        click.echo(_WORDS[problem.what].format(path=problem.path))
    if not problems:
        raise click.exceptions.Exit(_say("The bundle is whole and unaltered.", 0))
    unproven = all(problem.what in ("unsigned", "unknown_key") for problem in problems)
    raise click.exceptions.Exit(2 if unproven else 1)


def _say(words: str, status: int) -> int:
    click.echo(words)
    return status
