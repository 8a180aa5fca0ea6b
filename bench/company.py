"""A company as large as the bench needs: four technicians with jobs, and a catalogue of many parts."""

import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import update

from server.engines import Engines, open_engines
from server.mutations.acting import SYSTEM
from server.settings import Settings
from server.tables.passwords import hash_password
from server.tables.people import PersonRow
from sync.engine import Recording

PASSWORD = "a long enough password"
JOBS = 8
AT_ONCE = 1000
NAMES = (
    ("空压机总成", "Air compressor"),
    ("气室膜片", "Brake chamber diaphragm"),
    ("车门电机", "Door motor"),
    ("转向助力泵", "Power steering pump"),
    ("发电机皮带", "Alternator belt"),
    ("冷却水管", "Coolant hose"),
    ("仪表总成", "Instrument cluster"),
)


class Company:
    """Who and what is there; every id follows from its name."""

    technicians = ("tech1", "tech2", "tech3", "tech4")
    manager = "manager"

    @staticmethod
    def id(name: str) -> str:
        """Return the id that belongs to ``name``, in the form of a UUIDv7."""
        text = uuid.uuid5(uuid.NAMESPACE_OID, name).hex
        return str(uuid.UUID(hex=f"{text[:12]}7{text[13:16]}8{text[17:]}"))

    @classmethod
    def jobs_of(cls, technician: int) -> list[str]:
        """Return the ids of the jobs that are granted to technician number ``technician``."""
        return [cls.id(f"job {technician} {number}") for number in range(JOBS)]

    @classmethod
    def part(cls, number: int) -> str:
        """Return the id of part ``number``."""
        return cls.id(f"part {number}")


def found(engines: Engines, parts: int) -> None:
    """Write the company through the log, as everything is written."""
    for recordings in (_people(), _customers(), _parts(parts), _jobs()):
        everything = list(recordings)
        for start in range(0, len(everything), AT_ONCE):
            results = engines.sync.record_many(everything[start : start + AT_ONCE])
            if wrong := [result for result in results if result.verdict != "applied"]:
                raise RuntimeError(f"The bench's company could not be founded: {wrong[0]}")
    with engines.sessions.begin() as session:
        session.execute(update(PersonRow).values(password_hash=hash_password(PASSWORD)))


def _recorded(name: str, lane: str, body: dict[str, Any], by: str = SYSTEM) -> Recording:
    return Recording(user_id=by, name=name, v=1, lane=lane, body=body)


def _people() -> Iterator[Recording]:
    station = Company.id("station")
    names = {"station_id": station, "code": "NB", "name": "宁波服务站", "name_en": "Ningbo station", "city": "宁波"}
    yield _recorded("station.add", f"station:{station}", names)
    for login in (*Company.technicians, Company.manager):
        person = {
            "person_id": Company.id(login),
            "login": login,
            "name": login,
            "roles": ["manager", "dispatcher"] if login == Company.manager else ["technician"],
            "station_id": station,
            "phone": "139 0574 1180",
            "language": "zh",
        }
        yield _recorded("person.add", f"person:{person['person_id']}", person)


def _customers() -> Iterator[Recording]:
    customer = {
        "customer_id": Company.id("customer"),
        "station_id": Company.id("station"),
        "name": "临江公交三分公司",
        "contact": "陈国强 队长",
        "phone": "138 0574 2261",
        "address": "宁波市东港路 18 号",
    }
    yield _recorded("customer.add", f"customer:{customer['customer_id']}", customer)
    for technician in range(len(Company.technicians)):
        for number in range(JOBS):
            yield _unit(f"unit {technician} {number}", f"浙B·D{technician}{number:03d}")


def _unit(name: str, plate: str) -> Recording:
    unit = {
        "equipment_id": Company.id(name),
        "station_id": Company.id("station"),
        "customer_id": Company.id("customer"),
        "kind": "coach",
        "model": "恒川 HC6127 城际客车",
        "serial": name.replace(" ", "-"),
        "plate": plate,
        "delivered_on": "2025-03-18",
        "warranty_until": "2028-03-18",
        "warranty_km": 200000,
        "last_km": 171905,
        "last_h": 4890,
        "visit_count": 6,
    }
    return _recorded("equipment.add", f"equipment:{unit['equipment_id']}", unit)


def _parts(parts: int) -> Iterator[Recording]:
    for number in range(parts):
        part = {
            "part_id": Company.part(number),
            "part_no": f"{3000 + number // 100}-{number:05d}",
            "name": f"{NAMES[number % len(NAMES)][0]} {number % 977} 型",
            "name_en": f"{NAMES[number % len(NAMES)][1]}, type {number % 977}",
            "unit": "件",
            "serialised": False,
            "list_price_minor": 900 + number * 7919 % 400_000,
            "currency": "CNY",
            "on_hold": False,
        }
        yield _recorded("part.add", f"part:{part['part_id']}", part)
    for login in Company.technicians:
        for number in range(10):
            stock = {"location": f"van:{Company.id(login)}", "part_id": Company.part(number), "quantity": 1_000_000}
            yield _recorded("stock.open", f"stock:{stock['location']}:{stock['part_id']}", stock)


def _jobs() -> Iterator[Recording]:
    for technician, login in enumerate(Company.technicians):
        for number, job in enumerate(Company.jobs_of(technician)):
            opened = {
                "job_id": job,
                "customer_id": Company.id("customer"),
                "equipment_id": Company.id(f"unit {technician} {number}"),
                "site_address": "宁波市东港路 18 号停车场",
                "contact": "陈国强 队长",
                "phone": "138 0574 2261",
                "fault_reported": "爬坡后气压掉到 6 bar，机舱有油味。",
                "fault_class": "body",
                "urgency": "normal",
                "distance_km": 42,
                "planned_at": None,
                "analysis": None,
                "likely_parts": [],
            }
            yield _recorded("job.open", f"job:{job}", opened, Company.id(Company.manager))
            assigned = {
                "job_id": job,
                "technician_ids": [Company.id(login)],
                "lead_id": Company.id(login),
                "planned_at": None,
            }
            yield _recorded("job.assign", f"job:{job}", assigned, Company.id(Company.manager))


if __name__ == "__main__":
    found(open_engines(Settings.from_env(), lambda: datetime.now(UTC)), int(sys.argv[1]))
