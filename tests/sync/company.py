"""Three technicians, a desk, a server that crashes, a network with a mind of its own; and what must always be true."""

import itertools
import json
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Engine, event, select

from sync.engine import Gap, PullAnswer, Reset, SeqConflict
from sync.tables import grants, inbox, verdicts
from tests.sync.backup import restore, take_backup
from tests.sync.conftest import World, empty
from tests.sync.device import Device, Push
from tests.sync.toy import OFFICE, Balance, Movement, Note, PowerCut

PEOPLE = ("ann", "bo", "cy")
LANES = ("job:1", "job:2")
WORK = ("main", "main", "main", "urgent", "move a part", "move a part", "open", "rename", "seal", "remove", "poison")
HAPPENINGS = {
    "push": 4,
    "push_answered_late": 1,
    "push_unanswered": 1,
    "delay_a_push": 1,
    "deliver_a_delayed_push": 2,
    "ask": 1,
    "deliver_an_answer": 2,
    "pull": 3,
    "reassign": 2,
    "back_up": 1,
    "restore": 1,
    "restart": 1,
    "clone": 1,
}
FAULTS = ("power cut", "fault", "failing commit")


@dataclass
class InFlight:
    """An answer on its way, and what it answers."""

    device: Device
    asked: Push | str | None
    answer: object


