"""What the office asks, over HTTP, with two years behind it, with twenty and with sixty: none may grow with history."""

import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from bench import past
from bench.client import BenchDevice, new_id
from bench.company import PASSWORD, Company
from bench.server_side import served
from tests.databases import postgres_server

PARTS = 200
ASKED = 20
LENGTHS = (1, 10, 30)
"""So many times the history; a database joins small tables otherwise than large ones, so the last two tell."""
LISTS = "job,visit,report,old_part,requisition,discrepancy"


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds."""

    p50: float
    p95: float

    def __str__(self) -> str:
        return f"{self.p50:.1f} / {self.p95:.1f}"


def report() -> None:
    """Print p50 and p95 of every question, on both databases, as the history grows."""
    with tempfile.TemporaryDirectory(prefix="truckroll-bench-") as name, postgres_server(durable=True) as create:
        folder = Path(name)
        urls = {"SQLite": f"sqlite:///{folder / 'office.sqlite'}", "PostgreSQL": create()}
        jobs = past.DAYS * past.JOBS_A_DAY
        print(f"\nThe office's questions over HTTP, p50 / p95 ms; {jobs:,} jobs behind them, then so many times more")
        for database, url in urls.items():
            print(f"{database:<44}" + "".join(f"{f'{length}x':>18}" for length in LENGTHS), flush=True)
            measured = _measured(folder / database, url)
            for question in measured[0]:
                print(f"{question:<44}" + "".join(f"{took[question]!s:>18}" for took in measured), flush=True)


def _measured(folder: Path, url: str) -> Sequence[Mapping[str, Took]]:
    folder.mkdir()
    now = datetime.now(UTC)
    with served(folder, parts=PARTS, database_url=url) as port:
        past.add_past(url, now, range(1))
        office = BenchDevice(port, Company.manager, PASSWORD)
        cursor, _ = office.pull_all(tables=LISTS)
        measured = [_asked(port, office, cursor, now.date())]
        for shorter, longer in pairwise(LENGTHS):
            past.add_past(url, now, range(shorter, longer))
            office.reconnect()
            measured.append(_asked(port, office, cursor, now.date()))
        return measured


def _asked(port: int, office: BenchDevice, cursor: str, today: date) -> Mapping[str, Took]:
    technician = BenchDevice(port, Company.technicians[0], PASSWORD)
    questions: Mapping[str, Callable[[], object]] = {
        "figures of a week": lambda: office.get(_figures(today, 7)),
        "figures of a quarter": lambda: office.get(_figures(today, 91)),
        "figures of a year": lambda: office.get(_figures(today, 365)),
        "figures of a technician's quarter": lambda: office.get(
            f"{_figures(today, 91)}&technician_id={Company.id(Company.technicians[0])}"
        ),
        "lists as pulled, after ten changes": lambda: office.pull(cursor, tables=LISTS),
        "a month's reports as one file": lambda: office.get(_month(today)),
        "public check of a report": lambda: office.get(f"/v/{past.visit_of(7)}?r=1"),
        "public check by the code on the paper": lambda: _found_by_code(office),
    }
    _change_ten(technician)
    return {title: _took(question) for title, question in questions.items()}


def _figures(today: date, days: int) -> str:
    return f"/api/figures?from={today - timedelta(days=days - 1)}&until={today + timedelta(days=1)}"


def _month(today: date) -> str:
    """The month before this one, which is whole at each length of history."""
    last = today.replace(day=1) - timedelta(days=1)
    return f"/api/archive/{Company.id('station')}/{last:%Y-%m}.zip"


def _found_by_code(office: BenchDevice) -> None:
    """The answer leads on to the report; that it is found is what is measured."""
    try:
        office.get(f"/v?code={past.code_of(7)}")
    except RuntimeError as answer:
        if ": 302 " not in str(answer):
            raise


def _change_ten(technician: BenchDevice) -> None:
    """Ten visits have begun since the office pulled."""
    technician.pull_all(tables=LISTS)
    jobs = Company.jobs_of(0)
    sent = [
        ("visit.arrive", f"job:{jobs[number % len(jobs)]}", _arrival(jobs[number % len(jobs)])) for number in range(10)
    ]
    technician.push(technician.record(sent))


def _arrival(job: str) -> dict[str, object]:
    return {"visit_id": new_id(), "job_id": job, "position": None}


def _took(question: Callable[[], object]) -> Took:
    question()
    took = []
    for _ in range(ASKED):
        start = time.perf_counter()
        question()
        took.append((time.perf_counter() - start) * 1000)
    return Took(statistics.median(took), statistics.quantiles(took, n=20)[-1])
