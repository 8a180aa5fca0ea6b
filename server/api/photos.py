"""Photos and voice notes are handed to the people who may see the job."""

from collections.abc import Callable, Iterator

from flask import Blueprint, Response, request
from werkzeug.datastructures import ContentRange
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from media import serving
from media.engine import Media
from media.refusal import NoSuchFile, Refusal
from media.renditions import Variant
from media.serving import StoredFile
from server.api.access import Access
from server.api.uploads import answer_refusal
from server.rules.people import Permission

POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
FOR_A_YEAR = "private, max-age=31536000, immutable"
SUFFIXES = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "image/heif": "heif",
    "audio/webm": "webm",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
}


def photos_blueprint(media: Media, identify: Callable[[], str]) -> Blueprint:
    """The files. ``identify`` gives the id of the person who calls, or raises the application's 401."""
    blueprint = Blueprint("photos", __name__, url_prefix="/api/photos")

    @blueprint.get("/<photo_id>/<variant>")
    def show(photo_id: str, variant: str) -> Response:
        user_id = identify()
        if variant not in list(Variant):
            raise NoSuchFile
        found = serving.find(media, user_id, photo_id, Variant(variant))
        answer = _answer(found)
        name = f"{photo_id}-{variant}.{SUFFIXES[found.type]}"
        answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
        answer.headers["Content-Security-Policy"] = POLICY
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        answer.headers["Cache-Control"] = FOR_A_YEAR
        answer.headers["Vary"] = "Cookie"
        return answer

    show.access = Access(Permission.FILES)  # type: ignore[attr-defined]
    blueprint.register_error_handler(Refusal, answer_refusal)
    return blueprint


def _answer(found: StoredFile) -> Response:
    """The whole file, the part asked for, or nothing where the browser has it already."""
    wanted = request.range.range_for_length(found.size) if request.range is not None else None
    if request.if_none_match.contains(found.etag):
        answer = Response(status=304)
    elif request.range is None:
        answer = Response(_body(found, 0, found.size), mimetype=found.type)
        answer.content_length = found.size
    elif wanted is None:
        raise RequestedRangeNotSatisfiable(found.size)
    else:
        start, stop = wanted
        answer = Response(_body(found, start, stop), status=206, mimetype=found.type)
        answer.content_length = stop - start
        answer.content_range = ContentRange("bytes", start, stop, found.size)
    answer.set_etag(found.etag)
    answer.accept_ranges = "bytes"
    return answer


def _body(found: StoredFile, start: int, stop: int) -> Iterator[bytes]:
    return iter(()) if request.method == "HEAD" else found.read(start, stop)
