"""Brings the photos of a rescued phone to the media engine, for the person who took them."""

import base64
import io
import json
from typing import Any

from media.receiving import Chunk, append
from media.refusal import Refusal
from media.tables import State
from media.uploads import Creation, create
from server.engines import Engines


def bring_photos(engines: Engines, bundle: str) -> int:
    """Take in each photo that is whole; answers how many. One that was begun before goes on where it stopped."""
    rescued = json.loads(bundle)
    return sum(_bring(engines, rescued["user_id"], photo) for photo in rescued.get("photos", []))


def _bring(engines: Engines, user_id: str, photo: Any) -> bool:
    data = base64.b64decode(photo["bytes"])
    creation = Creation(attachment_id=photo["photo_id"], sha256=photo["sha256"], type=photo["type"], length=len(data))
    try:
        upload, _ = create(engines.media, user_id, creation)
        if upload.state is not State.RECEIVING:
            return True
        rest = io.BytesIO(data[upload.offset :])
        append(engines.media, user_id, upload.id, Chunk(upload.offset, len(data) - upload.offset, None), rest.read)
    except Refusal:
        return False
    return True
