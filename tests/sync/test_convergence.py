"""Phones, a desk and a network with a mind of its own drive the real engine; once it is quiet, all agree."""

import itertools
import json
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from sqlalchemy import event, select

from sync.engine import Gap, PullAnswer, Reset, SeqConflict
from sync.tables import grants, inbox, verdicts
from tests.sync.backup import restore, take_backup
from tests.sync.conftest import World, empty, open_database
from tests.sync.device import Device, Push
from tests.sync.toy import OFFICE, Balance, Movement, Note, PowerCut

PEOPLE = ("ann", "bo", "cy")
LANES = ("job:1", "job:2")
DEVICES = st.integers(0, 4)
LANE = st.sampled_from(LANES)
PICK = st.integers(0, 3)
FAULTS = st.sampled_from([None, None, None, "power cut", "fault", "failing commit"])


@dataclass
class InFlight:
    """An answer on its way, and what it answers."""

    device: Device
    asked: Push | str | None
    answer: object


class Company(RuleBasedStateMachine):
    """Three technicians and a desk; the network loses, repeats, delays and reorders; the server crashes."""

    database = None

    @initialize()
    def open_shop(self):
        empty(self.database)
        self.world = World(self.database)
        self.world.toy.crashing.add("boom")
        self.desk = self.world.device(OFFICE, "desk")
        self.devices = [self.desk, *(self.world.device(person) for person in PEOPLE)]
        self.numbers = itertools.count(1)
        self.pushes: list[tuple[Device, Push]] = []
        self.answers: list[InFlight] = []
        self.backup = None
        for lane, person in (("job:1", "ann"), ("job:2", "bo")):
            self.desk.record("job.assign", lane, on=[person], off=[])
            self.desk.record("note.open", lane, id=f"{lane}/1", title="leak")
        self.quiet()

    def device(self, number: int) -> Device:
        return self.devices[number % len(self.devices)]

    # What people do, with or without a signal, on the jobs that their device shows.

    def a_note(self, device: Device, pick: int) -> tuple[str, str] | None:
        lanes = LANES if device is self.desk else sorted(device.lanes)
        notes = [(lane, f"{lane}/{number}") for lane in lanes for number in (1, 2)]
        return notes[pick % len(notes)] if notes else None

    @rule(number=DEVICES, pick=PICK, stream=st.sampled_from(["main", "main", "urgent"]))
    def write_a_line(self, number, pick, stream):
        device = self.device(number)
        if found := self.a_note(device, pick):
            lane, note_id = found
            device.record("note.add", lane, stream, id=note_id, line=f"{stream}-{next(self.numbers)}")

    @rule(number=DEVICES, pick=PICK, what=st.sampled_from(["open", "rename", "seal", "remove", "poison"]))
    def do_something_rarer(self, number, pick, what):
        device = self.device(number)
        if not (found := self.a_note(device, pick)):
            return
        lane, note_id = found
        if what == "open":
            device.record("note.open", lane, id=note_id, title="leak")
        elif what == "rename":
            device.record("note.rename", lane, id=note_id, **{"from": "leak", "to": f"smoke {next(self.numbers)}"})
        elif what == "poison":
            device.record("note.add", lane, id=note_id, line="boom")
        else:
            device.record(f"note.{what}", lane, id=note_id)

    @rule(number=DEVICES, quantity=st.integers(1, 5))
    def move_a_part(self, number, quantity):
        device = self.device(number)
        lane = f"own:{device.user_id}-{next(self.numbers)}"
        device.record("stock.move", lane, giver="shelf", taker=f"van-{device.user_id}", quantity=quantity)

    @rule(lane=LANE, on=st.sampled_from(PEOPLE), off=st.sampled_from(PEOPLE))
    def reassign(self, lane, on, off):
        self.desk.record("job.assign", lane, on=[on], off=[off] if off != on else [])

    @precondition(lambda self: len(self.devices) == 1 + len(PEOPLE))
    @rule(number=st.integers(1, len(PEOPLE)))
    def clone_a_phone(self, number):
        """Somebody restores a phone's backup onto a second one."""
        original = self.devices[number]
        outbox = {stream: list(envelopes) for stream, envelopes in original.outbox.items()}
        clone = replace(
            original,
            outbox=outbox,
            acked=dict(original.acked),
            verdicts=dict(original.verdicts),
            cache=dict(original.cache),
            lanes=set(original.lanes),
            ids=(f"clone-{count}" for count in itertools.count(1)),
        )
        self.devices.append(clone)

    # What the network does.

    @rule(number=DEVICES)
    def a_good_signal(self, number):
        self.device(number).sync()

    @rule(number=DEVICES, stream=st.sampled_from(["main", "urgent"]), size=st.integers(1, 9), fault=FAULTS)
    def push(self, number, stream, size, fault):
        device = self.device(number)
        self.arrive(device, device.next_push(stream, size), fault, is_answered=True)

    @rule(number=DEVICES, size=st.integers(1, 9))
    def send_a_push_that_is_delayed(self, number, size):
        device = self.device(number)
        self.pushes.append((device, device.next_push("main", size)))

    @precondition(lambda self: self.pushes)
    @rule(which=st.integers(0, 99), again=st.booleans(), is_answered=st.booleans(), fault=FAULTS)
    def a_delayed_push_arrives(self, which, again, is_answered, fault):
        device, push = self.pushes[which % len(self.pushes)]
        if not again:
            self.pushes.remove((device, push))
        self.arrive(device, push, fault, is_answered=is_answered)

    @rule(number=DEVICES, limit=st.sampled_from([1, 2, 3, 100]), at_once=st.booleans())
    def pull(self, number, limit, at_once):
        device = self.device(number)
        answer = device.ask(limit)
        self.check_that_it_may_be_seen(device, answer)
        self.answers.append(InFlight(device, device.cursor, answer))
        if at_once:
            self.an_answer_arrives(-1)

    @precondition(lambda self: self.answers)
    @rule(which=st.integers(0, 99))
    def an_answer_arrives(self, which):
        """In any order, perhaps when it is long out of date."""
        arrived = self.answers.pop(which % len(self.answers) if which >= 0 else -1)
        if isinstance(arrived.asked, Push):
            arrived.device.take_push_answer(arrived.asked, arrived.answer)
        else:
            arrived.device.take_pull_answer(arrived.asked, arrived.answer)

    @precondition(lambda self: self.answers)
    @rule(which=st.integers(0, 99))
    def an_answer_is_lost(self, which):
        self.answers.pop(which % len(self.answers))

    # What happens to the server.

    @rule()
    def back_up(self):
        self.backup = take_backup(self.database)

    @precondition(lambda self: self.backup)
    @rule()
    def restore_the_backup(self):
        restore(self.database, self.backup)
        self.world.engine.raise_epoch()

    @rule(broken=st.booleans())
    def restart(self, broken):
        """With the version that crashes on some lines, or with the one that does not."""
        self.world.toy.crashing.clear()
        if broken:
            self.world.toy.crashing.add("boom")
        self.world.engine.retry_held()

    @rule()
    def all_is_quiet_for_a_moment(self):
        self.check_that_all_agree()

    def teardown(self):
        if hasattr(self, "devices"):
            self.check_that_all_agree()

    # How the rules do it, and what must be true.

    def arrive(self, device: Device, push: Push, fault: str | None, *, is_answered: bool) -> None:
        try:
            with self.planted(fault):
                answer = device.deliver(push)
        except SeqConflict:
            if push.device_id == device.device_id and is_answered:
                device.take_new_device_id()
        except Gap as gap:
            if push.device_id == device.device_id and is_answered:
                device.acked[push.stream] = min(device.acked[push.stream], gap.expected - 1)
        except (PowerCut, RuntimeError):
            pass
        else:
            if is_answered:
                self.answers.append(InFlight(device, push, answer))

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

    def quiet(self) -> None:
        for device in [*self.devices, *self.devices]:
            device.sync()

    def check_that_all_agree(self) -> None:
        self.world.toy.crashing.clear()
        for device in self.devices:
            device.sync()
        self.world.engine.retry_held()
        self.quiet()
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


def run(database, **more) -> None:
    machine = type("CompanyOnThisDatabase", (Company,), {"database": database})
    run_state_machine_as_test(machine, settings=settings(stateful_step_count=40, **more))


def test_law_08_all_converge_on_sqlite():
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'database.sqlite'}")
        event.listen(database, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
        database.dispose()
        run(database)
        database.dispose()


def test_law_08_all_converge_on_postgresql(postgres):
    run(postgres, max_examples=max(6, settings().max_examples // 8))
