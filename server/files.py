"""The field service as the media engine sees it: whose recording a file is, who may see it, what became of it."""

from sqlalchemy.orm import Session

from media.limits import AUDIO_TYPES
from media.ports import Expected, Verdict
from media.refusal import UnknownUpload
from server.mutations.acting import SYSTEM
from server.rules.photos import PhotoState
from server.tables.photos import PhotoRow
from server.tables.unit_visits import UnitVisitRow
from server.tables.voice_notes import VoiceNoteRow
from server.visibility import audiences
from sync.engine import SyncEngine
from sync.grants import open_lanes


class Files:
    """Implements ``media.ports.Application`` on the photos and voice notes in the books."""

    def __init__(self, sync: SyncEngine) -> None:
        self._sync = sync

    def may_upload(self, session: Session, user_id: str, attachment_id: str) -> Expected | None:
        """Whoever made the recording sends its file, also when the job was given to somebody else meanwhile (JOB-7)."""
        named = _named(session, attachment_id)
        if named is None:
            return None
        if _maker(named) != user_id:
            raise UnknownUpload
        return Expected(sha256=named.sha256, size=named.size)

    def may_see(self, session: Session, user_id: str, attachment_id: str) -> bool:
        """Who has the row in their feed sees its file, and who made it."""
        named = _named(session, attachment_id)
        if named is None:
            return False
        theirs = audiences.standing(session, user_id, "") | open_lanes(session, user_id).keys()
        return _maker(named) == user_id or not theirs.isdisjoint(_audiences(session, named))

    def record(self, session: Session, verdict: Verdict) -> None:
        """Write the verdict into the log, as the server's own mutation; everybody who sees the row learns of it.

        A file that overtook the mutation that names it is what its bytes say; a picture that was announced as a voice
        note, or the other way round, is refused.
        """
        named = _named(session, verdict.attachment_id)
        is_sound = verdict.type in AUDIO_TYPES
        table = "voice_note" if isinstance(named, VoiceNoteRow) or (named is None and is_sound) else "photo"
        refusal = verdict.refusal
        if refusal is None and is_sound != (table == "voice_note"):
            refusal = "other_kind"
        state = PhotoState.VERIFIED if refusal is None else PhotoState.REFUSED
        row_id = verdict.attachment_id
        body = {f"{table}_id": row_id, "sha256": verdict.sha256, "state": state.value, "refusal": refusal}
        self._sync.record(SYSTEM, f"{table}.verified", 1, f"{table}:{row_id}", body, session=session)


def _named(session: Session, attachment_id: str) -> PhotoRow | VoiceNoteRow | None:
    return session.get(PhotoRow, attachment_id) or session.get(VoiceNoteRow, attachment_id)


def _maker(named: PhotoRow | VoiceNoteRow) -> str:
    return named.taken_by if isinstance(named, PhotoRow) else named.recorded_by


def _audiences(session: Session, named: PhotoRow | VoiceNoteRow) -> tuple[str, ...]:
    """A photo of a closed visit also stands in its unit's file (JOB-6)."""
    if isinstance(named, PhotoRow):
        seen = audiences.of_photo(named.job_id, named.station_id, named.subject)
        filed = None if named.visit_id is None else session.get(UnitVisitRow, named.visit_id)
        return seen if filed is None else (*seen, audiences.unit_lane(filed.equipment_id))
    return audiences.of_job(named.job_id, named.station_id)
