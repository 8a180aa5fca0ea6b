"""The named ways in which the engine says no; each code is stable and never reused."""

from collections.abc import Mapping
from typing import Any, ClassVar


class Refusal(Exception):  # noqa: N818 -- it is an answer to a request, not a fault of the program
    """A request said no. ``message`` says what to do; ``detail`` is JSON without floats."""

    code: ClassVar[str]
    message: ClassVar[str]

    def __init__(self, **detail: Any) -> None:
        super().__init__(self.message)
        self.detail: Mapping[str, Any] = detail


class BadHeader(Refusal):
    """A tus header cannot be understood."""

    code = "bad_header"
    message = "A header of the upload is missing or cannot be read. See 'header' and 'why'."


class WrongVersion(Refusal):
    """The client speaks another version of tus."""

    code = "wrong_version"
    message = "Send the header Tus-Resumable: 1.0.0."


class WrongContentType(Refusal):
    """The body is not declared as bytes of an upload."""

    code = "wrong_content_type"
    message = "Send the bytes with Content-Type: application/offset+octet-stream."


class LengthRequired(Refusal):
    """Without a length a truncated body looks like a whole one."""

    code = "length_required"
    message = "Say how many bytes will come: Upload-Length for the file, Content-Length for each body."


class UnknownUpload(Refusal):
    """Also said of somebody else's upload: knowing an address gives nobody a file."""

    code = "unknown_upload"
    message = "There is no such upload of yours. Create it again."


class NotPermitted(Refusal):
    """The books do not let this person send the file."""

    code = "not_permitted"
    message = "You may not upload this file. Ask the office whether the job is still yours."


class OtherContent(Refusal):
    """One attachment is one file, named by its hash and size."""

    code = "other_content"
    message = "This attachment was announced with another file. Send that file, or attach this one anew."


class OffsetConflict(Refusal):
    """Another request moved the offset, or the client remembers it wrongly."""

    code = "offset_conflict"
    message = "The bytes do not start where the stored ones end. Ask with HEAD and go on from there."


class BodyTooLong(Refusal):
    """More bytes than the file has left."""

    code = "body_too_long"
    message = "The body is longer than what is left of the announced file."


class TruncatedBody(Refusal):
    """Fewer bytes arrived than Content-Length said."""

    code = "truncated_body"
    message = "The body ended early. What arrived is stored; go on from 'offset'."


class ChunkDamaged(Refusal):
    """One body was changed on its way."""

    code = "chunk_damaged"
    message = "The bytes do not match Upload-Checksum and were dropped. Send them again."


class HashMismatch(Refusal):
    """The stored bytes are not the bytes that were captured."""

    code = "hash_mismatch"
    message = "The whole file does not match the announced sha256 and was dropped. Send it again from the start."


class FinishedStays(Refusal):
    """A whole file cannot be terminated."""

    code = "finished_stays"
    message = "The file has arrived whole and is evidence; it cannot be taken back."


class StorageFailed(Refusal):
    """The disk is full, or the storage service does not answer."""

    code = "storage_failed"
    message = "The server cannot store or read files at the moment. Keep the file and try again."


class Busy(Refusal):
    """More renditions are asked for than are made at a time."""

    code = "busy"
    message = "The server is busy with other pictures. Try again in a moment."


class NoSuchFile(Refusal):
    """Also said of a file that the person may not see."""

    code = "no_such_file"
    message = "There is no such file for you, or it has not arrived yet."


class FileRefused(Refusal):
    """The file itself is not wanted; sending it again does not help."""


class FileTooLarge(FileRefused):
    """Too many bytes; known from the headers."""

    code = "file_too_large"
    message = "The file has more bytes than allowed. Take the photo with a lower resolution."


class EmptyFile(FileRefused):
    """No bytes at all; known from the headers."""

    code = "empty_file"
    message = "The file is empty. Take the photo again."


class TypeNotAllowed(FileRefused):
    """Declared as, or found to be, something else than a photo or a voice note."""

    code = "type_not_allowed"
    message = "This kind of file is not taken. Send a JPEG, PNG, WebP or HEIC photo or a voice note."


class FileDamaged(FileRefused):
    """No decoder opens it."""

    code = "file_damaged"
    message = "The file cannot be opened as what it claims to be. Take the photo again."


class TooManyPixels(FileRefused):
    """Would take too much memory to decode."""

    code = "too_many_pixels"
    message = "The picture has more pixels than allowed. Take the photo with a lower resolution."


class TooManyFrames(FileRefused):
    """Would take too long to decode."""

    code = "too_many_frames"
    message = "The picture is an animation or a burst. Send a single photo."


class SoundTooLong(FileRefused):
    """A voice note is short."""

    code = "sound_too_long"
    message = "The voice note is longer than allowed. Record a shorter one."


FILE_REFUSALS: Mapping[str, type[FileRefused]] = {kind.code: kind for kind in FileRefused.__subclasses__()}
