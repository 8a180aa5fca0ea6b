"""Plays what happens on a job, step by step, as the people's devices would have recorded it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from server.cli import demo_drawings as drawings
from server.cli.demo_catalogue import KINDS, Kind
from server.cli.demo_files import Files, Unit
from server.cli.demo_log import Log, PhotoFile
from server.cli.demo_sound import silence
from server.rules.tags import ALPHABET, check_character

SPOKEN_SECONDS = 4
_STORIES = (
    "爬坡后{fault}，司机反映仪表报警。",
    "早班出车前发现：{fault}。",
    "行驶中有异常，停车检查疑似{fault}。",
    "用户来电：{fault}，下午还要出车。",
)
_USAGE = ("每天三趟山路", "市区公交，早晚高峰满载", "长途高速为主", "工地短驳，粉尘大", "旅游包车，周末集中用")
_DONE = "更换{part} {n} 件，试车 20 min，工作正常。"


@dataclass
class Scene:
    """One job. ``clock`` moves on with every step; ``by`` is the technician who leads.

    ``pictures`` by subject were drawn once for many scenes; what is not among them is then not photographed.
    """

    log: Log
    files: Files
    unit: Unit
    kind: Kind
    by: str
    dispatcher: str
    clock: datetime
    job_id: str = ""
    visit_id: str = ""
    swaps: list[dict[str, Any]] = field(default_factory=list)
    pictures: Mapping[str, bytes] | None = None

    @property
    def lane(self) -> str:
        return f"job:{self.job_id}"

    @property
    def technician(self) -> str:
        return self.files.people[self.by]

    def open(self, **changes: Any) -> None:
        """The call becomes a job."""
        self.job_id = self.log.new_id(self.clock)
        customer = self.unit.customer
        story = self.log.chance.choice(_STORIES).format(fault=self.kind.fault)
        body = {
            "job_id": self.job_id,
            "customer_id": customer.id,
            "equipment_id": self.unit.id,
            "site_address": f"{customer.address}停车场",
            "contact": customer.contact,
            "phone": customer.phone,
            "fault_reported": story,
            "fault_class": self.kind.fault_class,
            "urgency": "normal",
            "distance_km": self.log.chance.randint(4, 96),
            "planned_at": None,
            "analysis": f"先查{self.kind.name}，再查连接管线。",
            "likely_parts": [self.part_id],
            **changes,
        }
        self._tell(self.dispatcher, "job.open", body)

    @property
    def part_id(self) -> str:
        return self.files.parts[self.kind.group, self.unit.model.part_family]

    def assign(self, planned_at: datetime, *others: str) -> None:
        """The dispatcher gives the job to the technician, who leads when others come along (JOB-4)."""
        body = {
            "job_id": self.job_id,
            "technician_ids": [self.files.people[login] for login in (self.by, *others)],
            "lead_id": self.technician,
            "planned_at": _wire(planned_at),
        }
        self._tell(self.dispatcher, "job.assign", body)

    def arrive(self, at: datetime) -> None:
        """The technician is there."""
        self.clock = at
        self.visit_id = self.log.new_id(at)
        station = self.unit.customer.station
        position = {
            "lat_e7": station.lat_e7 + self.log.chance.randint(-400_000, 400_000),
            "lon_e7": station.lon_e7 + self.log.chance.randint(-400_000, 400_000),
            "accuracy_m": self.log.chance.randint(5, 40),
        }
        self._tell(self.by, "visit.arrive", {"visit_id": self.visit_id, "job_id": self.job_id, "position": position})

    def listen_and_look(self) -> None:
        """What the customer told, and what the technician read, with a photo of the meter."""
        told = self.unit.km // 1000 * 1000
        listen = {
            "account": self.kind.fault + "，" + self.log.chance.choice(("昨天开始", "上周起", "今早发现")) + "。",
            "told_km": told or None,
            "told_h": None if told else self.unit.hours,
            "usage": self.log.chance.choice(_USAGE),
            "before_after": "此前未修过该处",
        }
        km = self.unit.km + self.log.chance.randint(120, 4800) if self.unit.km else None
        hours = self.unit.hours + self.log.chance.randint(4, 130)
        warranty = self.log.chance.choice(("yes", "yes", "no"))
        look = {"in_warranty": warranty, "opened_before": "no", "read_km": km, "read_h": hours, "note": ""}
        self._record("listen", listen)
        self._record("look", look)
        self._photo("meter", None, lambda chance: drawings.meter(km or 0, hours, chance))

    def check(self) -> None:
        """The true cause, now and then with a photo: a note is enough (VIS-3)."""
        cause = f"{self.kind.fault}，已拆检确认。"
        self._record("check", {"fault_id": self.files.faults[self.kind.group], "cause": cause, "examined": True})
        self._answer("check")
        if self.log.chance.randrange(3) == 0:
            self._photo("fault", None, drawings.fault)

    def swap(self, part_id: str | None = None, *, tagged: bool = True, quantity: int = 1) -> dict[str, Any]:
        """A part off the van and onto the unit; the old part is tagged and photographed."""
        self._pass(4)
        part_id = part_id or self.part_id
        number = self.log.chance.randint(1000, 9999)
        serialised = self.kind.serialised
        old_part: dict[str, Any] = {
            "old_part_id": self.log.new_id(self.clock),
            "serial": f"AC{number - 700}-{number}" if serialised else None,
            "quantity": quantity,
            "tag": self._new_tag() if tagged else None,
        }
        body = {
            "swap_id": self.log.new_id(self.clock),
            "visit_id": self.visit_id,
            "part_id": part_id,
            "quantity": quantity,
            "new_serial": f"AC25{number % 12 + 1:02d}-{number}" if serialised else None,
            "reason": self.kind.fault,
            "old_part": old_part,
            "no_old_part_reason": None,
            "causal": not self.swaps,
        }
        self._tell(self.by, "swap.record", body)
        label = f"{self.files.part_numbers[part_id]}   {old_part['tag'] or ''}"
        self._photo("old_part", old_part["old_part_id"], lambda chance: drawings.part(label, chance))
        self.swaps.append(body)
        return body

    def handle(self, *, agrees: bool = True) -> None:
        """Who answers for it, what was done, and what the customer says."""
        done = _DONE.format(part=self.kind.name, n=len(self.swaps)) if self.swaps else "清洗调整，试车正常，未换件。"
        self._record(
            "handle",
            {
                "responsibility": self.log.chance.choice(("maker", "supplier", "wear", "user")),
                "done": done,
                "customer_agrees": agrees,
                "disagreement": None if agrees else "用户认为应按三包免费处理。",
                "use_shown": True,
            },
        )

        self._answer("handle")

    def end(self) -> None:
        """The service has ended."""
        self._tell(self.by, "visit.end", {"visit_id": self.visit_id})

    def sign(self) -> None:
        """The customer signs on the technician's device."""
        name, _, role = self.unit.customer.contact.partition(" ")
        body = {
            "visit_id": self.visit_id,
            "signature_id": self.log.new_id(self.clock),
            "mark": "drawn",
            "stamp_photo_id": None,
            "signer_name": name,
            "signer_role": role,
            "language": "zh",
            "width": 1200,
            "height": 480,
            "strokes": self._pen(),
        }
        self._tell(self.by, "visit.sign", body)

    def close_unsigned(self) -> None:
        """The customer was not there (VIS-8)."""
        body = {
            "visit_id": self.visit_id,
            "reason": "absent",
            "note": "队长去总站了，电话里同意。",
            "witness": "门卫 老李",
        }
        self._tell(self.by, "visit.close_unsigned", body)

    def start(self) -> None:
        """Work begins (VIS-15)."""
        self._tell(self.by, "visit.start", {"visit_id": self.visit_id, "position": None})

    def come_along(self, login: str) -> None:
        """A colleague arrives at the same visit (JOB-4)."""
        self._tell(login, "visit.arrive", {"visit_id": self.visit_id, "job_id": self.job_id, "position": None})

    def report_back(self, outcome: str, note: str | None) -> None:
        """One word to the office before leaving (VIS-12)."""
        body = {
            "report_back_id": self.log.new_id(self.clock),
            "visit_id": self.visit_id,
            "outcome": outcome,
            "note": note,
        }
        self._tell(self.by, "visit.report_back", body)

    def depart(self) -> None:
        """The technician leaves."""
        self._tell(self.by, "visit.depart", {"visit_id": self.visit_id, "position": None})

    def serve(self, at: datetime, *, swaps: int = 1) -> None:
        """A whole visit up to the end of the service."""
        self.arrive(at)
        self.listen_and_look()
        self.check()
        for _ in range(swaps):
            self.swap()
        self.handle()
        self.end()

    def approve(self, manager: str, at: datetime) -> None:
        """The manager approves the report."""
        self.clock = at
        self._tell(manager, "report.approve", {"report_id": self.visit_id})

    def send_back(self, manager: str, at: datetime, reason: str) -> None:
        """The manager asks for more."""
        self.clock = at
        self._tell(manager, "report.send_back", {"report_id": self.visit_id, "reason": reason})

    def receive(self, clerk: str, at: datetime, **changes: Any) -> None:
        """The clerk takes every old part in."""
        for swap in self.swaps:
            old_part = swap["old_part"]
            self._take_in(
                clerk, at, {"old_part_id": old_part["old_part_id"], "tag": old_part["tag"], **changes}, old_part
            )

    def _take_in(self, clerk: str, at: datetime, given: dict[str, Any], old_part: dict[str, Any]) -> None:
        body = {
            "receipt_id": self.log.new_id(at),
            "condition": "as_described",
            "mismatch": "none",
            "serial_seen": old_part["serial"],
            "note": None,
            "shelf": f"Q-{self.log.chance.randint(1, 12):02d}",
            **given,
        }
        lane = f"old_part:{old_part['old_part_id']}"
        self.log.tell(self.files.people[clerk], "old_part.receive", lane, body, at)

    def edit(self, login: str, name: str, before: Any, after: Any) -> None:
        """Somebody corrects a field of the job."""
        body = {"job_id": self.job_id, "changes": {name: {"from": before, "to": after}}}
        self._tell(login, "job.edit", body)

    def _record(self, section: str, values: dict[str, Any]) -> None:
        self._pass(self.log.chance.randint(3, 9))
        changes = {name: {"from": None, "to": value} for name, value in values.items()}
        self._tell(self.by, f"visit.record_{section}", {"visit_id": self.visit_id, "changes": changes})

    def _answer(self, section: str) -> None:
        """What the office asks besides, with nothing to complain of."""
        asked = self.files.checklists.get((self.unit.model.kind, section))
        if asked is None:
            return
        changes = {item: {"from": None, "to": value} for item, value in asked.answers.items()}
        self._tell(self.by, "visit.answer", {"visit_id": self.visit_id, "checklist_id": asked.id, "changes": changes})

    def show_cause(self) -> None:
        """The fault before the work, with an arrow and a circle drawn over it, and what was found in spoken words."""
        photo_id = self._photo("fault", None, drawings.fault)
        self._photo("before", None, drawings.fault)
        shapes = [
            {"kind": "circle", "points": [[3800, 3400], [6400, 6600]]},
            {"kind": "arrow", "points": [[1200, 8600], [3700, 6200]]},
        ]
        self._tell(
            self.by,
            "photo.annotate",
            {"annotation_id": self.log.new_id(self.clock), "photo_id": photo_id, "shapes": shapes},
        )
        self.speak("check")

    def speak(self, section: str) -> str:
        """Something said into the microphone at a section; answers the voice note's id."""
        data, note_id = silence(SPOKEN_SECONDS), self.log.new_id(self.clock)
        sha256 = hashlib.sha256(data).hexdigest()
        body = {
            "voice_note_id": note_id,
            "visit_id": self.visit_id,
            "section": section,
            "sha256": sha256,
            "size": len(data),
            "type": "audio/ogg",
            "duration_ms": SPOKEN_SECONDS * 1000,
        }
        self._tell(self.by, "voice_note.attach", body)
        self.log.files.append(PhotoFile(note_id, self.technician, sha256, data, "audio/ogg"))
        return note_id

    def _photo(self, subject: str, of_id: str | None, draw: Callable[[Random], bytes]) -> str | None:
        if self.pictures is not None and subject not in self.pictures:
            return None
        data = draw(self.log.chance) if self.pictures is None else self.pictures[subject]
        photo_id, sha256 = self.log.new_id(self.clock), hashlib.sha256(data).hexdigest()
        body = {
            "photo_id": photo_id,
            "job_id": self.job_id,
            "visit_id": self.visit_id,
            "subject": subject,
            "of_id": of_id,
            "sha256": sha256,
            "size": len(data),
            "type": "image/jpeg",
            "width": drawings.WIDTH,
            "height": drawings.HEIGHT,
        }
        self._tell(self.by, "photo.attach", body)
        self.log.files.append(PhotoFile(photo_id, self.technician, sha256, data))
        return photo_id

    def _pen(self) -> list[list[list[int]]]:
        strokes, x, ms = [], 160, 0
        for _ in range(self.log.chance.randint(4, 7)):
            y = self.log.chance.randint(140, 240)
            stroke = []
            for _ in range(9):
                x, y, ms = x + self.log.chance.randint(-4, 22), y + self.log.chance.randint(-26, 34), ms + 16
                stroke.append([x, y, ms])
            strokes.append(stroke)
            ms += 120
        return strokes

    def _new_tag(self) -> str:
        code = "".join(self.log.chance.choices(ALPHABET, k=6))
        return code + check_character(code)

    def _pass(self, minutes: int) -> None:
        self.clock += timedelta(minutes=minutes)

    def _tell(self, login: str, name: str, body: dict[str, Any]) -> None:
        self._pass(1)
        self.log.tell(self.files.people[login], name, self.lane, body, self.clock)


def kind_of(group: str) -> Kind:
    """Return the kind of part with this group number."""
    return next(kind for kind in KINDS if kind.group == group)


def _wire(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
