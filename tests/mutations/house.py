"""A small house on the real engine: two stations, their people, one unit, one part, and phones that push."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from server.mutations.acting import SYSTEM
from server.mutations.application import ENTRIES, FieldService
from server.rules.keys import PrivateKey, make_private_key
from server.tables.base import db, open_sessions
from server.tables.database import open_database
from sync.engine import Envelope, Recording, SyncEngine
from sync.envelope import hash_envelope, wire_time

CONTRACT = Path(__file__).parents[1] / "contract"
GOLDEN = {
    golden["name"]: golden
    for golden in (json.loads(path.read_text()) for path in sorted((CONTRACT / "mutations").glob("*.json")))
}


def golden_id(number: int) -> str:
    return f"019a9c3e-7b10-7000-8000-{number:012d}"


NINGBO, WENZHOU = golden_id(1), golden_id(2)
ZHOU, DISPATCHER, MU, CLERK, MANAGER = (golden_id(number) for number in (11, 12, 13, 14, 15))
FAR_MANAGER, FAR_DISPATCHER, FAR_CLERK, HEAD = (golden_id(number) for number in (16, 17, 18, 19))
CUSTOMER, UNIT, PART, FAULT = (golden_id(number) for number in (21, 22, 23, 24))
JOB, VISIT, SWAP, OLD_PART, PHOTO, SIGNATURE, RECEIPT = (golden_id(number) for number in range(31, 38))
TAG = "7K4M92G"
PEOPLE = {
    ZHOU: ("technician", NINGBO),
    MU: ("technician", NINGBO),
    DISPATCHER: ("dispatcher", NINGBO),
    CLERK: ("clerk", NINGBO),
    MANAGER: ("manager", NINGBO),
    FAR_MANAGER: ("manager", WENZHOU),
    FAR_DISPATCHER: ("dispatcher", WENZHOU),
    FAR_CLERK: ("clerk", WENZHOU),
    HEAD: ("manager", None),
}


def body_of(name: str, /, **changes: Any) -> dict[str, Any]:
    """The golden body, with some fields changed."""
    return {**GOLDEN[name]["body"], **changes}


@dataclass
class Phone:
    """Somebody's device: it records at once, or keeps what it records until it is told to push."""

    house: "House"
    user_id: str
    device_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    base: int = 0
    seq: int = 0
    unsent: list[Envelope] = field(default_factory=list)

    def record(self, name: str, /, *, lane: str | None = None, body: Mapping[str, Any] | None = None, **changes: Any):
        """Record and push one mutation; answers its verdict."""
        self.keep(name, lane=lane, body=body, **changes)
        return self.push()[-1]

    def keep(self, name: str, /, *, lane: str | None = None, body: Mapping[str, Any] | None = None, **changes: Any):
        """Record without a signal."""
        text = json.dumps(body_of(name, **changes) if body is None else body, ensure_ascii=False)
        self.seq += 1
        mutation_id, told = str(uuid.uuid4()), wire_time(self.house.now)
        lane = lane or GOLDEN[name]["lane"]
        sha256 = hash_envelope(mutation_id, name, 1, lane, self.base, told, 480, text)
        envelope = Envelope(
            seq=self.seq,
            mutation_id=mutation_id,
            name=name,
            v=1,
            lane=lane,
            base=self.base,
            body=text,
            device_time=told,
            tz_offset_min=480,
            clock_offset_ms=0,
            sha256=sha256,
        )
        self.unsent.append(envelope)
        return envelope

    def push(self):
        """Send everything; answers the verdicts of what was sent, as they stand now."""
        sent, self.unsent = self.unsent, []
        return self.house.sync.push(self.user_id, self.device_id, "main", "", sent).results

    def pull(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Everything that this person sees, and remember how far that goes."""
        seen: dict[tuple[str, str], dict[str, Any]] = {}
        cursor, more = None, True
        while more:
            answer = self.house.sync.pull(self.user_id, self.device_id, cursor, 1000)
            cursor, more, self.base = answer.cursor, answer.more, answer.position
            for change in answer.changes:
                for one in change.get("snapshot", [change]):
                    if "row" in one:
                        seen[one["table"], one["id"]] = one["row"]
        return seen


class House:
    """The server, with a clock that stands still until a test moves it."""

    def __init__(self, migrated_url: str) -> None:
        self.now = datetime(2026, 11, 19, 5, 22, tzinfo=UTC)
        with open_database(migrated_url).app_context():
            self.database: Engine = db.engine
        self.sessions: sessionmaker[Session] = open_sessions(self.database)
        self.seal_key = PrivateKey(make_private_key())
        self.sync = SyncEngine(self.sessions, FieldService(self.seal_key), lambda: self.now)
        self._phones: dict[str, Phone] = {}

    def phone(self, user_id: str) -> Phone:
        return self._phones.setdefault(user_id, Phone(self, user_id))

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def system(self, name: str, /, **changes: Any):
        return self.sync.record(SYSTEM, name, 1, GOLDEN[name]["lane"], body_of(name, **changes))

    def rows(self, row_class: type[Any]) -> list[Any]:
        with self.sessions() as session:
            return list(session.scalars(select(row_class).order_by(*row_class.__mapper__.primary_key)))

    def row(self, row_class: type[Any], row_id: str) -> Any:
        with self.sessions() as session:
            return session.get(row_class, row_id)

    def furnish(self) -> None:
        """Stations, people, catalogue, two parts in Zhou's van."""
        recordings = [
            _added("station.add", station_id=NINGBO),
            _added("station.add", station_id=WENZHOU, code="WZ", name="温州服务站", name_en="Wenzhou", city="温州"),
            *(
                _added("person.add", person_id=person, login=person[-2:], roles=[role], station_id=station)
                for person, (role, station) in PEOPLE.items()
            ),
            *(_added(f"{table}.add") for table in ("customer", "equipment", "part", "fault")),
            _added("stock.open"),
        ]
        results = self.sync.record_many(recordings)
        assert {str(result.verdict) for result in results} == {"applied"}, results

    def open_job(self, *technicians: str, **changes: Any) -> None:
        """The dispatcher opens the golden job and assigns it; the first technician leads."""
        opened = self.phone(DISPATCHER).record("job.open", **changes)
        assert opened.verdict == "applied", opened
        if technicians:
            self.assign(*technicians)

    def assign(self, *technicians: str) -> None:
        given = self.phone(DISPATCHER).record("job.assign", technician_ids=list(technicians), lead_id=technicians[0])
        assert given.verdict == "applied", given
        for technician in technicians:
            self.phone(technician).pull()

    def serve(self, *, until: str = "visit.end", technician: str = ZHOU) -> list[Any]:
        """Zhou does the whole golden visit, up to and including ``until``."""
        phone = self.phone(technician)
        results = []
        for name, changes in SERVICE:
            results.append(phone.record(name, **changes))
            if name == until:
                break
        return results


SERVICE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("visit.arrive", {}),
    ("visit.record_listen", {}),
    ("visit.record_look", {}),
    ("photo.attach", {}),
    ("visit.record_check", {}),
    ("swap.record", {}),
    ("old_part.tag", {}),
    ("visit.record_handle", {}),
    ("visit.end", {}),
    ("visit.sign", {}),
)


def _added(name: str, /, **changes: Any) -> Recording:
    body = body_of(name, **changes)
    own_id = body.get(f"{name.split('.', maxsplit=1)[0]}_id", "opening")
    return Recording(SYSTEM, name, 1, f"{name}:{own_id}", body)


def discrepancy_codes(result: Any) -> list[str]:
    """Every code that the verdict names."""
    return [result.code, *(one["code"] for one in (result.detail or {}).get("more", []))]


assert set(GOLDEN) >= set(ENTRIES)
