"""Encrypts one message for one browser and hands it to its push service."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import orjson
import requests
from pywebpush import WebPushException, webpush

from server.tables.devices import PushSubscriptionRow

KEPT_FOR = timedelta(hours=24)
TIMEOUT_SECONDS = 10
GONE = frozenset({404, 410})
BUSY = frozenset({408, 429})


class Fate(StrEnum):
    """What became of a message."""

    SENT = "sent"
    GONE = "gone"
    BUSY = "busy"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: the VAPID key, and how to reach whoever is responsible."""

    private_key: str
    subject: str

    def send(
        self, subscription: PushSubscriptionRow, message: Mapping[str, Any], now: datetime
    ) -> tuple[Fate, timedelta | None]:
        """Send, and return what the push service said, with the time after which it wants to be asked again.

        The message's ``id`` is its tag and its topic: a repeat replaces what it repeats.
        """
        try:
            with requests.Session() as web:
                web.max_redirects = 0
                webpush(
                    {
                        "endpoint": subscription.endpoint,
                        "keys": {"p256dh": subscription.p256dh, "auth": subscription.auth},
                    },
                    orjson.dumps(message).decode(),
                    vapid_private_key=self.private_key,
                    vapid_claims={"sub": self.subject, "exp": int((now + KEPT_FOR / 2).timestamp())},
                    ttl=int(KEPT_FOR.total_seconds()),
                    timeout=TIMEOUT_SECONDS,
                    headers={"Urgency": "high", "Topic": message["id"].replace("-", "")},
                    requests_session=web,
                )
        except WebPushException as error:
            return _fate(error.status_code or 0), _seconds(error.retry_after)
        except requests.RequestException:
            return Fate.BUSY, None
        except ValueError:  # the browser's keys are not keys
            return Fate.REJECTED, None
        return Fate.SENT, None


def _fate(status: int) -> Fate:
    if status in GONE:
        return Fate.GONE
    return Fate.BUSY if status in BUSY or status >= 500 else Fate.REJECTED  # noqa: PLR2004


def _seconds(retry_after: str | None) -> timedelta | None:
    return timedelta(seconds=int(retry_after)) if retry_after and retry_after.isdigit() else None
