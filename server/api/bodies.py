"""How bodies are read: JSON in UTF-8, gzip inflated no further than the endpoint's limit."""

import zlib
from typing import Any

import orjson
from flask import Request, Response, request
from webargs.flaskparser import FlaskParser

from server.api.access import declared_access
from server.api.problems import TOO_LARGE, Problem

GZIP = 16 + zlib.MAX_WBITS
CUT_OFF = "The body was cut off on its way. Send it again."


class JsonParser(FlaskParser):
    """Reads JSON strictly: no NaN, no lone surrogates, no second mimetype, and 400 for what a schema refuses."""

    DEFAULT_VALIDATION_STATUS = 400

    def _raw_load_json(self, req: Request) -> Any:
        if not req.is_json:
            raise Problem(415, "unsupported_media_type", "Send the body as application/json.")
        try:
            return orjson.loads(req.get_data(cache=True))
        except orjson.JSONDecodeError as error:
            raise Problem(400, "malformed", f"The body is not JSON: {error}") from error


def read_body() -> None:
    """Read the body whole, and replace gzip by what is in it; a bomb ends at the endpoint's limit."""
    access = declared_access()
    encoding = request.headers.get("Content-Encoding", "identity").lower()
    if access is None or (access.at_most is None and encoding == "identity"):
        return
    if access.at_most is None or encoding not in {"identity", "gzip"}:
        raise Problem(415, "unsupported_media_type", "Send the body plain, or JSON with Content-Encoding: gzip.")
    sent = request.get_data(cache=True)
    if len(sent) < (request.content_length or 0):  # gunicorn reports nothing when the line breaks
        raise Problem(400, "cut_off", CUT_OFF)
    if encoding == "gzip":
        request.environ["HTTP_CONTENT_ENCODING"] = "identity"
        request._cached_data = _inflate(sent, access.at_most)  # noqa: SLF001 -- what get_data() answers from now on


def _inflate(sent: bytes, at_most: int) -> bytes:
    inflater = zlib.decompressobj(wbits=GZIP)
    try:
        body = inflater.decompress(sent, at_most + 1)
    except zlib.error as error:
        raise Problem(400, "malformed", "The body is not gzip. Send it again.") from error
    if len(body) > at_most:
        raise Problem(413, *TOO_LARGE)
    if not inflater.eof:
        raise Problem(400, "cut_off", CUT_OFF)
    return body


def squeeze(response: Response) -> Response:
    """Compress a JSON answer for those who can read it, when that makes it shorter."""
    squeezable = response.mimetype == "application/json" and not response.direct_passthrough
    if not squeezable or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    plain = response.get_data()
    if len(plain) < 1000 or not request.accept_encodings["gzip"]:  # noqa: PLR2004 -- one network packet
        return response
    deflater = zlib.compressobj(level=5, wbits=GZIP)
    response.set_data(deflater.compress(plain) + deflater.flush())
    response.headers["Content-Encoding"] = "gzip"
    return response
