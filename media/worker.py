"""What the worker process does for files: due tasks, and the removal of what was never finished."""

import logging
from collections.abc import Callable, Mapping

from media import tasks
from media.engine import Media
from media.refusal import Refusal, StorageFailed
from media.renditions import make_all
from media.tasks import Kind, Task
from media.uploads import remove_expired
from media.verification import verify

log = logging.getLogger(__name__)


def drain(media: Media, *, limit: int = 50) -> int:
    """Do up to ``limit`` tasks that are due; how many were tried. Call it again until it answers 0.

    Any number of workers may drain at once. A task that fails is tried again later and never blocks another.
    """
    remove_expired(media)
    tried = 0
    while tried < limit and (task := tasks.claim(media)) is not None:
        tried += 1
        _do(media, task)
    return tried


def _do(media: Media, task: Task) -> None:
    try:
        HANDLERS[task.kind](media, task.subject)
    except Exception:
        log.exception("task %s of %s failed %s times and is tried again", task.kind, task.subject, task.attempts)
        tasks.try_later(media, task)
    else:
        tasks.finish(media, task)


def _verify(media: Media, upload_id: str) -> None:
    try:
        verify(media, upload_id)
    except StorageFailed:
        raise
    except Refusal as refusal:
        log.info("upload %s: %s", upload_id, refusal.code)


def _clear_parts(media: Media, folder: str) -> None:
    media.storage.delete_under(f"{folder}/parts")


def _clear(media: Media, folder: str) -> None:
    media.storage.delete_under(folder)


HANDLERS: Mapping[Kind, Callable[[Media, str], None]] = {
    Kind.VERIFY: _verify,
    Kind.RENDER: make_all,
    Kind.PARTS: _clear_parts,
    Kind.CLEAR: _clear,
}
