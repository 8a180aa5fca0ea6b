"""The field service as the media engine sees it: whose photo a file is, who may see it, and what became of it."""

from sqlalchemy.orm import Session

from media.ports import Expected, Verdict
from media.refusal import UnknownUpload
from server.mutations.acting import SYSTEM
from server.rules.photos import PhotoState
from server.tables.photos import PhotoRow
from server.visibility import audiences
from sync.engine import SyncEngine
from sync.grants import open_lanes


class Files:
    """Implements ``media.ports.Application`` on the photos in the books."""

    def __init__(self, sync: SyncEngine) -> None:
        self._sync = sync

    def may_upload(self, session: Session, user_id: str, attachment_id: str) -> Expected | None:
        """Whoever took the photo sends its file, also when the job was given to somebody else meanwhile (JOB-7)."""
        photo = session.get(PhotoRow, attachment_id)
        if photo is None:
            return None
        if photo.taken_by != user_id:
            raise UnknownUpload
        return Expected(sha256=photo.sha256, size=photo.size)

    def may_see(self, session: Session, user_id: str, attachment_id: str) -> bool:
        """Who has the photo's row in their feed sees its file, and who took it."""
        photo = session.get(PhotoRow, attachment_id)
        if photo is None:
            return False
        theirs = audiences.standing(session, user_id, "") | open_lanes(session, user_id).keys()
        return photo.taken_by == user_id or not theirs.isdisjoint(
            audiences.of_photo(photo.job_id, photo.station_id, photo.subject)
        )

    def record(self, session: Session, verdict: Verdict) -> None:
        """Write the verdict into the log, as the server's own mutation; everybody who sees the photo learns of it."""
        state = PhotoState.VERIFIED if verdict.refusal is None else PhotoState.REFUSED
        photo_id = verdict.attachment_id
        told = {"state": state.value, "refusal": verdict.refusal}
        body = {"photo_id": photo_id, "sha256": verdict.sha256, **told}
        self._sync.record(SYSTEM, "photo.verified", 1, f"photo:{photo_id}", body, session=session)
