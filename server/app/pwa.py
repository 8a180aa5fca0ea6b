"""The built PWA: pages and worker are asked for anew, files with a hash in their name are kept for ever."""

import gzip
import mimetypes
import re
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, request
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
    file = _file(running().settings.pwa_dir, path)
    squeezed = file.suffix in SHRINKS and bool(request.accept_encodings["gzip"])
    changed = file.stat().st_mtime_ns
    response = Response(_content(file, changed, squeezed=squeezed), mimetype=_type(file))
    response.headers["Cache-Control"] = FOR_EVER if HASHED.match(path) else ASK_ANEW
    response.vary.add("Accept-Encoding")
    if squeezed:
        response.headers["Content-Encoding"] = "gzip"
    response.set_etag(f"{changed:x}-{squeezed:d}")
    response.make_conditional(request)
    return response


def _file(folder: Path, path: str) -> Path:
    """Return the file of that name, or the page; a name that leads out of the folder is none."""
    found = safe_join(str(folder), path)
    if found is not None and Path(found).is_file():
        return Path(found)
    if HASHED.match(path):
        raise Problem(404, "missing", "This file belongs to another version of the app. Load the page again.")
    page = folder / "index.html"
    if not page.is_file():
        raise Problem(503, "not_built", "The app has not been built. Run: make run")
    return page


def _type(file: Path) -> str:
    return TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"


@lru_cache(maxsize=512)
def _content(file: Path, _changed: int, *, squeezed: bool) -> bytes:
    content = file.read_bytes()
    return gzip.compress(content, compresslevel=9, mtime=0) if squeezed else content


blueprint.add_url_rule("/", view_func=serve, methods=["GET"])
blueprint.add_url_rule("/<path:path>", view_func=serve, methods=["GET"])
