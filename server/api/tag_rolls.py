"""The PDF of a roll of tags, for the clerks and managers of its station (OLD-1)."""

from typing import Any

from flask import Response
from flask.typing import ResponseReturnValue
from marshmallow import Schema

from server.api.access import caller
from server.api.blueprints import Blueprint
from server.api.problems import Problem
from server.documents.tags import Roll, TagForm, draw_tags
from server.rules.people import Permission
from server.rules.tag_rolls import tags_of
from server.tables.base import db
from server.tables.people import StationRow
from server.tables.tag_rolls import TagRollRow
from server.visibility import audiences
from server.visibility.fields import Code
from sync.transactions import reading

blueprint = Blueprint("tag_rolls", __name__, url_prefix="/api/tag-rolls", description="Tags for old parts")

NO_ROLL = ("missing", "There is no such roll of tags, or it is another station's.")


class FormSchema(Schema):
    """``sheet`` for A4 paper, ``label`` for a label printer."""

    form = Code(TagForm, required=True)


@blueprint.endpoint("GET", "/<roll_id>.pdf", Permission.FILES, query=FormSchema, problems=(404,))
def show(sent: dict[str, Any], roll_id: str) -> ResponseReturnValue:
    """Draw the roll; drawn again, it has the same codes."""
    with reading(db.session) as session:
        roll = session.get(TagRollRow, roll_id)
        theirs = audiences.standing(session, caller().user_id, "")
        if roll is None or theirs.isdisjoint(audiences.of_books(roll.station_id)):
            raise Problem(404, *NO_ROLL)
        station = session.get(StationRow, roll.station_id)
        told = Roll(
            roll.number,
            station.name if station is not None else "",
            tags_of(roll.first_place, roll.count),
            roll.printed_at,
        )
    form = TagForm(sent["form"])
    answer = Response(draw_tags(told, form)[0], mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{told.number}-{form}.pdf"'
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
