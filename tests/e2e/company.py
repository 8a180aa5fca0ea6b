"""The company of the browser tests: the one of the golden files, with a person for each role and two vans."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import update

from server.engines import open_engines
from server.mutations.acting import SYSTEM
from server.settings import Settings
from server.tables.migrate import migrate
from server.tables.passwords import hash_password
from server.tables.people import PersonRow
from sync.ports import Verdict

GOLDEN = Path(__file__).resolve().parent.parent / "contract" / "mutations"
PASSWORD = "a long enough password"
PEOPLE = {
    "zhou.hai": ("019a9c3e-7b10-7000-8000-000000000011", "周海", ["technician"]),
    "wu.yue": ("019a9c3e-7b10-7000-8000-000000000014", "吴越", ["technician"]),
    "fang.qing": ("019a9c3e-7b10-7000-8000-000000000012", "方晴", ["dispatcher"]),
    "lin.su": ("019a9c3e-7b10-7000-8000-000000000015", "林素", ["clerk"]),
    "shen.yue": ("019a9c3e-7b10-7000-8000-000000000013", "沈岳", ["manager"]),
}
PLATE = "浙B·D2186"
PART_NO = "3509-00417"


Told = tuple[str, str, dict[str, Any]]
"""A mutation: its name, its lane, its body."""


def found(settings: Settings, told: Sequence[Told] | None = None) -> None:
    """Write the company into an empty installation, through the log; ``told`` is another one than that of one job."""
    migrate(settings.database_url)
    engines = open_engines(settings)
    hashed = hash_password(PASSWORD)
    with engines.sessions.begin() as session:
        for name, lane, body in told or _mutations():
            result = engines.sync.record(SYSTEM, name, 1, lane, body, device_time=datetime.now(UTC), session=session)
            assert result.verdict is Verdict.APPLIED, (name, result)
        session.execute(update(PersonRow).values(password_hash=hashed))
    engines.database.dispose()


def _mutations() -> list[Told]:
    rest = ("customer.add", "equipment.add", "part.add", "fault.add", "stock.open")
    return [told("station.add"), *(engaged(login, *person) for login, person in PEOPLE.items()), *map(told, rest)]


def engaged(login: str, person_id: str, name: str, roles: Sequence[str]) -> Told:
    """Return what engages a person of the station."""
    changes = {"person_id": person_id, "login": login, "name": name, "roles": list(roles)}
    return "person.add", f"person:{person_id}", _golden("person.add")["body"] | changes


def told(name: str, lane: str | None = None, **changes: Any) -> Told:
    """Return the mutation of the golden file, with some values changed."""
    golden = _golden(name)
    return name, lane or golden["lane"], golden["body"] | changes


def _golden(name: str) -> dict[str, Any]:
    return json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
