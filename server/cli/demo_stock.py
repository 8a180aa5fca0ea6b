"""Writes the demonstration's batches: delivered, issued in part, on the road both ways, counted, and one on hold."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from server.cli.demo_files import Files
from server.cli.demo_log import Log
from server.rules.stock import van

_OWN, _OTHER = "NB", "HZ"
_CLERK, _OTHER_CLERK, _MANAGER = "lin.su", "gao.yuan", "shen.yue"
_TECHNICIAN, _COLLEAGUE = "zhou.hai", "fang.min"
_HELD_BATCH, _GOOD_BATCH = "2511-07", "2509-02"
_SERIALS = ("HC25110342", "HC25110343")


def write_stock(log: Log, files: Files) -> None:
    """Note a delivery in batches and where its pieces went; then one of the batches is put on hold (PART-9)."""
    room = _StockRoom(log, files)
    room.deliver()
    room.hand_over()
    room.send_both_ways()
    room.count_a_van()
    room.hold()


class _StockRoom:
    def __init__(self, log: Log, files: Files) -> None:
        self._log = log
        self._people = files.people
        self._own, self._other = files.stations[_OWN], files.stations[_OTHER]
        free = [part_id for part_id in files.parts.values() if part_id != files.held_part]
        self._first, self._second, self._third = free[4:7]

    def deliver(self) -> None:
        """One piece fewer came than the delivery note says."""
        lines = [
            self._goods(self._first, 6, _HELD_BATCH, announced=6),
            self._goods(self._first, 4, _GOOD_BATCH, announced=4),
            self._goods(self._second, 7, "2510-11", announced=8),
        ]
        slip: dict[str, Any] = {"station_id": self._own, "supplier": "恒川配件中心", "delivery_note": "HC-26-11902"}
        self._receive(_CLERK, slip, lines, self._ago(days=4))
        lines = [self._goods(self._third, 12, "2508-30", announced=None)]
        slip = {"station_id": self._other, "supplier": "东川制动", "delivery_note": None}
        self._receive(_OTHER_CLERK, slip, lines, self._ago(days=3))

    def hand_over(self) -> None:
        """Of what was approved two pieces are in the van and the rest waits; a colleague waits for a manager."""
        wanted = [(self._first, 3), (self._second, 2), (self._third, 1)]
        requisition = self._ask(_TECHNICIAN, wanted, "周四三台车保养用", self._ago(hours=26))
        lane = f"requisition:{requisition}"
        approved = {"requisition_id": requisition, "lines": [_pieces(*line) for line in wanted]}
        self._tell(_MANAGER, "requisition.approve", lane, approved, self._ago(hours=25))
        issued = {
            "requisition_id": requisition,
            "issue_id": self._log.new_id(),
            "station_id": self._own,
            "technician_id": self._people[_TECHNICIAN],
            "lines": [_handed(self._first, 2, _HELD_BATCH, _SERIALS)],
        }
        self._tell(_CLERK, "requisition.issue", lane, issued, self._ago(hours=24))
        self._ask(_COLLEAGUE, [(self._second, 1)], None, self._ago(minutes=40))

    def send_both_ways(self) -> None:
        """One piece of the batch goes to Hangzhou, and three others come from there."""
        line = _handed(self._first, 1, _HELD_BATCH)
        self._send(_CLERK, self._own, self._other, line, self._ago(hours=9))
        self._send(_OTHER_CLERK, self._other, self._own, _handed(self._third, 3, "2508-30"), self._ago(hours=5))

    def count_a_van(self) -> None:
        """What lies in the van is what the books say."""
        line = {"part_id": self._first, "counted": 2, "expected": 2, "reason": None}
        body = {
            "count_id": self._log.new_id(),
            "location": van(self._people[_TECHNICIAN]),
            "note": None,
            "lines": [line],
        }
        self._tell(_CLERK, "count.record", None, body, self._ago(hours=7))

    def hold(self) -> None:
        body = {
            "hold_id": self._log.new_id(),
            "part_id": self._first,
            "batch": _HELD_BATCH,
            "reason": "两台车装上三天就漏，质量部在查",
        }
        self._tell(_MANAGER, "batch_hold.place", f"batch_hold:{self._first}", body, self._ago(hours=2))

    def _ask(self, login: str, wanted: Sequence[tuple[str, int]], note: str | None, at: datetime) -> str:
        requisition_id = self._log.new_id(at)
        lines = [_pieces(*line) for line in wanted]
        body = {"requisition_id": requisition_id, "job_id": None, "note": note, "lines": lines}
        self._tell(login, "requisition.ask", f"requisition:{requisition_id}", body, at)
        return requisition_id

    def _receive(self, login: str, slip: dict[str, Any], lines: list[dict[str, Any]], at: datetime) -> None:
        self._tell(login, "goods.receive", None, {"receipt_id": self._log.new_id(at), **slip, "lines": lines}, at)

    def _send(self, login: str, sender: str, receiver: str, line: dict[str, Any], at: datetime) -> None:
        transfer_id = self._log.new_id(at)
        stations = {"from_station_id": sender, "to_station_id": receiver}
        body = {"transfer_id": transfer_id, **stations, "lines": [line]}
        self._tell(login, "transfer.send", f"transfer:{transfer_id}", body, at)

    def _goods(self, part_id: str, quantity: int, batch: str, *, announced: int | None) -> dict[str, Any]:
        rest: dict[str, Any] = {"spec": None, "condition": "good", "serials": []}
        return {"part_id": part_id, "quantity": quantity, "batch": batch, "announced": announced, **rest}

    def _ago(self, **delta: float) -> datetime:
        return self._log.now - timedelta(**delta)

    def _tell(self, login: str, name: str, lane: str | None, body: dict[str, Any], at: datetime) -> None:
        self._log.tell(self._people[login], name, lane or f"own:{self._log.new_id(at)}", body, at)


def _pieces(part_id: str, quantity: int) -> dict[str, Any]:
    return {"part_id": part_id, "quantity": quantity}


def _handed(part_id: str, quantity: int, batch: str, serials: Sequence[str] = ()) -> dict[str, Any]:
    return {**_pieces(part_id, quantity), "batch": batch, "serials": list(serials)}
