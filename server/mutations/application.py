"""The field-service application as the sync engine sees it."""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import Schema
from sqlalchemy.orm import Session

from server.mutations import (
    customers,
    discrepancies,
    equipment,
    faults,
    findings,
    jobs,
    old_parts,
    parts,
    people,
    photos,
    reports,
    reviews,
    signatures,
    stations,
    stock,
    swaps,
    visits,
)
from server.mutations.entry import Entry
from server.tables import loading
from server.visibility import audiences, rows
from sync.ports import Mutator

_NOUNS = (
    jobs,
    visits,
    findings,
    signatures,
    swaps,
    old_parts,
    photos,
    reports,
    reviews,
    discrepancies,
    stock,
    stations,
    people,
    customers,
    equipment,
    parts,
    faults,
)

_CATALOGUES = frozenset({"station", "person", "customer", "part", "fault"})

ENTRIES: Mapping[str, Entry[Any]] = {entry.mutator.name: entry for noun in _NOUNS for entry in noun.ENTRIES}
"""Every mutation by name, with its roles and the schema of its body."""

BODY_SCHEMAS: Mapping[str, type[Schema]] = {name: entry.schema for name, entry in ENTRIES.items()}
"""The bodies, for the OpenAPI document."""


class FieldService:
    """Implements ``sync.ports.Application``."""

    @property
    def mutators(self) -> Mapping[tuple[str, int], Mutator[Any]]:
        return _MUTATORS

    @property
    def tables(self) -> frozenset[str]:
        return frozenset(rows.ROW_CLASSES)

    def audiences(self, session: Session, user_id: str, device_id: str) -> frozenset[str]:
        return audiences.standing(session, user_id, device_id)

    def preload(self, session: Session, needs: Mapping[str, set[str]]) -> None:
        for table in sorted(needs):
            loading.preload(session, rows.ROW_CLASSES[table], needs[table], lock=table not in _CATALOGUES)

    def rows(self, session: Session, table: str, ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
        return rows.rows(session, table, ids)


_MUTATORS = {(entry.mutator.name, entry.mutator.v): entry.mutator for entry in ENTRIES.values()}
