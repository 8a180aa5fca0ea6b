"""Writes the demonstration's store: requisitions in every state, a delivery, unused parts, a transfer, a count."""

from datetime import datetime, timedelta
from typing import Any

from server.cli.demo_files import Files
from server.cli.demo_log import Log
from server.rules.stock import store

_STATION, _OTHER = "NB", "HZ"
_CLERK, _MANAGER, _TECHNICIAN = "lin.su", "shen.yue", "mu.yue"


def write_store(log: Log, files: Files) -> None:
    """Note what the store of Ningbo did; the delivery comes first, so that its shelves never run short."""
    desk = _Store(log, files)
    desk.deliver()
    desk.requisitions()
    desk.bring_back()
    desk.send()
    desk.count()


class _Store:
    def __init__(self, log: Log, files: Files) -> None:
        self._log = log
        self._files = files
        self._station_id = files.stations[_STATION]
        self._parts = [part_id for part_id in files.parts.values() if part_id != files.held_part][:4]

    def deliver(self) -> None:
        """Ten of each part, one of them damaged on the way."""
        lines = [self._goods(part_id, 10, "good") for part_id in self._parts]
        lines.append(self._goods(self._parts[0], 1, "damaged"))
        body = {
            "receipt_id": self._log.new_id(),
            "station_id": self._station_id,
            "supplier": "恒川配件中心",
            "delivery_note": "HC-26-11873",
            "lines": lines,
        }
        self._tell(_CLERK, "goods.receive", None, body, self._ago(days=2))

    def requisitions(self) -> None:
        """One waits, one is approved for less, one is in the van, one was refused."""
        self._asked(self._ago(hours=1), 2)
        lowered = self._asked(self._ago(hours=5), 3)
        self._approve(lowered, 2, self._ago(hours=4))
        issued = self._asked(self._ago(hours=30), 2)
        self._approve(issued, 2, self._ago(hours=29))
        self._issue(issued, 2, self._ago(hours=28))
        refused = self._asked(self._ago(hours=50), 6)
        body = {"requisition_id": refused, "reason": "车上还有，先用完"}
        self._tell(_MANAGER, "requisition.refuse", f"requisition:{refused}", body, self._ago(hours=49))

    def bring_back(self) -> None:
        """One piece of what was issued was not needed."""
        body = {
            "return_id": self._log.new_id(),
            "station_id": self._station_id,
            "technician_id": self._files.people[_TECHNICIAN],
            "job_id": None,
            "lines": self._handed(1),
        }
        self._tell(_CLERK, "unused.receive", None, body, self._ago(hours=20))

    def send(self) -> None:
        """Three pieces are on the road to Hangzhou."""
        transfer_id = self._log.new_id()
        body = {
            "transfer_id": transfer_id,
            "from_station_id": self._station_id,
            "to_station_id": self._files.stations[_OTHER],
            "lines": self._handed(3),
        }
        self._tell(_CLERK, "transfer.send", f"transfer:{transfer_id}", body, self._ago(hours=6))

    def count(self) -> None:
        """One piece fewer than the books had shown."""
        line = {"part_id": self._parts[1], "counted": 11, "expected": 12, "reason": "not_booked"}
        body = {
            "count_id": self._log.new_id(),
            "location": store(self._station_id),
            "note": "月末盘点，先盘制动件",
            "lines": [line],
        }
        self._tell(_CLERK, "count.record", None, body, self._ago(hours=3))

    def _asked(self, at: datetime, quantity: int) -> str:
        requisition_id = self._log.new_id(at)
        lines = [{"part_id": self._parts[0], "quantity": quantity}]
        body = {"requisition_id": requisition_id, "job_id": None, "note": None, "lines": lines}
        self._tell(_TECHNICIAN, "requisition.ask", f"requisition:{requisition_id}", body, at)
        return requisition_id

    def _approve(self, requisition_id: str, quantity: int, at: datetime) -> None:
        body = {"requisition_id": requisition_id, "lines": [{"part_id": self._parts[0], "quantity": quantity}]}
        self._tell(_MANAGER, "requisition.approve", f"requisition:{requisition_id}", body, at)

    def _issue(self, requisition_id: str, quantity: int, at: datetime) -> None:
        body = {
            "requisition_id": requisition_id,
            "issue_id": self._log.new_id(at),
            "station_id": self._station_id,
            "technician_id": self._files.people[_TECHNICIAN],
            "lines": self._handed(quantity),
        }
        self._tell(_CLERK, "requisition.issue", f"requisition:{requisition_id}", body, at)

    def _handed(self, quantity: int) -> list[dict[str, Any]]:
        return [{"part_id": self._parts[0], "quantity": quantity, "serials": []}]

    def _goods(self, part_id: str, quantity: int, condition: str) -> dict[str, Any]:
        rest: dict[str, Any] = {"spec": None, "batch": "2611", "serials": []}
        return {"part_id": part_id, "quantity": quantity, "condition": condition, **rest}

    def _ago(self, **delta: float) -> datetime:
        return self._log.now - timedelta(**delta)

    def _tell(self, login: str, name: str, lane: str | None, body: dict[str, Any], at: datetime) -> None:
        self._log.tell(self._files.people[login], name, lane or f"own:{self._log.new_id(at)}", body, at)
