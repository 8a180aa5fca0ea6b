"""The public page where anybody checks whether a signed report was changed; no account, no script (VIS-7)."""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from server.api.access import permit
from server.api.check_page import page_of
from server.api.running import running
from server.documents.carried import NotAReportError, read_carried
from server.documents.check_words import tell
from server.documents.checking import Checked, altered, check_books, find, find_by_code, with_file, with_photos
from server.engines import seal_keys
from server.rules.people import Permission
from server.rules.report_check import CODE_LENGTH, Standing, read_code
from server.tables.base import db
from sync.transactions import reading

blueprint = Blueprint("verify", __name__, template_folder="templates")

MOST_MEGABYTES = 64
MOST_PHOTOS = 40
LANGUAGES = ("zh", "en")
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@blueprint.get("/v")
@permit(Permission.ANYONE)
def ask() -> ResponseReturnValue:
    """Ask for a code or a file; a code typed by hand leads to its report."""
    typed = request.args.get("code")
    if typed is None:
        return _answer({"notice": None})
    code = read_code(typed)
    if code is not None:
        with reading(db.session) as session:
            sealed = find_by_code(session, code)
        if sealed is not None:
            return redirect(
                url_for(".show", visit_id=sealed.visit_id, r=sealed.revision, h=code, lang=request.args.get("lang"))
            )
    return _answer({"notice": "no_such_code", "typed": typed[:80]}, 404)


@blueprint.get("/v/<visit_id>")
@permit(Permission.ANYONE)
def show(visit_id: str) -> ResponseReturnValue:
    """Check a revision now. Only who knows the beginning of its hash (``h``, from the paper) sees what it says."""
    code = request.args.get("h", "").lower()
    checked = _checked(visit_id, request.args.get("r", type=int))
    if checked is None:
        return _answer({"notice": "unknown"}, 404)
    knows = code == checked.sealed.sha256[:CODE_LENGTH]
    if code and not knows:
        checked = altered(checked, "code")
    return _answer({"check": _page(checked, knows=knows)})


@blueprint.post("/v")
@blueprint.post("/v/<visit_id>")
@permit(Permission.ANYONE, at_most=None, plain_form=True)
def compare(visit_id: str | None = None) -> ResponseReturnValue:
    """Hold a report's file, or photos of it, against what was sealed; nothing of them is kept."""
    request.max_content_length = MOST_MEGABYTES * 1_000_000
    if (request.content_length or 0) > request.max_content_length:
        raise RequestEntityTooLarge
    file, photos = request.files.get("report"), [one for one in request.files.getlist("photos") if one.filename]
    if file is not None and file.filename:
        try:
            checked = _checked_file(file.read())
        except NotAReportError:
            return _answer({"notice": "not_readable"}, 400)
    elif photos and visit_id is not None:
        found = _checked(visit_id, request.args.get("r", type=int))
        if found is None:
            return _answer({"notice": "unknown"}, 404)
        checked = found
    else:
        return _answer({"notice": "nothing_chosen"}, 400)
    held = file is not None and bool(file.filename)
    knows = checked.standing is not Standing.ALTERED and (
        held or request.args.get("h", "").lower() == checked.sealed.sha256[:CODE_LENGTH]
    )
    return _answer({"check": _page(checked, knows=knows), "photos": _compared(photos[:MOST_PHOTOS], checked)})


def _checked(visit_id: str, revision: int | None) -> Checked | None:
    """Check what the books have. A revision that they lack is not the one before: something is gone."""
    with reading(db.session) as session:
        sealed = find(session, visit_id, revision)
        gone = sealed is None and revision is not None
        sealed = find(session, visit_id, None) if gone else sealed
        checked = None if sealed is None else check_books(session, sealed, seal_keys(running().settings))
    if checked is None:
        return None
    checked = with_photos(checked, running().media)
    return altered(checked, "revision_gone") if gone else checked


def _checked_file(content: bytes) -> Checked:
    """Check the seal in a file against the books. Only one that holds is looked up further."""
    carried, keys = read_carried(content), seal_keys(running().settings)
    with reading(db.session) as session:
        checked = check_books(session, carried.sealed, keys)
    checked = with_file(checked, carried, keys)
    return checked if checked.standing is Standing.ALTERED else with_photos(checked, running().media)


def _compared(photos: list[FileStorage], checked: Checked) -> list[dict[str, Any]]:
    """Say of each photo whether it is one of those that were sealed."""
    content = checked.content or {}
    sealed = {one["sha256"] for one in content.get("photos", ())} | {content.get("stamp_photo")}
    return [{"name": one.filename, "same": hashlib.sha256(one.stream.read()).hexdigest() in sealed} for one in photos]


def _page(checked: Checked, *, knows: bool) -> dict[str, Any]:
    return page_of(checked, _language(), knows=knows, now=running().clock(), asked=request.args.get("r", type=int))


def _language() -> str:
    asked = request.args.get("lang", "")
    return asked if asked in LANGUAGES else request.accept_languages.best_match(LANGUAGES, "zh") or "zh"


def _answer(page: Mapping[str, Any], status: int = 200) -> Response:
    language = _language()
    other = "en" if language == "zh" else "zh"
    arguments: dict[str, Any] = {name: value for name, value in request.args.items() if name in {"r", "h", "code"}}
    arguments |= request.view_args or {}
    switch = url_for(".show" if "visit_id" in arguments else ".ask", **arguments, lang=other)
    body = render_template(
        "check.html",
        language=language,
        switch=switch,
        arguments=arguments,
        says=lambda word, **values: tell(language, word, **values),
        most=MOST_MEGABYTES,
        **{"check": None, "notice": None, "photos": [], "typed": "", **page},
    )
    answer = Response(body, status, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.vary.add("Accept-Language")
    return answer


@blueprint.errorhandler(HTTPException)
def explain(error: HTTPException) -> ResponseReturnValue:
    """Say on the page, and not as JSON, what this caller can do."""
    notices = {413: "too_large", 429: "slow_down"}
    status = error.code or 500
    answer = _answer({"notice": notices.get(status, "unknown")}, status)
    if status == 429:  # noqa: PLR2004
        answer.headers["Retry-After"] = str(int(timedelta(minutes=1).total_seconds()))
    return answer
