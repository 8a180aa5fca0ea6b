"""Photos: announced by their hash on the device, drawn on, verified when the file has arrived whole."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import SYSTEM, Actor, check_on_job
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.jobs import job_of
from server.mutations.publishing import publish_annotation, publish_photo
from server.mutations.sealing import note_changes
from server.mutations.unit_visits import note_photo
from server.mutations.visits import mark_late
from server.rules.people import Role
from server.rules.photos import PhotoState, PhotoSubject, judge_file
from server.tables.annotations import AnnotationRow
from server.tables.loading import add, load
from server.tables.old_parts import OldPartRow
from server.tables.photos import PhotoRow
from server.visibility.fields import Code, Count, Id, Sha256, Text
from server.visibility.schemas.evidence import shapes
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing, NotPermitted

_LARGEST = 2**31 - 1


class PhotoAttachBody(Schema):
    """A photo was taken; its file follows. ``of_id`` is the swap or old part that it shows."""

    photo_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    visit_id = Id(required=True, allow_none=True)
    subject = Code(PhotoSubject, required=True)
    of_id = Id(required=True, allow_none=True)
    sha256 = Sha256(required=True)
    size = Count(required=True, least=1, most=_LARGEST)
    type = Text(required=True, least=1, most=40)
    width = Count(required=True, least=1, most=_LARGEST)
    height = Count(required=True, least=1, most=_LARGEST)


@dataclass(frozen=True, slots=True)
class PhotoAttach:
    """See ``PhotoAttachBody``."""

    photo_id: str
    job_id: str | None
    visit_id: str | None
    subject: str
    of_id: str | None
    sha256: str
    size: int
    type: str
    width: int
    height: int


class PhotoAnnotateBody(Schema):
    """The whole drawing over a photo as it stands now; the photo's own bytes are not touched (VIS-3)."""

    annotation_id = Id(required=True)
    photo_id = Id(required=True)
    shapes = shapes()


@dataclass(frozen=True, slots=True)
class PhotoAnnotate:
    """See ``PhotoAnnotateBody``."""

    annotation_id: str
    photo_id: str
    shapes: list[dict[str, Any]]


class PhotoVerifiedBody(Schema):
    """The server has every byte of the file with this hash, or has refused it and says why."""

    photo_id = Id(required=True)
    sha256 = Sha256(required=True)
    state = Code(PhotoState, required=True)
    refusal = Text(required=True, allow_none=True, most=40)


@dataclass(frozen=True, slots=True)
class PhotoVerified:
    """See ``PhotoVerifiedBody``."""

    photo_id: str
    sha256: str
    state: str
    refusal: str | None


def _attach(change: Change, actor: Actor, args: PhotoAttach) -> Outcome:
    station_id = _station_of(change, actor, args)
    if load(change.session, PhotoRow, args.photo_id) is not None:
        return APPLIED
    photo = PhotoRow(
        id=args.photo_id,
        job_id=args.job_id,
        visit_id=args.visit_id,
        station_id=station_id,
        subject=args.subject,
        of_id=args.of_id,
        sha256=args.sha256,
        size=args.size,
        type=args.type,
        width=args.width,
        height=args.height,
        taken_at=change.happened_at,
        taken_by=change.user_id,
        state=PhotoState.EXPECTED.value,
        refusal=None,
    )
    add(change.session, photo)
    publish_photo(change, photo)
    note_photo(change, photo)
    note_changes(change, photo.visit_id)
    return applied(change, mark_late(change, args.visit_id), job_id=args.job_id, station_id=station_id)


def _station_of(change: Change, actor: Actor, args: PhotoAttach) -> str:
    """Return the job's station, or for a photo without a job that of the clerk who took it."""
    if args.job_id is not None:
        job = job_of(change, args.job_id)
        if actor.is_office(Role.CLERK, job.station_id) and _is_of_old_part(change, args):
            return job.station_id
        check_on_job(change, actor, job.id, job.station_id, office=frozenset({Role.CLERK}))
        return job.station_id
    if Role.CLERK not in actor.roles or actor.station_id is None:
        raise NotPermitted("Name the job that this photo belongs to.")
    return actor.station_id


def _is_of_old_part(change: Change, args: PhotoAttach) -> bool:
    """Say whether a clerk photographs an old part, in that part's own lane."""
    if args.of_id is None or change.lane != f"old_part:{args.of_id}":
        return False
    old_part = load(change.session, OldPartRow, args.of_id)
    return old_part is not None and old_part.job_id == args.job_id


def _annotate(change: Change, actor: Actor, args: PhotoAnnotate) -> Outcome:
    photo = load(change.session, PhotoRow, args.photo_id)
    if photo is None:
        raise Missing("The photo has not arrived yet.", table="photo", id=args.photo_id)
    if photo.job_id is None:
        raise NotPermitted("Only a photo of a job can be drawn on.")
    check_on_job(change, actor, photo.job_id, photo.station_id, office=frozenset())
    if load(change.session, AnnotationRow, args.annotation_id) is not None:
        return APPLIED
    drawn = AnnotationRow(
        id=args.annotation_id,
        photo_id=photo.id,
        job_id=photo.job_id,
        visit_id=photo.visit_id,
        station_id=photo.station_id,
        subject=photo.subject,
        shapes=args.shapes,
        drawn_at=change.happened_at,
        drawn_by=change.user_id,
    )
    add(change.session, drawn)
    publish_annotation(change, drawn)
    return applied(change, mark_late(change, photo.visit_id), job_id=photo.job_id, station_id=photo.station_id)


def _verified(change: Change, actor: Actor, args: PhotoVerified) -> Outcome:  # noqa: ARG001
    photo = load(change.session, PhotoRow, args.photo_id)
    if photo is None:
        raise Missing("The photo has not arrived yet.", table="photo", id=args.photo_id)
    photo.state, photo.refusal = judge_file(photo.sha256, args.sha256, PhotoState(args.state), args.refusal)
    publish_photo(change, photo)
    note_photo(change, photo)
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "photo.attach",
        Kind.FACT,
        roles=[Role.TECHNICIAN, Role.CLERK],
        schema=PhotoAttachBody,
        args=PhotoAttach,
        needs=lambda args: [
            ("photo", args.photo_id),
            *([("job", args.job_id)] if args.job_id else []),
            *([("unit_visit", args.visit_id), ("seal.visit_id", args.visit_id)] if args.visit_id else []),
        ],
        write=_attach,
    ),
    declare(
        "photo.annotate",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=PhotoAnnotateBody,
        args=PhotoAnnotate,
        needs=lambda args: [("photo", args.photo_id), ("annotation", args.annotation_id)],
        write=_annotate,
    ),
    declare(
        "photo.verified",
        Kind.FACT,
        roles=[SYSTEM],
        schema=PhotoVerifiedBody,
        args=PhotoVerified,
        needs=lambda args: [("photo", args.photo_id)],
        write=_verified,
    ),
)
