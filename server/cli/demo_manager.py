"""Writes what the demonstration's managers have decided, and what still waits for them: it looks at the books first."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.cli.demo_files import Files
from server.cli.demo_log import Log
from server.rules.old_parts import CAME_BACK, OldPartState
from server.rules.reports import ReportState
from server.rules.visits import VisitState
from server.tables.discrepancies import DiscrepancyRow
from server.tables.old_parts import OldPartRow
from server.tables.reports import ReportRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from sync.engine import Recording

_HEAD = "gu.qing"
_MANAGERS = {"NB": "shen.yue", "HZ": _HEAD, "WZ": _HEAD}
_CLOSES = {"NB": "lin.su", "HZ": "gao.yuan", "WZ": _HEAD}
_CLOSED_AFTER = timedelta(days=6)
"""The station writes off once a week: what is younger is ready and waits."""


def decided(session: Session, log: Log, files: Files) -> Sequence[Recording]:
    """Return it in order; everything else of the company is recorded before."""
    desk = _Desk(session, log, files)
    desk.pass_on()
    desk.lose()
    desk.waive()
    desk.write_off()
    return desk.log.recordings


class _Desk:
    def __init__(self, session: Session, log: Log, files: Files) -> None:
        self.log = Log(log.now, log.chance)
        self._session = session
        self._people = files.people
        self._codes = {station_id: code for code, station_id in files.stations.items()}
        self._logins = {user_id: login for login, user_id in files.people.items()}

    def pass_on(self) -> None:
        """One is with the clerk, one went to a technician and came back with an answer, one is with a technician."""
        self._passed("wrong_serial", "NB", [("shen.yue", "lin.su", "请到架上再看一眼编号，拍一张回我。", 5)])
        asked = [
            ("shen.yue", "zhou.hai", "这个没标签的件是不是你寄的？", 4),
            ("zhou.hai", "shen.yue", "不是我的，我的都挂了标签。", 3),
        ]
        self._passed("unexpected_old_part", "NB", asked)
        early = [(_HEAD, "he.jing", "为什么先签字后修？回我一句。", 2)]
        self._passed("signed_before_service", "HZ", early)

    def lose(self) -> None:
        """Two old parts will not come back, as those who had them say; a manager has not decided yet (OLD-2)."""
        shipped = self._old_parts("NB", OldPartState.SHIPPED)
        self._lost(shipped[-1:], "lin.su", "快递赔了运费，说第二箱在中转站丢了。")
        carried = self._old_parts("WZ", OldPartState.WITH_TECHNICIAN)
        for part in carried[1:2]:
            self._lost([part], self._logins[part.holder_id], "放在用户车库，隔天被当废铁收走了。")

    def waive(self) -> None:
        """The customer kept one, and the manager does without it (PART-5)."""
        for part in self._old_parts("WZ", OldPartState.WITH_TECHNICIAN)[:1]:
            body = {
                "swap_id": part.swap_id,
                "old_part_id": part.id,
                "reason": "retained",
                "note": "用户要留着自己修，留件单已签。",
            }
            self._tell(_HEAD, "old_part.waive", f"write_off:{part.swap_id}", body, self._ago(hours=20))

    def write_off(self) -> None:
        """What waited for nothing a week ago is closed; the rest is ready (PART-5)."""
        rows = self._session.execute(
            select(SwapRow, OldPartRow, ReportRow)
            .join(OldPartRow, OldPartRow.id == SwapRow.old_part_id)
            .join(ReportRow, ReportRow.id == SwapRow.visit_id)
            .join(VisitRow, VisitRow.id == SwapRow.visit_id)
            .where(ReportRow.state == ReportState.APPROVED, OldPartRow.state.in_([str(one) for one in CAME_BACK]))
            .where(VisitRow.state == VisitState.SIGNED)
            .order_by(SwapRow.recorded_at)
        )
        for swap, part, report in rows:
            both = max(part.received_at or self.log.now, report.decided_at or self.log.now)
            if both > self.log.now - _CLOSED_AFTER:
                continue
            body = {
                "write_off_id": self.log.new_id(),
                "swap_id": swap.id,
                "visit_id": swap.visit_id,
                "old_part_id": part.id,
            }
            login = _CLOSES[self._codes[swap.station_id]]
            self._tell(login, "write_off.close", f"write_off:{swap.id}", body, both + timedelta(days=2))

    def _passed(self, kind: str, code: str, passes: Sequence[tuple[str, str, str, int]]) -> None:
        rows = select(DiscrepancyRow).where(DiscrepancyRow.kind == kind, DiscrepancyRow.state == "open")
        at_station = [row for row in self._session.scalars(rows) if self._codes[row.station_id] == code]
        for row in at_station[:1]:
            for giver, taker, note, hours in passes:
                body = {"discrepancy_id": row.id, "to": self._people[taker], "note": note}
                self._tell(giver, "discrepancy.pass_on", f"discrepancy:{row.id}", body, self._ago(hours=hours))

    def _lost(self, parts: Sequence[OldPartRow], login: str, note: str) -> None:
        for part in parts:
            body = {"loss_id": self.log.new_id(), "old_part_id": part.id, "note": note}
            self._tell(login, "old_part.report_lost", f"old_part:{part.id}", body, self._ago(hours=7))

    def _old_parts(self, code: str, state: OldPartState) -> list[OldPartRow]:
        """Return those of swaps that are in this state, the first that was taken off at the front."""
        rows = self._session.scalars(
            select(OldPartRow)
            .where(OldPartRow.state == state, OldPartRow.tag.is_not(None), OldPartRow.swap_id.is_not(None))
            .order_by(OldPartRow.removed_at)
        )
        return [row for row in rows if self._codes[row.station_id] == code]

    def _ago(self, **length: int) -> datetime:
        return self.log.now - timedelta(**length)

    def _tell(self, login: str, name: str, lane: str, body: dict[str, Any], at: datetime) -> None:
        self.log.tell(self._people[login], name, lane, body, at)
