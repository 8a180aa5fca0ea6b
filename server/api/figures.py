"""The figures of a period, for managers: of their own station, the head office of every station (KPI-1, KPI-2)."""

from typing import Any

from flask.typing import ResponseReturnValue
from marshmallow import Schema, fields

from server.api.access import caller
from server.api.blueprints import Blueprint
from server.api.problems import Problem
from server.api.running import running
from server.figures.answer import Question, answer_to
from server.rules.figures import Figure, Period, Slice
from server.rules.jobs import FaultClass
from server.rules.people import Permission
from server.tables.base import db
from server.tables.people import StationRow
from server.visibility.fields import Code, Count, Id, Moment, Truth
from sync.transactions import reading

blueprint = Blueprint("figures", __name__, url_prefix="/api", description="Figures of the service")


class QuestionSchema(Schema):
    """Days of the station's calendar: ``from`` is the first, ``until`` the day after the last; at most 400 days."""

    begins = fields.Date(required=True, data_key="from")
    ends = fields.Date(required=True, data_key="until")
    station_id = Id()
    technician_id = Id()
    fault_class = Code(FaultClass)


class ShareSchema(Schema):
    """So many ``of`` so many; nought of nought where nothing was there to count."""

    count = Count(required=True)
    of = Count(required=True)


class NamedShareSchema(ShareSchema):
    """One figure of a group."""

    name = Code(Figure, required=True)


class FigureSchema(NamedShareSchema):
    """A figure beside its goal in per cent, a limit if ``at_most``, and the same figure of the period before."""

    recorded = Truth(required=True)
    goal = Count(required=True)
    at_most = Truth(required=True)
    before = fields.Nested(ShareSchema, required=True)


class WeekSchema(ShareSchema):
    """Jobs of a week that began on that Monday, and how many of them were on time."""

    begins_on = fields.Date(required=True)


class GroupSchema(Schema):
    """The figures of one station, technician or fault class; a figure without a case is left out."""

    id = fields.String(required=True)
    figures = fields.List(fields.Nested(NamedShareSchema), required=True)


class WorthSchema(Schema):
    """Money in minor units."""

    currency = fields.String(required=True)
    minor = Count(required=True)


class AgeingSchema(Schema):
    """Old parts of a station that one technician took off and that are out: a number for each stretch of days since."""

    station_id = Id(required=True)
    technician_id = Id(required=True, allow_none=True)
    pieces = fields.List(Count(), required=True)
    worth = fields.List(fields.Nested(WorthSchema), required=True)


class WaitsSchema(Schema):
    """So many of a kind wait for a person, the first since that moment; a discrepancy's kind or ``report_*``."""

    kind = fields.String(required=True)
    count = Count(required=True)
    since = Moment(required=True)


class FiguresSchema(Schema):
    """Whole numbers; shares become per cent where they are shown."""

    as_of = Moment(required=True)
    begins_on = fields.Date(required=True)
    ends_on = fields.Date(required=True)
    station_id = Id(required=True, allow_none=True)
    technician_id = Id(required=True, allow_none=True)
    fault_class = Code(FaultClass, required=True, allow_none=True)
    figures = fields.List(fields.Nested(FigureSchema), required=True)
    weeks = fields.List(fields.Nested(WeekSchema), required=True)
    stations = fields.List(fields.Nested(GroupSchema), required=True)
    technicians = fields.List(fields.Nested(GroupSchema), required=True)
    fault_classes = fields.List(fields.Nested(GroupSchema), required=True)
    ageing_days = fields.List(Count(), required=True)
    ageing = fields.List(fields.Nested(AgeingSchema), required=True)
    waiting = fields.List(fields.Nested(WaitsSchema), required=True)


@blueprint.endpoint("GET", "/figures", Permission.FIGURES, query=QuestionSchema, gives=FiguresSchema, problems=(404,))
def show(sent: dict[str, Any]) -> ResponseReturnValue:
    """Count the figures of these days, and what stands open now."""
    question = Question(
        Period(sent["begins"], sent["ends"]),
        _station(sent.get("station_id")),
        Slice(sent.get("technician_id"), sent.get("fault_class")),
    )
    with reading(db.session) as session:
        if question.station_id is not None and session.get(StationRow, question.station_id) is None:
            raise Problem(404, "missing", "There is no such station. Load the stations again and choose one of them.")
        return answer_to(session, question, running().clock())


def _station(asked: str | None) -> str | None:
    """Who works for a station sees that station alone; the head office sees the one it asks for, or all."""
    own = caller().actor.station_id
    if own is None:
        return asked
    if asked not in (None, own):
        raise Problem(403, "not_permitted", "These are another station's figures. Ask for your own station's.")
    return own
