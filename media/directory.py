"""Storage in a directory: written beside, flushed to the disk, then renamed into place."""

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from media.refusal import StorageFailed
from media.storage import PIECE_BYTES, Absent

NAME = re.compile(r"[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*")


class DirectoryStorage:
    """One directory on a local disk. Several processes may share it; several hosts may not."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._unfinished = root / "unfinished"

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        target = self._path(name)
        beside = self._unfinished / secrets.token_hex(16)
        with _failing():
            if target.exists():
                return
            _make_durably(self._unfinished)
            _make_durably(target.parent)
        try:
            with _failing():
                file = beside.open("xb")
            with file:
                for piece in pieces:
                    with _failing():
                        file.write(piece)
                with _failing():
                    file.flush()
                    os.fsync(file.fileno())
            with _failing():
                beside.replace(target)
                _flush_names(target.parent)
        finally:
            beside.unlink(missing_ok=True)

    def size(self, name: str) -> int:
        with _failing():
            return self._path(name).stat().st_size

    def read(self, name: str, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        with _failing():
            file = self._path(name).open("rb")
        return _pieces(file, start, stop)

    def delete(self, name: str) -> None:
        with _failing():
            self._path(name).unlink(missing_ok=True)

    def delete_under(self, folder: str) -> None:
        with _failing():
            path = self._path(folder)
            if path.exists():
                shutil.rmtree(path)

    def _path(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a name of a stored file")
        return self._root / name


@contextmanager
def _failing() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as missing:
        raise Absent(str(missing)) from missing
    except OSError as failure:
        raise StorageFailed from failure


def _pieces(file: BinaryIO, start: int, stop: int | None) -> Iterator[bytes]:
    with file:
        file.seek(start)
        left = stop - start if stop is not None else None
        while left is None or left > 0:
            piece = file.read(PIECE_BYTES if left is None else min(PIECE_BYTES, left))
            if not piece:
                return
            if left is not None:
                left -= len(piece)
            yield piece


def _make_durably(folder: Path) -> None:
    """Make the folder and flush the name of each new one, or a power cut could lose the way to the file."""
    if folder.is_dir():
        return
    _make_durably(folder.parent)
    folder.mkdir(exist_ok=True)
    _flush_names(folder.parent)


def _flush_names(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
