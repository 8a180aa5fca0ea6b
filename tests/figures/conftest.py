"""Two stations with a little history, on both databases, written straight into the tables."""

from datetime import UTC, datetime, timedelta

import pytest

from server.tables.base import db, open_sessions
from server.tables.counts import StockCountRow
from server.tables.database import open_database
from server.tables.discrepancies import DiscrepancyRow
from server.tables.hand_overs import RatingRow
from server.tables.jobs import JobRow
from server.tables.old_parts import OldPartRow
from server.tables.parts import PartRow
from server.tables.people import StationRow
from server.tables.reports import ReportRow
from server.tables.sla_profiles import SlaProfileRow
from server.tables.visits import VisitRow
from server.tables.write_offs import WaiverRow
from tests.figures.november import NINGBO, NOW, WUHU


class Books:
    """Writes rows with only what a test is about."""

    def __init__(self, sessions):
        self.sessions = sessions
        self._number = 0

    def add(self, *rows):
        with self.sessions.begin() as session:
            session.add_all(rows)
        return rows[0]

    def new_id(self, noun):
        self._number += 1
        return f"{noun}-{self._number}"

    def job(self, opened_at, *, arrived_after_h=(), lead="zhou", state="approved", **changes):
        job_id = self.new_id("job")
        job = JobRow(
            **{
                "id": job_id,
                "number": job_id,
                "station_id": NINGBO,
                "state": state,
                "opened_at": opened_at,
                "opened_by": "dispatcher",
                "technicians": [{"user_id": lead, "lead": True}, {"user_id": "helper", "lead": False}],
                "likely_parts": [],
                "lacks": [],
                "written": {},
                "fault_class": "body",
                **changes,
            }
        )
        visits = [self.visit(job, opened_at + timedelta(hours=hours)) for hours in arrived_after_h]
        self.add(job, *visits)
        return job_id

    def visit(self, job, arrived_at, state="signed"):
        return VisitRow(
            id=self.new_id("visit"),
            job_id=job.id,
            station_id=job.station_id,
            technician_id="zhou",
            state=state,
            arrived_at=arrived_at,
            ended_at=arrived_at + timedelta(hours=1),
            listen={},
            look={},
            check={},
            handle={},
            written={},
        )

    def rating(self, rated_at, score, **job):
        return self.add(
            RatingRow(
                id=self.new_id("rating"),
                visit_id="visit",
                job_id=self.job(rated_at, **job),
                station_id=job.get("station_id", NINGBO),
                score=score,
                rated_at=rated_at,
            )
        )

    def report(self, closed_at, state="approved", visit_state="signed"):
        job_id = self.job(closed_at)
        with self.sessions() as session:
            visit = self.visit(session.get_one(JobRow, job_id), closed_at, visit_state)
        report = ReportRow(
            id=visit.id,
            visit_id=visit.id,
            job_id=job_id,
            station_id=NINGBO,
            number=visit.id,
            state=state,
            closed_at=closed_at,
        )
        self.add(visit, report)

    def old_part(self, due_on, received_at=None, **changes):
        part_id = self.new_id("old")
        state = "with_technician" if received_at is None else "received"
        row = {
            "id": part_id,
            "swap_id": f"swap of {part_id}",
            "station_id": NINGBO,
            "quantity": 1,
            "state": state,
            "holder_kind": "technician",
            "holder_id": "zhou",
            "removed_by": "zhou",
            "removed_at": datetime.combine(due_on, datetime.min.time(), UTC) - timedelta(days=14, hours=-4),
            "due_on": due_on,
            "received_at": received_at,
            "expected": True,
        }
        return self.add(OldPartRow(**{**row, **changes}))

    def waive(self, old_part):
        row = {"job_id": "job", "station_id": NINGBO, "reason": "consumed", "note": "", "waived_by": "manager"}
        self.add(WaiverRow(id=old_part.swap_id, old_part_id=old_part.id, waived_at=NOW, **row))

    def count(self, counted_at, *pairs, location=f"store:{NINGBO}"):
        lines = [
            {"part_id": f"part {place}", "counted": had, "expected": told} for place, (had, told) in enumerate(pairs)
        ]
        count_id = self.new_id("count")
        self.add(
            StockCountRow(
                id=count_id,
                number=count_id,
                station_id=NINGBO,
                location=location,
                lines=lines,
                counted_by="clerk",
                counted_at=counted_at,
            )
        )

    def discrepancy(self, kind, opened_at, state="open"):
        self.add(
            DiscrepancyRow(
                id=self.new_id("discrepancy"),
                kind=kind,
                station_id=NINGBO,
                subject_table="swap",
                subject_id="swap",
                detail={},
                owner_role="manager",
                state=state,
                opened_at=opened_at,
                raised_by="zhou",
            )
        )

    def part(self, part_id, price_minor):
        self.add(
            PartRow(
                id=part_id,
                part_no=part_id,
                name=part_id,
                name_en=part_id,
                unit="piece",
                serialised=False,
                list_price_minor=price_minor,
                currency="CNY",
                on_hold=False,
            )
        )


@pytest.fixture
def books(migrated_url):
    with open_database(migrated_url).app_context():
        engine = db.engine
    made = Books(open_sessions(engine))
    stations = [StationRow(id=name, code=name[:2], name=name, name_en=name, city=name) for name in (NINGBO, WUHU)]
    promised = SlaProfileRow(
        id="body",
        revision=1,
        name="车身",
        name_en="Body",
        active=True,
        fault_class="body",
        terms=[{"promise": "on_site", "amount": 24, "unit": "hours", "starts": "opened"}],
    )
    made.add(*stations, promised)
    yield made
    engine.dispose()