class Company:
    """What is named in ``HAPPENINGS`` happens; ``pick`` chooses to whom, ``fault`` what strikes the server then."""

    def __init__(self, database: Engine) -> None:
        empty(database)
        self.database = database
        self.world = World(database)
        self.desk = self.world.device(OFFICE, "desk")
        self.devices = [self.desk, *(self.world.device(person) for person in PEOPLE)]
        self.numbers = itertools.count(1)
        self.pushes: list[tuple[Device, Push]] = []
        self.answers: list[InFlight] = []
        self.backup = None
        for lane, person in zip(LANES, PEOPLE, strict=False):
            self.desk.record("job.assign", lane, on=[person], off=[])
            self.desk.record("note.open", lane, id=f"{lane}/1", title="leak")
        self.everybody_syncs()
        self.world.toy.crashing.add("boom")

    # People, with or without a signal, on the jobs that their device shows.

    def work(self, device: Device, what: str, pick: int) -> None:
        fresh = next(self.numbers)
        if what == "move a part":
            lane, van = f"own:{device.user_id}-{fresh}", f"van-{device.user_id}"
            device.record("stock.move", lane, giver="shelf", taker=van, quantity=fresh)
            return
        lanes = LANES if device is self.desk else sorted(device.lanes)
        if not lanes:
            return
        lane = lanes[pick % len(lanes)]
        note_id = f"{lane}/{1 + pick % 3 // 2}"
        if what in {"main", "urgent"}:
            device.record("note.add", lane, what, id=note_id, line=f"{what}-{fresh}")
        elif what == "poison":
            device.record("note.add", lane, id=note_id, line="boom")
        elif what == "open":
            device.record("note.open", lane, id=note_id, title="leak")
        elif what == "rename":
            device.record("note.rename", lane, id=note_id, **{"from": "leak", "to": f"smoke {fresh}"})
        else:
            device.record(f"note.{what}", lane, id=note_id)

    def reassign(self, pick: int, fault: str | None) -> None:
        on, off = PEOPLE[pick % 3], PEOPLE[pick // 3 % 3]
        self.desk.record("job.assign", LANES[pick % 2], on=[on], off=[off] if off != on else [])

    # The network.

    def push(self, pick: int, fault: str | None) -> None:
        in_flight = len(self.answers)
        self.push_answered_late(pick, fault)
        for arrived in self.answers[in_flight:]:
            self.take(arrived)
        del self.answers[in_flight:]

    def push_answered_late(self, pick: int, fault: str | None) -> None:
        self.arrive(*self.next_push(pick), fault, is_answered=True)

    def push_unanswered(self, pick: int, fault: str | None) -> None:
        self.arrive(*self.next_push(pick), fault, is_answered=False)

    def delay_a_push(self, pick: int, fault: str | None) -> None:
        self.pushes.append(self.next_push(pick))

    def deliver_a_delayed_push(self, pick: int, fault: str | None) -> None:
        """It may come again later."""
        if self.pushes:
            self.arrive(*self.pushes[pick % len(self.pushes)], fault, is_answered=pick % 2 == 0)

    def ask(self, pick: int, fault: str | None) -> None:
        device = self.devices[pick % len(self.devices)]
        answer = device.ask(limit=1 + pick % 4)
        self.check_that_it_may_be_seen(device, answer)
        self.answers.append(InFlight(device, device.cursor, answer))

    def pull(self, pick: int, fault: str | None) -> None:
        self.devices[pick % len(self.devices)].pull()

    def deliver_an_answer(self, pick: int, fault: str | None) -> None:
        """In any order, perhaps when it is long out of date; perhaps it never comes."""
        if not self.answers:
            return
        self.take(self.answers.pop(pick % len(self.answers)))

    def take(self, arrived: InFlight) -> None:
        if isinstance(arrived.asked, Push):
            arrived.device.take_push_answer(arrived.asked, arrived.answer)
        else:
            arrived.device.take_pull_answer(arrived.asked, arrived.answer)

    def next_push(self, pick: int) -> tuple[Device, Push]:
        """Of somebody who has something to send; an empty push asks what the server has."""
        unsent = [(device, stream) for device in self.devices for stream in device.streams if device.unsent(stream)]
        device, stream = unsent[pick % len(unsent)] if unsent else (self.devices[pick % len(self.devices)], "main")
        return device, device.next_push(stream, at_most=1 + pick % 9)

    def arrive(self, device: Device, push: Push, fault: str | None, *, is_answered: bool) -> None:
        is_heard = is_answered and push.device_id == device.device_id
        try:
            with self.planted(fault):
                answer = device.deliver(push)
        except SeqConflict:
            if is_heard:
                device.take_new_device_id()
        except Gap as gap:
            if is_heard:
                device.acked[push.stream] = min(device.acked[push.stream], gap.expected - 1)
        except (PowerCut, RuntimeError):
            pass
        else:
            if is_answered:
                self.answers.append(InFlight(device, push, answer))

    # The server, and a phone's twin.

    def back_up(self, pick: int, fault: str | None) -> None:
        self.backup = take_backup(self.database)

    def restore(self, pick: int, fault: str | None) -> None:
        if self.backup:
            restore(self.database, self.backup)
            self.world.now += timedelta(minutes=1)
            self.world.engine.raise_epoch()

    def restart(self, pick: int, fault: str | None) -> None:
        """With the version that crashes on some lines, or with the one that does not."""
        self.world.toy.crashing = {"boom"} if pick % 2 else set()
        self.world.engine.retry_held()

    def clone(self, pick: int, fault: str | None) -> None:
        """Somebody restores a phone's backup onto a second one."""
        if len(self.devices) > 1 + len(PEOPLE):
            return
        original = self.devices[1 + pick % len(PEOPLE)]
        clone = replace(
            original,
            outbox={stream: list(envelopes) for stream, envelopes in original.outbox.items()},
            acked=dict(original.acked),
            verdicts=dict(original.verdicts),
            cache=dict(original.cache),
            lanes=set(original.lanes),
            ids=(f"clone-{count}" for count in itertools.count(1)),
        )
        self.devices.append(clone)

    @contextmanager
    def planted(self, fault: str | None):
        """The fault strikes once: when a batch has loaded its rows, or when some transaction commits."""
        faults = {"power cut": PowerCut(), "fault": RuntimeError("a fault that passes")}
        if fault in faults:
            self.world.toy.faults.append(faults[fault])

        def fail(_connection):
            event.remove(self.database, "commit", fail)
            raise RuntimeError("the disk said no")

        if fault == "failing commit":
            event.listen(self.database, "commit", fail)
        try:
            yield
        finally:
            self.world.toy.faults.clear()
            if event.contains(self.database, "commit", fail):
                event.remove(self.database, "commit", fail)

    def check_that_it_may_be_seen(self, device: Device, answer: PullAnswer | Reset) -> None:
        """Law 6."""
        if isinstance(answer, Reset) or device is self.desk:
            return
        query = select(grants.c.lane).where(grants.c.user_id == device.user_id, grants.c.to_position.is_(None))
        lanes = {row.lane for row in self.world.rows(query)}
        for change in answer.changes:
            shown = change.get("snapshot", [change] if change["op"] == "put" else [])
            assert all(one["table"] == "balance" or one["row"]["lane"] in lanes for one in shown)

    def everybody_syncs(self) -> None:
        for device in [*self.devices, *self.devices]:
            device.sync()

    def check_that_all_agree(self) -> None:
        self.world.toy.crashing.clear()
        self.everybody_syncs()
        self.world.engine.retry_held()
        self.everybody_syncs()
        self.check_digests()
        self.check_the_inbox()
        self.check_the_ledger()
        self.check_the_lines()

    def check_digests(self) -> None:
        """Laws 7 and 8."""
        for device in self.devices:
            manifest = self.world.engine.manifest(device.user_id, device.device_id)
            assert (manifest.position, manifest.digest) == (device.position, device.digest())
            assert not any(device.unsent(stream) for stream in device.streams)

    def check_the_inbox(self) -> None:
        """Laws 1, 2 and 9: all that was recorded is there, and each device knows the verdict on all that it holds."""
        stored = {(row.mutation_id, row.sha256, row.body) for row in self.world.all(inbox)}
        for device in self.devices:
            for envelope in itertools.chain.from_iterable(device.outbox.values()):
                assert (envelope.mutation_id, envelope.sha256, envelope.body) in stored
                assert envelope.mutation_id in device.verdicts
        columns = (inbox.c.mutation_id, inbox.c.repeat_of, verdicts.c.verdict, verdicts.c.code)
        for row in self.world.rows(select(*columns).join_from(inbox, verdicts, inbox.c.number == verdicts.c.number)):
            assert row.verdict is not None
            # They had the right when they recorded it, so it counts, however late it comes.
            assert row.code not in {"not_permitted", "crashed", "mutation_id_reused"}

    def check_the_ledger(self) -> None:
        """Law 10."""
        moved = {row[0].mutation_id: row[0] for row in self.world.all(Movement)}
        assert set(moved) == {
            envelope.mutation_id
            for device in self.devices
            for envelope in device.outbox["main"]
            if envelope.name == "stock.move"
        }
        sums: dict[str, int] = {}
        for movement in moved.values():
            sums[movement.taker] = sums.get(movement.taker, 0) + movement.quantity
            sums[movement.giver] = sums.get(movement.giver, 0) - movement.quantity
        assert {row[0].id: row[0].quantity for row in self.world.all(Balance)} == sums

    def check_the_lines(self) -> None:
        """Laws 2 and 3: no line stands twice, and those of one stream stand in their order."""
        lines = [json.loads(row[0].lines) for row in self.world.all(Note)]
        written = [line for of_note in lines for line in of_note if line != "boom"]
        assert len(written) == len(set(written))
        for of_note, device, stream in itertools.product(lines, self.devices, ("main", "urgent")):
            recorded = [
                json.loads(envelope.body)["line"] for envelope in device.outbox[stream] if envelope.name == "note.add"
            ]
            own = [line for line in of_note if line in recorded and line != "boom"]
            assert own == sorted(own, key=recorded.index)
