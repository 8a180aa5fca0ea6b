"""Adds the demonstration's company to the log: people, customers, units, catalogue and opening stock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from server.cli.demo_catalogue import FAMILIES, KINDS
from server.cli.demo_checklists import Asked, add_checklists
from server.cli.demo_company import ACCOUNTS, CONTACTS, CUSTOMERS, MODELS, STATIONS, Model, Station
from server.cli.demo_log import Log
from server.mutations.acting import SYSTEM
from server.rules.stock import store, van

UNITS_OF_A_CUSTOMER = 5
KINDS_IN_A_VAN = 24
DAYS_IN_THE_BOOKS = 400
_HELD = "8108"
_CARRIES_HELD = "lu.ping"
"""One of the batch on hold is in a van (PART-9)."""
_OFF_THE_ROAD = {"0": MODELS[4], "5": MODELS[5]}
"""Customers whose id ends so run machines that have no plate."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the scenes need it."""

    id: str
    customer: "Customer"
    model: Model
    serial: str
    km: int
    hours: int


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer as the scenes need it."""

    id: str
    station: Station
    contact: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class Files:
    """Everything that the scenes refer to, by its natural name."""

    stations: Mapping[str, str]
    people: Mapping[str, str]
    units: Mapping[str, list[Unit]]
    parts: Mapping[tuple[str, int], str]
    part_numbers: Mapping[str, str]
    faults: Mapping[str, str]
    held_part: str
    van_parts: Mapping[str, list[tuple[str, int]]]
    checklists: Mapping[tuple[str, str], Asked]


def add_files(log: Log) -> Files:
    """Note the whole company, as it stood before the week began."""
    began = log.now - timedelta(days=DAYS_IN_THE_BOOKS)
    stations = {
        station.code: log.add(
            "station",
            {"code": station.code, "name": station.name, "name_en": station.name_en, "city": station.city},
            began,
        )
        for station in STATIONS
    }
    people = {account.login: _add_person(log, account, stations, began) for account in ACCOUNTS}
    parts, numbers = _add_parts(log, began)
    faults = {
        kind.group: log.add(
            "fault",
            {
                "code": f"{kind.group}-{place % 9 + 1:02d}",
                "name": kind.fault,
                "name_en": kind.fault_en,
                "fault_class": kind.fault_class,
            },
            began,
        )
        for place, kind in enumerate(KINDS)
    }
    units = {station.code: _add_customers(log, station, stations[station.code], began) for station in STATIONS}
    van_parts = _open_stock(log, stations, people, parts)
    checklists = add_checklists(log, people["admin"], began)
    return Files(stations, people, units, parts, numbers, faults, parts[_HELD, 0], van_parts, checklists)


def _add_person(log: Log, account: Any, stations: Mapping[str, str], at: datetime) -> str:
    area = next((station.area for station in STATIONS if station.code == account.station), "0571")
    return log.add(
        "person",
        {
            "login": account.login,
            "name": account.name,
            "roles": [account.role],
            "station_id": None if account.station is None else stations[account.station],
            "phone": f"139 {area} {log.chance.randint(1000, 9999)}",
            "language": "zh",
        },
        at,
    )


def _add_parts(log: Log, at: datetime) -> tuple[dict[tuple[str, int], str], dict[str, str]]:
    parts, numbers = {}, {}
    for kind in KINDS:
        for family, mark in enumerate(FAMILIES):
            number = f"{kind.group}-{417 + family * 113:05d}"
            part_id = log.add(
                "part",
                {
                    "part_no": number,
                    "name": f"{kind.name} {mark}".strip(),
                    "name_en": f"{kind.name_en} {mark}".strip(),
                    "unit": "件",
                    "serialised": kind.serialised,
                    "list_price_minor": kind.yuan * (100 + family * 7),
                    "currency": "CNY",
                    "on_hold": kind.group == _HELD and family == 0,
                },
                at,
            )
            parts[kind.group, family] = part_id
            numbers[part_id] = number
    return parts, numbers


def _add_customers(log: Log, station: Station, station_id: str, at: datetime) -> list[Unit]:
    units = []
    for place, name in enumerate(CUSTOMERS[station.code]):
        contact = CONTACTS[(place + len(station.city)) % len(CONTACTS)]
        phone = f"138 {station.area} {log.chance.randint(1000, 9999)}"
        street = log.chance.choice(station.streets)
        address = f"{station.city}市{street} {log.chance.randint(2, 388)} 号"
        body = {"station_id": station_id, "name": name, "contact": contact, "phone": phone, "address": address}
        customer = Customer(log.add("customer", body, at), station, contact, phone, address)
        units += [_add_unit(log, customer, station_id, at) for _ in range(UNITS_OF_A_CUSTOMER)]
    return units


def _add_unit(log: Log, customer: Customer, station_id: str, at: datetime) -> Unit:
    chance = log.chance
    model = _OFF_THE_ROAD.get(customer.id[-1]) or chance.choice(MODELS[:4])
    delivered = (log.now - timedelta(days=chance.randint(60, 1900))).date()
    years = 3
    km = 0 if model.warranty_km is None else chance.randint(9_000, 340_000)
    hours = chance.randint(300, 9_000) if km == 0 else km // 36
    serial = f"{model.prefix}{chance.randint(1, 9)}PB{chance.randint(1000, 9999):06d}"
    unit_id = log.add(
        "equipment",
        {
            "station_id": station_id,
            "customer_id": customer.id,
            "kind": model.kind,
            "model": model.name,
            "serial": serial,
            "plate": None if model.warranty_km is None else _plate(log, customer.station),
            "delivered_on": delivered.isoformat(),
            "warranty_until": (delivered + timedelta(days=365 * years)).isoformat(),
            "warranty_km": model.warranty_km,
            "last_km": km or None,
            "last_h": hours,
            "visit_count": chance.randint(0, 12),
        },
        at,
    )
    return Unit(unit_id, customer, model, serial, km, hours)


def _plate(log: Log, station: Station) -> str:
    return f"浙{station.letter}·{log.chance.choice('ADFGHJK')}{log.chance.randint(1000, 9999)}"


def _open_stock(
    log: Log, stations: Mapping[str, str], people: Mapping[str, str], parts: Mapping[tuple[str, int], str]
) -> dict[str, list[tuple[str, int]]]:
    """Fill the stores and the vans; answers what kind of part, for which family, each technician carries."""
    at = log.now - timedelta(days=60)
    chance = log.chance
    for station_id in stations.values():
        for part in chance.sample(sorted(parts), 160):
            _open(log, store(station_id), parts[part], chance.randint(2, 18), at)
    carried = {}
    for account in ACCOUNTS:
        if account.role != "technician":
            continue
        some = sorted(part for part in parts if part[0] != _HELD and part[1] != len(FAMILIES) - 1)
        carried[account.login] = chance.sample(some, KINDS_IN_A_VAN)
        for part in carried[account.login]:
            _open(log, van(people[account.login]), parts[part], chance.randint(1, 4), at)
    _open(log, van(people[_CARRIES_HELD]), parts[_HELD, 0], 1, at)
    return carried


def _open(log: Log, location: str, part_id: str, quantity: int, at: datetime) -> None:
    body = {"location": location, "part_id": part_id, "quantity": quantity}
    log.tell(SYSTEM, "stock.open", f"stock:{location}", body, at)
