"""The customer's signature, kept as a fact; it signs the report only when the service has ended (VIS-6)."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, ValidationError, fields, validates

from server.mutations.acting import Actor
from server.mutations.checklists import answered
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.presets import preset
from server.mutations.publishing import publish_on_job
from server.mutations.reports import hand_in
from server.mutations.sealing import SEAL_HEAD, Seal, SealBody, note_changes, seal
from server.mutations.swaps import standing_swaps
from server.mutations.visits import mark_late, visit_of
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.evidence import Shown, lacking_evidence
from server.rules.keys import PrivateKey
from server.rules.people import Role
from server.rules.photos import PhotoState, PhotoSubject
from server.rules.reports import ReportState
from server.rules.signatures import Mark, is_empty, may_sign_too, signs_nothing
from server.rules.visits import Findings, Lack, SwapFindings, VisitState, lacking
from server.tables.loading import add, load, matching
from server.tables.old_parts import OldPartRow
from server.tables.photos import PhotoRow
from server.tables.reports import ReportRow
from server.tables.seals import HEAD
from server.tables.signatures import SignatureRow
from server.tables.visits import VisitRow
from server.visibility.fields import Code, Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome

_POINT = 3
_MOST_POINTS = 20_000
_LARGEST = 2**31 - 1


class VisitSignBody(Schema):
    """What the pen drew: strokes of ``[x, y, milliseconds]`` on a pad of ``width`` by ``height``.

    A typed name and a stamp (VIS-8) have no strokes; ``stamp_photo_id`` shows the stamp, beside or instead of the hand.
    """

    visit_id = Id(required=True)
    signature_id = Id(required=True)
    mark = Code(Mark, required=True)
    stamp_photo_id = Id(required=True, allow_none=True)
    signer_name = Text(required=True, most=80)
    signer_role = Text(required=True, allow_none=True, most=80)
    language = Text(required=True, least=2, most=8)
    width = Count(required=True, least=1, most=_LARGEST)
    height = Count(required=True, least=1, most=_LARGEST)
    strokes = fields.List(fields.List(fields.List(fields.Integer(strict=True))), required=True)
    seal = fields.Nested(SealBody, load_default=None, allow_none=True)

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
    mark: str
    stamp_photo_id: str | None
    signer_name: str
    signer_role: str | None
    language: str
    width: int
    height: int
    strokes: list[list[list[int]]]
    seal: Seal | None


def findings_of(change: Change, visit: VisitRow) -> Findings:
    """Return all that the signature looks at (VIS-6)."""
    photos = matching(change.session, PhotoRow, "visit_id", visit.id)
    swaps = standing_swaps(change, visit.id)
    tags = {old_part.id: old_part.tag for old_part in matching(change.session, OldPartRow, "visit_id", visit.id)}
    kept = [photo for photo in photos if photo.state != PhotoState.REFUSED]
    return Findings(
        listen=visit.listen,
        look=visit.look,
        check=visit.check,
        handle=visit.handle,
        ended=visit.ended_at is not None,
        photo_subjects=frozenset(photo.subject for photo in kept),
        swaps=[
            SwapFindings(swap.id, swap.reason, tags.get(swap.old_part_id or ""), swap.no_old_part_reason)
            for swap in swaps
        ],
        checklists=answered(change, visit, frozenset(photo.id for photo in kept)),
    )


def _sign(change: Change, actor: Actor, args: VisitSign, key: PrivateKey | None) -> Outcome:
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
        mark=args.mark,
        stamp_photo_id=args.stamp_photo_id,
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
    if args.seal is not None:
        found += seal(change, signature, args.seal, key)
    if not objections and visit.state != VisitState.SIGNED:
        visit.state = VisitState.SIGNED.value
        visit.unsigned_reason = visit.unsigned_note = visit.unsigned_witness = None
        publish_on_job(change, visit)
        hand_in(change, visit, ReportState.SIGNED)
    note_changes(change, visit.id)
    return applied(change, [*found, *objections], job_id=visit.job_id, station_id=visit.station_id)


def _objections(change: Change, visit: VisitRow, args: VisitSign) -> list[Discrepancy]:
    """Return why this signature does not sign the report."""
    subject = ("signature", args.signature_id)
    objections = []
    if _signs_nothing(change, args):
        objections.append(Discrepancy(DiscrepancyKind.EMPTY_SIGNATURE, *subject))
    if visit.state == VisitState.SIGNED:
        if not _may_sign_too(change, visit, args):
            objections.append(Discrepancy(DiscrepancyKind.SIGNED_TWICE, *subject))
        return objections
    lacks = [lack.code for lack in (*lacking(findings_of(change, visit)), *_lacking_evidence(change, visit))]
    if lacks:
        objections.append(Discrepancy(DiscrepancyKind.SIGNED_BEFORE_SERVICE, *subject, {"lacks": lacks}))
    return objections


def _signs_nothing(change: Change, args: VisitSign) -> bool:
    """Say whether there is no ink, no name, or no photo of the stamp (VIS-6, VIS-8)."""
    scribble_is_empty = is_empty(
        args.strokes,
        width=args.width,
        height=args.height,
        min_strokes=preset(change.session, "signature_min_strokes"),
        min_percent=preset(change.session, "signature_min_percent"),
    )
    stamp = None if args.stamp_photo_id is None else load(change.session, PhotoRow, args.stamp_photo_id)
    stamp_is_shown = (
        stamp is not None
        and stamp.visit_id == args.visit_id
        and stamp.subject == PhotoSubject.STAMPED_PAPER
        and stamp.state != PhotoState.REFUSED
    )
    return signs_nothing(
        Mark(args.mark), name=args.signer_name, scribble_is_empty=scribble_is_empty, stamp_is_shown=stamp_is_shown
    )


def _may_sign_too(change: Change, visit: VisitRow, args: VisitSign) -> bool:
    """Say whether another person signs what was signed already; what was sent back counts no more (JOB-8)."""
    report = load(change.session, ReportRow, visit.id)
    signed = [
        (one.signer_name, one.signer_role)
        for one in matching(change.session, SignatureRow, "visit_id", visit.id)
        if report is not None and one.signed_at >= report.closed_at
    ]
    most = preset(change.session, "signers_most")
    return may_sign_too((args.signer_name, args.signer_role), signed, most=most)


def _lacking_evidence(change: Change, visit: VisitRow) -> tuple[Lack, ...]:
    """Return what the claim policy makes obligatory and no photo shows (VIS-6)."""
    photos = [
        photo for photo in matching(change.session, PhotoRow, "visit_id", visit.id) if photo.state != PhotoState.REFUSED
    ]
    sides = Counter(photo.of_id for photo in photos if photo.subject == PhotoSubject.OLD_PART)
    old_parts = matching(change.session, OldPartRow, "visit_id", visit.id)
    shown = Shown(
        photos=Counter(photo.subject for photo in photos),
        old_parts={old_part.id: sides[old_part.id] for old_part in old_parts},
    )
    return lacking_evidence(preset(change.session, "claim_policy"), shown)


def entries(key: PrivateKey | None) -> tuple[Entry[Any], ...]:
    """Return the entry of ``visit.sign``; ``key`` countersigns its seals (VIS-7)."""
    return (
        declare(
            "visit.sign",
            Kind.FACT,
            roles=[Role.TECHNICIAN],
            schema=VisitSignBody,
            args=lambda seal, **rest: VisitSign(**rest, seal=None if seal is None else Seal(**seal)),
            needs=lambda args: [
                ("visit", args.visit_id),
                ("signature", args.signature_id),
                ("report", args.visit_id),
                ("unit_visit", args.visit_id),
                ("visit_checklist", args.visit_id),
                ("photo.visit_id", args.visit_id),
                ("signature.visit_id", args.visit_id),
                ("swap.visit_id", args.visit_id),
                ("old_part.visit_id", args.visit_id),
                *([(SEAL_HEAD, HEAD), ("seal.visit_id", args.visit_id)] if args.seal else []),
            ],
            write=lambda change, actor, args: _sign(change, actor, args, key),
        ),
    )


ENTRIES = entries(None)
