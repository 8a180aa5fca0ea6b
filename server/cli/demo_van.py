"""Writes what a technician of Hangzhou has in the van: requisitions, parts and boxes on their way back."""

from datetime import datetime, timedelta
from typing import Any

from server.cli.demo_files import Files
from server.cli.demo_log import Log

_TECHNICIAN, _COLLEAGUE, _MANAGER, _CLERK = "lu.ping", "he.jing", "gu.qing", "gao.yuan"
_STATION = "HZ"


def write_van(log: Log, files: Files) -> None:
    """Note it after every swap and receipt, and after the delivery to Hangzhou."""
    van = _Van(log, files)
    van.ask()
    van.bring_back()
    van.pack()
    van.take_over()
    van.ask_for_time()


class _Van:
    def __init__(self, log: Log, files: Files) -> None:
        self._log = log
        self._people = files.people
        self._station_id = files.stations[_STATION]
        self._parts = [part_id for part_id in files.parts.values() if part_id != files.held_part]
        self._delivered = self._parts[6]
        """What the other station's delivery put on the shelves."""
        self._own, self._colleagues = self._out(_TECHNICIAN), self._out(_COLLEAGUE)

    def ask(self) -> None:
        """One is in the van, one waits for the store, one for the manager, one came back with a reason."""
        issued = self._asked([(self._delivered, 2)], self._ago(hours=30), "下周保养要用")
        self._approve(issued, [(self._delivered, 2)], self._ago(hours=29))
        self._issue(issued, self._delivered, 2, self._ago(hours=27))
        waiting = self._asked([(self._parts[8], 2), (self._parts[9], 1)], self._ago(hours=6), "周五保养两台车")
        self._approve(waiting, [(self._parts[8], 1), (self._parts[9], 1)], self._ago(hours=5))
        self._asked([(self._parts[10], 1)], self._ago(minutes=50), "用户的车停着等", urgency="urgent")
        refused = self._asked([(self._parts[11], 4)], self._ago(hours=20), "多备几个")
        body = {"requisition_id": refused, "reason": "先用车上的返修件，一次最多领 2 个"}
        self._tell(_MANAGER, "requisition.refuse", f"requisition:{refused}", body, self._ago(hours=18))

    def bring_back(self) -> None:
        """One of the two pieces was not needed; the store has not taken it in yet."""
        body = {"return_id": self._log.new_id(), "job_id": None, "lines": [_pieces(self._delivered, 1)]}
        self._tell(_TECHNICIAN, "unused.announce", None, body, self._ago(hours=2))

    def pack(self) -> None:
        """A box is packed and travels with whoever packed it."""
        packed = self._own[1:2]
        if not packed:
            return
        manifest_id = self._log.new_id()
        lane = f"return_manifest:{manifest_id}"
        body = {"manifest_id": manifest_id, "kind": "regular", "boxes": [{"no": 1, "old_part_ids": packed}]}
        self._tell(_TECHNICIAN, "manifest.pack", lane, body, self._ago(hours=4))
        self._tell(_TECHNICIAN, "manifest.carry", lane, {"manifest_id": manifest_id}, self._ago(hours=4))

    def take_over(self) -> None:
        """A colleague says that an old part changed hands, and the taker has not said so yet (OLD-2)."""
        for old_part_id in self._colleagues[:1]:
            body = {
                "hand_over_id": self._log.new_id(),
                "old_part_id": old_part_id,
                "taker_id": self._people[_TECHNICIAN],
            }
            self._tell(_COLLEAGUE, "old_part.hand_over", f"old_part:{old_part_id}", body, self._ago(hours=3))

    def ask_for_time(self) -> None:
        """The oldest part was to come later, and the manager did not agree (OLD-4)."""
        for old_part_id in self._own[:1]:
            extension_id = self._log.new_id()
            lane = f"extension:{extension_id}"
            named = {"extension_id": extension_id, "old_part_id": old_part_id}
            until = (self._log.now.date() + timedelta(days=20)).isoformat()
            asked = {**named, "due_on": until, "reason": "用户仓库锁着，下月盘点后才放行"}
            self._tell(_TECHNICIAN, "extension.ask", lane, asked, self._ago(hours=26))
            refused = {**named, "reason": "这周五前带回，仓库等着鉴定"}
            self._tell(_MANAGER, "extension.refuse", lane, refused, self._ago(hours=24))

    def _out(self, login: str) -> list[str]:
        """Return the old parts that this person took off and nobody has taken in, the first at the front."""
        came = {one.body["old_part_id"] for one in self._log.recordings if one.name == "old_part.receive"}
        removed = [
            one.body["old_part"]["old_part_id"]
            for one in self._log.recordings
            if one.name == "swap.record" and one.user_id == self._people[login] and one.body["old_part"]
        ]
        return [old_part_id for old_part_id in removed if old_part_id not in came]

    def _asked(self, lines: list[tuple[str, int]], at: datetime, note: str, urgency: str = "normal") -> str:
        requisition_id = self._log.new_id(at)
        body = {
            "requisition_id": requisition_id,
            "job_id": None,
            "urgency": urgency,
            "note": note,
            "lines": [_pieces(*line) for line in lines],
        }
        self._tell(_TECHNICIAN, "requisition.ask", f"requisition:{requisition_id}", body, at)
        return requisition_id

    def _approve(self, requisition_id: str, lines: list[tuple[str, int]], at: datetime) -> None:
        body = {"requisition_id": requisition_id, "lines": [_pieces(*line) for line in lines]}
        self._tell(_MANAGER, "requisition.approve", f"requisition:{requisition_id}", body, at)

    def _issue(self, requisition_id: str, part_id: str, quantity: int, at: datetime) -> None:
        body = {
            "requisition_id": requisition_id,
            "issue_id": self._log.new_id(at),
            "station_id": self._station_id,
            "technician_id": self._people[_TECHNICIAN],
            "lines": [{**_pieces(part_id, quantity), "batch": "2508-30", "serials": []}],
        }
        self._tell(_CLERK, "requisition.issue", f"requisition:{requisition_id}", body, at)

    def _ago(self, **length: int) -> datetime:
        return self._log.now - timedelta(**length)

    def _tell(self, login: str, name: str, lane: str | None, body: dict[str, Any], at: datetime) -> None:
        self._log.tell(self._people[login], name, lane or f"own:{self._log.new_id(at)}", body, at)


def _pieces(part_id: str, quantity: int) -> dict[str, Any]:
    return {"part_id": part_id, "quantity": quantity}
