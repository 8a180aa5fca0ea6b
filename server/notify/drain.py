"""Drains the messages that transactions left to be sent: to each person, on each of their devices."""

import logging
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, sessionmaker

from server.notify.send import KEPT_FOR, TIMEOUT_SECONDS, Fate, Sender
from server.notify.words import spoken
from server.tables.devices import PushSubscriptionRow
from server.tables.work import PUSH, WorkRow, claim, enqueue, finish, postpone

log = logging.getLogger(__name__)

DELIVER = "push.deliver"
LEASE = timedelta(seconds=3 * TIMEOUT_SECONDS)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
AT_ONCE = 50


def drain(sessions: sessionmaker[Session], sender: Sender, now: datetime) -> int:
    """Send what is due and return how many deliveries were tried.

    A message is claimed, sent, and only then done. A worker that dies in between leaves a claim that ends by itself,
    so the message is sent again; it carries the same tag and replaces the first on the screen.
    """
    with sessions.begin() as session:
        for message in claim(session, now, kind=PUSH, lease=LEASE, limit=AT_ONCE):
            _address(session, message, now)
    tried = 0
    while _deliver_one(sessions, sender, now):
        tried += 1
    return tried


def _address(session: Session, message: WorkRow, now: datetime) -> None:
    """Turn a message to a person into one delivery for each of their devices, in one transaction."""
    to = select(PushSubscriptionRow.id).where(PushSubscriptionRow.user_id == message.payload["user_id"])
    words = spoken(message.id, message.payload)
    for subscription_id in session.scalars(to):
        enqueue(session, DELIVER, {"subscription_id": subscription_id, "message": words}, now)
    finish(session, message.id, now, "addressed")


def _deliver_one(sessions: sessionmaker[Session], sender: Sender, now: datetime) -> bool:
    with sessions.begin() as session:
        claimed = claim(session, now, kind=DELIVER, lease=LEASE, limit=1)
        if not claimed:
            return False
        (delivery,) = claimed
        subscription = session.get(PushSubscriptionRow, delivery.payload["subscription_id"])
    if subscription is None:
        fate, wait = Fate.GONE, None
    else:
        fate, wait = sender.send(subscription, delivery.payload["message"], now)
    with sessions.begin() as session:
        _settle(session, delivery, fate, wait, now)
    log.info("push", extra={"work": delivery.id, "attempt": delivery.attempts, "outcome": fate.value})
    return True


def _settle(session: Session, delivery: WorkRow, fate: Fate, wait: timedelta | None, now: datetime) -> None:
    if fate is Fate.GONE:
        gone = delivery.payload["subscription_id"]
        session.execute(delete(PushSubscriptionRow).where(PushSubscriptionRow.id == gone))
    backoff = min(FIRST_WAIT * 2 ** min(delivery.attempts - 1, 10), LONGEST_WAIT)
    again = now + (wait or backoff)
    if fate is Fate.BUSY and again < delivery.queued_at + KEPT_FOR:
        postpone(session, delivery.id, again, fate.value)
    else:
        finish(session, delivery.id, now, fate.value)
