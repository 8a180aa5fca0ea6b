"""Writes the demonstration's dispatch desk: a clock and a paid service in every state (JOB-3, JOB-5)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from server.cli.demo_log import Log
from server.cli.demo_scenes import Scene
from server.rules.presets import INITIAL
from server.rules.quotes import PartLine, labour_amount, part_amount

_LABOUR_MIN = 90

Called = Callable[[str, datetime], Scene]
"""Somebody called at that moment; the unit is one that this technician has parts for."""


def write_desk(log: Log, called: Called, manager: str, head: str) -> None:
    """Note the jobs that nobody has yet, at the station of ``manager``; the people are logins."""
    desk = _Desk(log, called, manager)
    desk.promise_more(head)
    desk.clocks()
    desk.paid_service()


class _Desk:
    def __init__(self, log: Log, called: Called, manager: str) -> None:
        self._log = log
        self._called = called
        self._manager = manager

    def clocks(self) -> None:
        """Due soon, over, standing still, and one that has not begun beside one that was kept."""
        self._open("zhou.hai", timedelta(hours=1, minutes=22), contract="support")
        self._open("mu.yue", timedelta(hours=2, minutes=12), urgency="urgent")
        stopped = self._open("fang.min", timedelta(hours=5))
        self._note(stopped, "job.pause", "用户说车跑完这趟才停，晚上再联系", timedelta(hours=3))
        answered = self._open("mu.yue", timedelta(hours=9), contract="support")
        self._note(answered, "job.answer", "先换备用车。明早答复到场时间", timedelta(hours=8))

    def paid_service(self) -> None:
        """Not quoted yet, before the manager, approved and not paid, and paid."""
        self._open("zhou.hai", timedelta(hours=3), paid=True)
        self._quoted("fang.min", timedelta(hours=6))
        self._decided("zhou.hai", timedelta(hours=20))
        paid, total = self._decided("fang.min", timedelta(hours=26))
        body = {
            "payment_id": self._log.new_id(),
            "job_id": paid.job_id,
            "amount_minor": total,
            "method": "transfer",
            "reference": "工行 8842",
        }
        self._tell(paid, paid.dispatcher, "payment.confirm", body, timedelta(hours=2))

    def promise_more(self, head: str) -> None:
        """The head office promises the support contracts' customers a written answer in working days."""
        profile_id = self._log.new_id()
        body = {
            "profile_id": profile_id,
            "revision": 0,
            "name": "维保合同，书面答复",
            "name_en": "Support contract, written answer",
            "active": True,
            **dict.fromkeys(("fault_class", "urgency", "equipment_kind", "repair_size", "supplier_involved")),
            "contract": "support",
            "min_km": None,
            "max_km": None,
            "terms": [{"promise": "written_answer", "amount": 2, "unit": "working_days", "starts": "dispatched"}],
        }
        at = self._log.now - timedelta(days=30)
        self._log.tell(head, "sla_profile.set", f"sla_profile:{profile_id}", body, at)

    def _open(self, by: str, ago: timedelta, **changes: Any) -> Scene:
        scene = self._called(by, self._log.now - ago)
        scene.open(**changes)
        return scene

    def _quoted(self, by: str, ago: timedelta) -> Scene:
        scene = self._open(by, ago, paid=True)
        body = {
            "job_id": scene.job_id,
            "revision": 0,
            "parts": [{"part_id": scene.part_id, "quantity": 1}],
            "labour_min": _LABOUR_MIN,
            "note": "过保一年，用户同意自付",
        }
        self._tell(scene, scene.dispatcher, "quote.propose", body, ago - timedelta(minutes=40))
        return scene

    def _decided(self, by: str, ago: timedelta) -> tuple[Scene, int]:
        scene = self._quoted(by, ago)
        body = {"job_id": scene.job_id, "revision": 1}
        self._tell(scene, self._manager, "quote.approve", body, ago - timedelta(hours=2))
        line = PartLine(1, scene.kind.yuan * (100 + scene.unit.model.part_family * 7))
        labour = labour_amount(_LABOUR_MIN, per_hour_minor=INITIAL["labour_minor_per_hour"])
        return scene, part_amount(line, percent=INITIAL["parts_percent"]) + labour

    def _note(self, scene: Scene, name: str, text: str, ago: timedelta) -> None:
        body = {"milestone_id": self._log.new_id(), "job_id": scene.job_id, "note": text}
        self._tell(scene, scene.dispatcher, name, body, ago)

    def _tell(self, scene: Scene, login: str, name: str, body: dict[str, Any], ago: timedelta) -> None:
        self._log.tell(scene.files.people[login], name, scene.lane, body, self._log.now - ago)
