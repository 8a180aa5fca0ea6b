"""Seals the demonstration's signatures as the technicians' devices would: with a key of each (VIS-7)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.rules.canonical import canonical
from server.rules.keys import PrivateKey, key_hash, make_private_key
from server.rules.report_document import FORMAT
from server.rules.visits import VisitState
from server.tables.base import new_id
from server.tables.devices import DeviceRow
from server.tables.old_parts import OldPartRow
from server.tables.photos import PhotoRow
from server.tables.seals import SealRow
from server.tables.signatures import SignatureRow
from server.tables.swaps import SwapRow
from server.visibility.rows import rows
from sync.engine import Recording
from sync.envelope import wire_time

_TZ_OFFSET_MIN = 480
_JOB = ("id", "number", "customer_name", "contact", "site_address", "phone", "fault_reported")
_SWAP = ("id", "quantity", "new_serial", "reason", "no_old_part_reason")
_PHOTO = ("id", "subject", "sha256", "taken_at")
_SIGNATURE = ("id", "mark", "signer_name", "signer_role", "language", "signed_at", "width", "height", "strokes")


class DemoDevices:
    """One device for each technician, registered in this transaction."""

    def __init__(self, session: Session, technicians: Iterable[str], now: datetime) -> None:
        self._session, self._now = session, now
        self._keys = {user_id: PrivateKey(make_private_key()) for user_id in technicians}
        for user_id, key in self._keys.items():
            session.add(
                DeviceRow(
                    id=new_id(now),
                    user_id=user_id,
                    name="Android",
                    public_key=key.public,
                    enrolled_at=now,
                    signed_in_at=now,
                )
            )
        session.flush()

    def seal(self, recording: Recording) -> Recording:
        """Return a recorded ``visit.sign`` with its seal over what the books show at this moment."""
        key = self._keys[recording.user_id]
        text = canonical(self._document(recording))
        seal = {"document": text, "device_signature": key.sign(text), "key": key_hash(key.public)}
        return replace(recording, body={**recording.body, "seal": seal})

    def _document(self, recording: Recording) -> dict[str, Any]:
        self._session.flush()
        body, signed_at = recording.body, wire_time(recording.device_time or self._now)
        visit = self._row("visit", body["visit_id"])
        job = self._row("job", visit["job_id"])
        station = self._row("station", visit["station_id"])
        former = self._session.scalar(
            select(SealRow).where(SealRow.visit_id == visit["id"]).order_by(SealRow.revision.desc()).limit(1)
        )
        signed = {**body, "id": body["signature_id"], "signed_at": signed_at}
        earlier = self._of_visit("signature", SignatureRow, visit["id"]) if visit["state"] == VisitState.SIGNED else []
        free = visit["look"]["in_warranty"] == "yes" and visit["handle"]["responsibility"] in {"maker", "supplier"}
        return {
            "format": FORMAT,
            "visit_id": visit["id"],
            "revision": 1 if former is None else former.revision + 1,
            "previous": None if former is None else former.sha256,
            "language": body["language"],
            "job": _some(job, _JOB),
            "unit": {"kind": job["equipment_kind"], **_some(job, ("model", "serial", "plate"))},
            "station": _some(station, ("name", "name_en")),
            "technicians": [
                {"id": one["user_id"], "name": self._row("person", one["user_id"])["name"], "lead": one["lead"]}
                for one in job["technicians"]
            ],
            "times": {
                **_some(visit, ("arrived_at", "ended_at")),
                "signed_at": signed_at,
                "tz_offset_min": _TZ_OFFSET_MIN,
            },
            "listen": visit["listen"],
            "look": visit["look"],
            "check": {**visit["check"], "fault": self._fault(visit["check"]["fault_id"])},
            "handle": visit["handle"],
            "checklists": [],
            "swaps": [self._swap(swap) for swap in self._of_visit("swap", SwapRow, visit["id"])],
            "photos": [_some(photo, _PHOTO) for photo in self._of_visit("photo", PhotoRow, visit["id"])],
            "payment": {"free": free, "amount_minor": None, "currency": None},
            "signatures": [_some(one, _SIGNATURE) for one in (*earlier, signed)],
            "stamp_photo": None,
        }

    def _swap(self, swap: Mapping[str, Any]) -> dict[str, Any]:
        part = self._row("part", swap["part_id"])
        old_part = None if swap["old_part_id"] is None else self._session.get(OldPartRow, swap["old_part_id"])
        return {
            **_some(swap, _SWAP),
            "part_no": part["part_no"],
            "part_name": part["name"],
            "part_name_en": part["name_en"],
            "old_part": None if old_part is None else {"serial": old_part.serial, "tag": old_part.tag},
        }

    def _fault(self, fault_id: str | None) -> dict[str, Any] | None:
        return None if fault_id is None else _some(self._row("fault", fault_id), ("code", "name", "name_en"))

    def _of_visit(self, table: str, row_class: type[Any], visit_id: str) -> list[Mapping[str, Any]]:
        ids = list(self._session.scalars(select(row_class.id).where(row_class.visit_id == visit_id)))
        return [row for _, row in sorted(rows(self._session, table, ids).items())]

    def _row(self, table: str, row_id: str) -> Mapping[str, Any]:
        return rows(self._session, table, [row_id])[row_id]


def _some(row: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: row[name] for name in names}
