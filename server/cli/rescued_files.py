"""Brings the photos and voice notes of a rescued phone to the media engine, for the person who made them."""

import base64
import io
import json
from typing import Any

from media.receiving import Chunk, append
from media.refusal import Refusal
from media.tables import State
from media.uploads import Creation, create
from server.engines import Engines


def bring_files(engines: Engines, bundle: str) -> int:
    """Take in each file that is whole; answers how many. One that was begun before goes on where it stopped.

    They stand under ``photos``, as the phone's outbox calls all its files.
    """
    rescued = json.loads(bundle)
    return sum(_bring(engines, rescued["user_id"], file) for file in rescued.get("photos", []))


def _bring(engines: Engines, user_id: str, file: Any) -> bool:
    data = base64.b64decode(file["bytes"])
    creation = Creation(attachment_id=file["photo_id"], sha256=file["sha256"], type=file["type"], length=len(data))
    try:
        upload, _ = create(engines.media, user_id, creation)
        if upload.state is not State.RECEIVING:
            return True
        rest = io.BytesIO(data[upload.offset :])
        append(engines.media, user_id, upload.id, Chunk(upload.offset, len(data) - upload.offset, None), rest.read)
    except Refusal:
        return False
    return True
