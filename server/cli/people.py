"""Accounts: the first one, and passwords, which never stand in the log."""

from datetime import UTC, datetime

import click
from sqlalchemy import update

from server.engines import opened
from server.mutations.acting import SYSTEM
from server.rules.people import Role, check_password
from server.settings import Settings
from server.tables.base import db, new_id
from server.tables.passwords import hash_password
from server.tables.people import PersonRow
from sync.ports import Verdict
from sync.refusal import Refusal


@click.command("create-user")
@click.argument("login")
@click.option("--name", required=True, help="As others see it.")
@click.option("--role", "roles", type=click.Choice([role.value for role in Role]), multiple=True, required=True)
@click.option("--station", "station_id", help="Id of the station; without one, the head office.")
@click.option("--phone")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.password_option()
def create_user(password: str, **person: str | tuple[str, ...] | None) -> None:
    """Make an account."""
    hashed = _hash(password)
    person_id = new_id(datetime.now(UTC))
    body = {"person_id": person_id, **person, "roles": sorted(person["roles"] or ())}
    with opened(Settings.from_env()) as engines, db.session.begin():
        result = engines.sync.record(SYSTEM, "person.add", 1, f"person:{person_id}", body, session=db.session())
        if result.verdict is not Verdict.APPLIED:
            raise click.ClickException(f"Not added ({result.code}): {dict(result.detail or {})}")
        db.session.execute(update(PersonRow).where(PersonRow.id == person_id).values(password_hash=hashed))
    click.echo(person_id)


@click.command("set-password")
@click.argument("login")
@click.password_option()
def set_password(login: str, password: str) -> None:
    """Give somebody another password; their devices stay signed in."""
    hashed = _hash(password)
    with opened(Settings.from_env()), db.session.begin():
        changed = db.session.execute(
            update(PersonRow).where(PersonRow.login == login).values(password_hash=hashed).returning(PersonRow.id)
        )
        if changed.first() is None:
            raise click.ClickException("Nobody has this login.")


def _hash(password: str) -> str:
    try:
        check_password(password)
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from refusal
    return hash_password(password)
