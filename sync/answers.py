"""What the engine answers, and the few ways in which it says no to a request as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sync.ports import Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict on one envelope."""

    seq: int
    mutation_id: str
    verdict: Verdict
    code: str | None = None
    detail: Mapping[str, Any] | None = None

    def wire(self) -> dict[str, Any]:
        return {
            "seq": self.seq,
            "mutation_id": self.mutation_id,
            "verdict": self.verdict.value,
            "code": self.code,
            "detail": self.detail,
        }


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """What the server has (``acked_seq``), and as a hint the verdicts so far: the feed brings them for certain."""

    epoch: str
    acked_seq: int
    server_time: str
    results: Sequence[Result]

    def wire(self) -> dict[str, Any]:
        return {
            "epoch": self.epoch,
            "acked_seq": self.acked_seq,
            "server_time": self.server_time,
            "results": [result.wire() for result in self.results],
        }


@dataclass(frozen=True, slots=True)
class PullAnswer:
    """Changes in their wire form; ``position`` is the ``base`` of what the device records from now on."""

    epoch: str
    cursor: str
    position: int
    more: bool
    server_time: str
    changes: Sequence[Mapping[str, Any]]

    def wire(self) -> dict[str, Any]:
        return {
            "epoch": self.epoch,
            "cursor": self.cursor,
            "position": self.position,
            "more": self.more,
            "server_time": self.server_time,
            "changes": list(self.changes),
        }


@dataclass(frozen=True, slots=True)
class ManifestAnswer:
    """What a device at ``position`` must hold: rows per table, and the digest over all of them."""

    epoch: str
    position: int
    digest: str
    counts: Mapping[str, int]

    def wire(self) -> dict[str, Any]:
        return {
            "epoch": self.epoch,
            "position": self.position,
            "digest": self.digest,
            "counts": dict(self.counts),
        }


class Gap(Exception):  # noqa: N818 -- it is an answer, not a fault of the program
    """Envelopes before these have not arrived; nothing was stored. Send again from ``expected``."""

    def __init__(self, expected: int) -> None:
        super().__init__(f"The server expects number {expected} next.")
        self.expected = expected


class SeqConflict(Exception):  # noqa: N818
    """``seq`` was used before with other content (a cloned phone); nothing was stored. Take a new device id."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"Number {seq} was used before with other content. Take a new device id and send again.")
        self.seq = seq


class Reset(Exception):  # noqa: N818
    """The cursor no longer says what the device holds: it loads everything again and keeps what it has not sent.

    ``reason`` is ``epoch`` (the server was restored), ``standing`` (the person's audiences changed) or ``cursor``.
    """

    def __init__(self, reason: str) -> None:
        super().__init__("Load the data again.")
        self.reason = reason


class Upgrade(Exception):  # noqa: N818
    """The app does not know a table without which it cannot work; sending still works."""

    def __init__(self, missing: frozenset[str]) -> None:
        super().__init__("Update the app to load new data. Sending still works.")
        self.missing = missing
