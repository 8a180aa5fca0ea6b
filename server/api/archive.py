"""A month's archived reports as one file, for the station's manager (VIS-14)."""

import re
import tempfile
from collections.abc import Iterator
from typing import IO, Any

from flask import Response
from flask.typing import ResponseReturnValue
from marshmallow import Schema

from server.api.access import caller
from server.api.blueprints import Blueprint
from server.api.problems import Problem
from server.api.running import running
from server.documents.bundle import Binder, Copy, Month, filed_reports, write_bundle
from server.engines import seal_key
from server.rules.people import Permission
from server.tables.base import db
from server.tables.people import StationRow
from server.visibility.fields import Code
from sync.transactions import reading

blueprint = Blueprint("archive", __name__, url_prefix="/api/archive", description="A month's reports as one file")

NOT_YOURS = ("not_permitted", "This is another station's archive. Ask for your own station's.")
NO_MONTH = ("no_such_month", "Name a month like 2026-11.")
NOTHING_FILED = ("nothing_filed", "No report of this month is archived yet. Archive the approved ones first.")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_IN_MEMORY, _PIECE = 8 * 2**20, 256 * 1024


class CopySchema(Schema):
    """Whose copy it is; the office's own when left out."""

    copy = Code(Copy)


@blueprint.endpoint("GET", "/<station_id>/<month>.zip", Permission.ARCHIVE, query=CopySchema, problems=(400, 403, 404))
def show(sent: dict[str, Any], station_id: str, month: str) -> ResponseReturnValue:
    """Give the month's bundle: reports, lists, photos by hash, and a signed manifest."""
    if caller().actor.station_id not in (None, station_id):
        raise Problem(403, *NOT_YOURS)
    if _MONTH.fullmatch(month) is None:
        raise Problem(400, *NO_MONTH)
    with reading(db.session) as session:
        station = session.get(StationRow, station_id)
        if station is None:
            raise Problem(404, "missing", "There is no such station. Load the stations again and choose one of them.")
        asked = Month(station_id, station.code, month, Copy(sent.get("copy", Copy.OFFICE)))
        filed = filed_reports(session, asked)
        if not filed:
            raise Problem(404, *NOTHING_FILED)
        here = running()
        file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 -- closed when it is sent
        write_bundle(file, asked, filed, Binder(here.media.storage, seal_key(here.settings), here.clock()))
    answer = Response(_pieces(file), mimetype="application/zip")
    answer.content_length = file.tell()
    file.seek(0)
    answer.headers["Content-Disposition"] = f'attachment; filename="{asked.name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece
