"""A technician asks for a job that nobody has; the dispatcher answers by assigning it (VIS-12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_station
from server.mutations.entry import Entry, declare
from server.rules.job_offers import OfferState, check_open, settled
from server.rules.jobs import JobState
from server.rules.people import Role
from server.tables.job_offers import JobOfferRow
from server.tables.jobs import JobRow
from server.tables.loading import add, load, matching
from server.visibility.audiences import of_offer
from server.visibility.fields import Id
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing


class JobOfferSelfBody(Schema):
    """The technician is near and has time."""

    offer_id = Id(required=True)
    job_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class JobOfferSelf:
    """See ``JobOfferSelfBody``."""

    offer_id: str
    job_id: str


def settle_offers(change: Change, job: JobRow, technician_ids: Sequence[str]) -> None:
    """Tell everybody who asked for the job whether they got it."""
    for offer in matching(change.session, JobOfferRow, "job_id", job.id):
        if offer.state == OfferState.WAITING:
            offer.state = settled(offer.user_id, list(technician_ids)).value
            _publish(change, offer)


def _publish(change: Change, offer: JobOfferRow) -> None:
    change.publish("job_offer", offer.id, of_offer(offer.user_id, offer.station_id))


def _offer_self(change: Change, actor: Actor, args: JobOfferSelf) -> Outcome:
    job = load(change.session, JobRow, args.job_id)
    if job is None:
        raise Missing("The job has not arrived yet.", table="job", id=args.job_id)
    check_station(actor, Role.TECHNICIAN, job.station_id)
    if load(change.session, JobOfferRow, args.offer_id) is not None:
        return APPLIED
    check_open(JobState(job.state))
    mine = [one for one in matching(change.session, JobOfferRow, "job_id", job.id) if one.user_id == change.user_id]
    if mine:
        return APPLIED
    offer = JobOfferRow(
        id=args.offer_id,
        job_id=job.id,
        job_number=job.number,
        customer_name=job.customer_name,
        station_id=job.station_id,
        user_id=change.user_id,
        offered_at=change.happened_at,
        state=OfferState.WAITING.value,
    )
    add(change.session, offer)
    _publish(change, offer)
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "job.offer_self",
        Kind.REQUEST,
        roles=[Role.TECHNICIAN],
        schema=JobOfferSelfBody,
        args=JobOfferSelf,
        needs=lambda args: [
            ("job", args.job_id),
            ("job_offer", args.offer_id),
            ("job_offer.job_id", args.job_id),
        ],
        write=_offer_self,
    ),
)
