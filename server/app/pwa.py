"""The built PWA: pages and worker are asked for anew, files with a hash in their name are kept for ever."""

import gzip
import re
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, request, send_file
from flask.typing import ResponseReturnValue
from werkzeug.security import safe_join

from server.api.access import permit
from server.api.problems import Problem
from server.api.running import running
from server.rules.people import Permission

blueprint = Blueprint("pwa", __name__)

FOR_EVER = "public, max-age=31536000, immutable"
ASK_ANEW = "no-cache"
HASHED = re.compile(r"^assets/.+-[\w-]{8,}\.\w+$")
SHRINKS = frozenset({".html", ".js", ".css", ".svg", ".json", ".webmanifest", ".wasm", ".map"})
TYPES = {".webmanifest": "application/manifest+json", ".wasm": "application/wasm", ".js": "text/javascript"}


@permit(Permission.ANYONE)
def serve(path: str = "") -> ResponseReturnValue:
    """Give the file, or the page for every address that the app itself understands."""
    if path.startswith("api/"):
        raise Problem(404, "missing", "There is nothing at this address.")
    folder = running().settings.pwa_dir
    found = safe_join(str(folder), path)
    file = Path(found) if found else folder
    if not file.is_file():
        if HASHED.match(path):
            raise Problem(404, "missing", "This file belongs to another version of the app. Load the page again.")
        file = folder / "index.html"
    if not file.is_file():
        raise Problem(503, "not_built", "The app has not been built. Run: make run")
    response = _answer(file)
    response.headers["Cache-Control"] = FOR_EVER if HASHED.match(path) else ASK_ANEW
    return response


def _answer(file: Path) -> Response:
    mimetype = TYPES.get(file.suffix)
    if file.suffix not in SHRINKS or not request.accept_encodings["gzip"] or "Range" in request.headers:
        return send_file(file, mimetype=mimetype, conditional=True)
    told = file.stat()
    plain = send_file(file, mimetype=mimetype, conditional=False)
    response = Response(_shrunk(file, told.st_mtime_ns), mimetype=plain.mimetype)
    plain.close()
    response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    response.set_etag(f"{told.st_mtime_ns:x}-{told.st_size:x}-gzip")
    response.make_conditional(request)
    return response


@lru_cache(maxsize=256)
def _shrunk(file: Path, _changed: int) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=9, mtime=0)


blueprint.add_url_rule("/", view_func=serve, methods=["GET"])
blueprint.add_url_rule("/<path:path>", view_func=serve, methods=["GET"])
