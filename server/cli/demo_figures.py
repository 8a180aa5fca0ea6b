"""Writes what lies behind the demonstration's week, for the figures: weeks of served jobs, ratings and counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, timezone
from random import Random
from typing import Final

from server.cli import demo_drawings as drawings
from server.cli.demo_catalogue import KINDS, Kind
from server.cli.demo_company import ACCOUNTS
from server.cli.demo_files import Files, Unit
from server.cli.demo_log import Log
from server.cli.demo_scenes import Scene
from server.rules.presets import INITIAL
from server.rules.stock import store, van

_ANSWER = "job.answer_in_writing"
_SEED = 20_260_827
_FIRST, _LAST = 84, 8
"""Days ago; what is nearer is the week's own."""
_JOBS_A_DAY = (2, 3, 3)
_HELD_GROUP = "8108"
_CHINA = timezone(timedelta(hours=8))
_SUNDAY = 6
_STORM = range(40, 52)
"""Days ago on which roads were closed: the line of the figures dips there."""
_STATION_OF = {account.login: account.station or "" for account in ACCOUNTS if account.role == "technician"}
_DISPATCHERS = {account.station: account.login for account in ACCOUNTS if account.role == "dispatcher"}
_MANAGERS = {"NB": "shen.yue", "HZ": "gu.qing", "WZ": "gu.qing"}
_CLERKS = {"NB": "lin.su", "HZ": "gao.yuan"}
_WRITTEN_ANSWERS = frozenset({"chassis", "engine"})
_KM_A_DAY, _HOURS_A_DAY = 210, 6
_FURTHEST_KM, _LONGEST_H = 4800, 130
"""A scene reads at most so much more than the unit had."""
_SCORES = (5,) * 52 + (4,) * 37 + (3,) * 8 + (2,) * 3
_PRAISE = ("来得快，讲得清楚。", "师傅很仔细。", "修完还教了怎么保养。")
_PARTS_COUNTED = 40
_REPEAT_DAYS: Final[int] = INITIAL["repeat_fault_days"]
_PHOTOGRAPHED_DAYS = 40
"""What came off longer ago is back, and nobody looks at its photo."""
_WITHOUT_CLERK_DAYS: Final = 33
"""Where no clerk works, what came off within so many days is still with the technicians."""


def write_past(log: Log, files: Files) -> None:
    """Note the past before the week, by a chance of its own: the week is what it would be without it."""
    chance = Random(_SEED)  # noqa: S311 -- the same company every time, nothing secret
    meter, old_part = drawings.meter(186_430, 5_180, chance), drawings.part("", chance)
    _Past(replace(log, chance=chance), files, meter, old_part, {}).write()


def answer_in_writing(log: Log) -> None:
    """Note the written answers to the week's chassis and engine jobs that were served, as the profiles promise them."""
    by_lane = {name: {one.lane for one in log.recordings if one.name == name} for name in ("visit.sign", _ANSWER)}
    waiting = by_lane["visit.sign"] - by_lane[_ANSWER]
    ids = replace(log, chance=Random(_SEED + 1))  # noqa: S311 -- the same company every time, nothing secret
    told = []
    for recording in log.recordings:
        told.append(recording)
        is_promised = recording.name == "job.open" and recording.body["fault_class"] in _WRITTEN_ANSWERS
        if is_promised and recording.lane in waiting:
            at = (recording.device_time or log.now) + timedelta(hours=2)
            job_id = recording.body["job_id"]
            body = {"milestone_id": ids.new_id(at), "job_id": job_id, "note": recording.body["analysis"]}
            told.append(replace(recording, name=_ANSWER, body=body, device_time=at))
    log.recordings[:] = told


