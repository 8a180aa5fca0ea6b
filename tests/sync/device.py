"""A reference device: outbox, cache, guesses by rewind and redo, cursor. It drives the real engine."""

import itertools
import json
from dataclasses import dataclass, field
from typing import Any

from sync.engine import Envelope, Gap, PullAnswer, PushAnswer, Reset, SeqConflict, SyncEngine
from sync.envelope import hash_envelope
from sync.manifest import digest

DEVICE_TIME = "2026-11-19T05:22:00.000Z"


@dataclass(frozen=True)
class Push:
    """A request on its way; it can arrive late, or more than once."""

    device_id: str
    stream: str
    epoch: str
    envelopes: tuple[Envelope, ...]


@dataclass
class Device:
    """Everything stands on the device's disk: nothing here is lost by a restart or by an answer."""

    engine: SyncEngine
    user_id: str
    device_id: str
    streams: tuple[str, ...] = ("main", "urgent")
    outbox: dict[str, list[Envelope]] = field(default_factory=lambda: {"main": [], "urgent": []})
    acked: dict[str, int] = field(default_factory=lambda: {"main": 0, "urgent": 0})
    verdicts: dict[str, str] = field(default_factory=dict)
    cache: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    lanes: set[str] = field(default_factory=set)
    cursor: str | None = None
    epoch: str = ""
    position: int = 0
    tables: frozenset[str] | None = None
    ids: Any = field(default_factory=lambda: itertools.count(1))

    def record(self, name: str, lane: str, stream: str = "main", **body: Any) -> Envelope:
        """One tap: the envelope is in the outbox before anything is sent."""
        seq = len(self.outbox[stream]) + 1
        mutation_id = f"{self.device_id}-{stream}-{next(self.ids)}"
        envelope = envelop(seq, mutation_id, name, lane, json.dumps(body, ensure_ascii=False), base=self.position)
        self.outbox[stream].append(envelope)
        return envelope

    def unsent(self, stream: str = "main") -> tuple[Envelope, ...]:
        return tuple(self.outbox[stream][self.acked[stream] :])

    def next_push(self, stream: str = "main", at_most: int = 200) -> Push:
        return Push(self.device_id, stream, self.epoch, self.unsent(stream)[:at_most])

    def deliver(self, push: Push) -> PushAnswer:
        """The request reaches the server; what it answers may still get lost."""
        return self.engine.push(self.user_id, push.device_id, push.stream, push.epoch, push.envelopes)

    def take_push_answer(self, push: Push, answer: PushAnswer) -> None:
        """It acknowledges what was sent and no more: a clone may have sent other things under the following numbers.

        An older answer can only say less than what is known; one of another epoch must be pulled about first.
        """
        self.epoch = self.epoch or answer.epoch
        if push.envelopes and push.device_id == self.device_id and answer.epoch == self.epoch:
            sent = min(answer.acked_seq, push.envelopes[-1].seq)
            self.acked[push.stream] = max(self.acked[push.stream], sent)

    def push(self, stream: str = "main") -> None:
        """Until the server has everything."""
        while True:
            push = self.next_push(stream, at_most=25)
            try:
                answer = self.deliver(push)
            except Gap as gap:
                self.acked[stream] = min(self.acked[stream], gap.expected - 1)
                continue
            except SeqConflict:
                self.take_new_device_id()
                continue
            self.take_push_answer(push, answer)
            if answer.epoch != self.epoch:
                self.pull()
            if not self.unsent(stream):
                return

    def take_new_device_id(self) -> None:
        """Somebody else sends as this device, so the numbers prove nothing: all that is kept is sent again.

        The mutation ids stay, so what the server has takes no effect twice. Its twin takes another id.
        """
        self.device_id += f"/{next(self.ids)}"
        self.acked = dict.fromkeys(self.streams, 0)
        self.cursor = None

    def ask(self, limit: int = 500) -> PullAnswer | Reset:
        try:
            return self.engine.pull(self.user_id, self.device_id, self.cursor, limit, self.tables)
        except Reset as reset:
            return reset

    def take_pull_answer(self, asked_with: str | None, answer: PullAnswer | Reset) -> None:
        """One transaction: rewind the guesses, apply, redo. An answer to another cursor is dropped."""
        if asked_with != self.cursor:
            return
        if isinstance(answer, Reset):
            self.cursor = None
            return
        if self.cursor is None:
            self.cache.clear()
            self.lanes.clear()
        if answer.epoch != self.epoch:
            self.epoch = answer.epoch
            for stream in self.streams:
                push = Push(self.device_id, stream, self.epoch, ())
                has = self.deliver(push).acked_seq
                # The last one is sent again, to be compared: a clone may have sent another under its number.
                self.acked[stream] = max(0, min(self.acked[stream], has) - 1)
        for change in answer.changes:
            self._apply(change)
        self.cursor = answer.cursor
        self.position = answer.position

    def pull(self, limit: int = 500) -> None:
        """Until there is no more."""
        while True:
            asked_with = self.cursor
            answer = self.ask(limit)
            self.take_pull_answer(asked_with, answer)
            if not isinstance(answer, Reset) and not answer.more:
                return

    def sync(self) -> None:
        self.pull()
        for stream in self.streams:
            if self.unsent(stream):
                self.push(stream)
        self.pull()

    def digest(self) -> str:
        return digest((table, row_id, row) for (table, row_id), row in self.cache.items())

    def view(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What the screen shows: the server's rows, and on them a guess for each mutation without a verdict."""
        shown = {key: dict(row) for key, row in self.cache.items()}
        for envelope in itertools.chain.from_iterable(self.outbox.values()):
            if envelope.mutation_id not in self.verdicts:
                _guess(shown, envelope)
        return shown

    def _apply(self, change: dict[str, Any]) -> None:
        if change["op"] == "put":
            self.cache[change["table"], change["id"]] = change["row"]
        elif change["op"] == "del":
            self.cache.pop((change["table"], change["id"]), None)
        elif change["op"] == "grant":
            self.lanes.add(change["lane"])
            for one in change["snapshot"]:
                self.cache[one["table"], one["id"]] = one["row"]
        elif change["op"] == "revoke":
            self.lanes.discard(change["lane"])
        elif change["op"] == "verdict":
            self.verdicts[change["mutation_id"]] = change["verdict"]


def envelop(seq: int, mutation_id: str, name: str, lane: str, body: str, *, base: int = 0, v: int = 1) -> Envelope:
    sha256 = hash_envelope(mutation_id, name, v, lane, base, DEVICE_TIME, 480, body)
    return Envelope(seq, mutation_id, name, v, lane, base, body, DEVICE_TIME, 480, 0, sha256)


def _guess(shown: dict[tuple[str, str], dict[str, Any]], envelope: Envelope) -> None:
    body = json.loads(envelope.body)
    if envelope.name == "note.open":
        new = {
            "id": body["id"],
            "lane": envelope.lane,
            "title": body["title"],
            "lines": "[]",
            "sealed": False,
            "late": 0,
        }
        shown.setdefault(("note", body["id"]), new)
    elif envelope.name == "note.add" and (note := shown.get(("note", body["id"]))):
        note["lines"] = json.dumps([*json.loads(note["lines"]), body["line"]], ensure_ascii=False)
    elif envelope.name == "note.rename" and (note := shown.get(("note", body["id"]))):
        note["title"] = body["to"]
