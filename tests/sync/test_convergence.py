"""Law 8 and all the others at once: whatever happened, once it is quiet all agree."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import event

from tests.sync.company import FAULTS, HAPPENINGS, WORK, Company
from tests.sync.conftest import open_database

PICK = st.integers(0, 35)
FAULT = st.sampled_from([None, None, None, *FAULTS])
HAPPENING = st.sampled_from([name for name, weight in HAPPENINGS.items() for _ in range(weight)])


class Days(RuleBasedStateMachine):
    """Few rules with many kinds of events: Hypothesis leaves whole rules out, and what matters is how they meet."""

    database = None

    @initialize()
    def open_shop(self):
        self.company = Company(self.database)

    @rule(who=PICK, tasks=st.lists(st.tuples(st.sampled_from(WORK), PICK), min_size=1, max_size=4))
    def somebody_works(self, who, tasks):
        devices = self.company.devices
        for what, pick in tasks:
            self.company.work(devices[who % len(devices)], what, pick)

    @rule(happenings=st.lists(st.tuples(HAPPENING, PICK, FAULT), min_size=1, max_size=6))
    def things_happen(self, happenings):
        for what, pick, fault in happenings:
            getattr(self.company, what)(pick, fault)

    def teardown(self):
        if hasattr(self, "company"):
            self.company.check_that_all_agree()


def run(database, **more) -> None:
    machine = type("DaysOnThisDatabase", (Days,), {"database": database})
    run_state_machine_as_test(machine, settings=settings(stateful_step_count=25, **more))


def test_law_08_all_converge_on_sqlite():
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'database.sqlite'}")
        event.listen(database, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
        database.dispose()
        run(database)
        database.dispose()


def test_law_08_all_converge_on_postgresql(postgres):
    run(postgres, max_examples=max(6, settings().max_examples // 8))
