"""Safety on site: a notice is published, and acknowledged before work starts (VIS-13)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor, check_lane
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_acknowledgement, publish_site_notice
from server.mutations.visits import mark_late, visit_of
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.people import Role
from server.rules.safety import Agreement, agreement_on, next_version
from server.tables.customers import CustomerRow
from server.tables.loading import add, load, matching
from server.tables.safety import AcknowledgementRow, SiteNoticeRow
from server.visibility.fields import Count, Id, Text, Truth
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing, NotPermitted

_LARGEST = 2**31 - 1


class SafetyAcknowledgeBody(Schema):
    """The technician has read this version of the site's notice."""

    acknowledgement_id = Id(required=True)
    visit_id = Id(required=True)
    notice_id = Id(required=True)
    version = Count(required=True, least=1, most=_LARGEST)


@dataclass(frozen=True, slots=True)
class SafetyAcknowledge:
    """See ``SafetyAcknowledgeBody``."""

    acknowledgement_id: str
    visit_id: str
    notice_id: str
    version: int


class SiteNoticePublishBody(Schema):
    """A customer's notice as it holds from now on, and the agreement behind it."""

    notice_id = Id(required=True)
    customer_id = Id(required=True)
    text = Text(required=True)
    text_en = Text(required=True)
    agreement_on_file = Truth(required=True)
    agreement_until = fields.Date(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class SiteNoticePublish:
    """See ``SiteNoticePublishBody``."""

    notice_id: str
    customer_id: str
    text: str
    text_en: str
    agreement_on_file: bool
    agreement_until: date | None


def _acknowledge(change: Change, actor: Actor, args: SafetyAcknowledge) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    if load(change.session, AcknowledgementRow, args.acknowledgement_id) is not None:
        return APPLIED
    row = AcknowledgementRow(
        id=args.acknowledgement_id,
        job_id=visit.job_id,
        visit_id=visit.id,
        station_id=visit.station_id,
        notice_id=args.notice_id,
        version=args.version,
        acknowledged_by=change.user_id,
        acknowledged_at=change.happened_at,
    )
    add(change.session, row)
    publish_acknowledgement(change, row)
    found = [*mark_late(change, visit.id), *_without_agreement(change, args)]
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)


def _without_agreement(change: Change, args: SafetyAcknowledge) -> list[Discrepancy]:
    """Tell the office that somebody works where no safety agreement is on file."""
    notice = load(change.session, SiteNoticeRow, args.notice_id)
    if notice is None:
        return []
    today = change.happened_at.date()
    agreement = agreement_on(today, on_file=notice.agreement_on_file, until=notice.agreement_until)
    if agreement is Agreement.ON_FILE:
        return []
    detail = {"notice_id": notice.id, "agreement": agreement.value}
    return [Discrepancy(DiscrepancyKind.SAFETY_AGREEMENT_MISSING, "visit", args.visit_id, detail, once=True)]


def _publish(change: Change, actor: Actor, args: SiteNoticePublish) -> Outcome:
    check_lane(change, f"site_notice:{args.notice_id}")
    customer = load(change.session, CustomerRow, args.customer_id)
    if customer is None:
        raise Missing("The customer has not arrived yet.", table="customer", id=args.customer_id)
    if not (Role.ADMINISTRATOR in actor.roles or actor.is_office(Role.MANAGER, customer.station_id)):
        raise NotPermitted("This customer belongs to another station.", station_id=customer.station_id)
    stored = next(iter(matching(change.session, SiteNoticeRow, "customer_id", customer.id)), None)
    former = None if stored is None else (stored.version, stored.text, stored.text_en)
    version = next_version(former, args.text, args.text_en)
    row = stored or SiteNoticeRow(id=args.notice_id, customer_id=customer.id, station_id=customer.station_id)
    row.version, row.text, row.text_en = version, args.text, args.text_en
    row.agreement_on_file, row.agreement_until = args.agreement_on_file, args.agreement_until
    row.published_at, row.published_by = change.happened_at, change.user_id
    if stored is None:
        add(change.session, row)
    publish_site_notice(change, row)
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "safety.acknowledge",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=SafetyAcknowledgeBody,
        args=SafetyAcknowledge,
        needs=lambda args: [
            ("visit", args.visit_id),
            ("acknowledgement", args.acknowledgement_id),
            ("site_notice", args.notice_id),
        ],
        write=_acknowledge,
    ),
    declare(
        "site_notice.publish",
        Kind.REQUEST,
        roles=[Role.MANAGER, Role.ADMINISTRATOR],
        schema=SiteNoticePublishBody,
        args=SiteNoticePublish,
        needs=lambda args: [("customer", args.customer_id), ("site_notice.customer_id", args.customer_id)],
        write=_publish,
    ),
)
