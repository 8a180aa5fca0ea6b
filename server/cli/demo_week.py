"""Writes the demonstration's week: jobs in every state, and what went wrong with some of them."""

from datetime import datetime, time, timedelta, timezone

from server.cli.demo_company import ACCOUNTS
from server.cli.demo_desk import write_desk
from server.cli.demo_files import Files
from server.cli.demo_history import Crew, leave_for_another_outing, write_history
from server.cli.demo_log import Log
from server.cli.demo_scenes import Scene, kind_of
from server.cli.demo_store import write_store
from server.cli.demo_urgent import write_urgent

CHINA = timezone(timedelta(hours=8))
_DISPATCHERS = {account.station: account.login for account in ACCOUNTS if account.role == "dispatcher"}
_TECHNICIANS = {account.login: account.station for account in ACCOUNTS if account.role == "technician"}
_MANAGERS = {"NB": "shen.yue", "HZ": "gu.qing", "WZ": "gu.qing"}
_CLERKS = {"NB": "lin.su", "HZ": "gao.yuan"}
_MORNING, _NOON, _AFTERNOON, _EVENING = time(9, 30), time(11, 0), time(14, 0), time(16, 0)


class Week:
    """Every scene uses a part that its technician still carries: the books agree unless they are meant not to."""

    def __init__(self, log: Log, files: Files) -> None:
        self._log = log
        self._files = files
        self._carried = {login: list(parts) for login, parts in files.van_parts.items()}

    def write(self) -> Scene:
        """Note the whole week; answers the job whose technician will be changed while he is out of reach."""
        self._last_month()
        self._last_days()
        self._yesterday()
        self._today()
        return self._about_to_be_reassigned()

    def _scene(self, by: str, opened: datetime) -> Scene:
        """A job for a unit that takes one of the parts in the technician's van."""
        station = _TECHNICIANS[by]
        group, family = self._carried[by].pop()
        units = [unit for unit in self._files.units[station or ""] if unit.model.part_family == family]
        unit = self._log.chance.choice(units)
        return Scene(self._log, self._files, unit, kind_of(group), by, _DISPATCHERS[station], opened)

    def _day(self, days_ago: int, at: time) -> datetime:
        local = (self._log.now.astimezone(CHINA) - timedelta(days=days_ago)).date()
        return datetime.combine(local, at, CHINA).astimezone(self._log.now.tzinfo)

    def _planned(self, by: str, opened: datetime, planned: datetime, *others: str) -> Scene:
        scene = self._scene(by, opened)
        scene.open(planned_at=None)
        scene.assign(planned, *others)
        return scene

    def _signed(self, by: str, days_ago: int, at: time) -> Scene:
        arrived = self._day(days_ago, at)
        scene = self._planned(by, arrived - timedelta(hours=19), arrived)
        scene.serve(arrived)
        scene.sign()
        scene.depart()
        return scene

    def _last_month(self) -> None:
        """Two old parts that should be back by now (OLD-4), and one that came with another serial (OLD-3)."""
        for days_ago, by in ((23, "zhou.hai"), (19, "lu.ping")):
            scene = self._signed(by, days_ago, _MORNING)
            scene.approve(_MANAGERS[_TECHNICIANS[by] or ""], self._day(days_ago - 1, _NOON))
        scene = self._signed("fang.min", 12, _AFTERNOON)
        scene.approve("shen.yue", self._day(11, _NOON))
        scene.receive("lin.su", self._day(9, _NOON), serial_seen="AC1907-5521", mismatch="wrong_serial")

    def _last_days(self) -> None:
        """Approved jobs, most of their old parts received."""
        plans = [
            (6, "zhou.hai"),
            (6, "zheng.kai"),
            (6, "ye.chuan"),
            (5, "mu.yue"),
            (5, "he.jing"),
            (5, "jin.bo"),
            (4, "fang.min"),
            (4, "lu.ping"),
            (3, "zhou.hai"),
            (3, "zheng.kai"),
            (3, "ye.chuan"),
            (2, "mu.yue"),
            (2, "he.jing"),
            (2, "jin.bo"),
        ]
        for place, (days_ago, by) in enumerate(plans):
            scene = self._signed(by, days_ago, (_MORNING, _AFTERNOON)[place % 2])
            station = _TECHNICIANS[by] or ""
            scene.approve(_MANAGERS[station], self._day(days_ago - 1, _NOON))
            if station in _CLERKS and place % 3:
                scene.receive(_CLERKS[station], self._day(days_ago - 1, _EVENING))

    def _yesterday(self) -> None:
        """Reports that wait for the manager, and facts that contradict the books."""
        self._signed("zhou.hai", 1, _MORNING)
        self._signed("zheng.kai", 1, _AFTERNOON)
        self._signed("lu.ping", 1, _MORNING).send_back("gu.qing", self._day(1, _EVENING), "缺少旧件标签照片")
        self._fitted_from_nowhere("mu.yue")
        self._fitted_on_hold("ye.chuan")
        self._signed_too_early("he.jing")
        absent = self._planned("jin.bo", self._day(2, _EVENING), self._day(1, _AFTERNOON))
        absent.serve(self._day(1, _AFTERNOON), swaps=0)
        absent.close_unsigned()
        self._arrived_unexpected("lin.su")

    def _fitted_from_nowhere(self, by: str) -> None:
        """A part that the van's books do not have (PART-1)."""
        scene = self._planned(by, self._day(2, _EVENING), self._day(1, _MORNING))
        scene.arrive(self._day(1, _MORNING))
        scene.listen_and_look()
        scene.check()
        scene.swap(quantity=9)
        scene.handle()
        scene.end()
        scene.sign()
        scene.depart()

    def _fitted_on_hold(self, by: str) -> None:
        """A part of a batch on hold (PART-9)."""
        scene = self._planned(by, self._day(2, _EVENING), self._day(1, _NOON))
        scene.kind = kind_of("8108")
        scene.arrive(self._day(1, _NOON))
        scene.listen_and_look()
        scene.check()
        scene.swap(self._files.held_part)
        scene.handle(agrees=False)
        scene.end()
        scene.sign()

    def _signed_too_early(self, by: str) -> None:
        """A signature before the service had ended (VIS-6), and then one that counts."""
        scene = self._planned(by, self._day(2, _EVENING), self._day(1, _AFTERNOON))
        scene.arrive(self._day(1, _AFTERNOON))
        scene.listen_and_look()
        scene.sign()
        scene.check()
        scene.handle()
        scene.end()
        scene.sign()

    def _arrived_unexpected(self, clerk: str) -> None:
        """A parcel with an old part that nobody has recorded (OLD-3)."""
        receipt_id = self._log.new_id(self._day(1, _EVENING))
        body = {
            "receipt_id": receipt_id,
            "old_part_id": None,
            "tag": None,
            "condition": "damaged",
            "mismatch": "no_tag",
            "serial_seen": "ZF8861-2203",
            "note": "快递箱里没有标签，寄件人电话打不通。",
            "shelf": "Q-09",
        }
        lane = f"old_part:{receipt_id}"
        self._log.tell(self._files.people[clerk], "old_part.receive", lane, body, self._day(1, _EVENING))

    def _today(self) -> None:
        now = self._log.now
        self._four_for_zhou(now)
        pair = self._planned("mu.yue", now - timedelta(hours=20), now - timedelta(hours=1), "fang.min")
        pair.arrive(now - timedelta(minutes=50))
        pair.come_along("fang.min")
        pair.start()
        pair.listen_and_look()
        ended = self._planned("fang.min", now - timedelta(hours=18), now - timedelta(hours=3))
        ended.serve(now - timedelta(hours=2, minutes=30))
        signed = self._planned("zheng.kai", now - timedelta(hours=21), now - timedelta(hours=4))
        signed.serve(now - timedelta(hours=4))
        signed.sign()
        swapping = self._planned("lu.ping", now - timedelta(hours=9), now - timedelta(hours=1), "he.jing")
        write_history(
            self._log,
            self._files,
            swapping.unit,
            Crew("zheng.kai", swapping.dispatcher, "gu.qing", "gao.yuan"),
            self._carried["zheng.kai"],
        )
        swapping.arrive(now - timedelta(minutes=70))
        swapping.listen_and_look()
        swapping.check()
        swapping.show_cause()
        swapping.swap(tagged=False)
        for by in ("he.jing", "ye.chuan", "jin.bo"):
            self._planned(by, now - timedelta(hours=5), self._day(0, _EVENING))
        self._second_outing()
        self._not_assigned_yet(now)
        write_desk(self._log, self._scene, "shen.yue", self._files.people["gu.qing"])
        write_store(self._log, self._files)
        steel = self._planned("lu.ping", now - timedelta(hours=29), now)
        write_urgent(pair, swapping, (swapping, "he.jing"), steel, "gu.qing")

    def _second_outing(self) -> None:
        """The part has come: today somebody goes to the same job again (JOB-7)."""
        again = self._planned("lu.ping", self._day(5, _MORNING), self._day(4, _MORNING))
        leave_for_another_outing(again, self._day(4, _MORNING), "gu.qing")
        again.clock = self._day(1, _EVENING)
        again.assign(self._day(0, _EVENING))

    def _four_for_zhou(self, now: datetime) -> None:
        """Four jobs today; about the first, office and technician typed different phone numbers."""
        for place, at in enumerate((_MORNING, _NOON, _AFTERNOON, _EVENING)):
            scene = self._planned("zhou.hai", now - timedelta(hours=17 - place * 4), self._day(0, at))
            if place == 0:
                write_history(
                    self._log,
                    self._files,
                    scene.unit,
                    Crew("mu.yue", scene.dispatcher, "shen.yue", "lin.su"),
                    self._carried["mu.yue"],
                )
                before = scene.unit.customer.phone
                scene.clock = now - timedelta(minutes=40)
                scene.edit(scene.dispatcher, "phone", before, f"{before[:-2]}16")
                scene.edit(scene.by, "phone", before, f"{before[:-2]}61")

    def _not_assigned_yet(self, now: datetime) -> None:
        """Calls that wait for the dispatcher; one lacks what a dispatch needs (JOB-2), one is urgent."""
        for place, by in enumerate(("zhou.hai", "fang.min", "zheng.kai", "he.jing", "ye.chuan")):
            scene = self._scene(by, now - timedelta(minutes=25 + place * 30))
            if place == 1:
                scene.open(distance_km=None, contact=None, fault_class=None)
            else:
                scene.open(urgency="urgent" if place == 0 else "normal", distance_km=8 + place * 17)

    def _about_to_be_reassigned(self) -> Scene:
        now = self._log.now
        scene = self._planned("fang.min", now - timedelta(hours=12), now - timedelta(hours=6))
        scene.arrive(now - timedelta(hours=5))
        return scene
