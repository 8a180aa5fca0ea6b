"""What the books say, read once for a whole file."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.imports.files import File
from server.tables.customers import CustomerRow
from server.tables.people import StationRow


@dataclass(slots=True)
class Known:
    """A row by its fields, and how many rows have the same key."""

    id: str
    values: Mapping[str, Any]
    count: int = 1


@dataclass(frozen=True, slots=True)
class Books:
    """``own_station`` is the only one whose rows the person keeps, None for somebody who keeps all."""

    rows: Mapping[tuple[str, ...], Known]
    stations: Mapping[str, str]
    customers: Mapping[str, Sequence[tuple[str, str]]]
    own_station: str | None

    def station_of(self, word: str) -> str | None:
        """Return the id of the station with this code or name."""
        return self.stations.get(word.casefold())

    def customers_of(self, name: str, station_id: str | None) -> list[tuple[str, str]]:
        """Return id and station of the customers with this name, at one station or anywhere."""
        named = self.customers.get(name, ())
        return [one for one in named if station_id is None or one[1] == station_id]

    def keeps(self, station_id: str) -> bool:
        """Say whether the person keeps the files of this station."""
        return self.own_station is None or self.own_station == station_id


def read_books(session: Session, file: File, own_station: str | None) -> Books:
    """Read the rows of the file's table, and the stations and customers that a line may lead to."""
    return Books(_rows(session, file), _stations(session), _customers(session, file), own_station)


def _rows(session: Session, file: File) -> dict[tuple[str, ...], Known]:
    names = [column.key for column in file.row_class.__table__.columns]
    found: dict[tuple[str, ...], Known] = {}
    for row in session.execute(select(*(getattr(file.row_class, name) for name in names))):
        values = dict(zip(names, row, strict=True))
        key = tuple(str(values[name]) for name in file.key)
        if key in found:
            found[key].count += 1
        else:
            found[key] = Known(values["id"], values)
    return found


def _stations(session: Session) -> dict[str, str]:
    rows = session.execute(select(StationRow.id, StationRow.code, StationRow.name, StationRow.name_en))
    return {word.casefold(): station_id for station_id, *words in rows for word in words}


def _customers(session: Session, file: File) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    if any(column.name == "customer" for column in file.columns):
        rows = session.execute(select(CustomerRow.name, CustomerRow.id, CustomerRow.station_id))
        for name, customer_id, station_id in rows:
            found[name].append((customer_id, station_id))
    return found
