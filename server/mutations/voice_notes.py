"""Voice notes: announced by their hash on the device, verified by the server when the file has arrived whole."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import SYSTEM, Actor
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_voice_note
from server.mutations.visits import mark_late, visit_of
from server.rules.people import Role
from server.rules.photos import PhotoState, judge_file
from server.rules.voice_notes import SpokenSection
from server.tables.loading import add, load
from server.tables.voice_notes import VoiceNoteRow
from server.visibility.fields import Code, Count, Id, Sha256, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing

_LARGEST = 2**31 - 1


class VoiceNoteAttachBody(Schema):
    """Something was spoken at a section of a visit; its file follows (VIS-1, VIS-3)."""

    voice_note_id = Id(required=True)
    visit_id = Id(required=True)
    section = Code(SpokenSection, required=True)
    sha256 = Sha256(required=True)
    size = Count(required=True, least=1, most=_LARGEST)
    type = Text(required=True, least=1, most=40)
    duration_ms = Count(required=True, least=1, most=_LARGEST)


@dataclass(frozen=True, slots=True)
class VoiceNoteAttach:
    """See ``VoiceNoteAttachBody``."""

    voice_note_id: str
    visit_id: str
    section: str
    sha256: str
    size: int
    type: str
    duration_ms: int


class VoiceNoteVerifiedBody(Schema):
    """The server has every byte of the file with this hash, or has refused it and says why."""

    voice_note_id = Id(required=True)
    sha256 = Sha256(required=True)
    state = Code(PhotoState, required=True)
    refusal = Text(required=True, allow_none=True, most=40)


@dataclass(frozen=True, slots=True)
class VoiceNoteVerified:
    """See ``VoiceNoteVerifiedBody``."""

    voice_note_id: str
    sha256: str
    state: str
    refusal: str | None


def _attach(change: Change, actor: Actor, args: VoiceNoteAttach) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    if load(change.session, VoiceNoteRow, args.voice_note_id) is not None:
        return APPLIED
    note = VoiceNoteRow(
        id=args.voice_note_id,
        job_id=visit.job_id,
        visit_id=visit.id,
        station_id=visit.station_id,
        section=args.section,
        sha256=args.sha256,
        size=args.size,
        type=args.type,
        duration_ms=args.duration_ms,
        recorded_at=change.happened_at,
        recorded_by=change.user_id,
        state=PhotoState.EXPECTED.value,
        refusal=None,
    )
    add(change.session, note)
    publish_voice_note(change, note)
    return applied(change, mark_late(change, visit.id), job_id=visit.job_id, station_id=visit.station_id)


def _verified(change: Change, actor: Actor, args: VoiceNoteVerified) -> Outcome:  # noqa: ARG001
    note = load(change.session, VoiceNoteRow, args.voice_note_id)
    if note is None:
        raise Missing("The voice note has not arrived yet.", table="voice_note", id=args.voice_note_id)
    note.state, note.refusal = judge_file(note.sha256, args.sha256, PhotoState(args.state), args.refusal)
    publish_voice_note(change, note)
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "voice_note.attach",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VoiceNoteAttachBody,
        args=VoiceNoteAttach,
        needs=lambda args: [("visit", args.visit_id), ("voice_note", args.voice_note_id)],
        write=_attach,
    ),
    declare(
        "voice_note.verified",
        Kind.FACT,
        roles=[SYSTEM],
        schema=VoiceNoteVerifiedBody,
        args=VoiceNoteVerified,
        needs=lambda args: [("voice_note", args.voice_note_id)],
        write=_verified,
    ),
)
