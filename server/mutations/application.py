"""The field-service application as the sync engine sees it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from marshmallow import Schema
from sqlalchemy.orm import Session

from server.mutations import (
    answers,
    archive,
    batch_holds,
    box_closings,
    calendars,
    checklists,
    contacts,
    counts,
    customers,
    discrepancies,
    disposals,
    equipment,
    escalations,
    extensions,
    faults,
    findings,
    goods,
    hand_overs,
    imports,
    incidents,
    inspections,
    job_offers,
    jobs,
    loss_reports,
    matches,
    milestones,
    old_part_hand_overs,
    old_parts,
    parts,
    payments,
    people,
    photos,
    presets,
    quotes,
    report_backs,
    reports,
    requisitions,
    return_manifests,
    reviews,
    safety,
    signatures,
    sla_profiles,
    stations,
    stock,
    swap_corrections,
    swaps,
    tag_rolls,
    transfers,
    unused_notices,
    visit_times,
    visits,
    voice_notes,
    write_offs,
)
from server.mutations.entry import Entry
from server.mutations.sealing import SEAL_HEAD
from server.mutations.stock import SWAPPED, stock_of_swaps
from server.rules.keys import PrivateKey
from server.tables import loading
from server.tables.custody import CustodyFactRow
from server.tables.equipment import EquipmentRow
from server.tables.jobs import JobRow
from server.tables.old_parts import OldPartReceiptRow
from server.tables.seals import SealHeadRow
from server.tables.stock import StockRow, StockTrailRow
from server.tables.visits import VisitRow
from server.visibility import audiences, rows
from sync.ports import Mutator

_NOUNS = (
    contacts,
    jobs,
    milestones,
    quotes,
    payments,
    sla_profiles,
    calendars,
    visits,
    visit_times,
    report_backs,
    job_offers,
    findings,
    answers,
    signatures,
    hand_overs,
    presets,
    swaps,
    swap_corrections,
    tag_rolls,
    old_parts,
    old_part_hand_overs,
    return_manifests,
    box_closings,
    matches,
    inspections,
    disposals,
    extensions,
    loss_reports,
    write_offs,
    photos,
    voice_notes,
    reports,
    archive,
    reviews,
    discrepancies,
    stock,
    batch_holds,
    requisitions,
    goods,
    unused_notices,
    counts,
    transfers,
    stations,
    people,
    customers,
    equipment,
    escalations,
    incidents,
    safety,
    parts,
    faults,
    imports,
    checklists,
)

LOADED: Mapping[str, type[Any]] = {
    **rows.ROW_CLASSES,
    "old_part_receipt": OldPartReceiptRow,
    "custody_fact": CustodyFactRow,
    SEAL_HEAD: SealHeadRow,
}
"""What a mutation may need, by table."""

_LED_TO = frozenset({"visit", "job", "equipment"})
_CATALOGUES = frozenset({"preset", "station", "person", "customer", "part", "fault", "checklist"})
_BORN_ON_DEVICES = frozenset({"visit", "swap", "photo", "old_part", "signature"})

ENTRIES: Mapping[str, Entry[Any]] = {entry.mutator.name: entry for noun in _NOUNS for entry in noun.ENTRIES}
"""Every mutation by name, with its roles and the schema of its body."""

BODY_SCHEMAS: Mapping[str, type[Schema]] = {name: entry.schema for name, entry in ENTRIES.items()}
"""The bodies, for the OpenAPI document."""


class FieldService:
    """Implements ``sync.ports.Application``; ``seal_key`` countersigns what customers sign (VIS-7)."""

    def __init__(self, seal_key: PrivateKey | None = None) -> None:
        self._mutators = {**_MUTATORS, **_by_name(signatures.entries(seal_key))}

    @property
    def mutators(self) -> Mapping[tuple[str, int], Mutator[Any]]:
        return self._mutators

    @property
    def tables(self) -> frozenset[str]:
        return frozenset(rows.ROW_CLASSES)

    def audiences(self, session: Session, user_id: str, device_id: str) -> frozenset[str]:
        return audiences.standing(session, user_id, device_id)

    def preload(self, session: Session, needs: Mapping[str, set[str]]) -> None:
        """Load by id (``visit``), by another column (``photo.visit_id``), and what visits, jobs and swaps lead to."""
        ids = {table: set(needs[table]) for table in needs if "." not in table and table != SWAPPED}
        loading.note_absent(session, {LOADED[table]: ids[table] for table in sorted(ids.keys() & _BORN_ON_DEVICES)})
        for table in sorted(ids.keys() - _LED_TO):
            loading.preload(session, LOADED[table], ids[table], lock=table not in _CATALOGUES)
        visited = loading.preload(session, VisitRow, ids.get("visit", ()), lock=True)
        job_ids = ids.get("job", set()) | {visit.job_id for visit in visited}
        jobs_of_them = loading.preload(session, JobRow, job_ids, lock=True)
        units = ids.get("equipment", set()) | {job.equipment_id for job in jobs_of_them if job.equipment_id}
        loading.preload(session, EquipmentRow, units, lock=True)
        for key in sorted(needs.keys() - ids.keys() - {SWAPPED}):
            table, _, column = key.partition(".")
            loading.preload_matching(session, LOADED[table], column, needs[key])
        if SWAPPED in needs:
            swapped = stock_of_swaps(jobs_of_them, needs[SWAPPED])
            loading.preload(session, StockRow, swapped, lock=True)
            loading.preload(session, StockTrailRow, swapped, lock=True)
        loading.preload(session, StockTrailRow, ids.get("stock", ()), lock=True)

    def rows(self, session: Session, table: str, ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
        return rows.rows(session, table, ids)


def _by_name(entries: Iterable[Entry[Any]]) -> Mapping[tuple[str, int], Mutator[Any]]:
    return {(entry.mutator.name, entry.mutator.v): entry.mutator for entry in entries}


_MUTATORS = _by_name(ENTRIES.values())
