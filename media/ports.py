"""What an application gives to the engine, and what the engine tells it."""

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Expected:
    """The file that the application's books name for an attachment; ``size`` in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a file.

    ``refusal`` is the code of the ``FileRefused``, or None when the file is verified. ``owner_id`` is who sent it.
    ``type`` is what a verified file turned out to be.
    """

    attachment_id: str
    owner_id: str
    sha256: str
    refusal: str | None
    type: str | None


class Application(Protocol):
    """The application that the engine serves. It writes with ``session`` only, and does not commit."""

    def may_upload(self, session: Session, user_id: str, attachment_id: str) -> Expected | None:
        """The file that this person is to send, or None when the books do not know the attachment yet.

        Raises ``UnknownUpload`` for somebody else's attachment and ``NotPermitted`` where the person has lost the
        right.
        """

    def may_see(self, session: Session, user_id: str, attachment_id: str) -> bool:
        """Whether this person may see the file."""

    def record(self, session: Session, verdict: Verdict) -> None:
        """Write the verdict into the books, as the last act of the transaction that stores it.

        If it raises, nothing is stored and the file is judged again later.
        """
