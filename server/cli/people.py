"""Makes the first account; everybody else is added from inside."""

from datetime import UTC, datetime

import click
from sqlalchemy.exc import IntegrityError

from server.rules.people import Role, check_password
from server.settings import Settings
from server.tables.base import connect, new_id, open_sessions
from server.tables.passwords import hash_password
from server.tables.people import PersonRow
from sync.refusal import Refusal


@click.command("create-user")
@click.argument("login")
@click.option("--name", required=True, help="As others see it.")
@click.option("--role", "roles", type=click.Choice([role.value for role in Role]), multiple=True, required=True)
@click.option("--station", "station_id", help="Id of the station; without one, the head office.")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.password_option()
def create_user(
    login: str, *, name: str, roles: tuple[str, ...], station_id: str | None, language: str, password: str
) -> None:
    """Make an account."""
    now = datetime.now(UTC)
    person = PersonRow(
        id=new_id(now),
        login=login,
        name=name,
        roles=sorted(roles),
        station_id=station_id,
        phone=None,
        language=language,
        active=True,
        created_at=now,
    )
    try:
        check_password(password)
        person.password_hash = hash_password(password)
        with open_sessions(connect(Settings.from_env().database_url)).begin() as session:
            session.add(person)
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from refusal
    except IntegrityError as error:
        raise click.ClickException("The login is taken, or there is no such station.") from error
    click.echo(person.id)
