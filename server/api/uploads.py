"""Uploads by tus: HTTP goes in, the media engine answers."""

from collections.abc import Callable
from contextlib import suppress

from flask import Blueprint, Response, jsonify, request, url_for
from werkzeug.exceptions import MethodNotAllowed

from media import receiving, tus, uploads
from media.engine import Media
from media.refusal import Refusal
from media.uploads import Upload
from server.api.access import Access
from server.rules.people import Permission

RETRY_SECONDS = 30
UNAVAILABLE = 503
SWALLOWED_BYTES = 4 * 1024 * 1024


def uploads_blueprint(media: Media, identify: Callable[[], str]) -> Blueprint:
    """The tus endpoints. ``identify`` gives the id of the person who calls, or raises the application's 401."""
    blueprint = Blueprint("uploads", __name__, url_prefix="/api/uploads")

    @blueprint.route("/", methods=["OPTIONS"], strict_slashes=False)
    @blueprint.route("/<upload_id>", methods=["OPTIONS"])
    def describe_server(upload_id: str | None = None) -> Response:  # noqa: ARG001 -- the same for each
        return Response(status=tus.NO_CONTENT, headers=tus.headers_of_server(media.limits))

    @blueprint.post("/", strict_slashes=False)
    def create() -> Response:
        user_id = identify()
        tus.check_version(request.headers)
        creation = tus.read_creation(request.headers)
        chunk = tus.read_first_chunk(request.headers, creation.length)
        upload, is_new = uploads.create(media, user_id, creation)
        if chunk is not None and upload.offset == 0:
            upload = receiving.append(media, user_id, upload.id, chunk, _read)
        answer = _where_it_stands(upload, tus.CREATED if is_new else tus.FOUND)
        answer.headers["Location"] = url_for("uploads.carry_on", upload_id=upload.id)
        return answer

    @blueprint.route("/<upload_id>", methods=["HEAD", "PATCH", "DELETE", "POST"])
    def carry_on(upload_id: str) -> Response:
        user_id = identify()
        tus.check_version(request.headers)
        match request.headers.get("X-HTTP-Method-Override", request.method):
            case "HEAD":
                return _where_it_stands(uploads.look(media, user_id, upload_id), tus.FOUND)
            case "PATCH":
                chunk = tus.read_chunk(request.headers)
                upload = receiving.append(media, user_id, upload_id, chunk, _read)
                return _where_it_stands(upload, tus.NO_CONTENT)
            case "DELETE":
                uploads.terminate(media, user_id, upload_id)
                return Response(status=tus.NO_CONTENT)
            case _:
                raise MethodNotAllowed

    create.access = carry_on.access = Access(Permission.FILES, drained=True, at_most=None)  # type: ignore[attr-defined]
    describe_server.access = Access(Permission.ANYONE)  # type: ignore[attr-defined]
    blueprint.register_error_handler(Refusal, answer_refusal)
    blueprint.after_request(_speak_tus)
    return blueprint


def answer_refusal(refusal: Refusal) -> Response:
    """A refusal of the engine in the one shape of an error; the offset that a client needs is also a header."""
    answer = jsonify({"code": refusal.code, "message": refusal.message, **refusal.detail})
    answer.status_code = tus.STATUS_OF_REFUSAL[refusal.code]
    answer.headers["Cache-Control"] = "no-store"
    if "offset" in refusal.detail:
        answer.headers["Upload-Offset"] = str(refusal.detail["offset"])
    if answer.status_code == UNAVAILABLE:
        answer.headers["Retry-After"] = str(RETRY_SECONDS)
    return answer


def _read(size: int) -> bytes:
    """From the socket itself: what Flask wraps around it hides where a body broke off."""
    data: bytes = request.environ["wsgi.input"].read(size)
    return data


def _where_it_stands(upload: Upload, status: int) -> Response:
    return Response(status=status, headers=tus.headers_of_upload(upload))


def _speak_tus(answer: Response) -> Response:
    answer.headers["Tus-Resumable"] = tus.VERSION
    answer.headers["X-Content-Type-Options"] = "nosniff"
    if answer.status_code == tus.STATUS_OF_REFUSAL["wrong_version"]:
        answer.headers["Tus-Version"] = tus.VERSION
    _swallow()
    return answer


def _swallow() -> None:
    """Read what nobody read, and store nothing: who hangs up on a client that still sends takes the answer away."""
    body = request.environ["wsgi.input"]
    left = SWALLOWED_BYTES if request.environ.get("wsgi.input_terminated") else 0
    with suppress(OSError):
        while left > 0 and (data := body.read(receiving.READ_BYTES)):
            left -= len(data)
