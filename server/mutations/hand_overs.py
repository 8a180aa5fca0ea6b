"""While the device was in the customer's hands: what they think of the service, and its way back (VIS-6, VIS-11)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_hand_back, publish_rating
from server.mutations.visits import mark_late, visit_of
from server.rules.people import Role
from server.rules.ratings import BEST_SCORE
from server.tables.hand_overs import HandBackRow, RatingRow
from server.tables.loading import add, load
from server.visibility.fields import Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome


class VisitRateBody(Schema):
    """The customer rated the service, the technician not looking (VIS-11)."""

    visit_id = Id(required=True)
    rating_id = Id(required=True)
    score = Count(required=True, least=1, most=BEST_SCORE)
    words = Text(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class VisitRate:
    """See ``VisitRateBody``."""

    visit_id: str
    rating_id: str
    score: int
    words: str | None


class VisitTakeBackBody(Schema):
    """The technician took the device back without the PIN, and says why (VIS-6)."""

    visit_id = Id(required=True)
    hand_back_id = Id(required=True)
    reason = Text(required=True, least=1, most=400)


@dataclass(frozen=True, slots=True)
class VisitTakeBack:
    """See ``VisitTakeBackBody``."""

    visit_id: str
    hand_back_id: str
    reason: str


def _rate(change: Change, actor: Actor, args: VisitRate) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    if load(change.session, RatingRow, args.rating_id) is not None:
        return APPLIED
    rating = RatingRow(
        id=args.rating_id,
        visit_id=visit.id,
        job_id=visit.job_id,
        station_id=visit.station_id,
        score=args.score,
        words=args.words,
        rated_at=change.happened_at,
    )
    add(change.session, rating)
    publish_rating(change, rating)
    return applied(change, mark_late(change, visit.id), job_id=visit.job_id, station_id=visit.station_id)


def _take_back(change: Change, actor: Actor, args: VisitTakeBack) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    if load(change.session, HandBackRow, args.hand_back_id) is not None:
        return APPLIED
    hand_back = HandBackRow(
        id=args.hand_back_id,
        visit_id=visit.id,
        job_id=visit.job_id,
        station_id=visit.station_id,
        reason=args.reason,
        taken_by=change.user_id,
        taken_at=change.happened_at,
    )
    add(change.session, hand_back)
    publish_hand_back(change, hand_back)
    return applied(change, mark_late(change, visit.id), job_id=visit.job_id, station_id=visit.station_id)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "visit.rate",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitRateBody,
        args=VisitRate,
        needs=lambda args: [("visit", args.visit_id), ("rating", args.rating_id)],
        write=_rate,
    ),
    declare(
        "visit.take_back",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitTakeBackBody,
        args=VisitTakeBack,
        needs=lambda args: [("visit", args.visit_id), ("hand_back", args.hand_back_id)],
        write=_take_back,
    ),
)
