"""Writes the way back of the demonstration's old parts: boxes, hands that disagree, shelves, a signed list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from server.cli.demo_files import Files
from server.cli.demo_log import Log

_CLERK, _MANAGER = "lin.su", "shen.yue"
_TECHNICIANS = ("zhou.hai", "mu.yue", "fang.min")
_FOUND = (("no_fault_found", "A-01"), (None, "A-02"), (None, "A-03"), ("damaged", None), (None, None))
"""Why it is deducted, and the shelf it lies on."""


@dataclass(frozen=True, slots=True)
class _OldPart:
    """One old part of Ningbo as the log tells it so far."""

    id: str
    remover: str
    at: datetime
    tag: str | None
    received_at: datetime | None


def write_custody(log: Log, files: Files) -> None:
    """Note what became of Ningbo's old parts; comes after every swap and receipt."""
    store = _Custody(log, files)
    store.dispose()
    store.inspect_and_store()
    store.pack()
    store.hand_over()
    store.ask_for_time()


class _Custody:
    def __init__(self, log: Log, files: Files) -> None:
        self._log = log
        self._files = files
        known = _told(log, {files.people[login]: login for login in _TECHNICIANS})
        self._back = [part for part in known if part.received_at is not None]
        self._out = [part for part in known if part.received_at is None and part.tag is not None]

    def dispose(self) -> None:
        """Last month's list: what came back before then was looked at, and left as scrap under a signature (OLD-5)."""
        until = self._ago(days=31)
        gone = [part for part in self._back if part.received_at and part.received_at < until][-6:]
        self._back = [part for part in self._back if part not in gone]
        if not gone:
            return
        for part in gone:
            self._inspect(part, self._ago(days=30), None)
        disposal_id, signed_at = self._log.new_id(), self._ago(days=29)
        body = {
            "disposal_id": disposal_id,
            "month": f"{until:%Y-%m}",
            "way": "scrap",
            "old_part_ids": [part.id for part in gone],
            "signer_name": "沈岳",
            "width": 1200,
            "height": 480,
            "strokes": _signature(),
            "note": "甬江再生资源回收，过磅 42 kg",
        }
        self._tell(_MANAGER, "disposal.record", f"disposal:{disposal_id}", body, signed_at)

    def inspect_and_store(self) -> None:
        """Of what came back lately some was inspected, some lies on its shelf, the newest waits (OLD-3)."""
        recent = self._back[-7:]
        for part, (reason, shelf) in zip(recent, _FOUND, strict=False):
            looked_at = self._after(part, hours=4)
            self._inspect(part, looked_at, reason)
            if shelf is not None:
                body = {"old_part_id": part.id, "shelf": shelf}
                self._tell(_CLERK, "old_part.store", f"old_part:{part.id}", body, looked_at + timedelta(minutes=20))

    def pack(self) -> None:
        """A box is with the courier, another stands packed (OLD-1)."""
        shipped, packed = self._out[1:4], self._out[4:5]
        if len(shipped) > 1:
            manifest_id = self._pack("zhou.hai", [shipped[:2], shipped[2:]], self._ago(hours=44))
            body = {
                "manifest_id": manifest_id,
                "courier": "顺丰速运",
                "tracking_no": "SF1402117734",
                "old_part_ids": [part.id for part in shipped],
            }
            self._tell("zhou.hai", "manifest.ship", f"return_manifest:{manifest_id}", body, self._ago(hours=42))
        if packed:
            self._pack(packed[0].remover, [packed], self._ago(hours=5))

    def hand_over(self) -> None:
        """One hand-over was told by both, one by the giver alone, one differently by both (OLD-2)."""
        told = self._out[5:8]
        for place, part in enumerate(told):
            giver = part.remover
            taker, other = (login for login in _TECHNICIANS if login != giver)
            hand_over_id, at = self._log.new_id(), self._ago(hours=9 - place)
            given = {"hand_over_id": hand_over_id, "old_part_id": part.id, "taker_id": self._files.people[taker]}
            taken = {"hand_over_id": hand_over_id, "old_part_id": part.id, "giver_id": self._files.people[giver]}
            lane = f"old_part:{part.id}"
            self._tell(giver, "old_part.hand_over", lane, given, at)
            if place != 1:
                who = taker if place == 0 else other
                self._tell(who, "old_part.take_over", lane, taken, at + timedelta(minutes=2))

    def ask_for_time(self) -> None:
        """The longest overdue part waits for the manager's word (OLD-4)."""
        if not self._out:
            return
        part, extension_id = self._out[0], self._log.new_id()
        until = self._log.now.date() + timedelta(days=10)
        body = {
            "extension_id": extension_id,
            "old_part_id": part.id,
            "due_on": until.isoformat(),
            "reason": "用户仓库盘点，下周才放行。",
        }
        self._tell(part.remover, "extension.ask", f"extension:{extension_id}", body, self._ago(hours=3))

    def _pack(self, by: str, boxes: Sequence[Sequence[_OldPart]], at: datetime) -> str:
        manifest_id = self._log.new_id(at)
        filled = [box for box in boxes if box]
        body = {
            "manifest_id": manifest_id,
            "kind": "regular",
            "boxes": [{"no": no, "old_part_ids": [part.id for part in box]} for no, box in enumerate(filled, start=1)],
        }
        self._tell(by, "manifest.pack", f"return_manifest:{manifest_id}", body, at)
        return manifest_id

    def _inspect(self, part: _OldPart, at: datetime, reason: str | None) -> None:
        body = {
            "inspection_id": self._log.new_id(at),
            "old_part_id": part.id,
            "condition": "damaged" if reason == "damaged" else "as_described",
            "reason_code": reason,
            "liability": None if reason else "supplier",
            "note": None,
        }
        self._tell(_CLERK, "old_part.inspect", f"old_part:{part.id}", body, at)

    def _after(self, part: _OldPart, *, hours: int) -> datetime:
        return min((part.received_at or part.at) + timedelta(hours=hours), self._ago(hours=1))

    def _ago(self, **length: int) -> datetime:
        return self._log.now - timedelta(**length)

    def _tell(self, login: str, name: str, lane: str, body: dict[str, Any], at: datetime) -> None:
        self._log.tell(self._files.people[login], name, lane, body, at)


def _told(log: Log, logins: Mapping[str, str]) -> list[_OldPart]:
    """Return the old parts that these people took off, the first at the front."""
    received: dict[str, datetime] = {}
    parts: list[_OldPart] = []
    for one in log.recordings:
        at = one.device_time or log.now
        if one.name == "old_part.receive":
            received[one.body["old_part_id"]] = at
        elif one.name == "swap.record" and one.user_id in logins and one.body["old_part"]:
            part = one.body["old_part"]
            parts.append(_OldPart(part["old_part_id"], logins[one.user_id], at, part["tag"], None))
    known = [replace(part, received_at=received.get(part.id)) for part in parts]
    return sorted(known, key=lambda part: part.at)


def _signature() -> list[list[list[int]]]:
    return [
        [[140 + 46 * step, 240 + (-1) ** step * 70, 20 * step] for step in range(9)],
        [[620 + 30 * step, 170 + 24 * step, 400 + 18 * step] for step in range(8)],
        [[760 + 34 * step, 330 - 26 * step, 700 + 18 * step] for step in range(7)],
    ]
