"""The port through which bytes are kept; a directory and S3 stand behind it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

PIECE_BYTES = 256 * 1024


class Absent(Exception):  # noqa: N818 -- an answer, not a fault of the program
    """There is no file of this name."""


class Storage(Protocol):
    """Files that are written once, whole and durably. Names are relative paths of ``[a-z0-9.-]`` and ``/``.

    Every method raises ``StorageFailed`` when the disk or the service cannot do it now.
    """

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        """Store the pieces as one file. When it returns, a power cut does not lose it; before, nothing is visible.

        A name that exists keeps its first bytes: nobody can write over evidence.
        """

    def size(self, name: str) -> int:
        """Bytes of the file. Raises ``Absent``."""

    def read(self, name: str, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The bytes from ``start`` up to ``stop``, or to the end. Raises ``Absent`` when called, not when read."""

    def delete(self, name: str) -> None:
        """Remove the file; one that is not there is fine."""

    def delete_under(self, folder: str) -> None:
        """Remove every file under the folder."""