@dataclass(frozen=True, slots=True)
class _Past:
    log: Log
    files: Files
    meter: bytes
    old_part: bytes
    served: dict[tuple[str, str], int]
    """How many days ago a unit last had a fault of that class."""

    def write(self) -> None:
        for days_ago in range(_FIRST, _LAST - 1, -1):
            day = (self.log.now.astimezone(_CHINA) - timedelta(days=days_ago)).date()
            if day.weekday() == _SUNDAY:
                continue
            for by in self.log.chance.sample(sorted(_STATION_OF), self.log.chance.choice(_JOBS_A_DAY)):
                minutes = self.log.chance.randrange(8 * 60, 16 * 60)
                opened = datetime.combine(day, time(minutes // 60, minutes % 60), _CHINA)
                self._job(by, opened.astimezone(self.log.now.tzinfo), days_ago)
            if day.day in (1, 15):
                self._counts(datetime.combine(day, time(17, 30), _CHINA).astimezone(self.log.now.tzinfo))

    def _job(self, by: str, opened: datetime, days_ago: int) -> None:
        station = _STATION_OF[by]
        kind = self._kind()
        unit = self._unit(station, kind, days_ago)
        scene = Scene(self.log, self.files, unit, kind, by, _DISPATCHERS[station], opened)
        is_recent = days_ago <= _PHOTOGRAPHED_DAYS
        scene.pictures = {"meter": self.meter, **({"old_part": self.old_part} if is_recent else {})}
        is_late = self._happens(24 if days_ago in _STORM else 4)
        arrived = opened + timedelta(minutes=self._between(*((1500, 2400) if is_late else (150, 1150))))
        scene.open()
        scene.clock = opened + timedelta(minutes=self._between(4, 40))
        scene.assign(arrived)
        if kind.fault_class in _WRITTEN_ANSWERS:
            self._answer(scene, opened + timedelta(hours=self._between(*((13, 20) if is_late else (1, 10)))))
        if self._happens(15):
            self._outing(scene, arrived, swaps=0, signed=True, again=True)
            arrived += timedelta(hours=self._between(40, 90))
        swaps = 0 if kind.serialised else self._swaps(station, days_ago)
        signed = self._outing(scene, arrived, swaps=swaps, signed=not self._happens(4))
        if signed and self._happens(65):
            self._rate(scene)
        if swaps and station in _CLERKS:
            self._bring_back(scene, station, arrived, days_ago)

    def _outing(self, scene: Scene, arrived: datetime, *, swaps: int, signed: bool, again: bool = False) -> bool:
        """One visit with its approved report; answers whether somebody signed."""
        if swaps:
            location = van(scene.technician)
            body = {"location": location, "part_id": scene.part_id, "quantity": swaps}
            self.log.tell(self.files.people["admin"], "stock.open", f"stock:{location}", body, arrived)
        scene.serve(arrived, swaps=swaps)
        if signed:
            scene.sign()
        else:
            scene.close_unsigned()
        if again:
            scene.report_back("another_visit", "先调好了能用，件到了再来一次。")
        scene.depart()
        left = scene.clock
        scene.approve(_MANAGERS[_STATION_OF[scene.by]], arrived + timedelta(hours=self._between(6, 30)))
        scene.clock = left
        return signed

    def _swaps(self, station: str, days_ago: int) -> int:
        if station not in _CLERKS and days_ago > _WITHOUT_CLERK_DAYS:
            return 0
        return int(self._happens(60 if station in _CLERKS else 35))

    def _answer(self, scene: Scene, at: datetime) -> None:
        body = {
            "milestone_id": self.log.new_id(at),
            "job_id": scene.job_id,
            "note": f"多半是{scene.kind.fault}，到场拆检后处理。",
        }
        self.log.tell(self.files.people[scene.dispatcher], _ANSWER, scene.lane, body, at)

    def _rate(self, scene: Scene) -> None:
        score = self.log.chance.choice(_SCORES)
        body = {
            "visit_id": scene.visit_id,
            "rating_id": self.log.new_id(scene.clock),
            "score": score,
            "words": self.log.chance.choice(_PRAISE) if score == max(_SCORES) and self._happens(40) else None,
        }
        self.log.tell(scene.technician, "visit.rate", scene.lane, body, scene.clock)

    def _bring_back(self, scene: Scene, station: str, arrived: datetime, days_ago: int) -> None:
        """Most old parts come back within their fourteen days, some later, a few not yet."""
        days = self._between(1, 12) if self._happens(82) else self._between(16, 45)
        if days < days_ago - 1 and not self._happens(2):
            scene.receive(_CLERKS[station], arrived + timedelta(days=days))

    def _counts(self, at: datetime) -> None:
        """Each store counts part of its shelves; now and then one piece more turns up."""
        for station, clerk in _CLERKS.items():
            parts = self.log.chance.sample(sorted(self.files.parts.values()), _PARTS_COUNTED)
            lines = [self._counted(part_id, found=self._happens(2)) for part_id in parts]
            location = store(self.files.stations[station])
            body = {"count_id": self.log.new_id(at), "location": location, "note": "半月盘点", "lines": lines}
            self.log.tell(self.files.people[clerk], "count.record", f"own:{self.log.new_id(at)}", body, at)

    def _counted(self, part_id: str, *, found: bool) -> dict[str, object]:
        expected = self._between(1, 12)
        return {
            "part_id": part_id,
            "counted": expected + found,
            "expected": expected,
            "reason": "found" if found else None,
        }

    def _unit(self, station: str, kind: Kind, days_ago: int) -> Unit:
        """A unit as it was then, seldom one that had the same fault lately; it never read more than it does today."""
        well = [unit for unit in self.files.units[station] if self._last(unit, kind) - days_ago > _REPEAT_DAYS]
        unit = self.log.chance.choice(self.files.units[station] if self._happens(10) else well)
        self.served[unit.id, kind.fault_class] = days_ago
        return replace(
            unit,
            km=max(unit.km - days_ago * _KM_A_DAY - _FURTHEST_KM, 0),
            hours=max(unit.hours - days_ago * _HOURS_A_DAY - _LONGEST_H, 1),
        )

    def _last(self, unit: Unit, kind: Kind) -> int:
        return self.served.get((unit.id, kind.fault_class), _FIRST + _REPEAT_DAYS + 1)

    def _kind(self) -> Kind:
        kinds: Sequence[Kind] = [kind for kind in KINDS if kind.group != _HELD_GROUP]
        return self.log.chance.choice(kinds)

    def _between(self, least: int, most: int) -> int:
        return self.log.chance.randint(least, most)

    def _happens(self, percent: int) -> bool:
        return self.log.chance.randrange(100) < percent
