"""Checks a report's file by itself: no database, no network, only the public key of the server."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from server.documents.carried import NotAReportError, read_carried
from server.documents.check_words import tell
from server.documents.checking import Checked, check_alone, with_file
from server.documents.content import moment
from server.engines import seal_keys
from server.rules.report_check import Standing, short_code
from server.settings import Settings

UNCHANGED, ALTERED, CANNOT_TELL = 0, 1, 2
EXITS = {Standing.UNCHANGED: UNCHANGED, Standing.UNPROVEN: CANNOT_TELL, Standing.ALTERED: ALTERED}


@click.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--photo", "photos", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--server-key", "keys", multiple=True, help="The server's public key, as `seal-keys` prints it.")
@click.option("--language", type=click.Choice(["en", "zh"]), default="en")
def verify(file: Path, photos: tuple[Path, ...], keys: tuple[str, ...], language: str) -> None:
    """Check a report's PDF or JSON, and photos of it, without the server (VIS-7).

    Ends with 0 when nothing was changed, 1 when something was, 2 when it cannot be told: the file carries no report,
    a proof was never there, or no public key is known. Whether a newer revision exists, only the server knows.
    """
    try:
        carried = read_carried(file.read_bytes())
    except NotAReportError as error:
        click.echo(f"{tell(language, 'not_readable')}: {error}")
        raise click.exceptions.Exit(CANNOT_TELL) from error
    known = frozenset(keys) or seal_keys(Settings.from_env())
    trusted = known or frozenset(filter(None, (carried.sealed.server_key, carried.key)))
    checked = with_file(check_alone(carried.sealed, trusted), carried, trusted)
    standing = checked.standing
    for name, same in _compared(photos, checked):
        click.echo(tell(language, "photo_same" if same else "photo_other", name=name))
        standing = standing if same else Standing.ALTERED
    if standing is Standing.UNCHANGED and not known:
        standing, checked = Standing.UNPROVEN, replace(checked, failures=[*checked.failures, "unknown_key"])
    for line in _lines(checked, standing, language):
        click.echo(line)
    raise click.exceptions.Exit(EXITS[standing])


def _compared(photos: tuple[Path, ...], checked: Checked) -> Iterator[tuple[str, bool]]:
    content = checked.content or {}
    sealed = {one["sha256"] for one in content.get("photos", ())} | {content.get("stamp_photo")}
    for photo in photos:
        yield photo.name, hashlib.sha256(photo.read_bytes()).hexdigest() in sealed


def _lines(checked: Checked, standing: Standing, language: str) -> Iterator[str]:
    sealed, content = checked.sealed, checked.content
    yield f"{tell(language, standing.value)}: {tell(language, f'{standing}_says', n=sealed.revision, newest='')}"
    yield from (f"- {tell(language, failure, n='')}" for failure in checked.failures)
    yield f"{tell(language, 'revision', n=sealed.revision)}, {short_code(sealed.sha256)}, {sealed.sha256}"
    offset = 0 if content is None else content["times"]["tz_offset_min"]
    if content is not None:
        yield f"{tell(language, 'signed_at')}: {moment(content['times']['signed_at'], offset, language)}"
    yield f"{tell(language, 'received_at')}: {moment(sealed.received_at, offset, language)}"
