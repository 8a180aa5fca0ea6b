"""The PDF of a sealed report is handed to the people who may see the job."""

import re

from flask import Response
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from media.storage import Absent
from server.api.access import caller
from server.api.blueprints import Blueprint
from server.api.problems import Problem
from server.api.running import running
from server.rules.people import Permission
from server.tables.base import db
from server.tables.documents import DocumentRow
from server.tables.reports import ReportRow
from server.tables.seals import SealRow
from server.visibility import audiences
from sync.grants import open_lanes
from sync.transactions import reading

blueprint = Blueprint("reports", __name__, url_prefix="/api/reports", description="Sealed reports on paper")

NO_REPORT = ("missing", "There is no such report, or it is not yours to see.")
NOT_MADE = ("not_made_yet", "The report is being printed. Ask again in a minute.")


@blueprint.endpoint("GET", "/<visit_id>/<int:revision>.pdf", Permission.FILES, problems=(404,))
def show(visit_id: str, revision: int) -> ResponseReturnValue:
    """Give the newest PDF of this revision (VIS-7)."""
    with reading(db.session) as session:
        theirs = audiences.standing(session, caller().user_id, "") | open_lanes(session, caller().user_id).keys()
        seal = session.scalar(select(SealRow).where(SealRow.visit_id == visit_id, SealRow.revision == revision))
        if seal is None or theirs.isdisjoint(audiences.of_job(seal.job_id, seal.station_id)):
            raise Problem(404, *NO_REPORT)
        document = session.get(DocumentRow, seal.id)
        if document is None:
            raise Problem(404, *NOT_MADE)
        report = session.get(ReportRow, visit_id)
    number = re.sub(r"[^\w-]", "", report.number if report is not None else visit_id)
    try:
        pieces = running().media.storage.read(document.name)
    except Absent as absent:
        raise Problem(404, *NOT_MADE) from absent
    answer = Response(pieces, mimetype="application/pdf")
    answer.content_length = document.size
    answer.headers["Content-Disposition"] = f'attachment; filename="{number}-{revision}.pdf"'
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.set_etag(document.sha256)
    return answer
