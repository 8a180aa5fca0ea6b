"""The customer's signature, kept as a fact; it signs the report only when the service has ended (VIS-6)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, ValidationError, fields, validates

from server.mutations.acting import Actor
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.presets import preset
from server.mutations.publishing import publish_on_job
from server.mutations.reports import hand_in
from server.mutations.visits import mark_late, visit_of
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.people import Role
from server.rules.photos import PhotoState
from server.rules.reports import ReportState
from server.rules.signatures import is_empty
from server.rules.visits import Findings, SwapFindings, VisitState, lacking
from server.tables.loading import add, load, matching
from server.tables.old_parts import OldPartRow
from server.tables.photos import PhotoRow
from server.tables.signatures import SignatureRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from server.visibility.fields import Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome

_POINT = 3
_MOST_POINTS = 20_000
_LARGEST = 2**31 - 1


class VisitSignBody(Schema):
    """What the pen drew: strokes of ``[x, y, milliseconds]`` on a pad of ``width`` by ``height``."""

    visit_id = Id(required=True)
    signature_id = Id(required=True)
    signer_name = Text(required=True, most=80)
    signer_role = Text(required=True, allow_none=True, most=80)
    language = Text(required=True, least=2, most=8)
    width = Count(required=True, least=1, most=_LARGEST)
    height = Count(required=True, least=1, most=_LARGEST)
    strokes = fields.List(fields.List(fields.List(fields.Integer(strict=True))), required=True)

    @validates("strokes")
    def check_strokes(self, strokes: list[list[list[int]]], data_key: str) -> None:  # noqa: ARG002
        points = [point for stroke in strokes for point in stroke]
        if len(points) > _MOST_POINTS:
            raise ValidationError(f"Send at most {_MOST_POINTS} points.")
        if any(len(point) != _POINT or max(map(abs, point)) > _LARGEST for point in points):
            raise ValidationError("Send each point as [x, y, milliseconds].")


@dataclass(frozen=True, slots=True)
class VisitSign:
    """See ``VisitSignBody``."""

    visit_id: str
    signature_id: str
    signer_name: str
    signer_role: str | None
    language: str
    width: int
    height: int
    strokes: list[list[list[int]]]


def findings_of(change: Change, visit: VisitRow) -> Findings:
    """Return all that the signature looks at (VIS-6)."""
    photos = matching(change.session, PhotoRow, "visit_id", visit.id)
    swaps = matching(change.session, SwapRow, "visit_id", visit.id)
    tags = {old_part.id: old_part.tag for old_part in matching(change.session, OldPartRow, "visit_id", visit.id)}
    return Findings(
        listen=visit.listen,
        look=visit.look,
        check=visit.check,
        handle=visit.handle,
        ended=visit.ended_at is not None,
        photo_subjects=frozenset(photo.subject for photo in photos if photo.state != PhotoState.REFUSED),
        swaps=[
            SwapFindings(swap.id, swap.reason, tags.get(swap.old_part_id or ""), swap.no_old_part_reason)
            for swap in swaps
        ],
    )


def _sign(change: Change, actor: Actor, args: VisitSign) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    if load(change.session, SignatureRow, args.signature_id) is not None:
        return APPLIED
    found = mark_late(change, visit.id)
    objections = _objections(change, visit, args)
    signature = SignatureRow(
        id=args.signature_id,
        visit_id=visit.id,
        job_id=visit.job_id,
        station_id=visit.station_id,
        signer_name=args.signer_name,
        signer_role=args.signer_role,
        language=args.language,
        signed_at=change.happened_at,
        width=args.width,
        height=args.height,
        strokes=args.strokes,
    )
    add(change.session, signature)
    publish_on_job(change, signature)
    if not objections:
        visit.state = VisitState.SIGNED.value
        visit.unsigned_reason = visit.unsigned_note = None
        publish_on_job(change, visit)
        hand_in(change, visit, ReportState.SIGNED)
    return applied(change, [*found, *objections], job_id=visit.job_id, station_id=visit.station_id)


def _objections(change: Change, visit: VisitRow, args: VisitSign) -> list[Discrepancy]:
    """Return why this signature does not sign the report."""
    subject = ("signature", args.signature_id)
    if visit.state == VisitState.SIGNED:
        return [Discrepancy(DiscrepancyKind.SIGNED_TWICE, *subject)]
    objections = []
    if is_empty(
        args.strokes,
        width=args.width,
        height=args.height,
        min_strokes=preset(change.session, "signature_min_strokes"),
        min_percent=preset(change.session, "signature_min_percent"),
    ):
        objections.append(Discrepancy(DiscrepancyKind.EMPTY_SIGNATURE, *subject))
    lacks = [lack.code for lack in lacking(findings_of(change, visit))]
    if lacks:
        objections.append(Discrepancy(DiscrepancyKind.SIGNED_BEFORE_SERVICE, *subject, {"lacks": lacks}))
    return objections


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "visit.sign",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitSignBody,
        args=VisitSign,
        needs=lambda args: [
            ("visit", args.visit_id),
            ("signature", args.signature_id),
            ("report", args.visit_id),
            ("photo.visit_id", args.visit_id),
            ("swap.visit_id", args.visit_id),
            ("old_part.visit_id", args.visit_id),
        ],
        write=_sign,
    ),
)
