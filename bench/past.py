"""Years of served jobs, put straight into the tables: what the office's questions must not become slower by."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, create_engine, insert, text
from sqlalchemy.engine import make_url

from bench.company import NAMES, Company
from server.tables.archive import ArchivedReportRow
from server.tables.counts import StockCountRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.hand_overs import RatingRow
from server.tables.jobs import JobRow
from server.tables.milestones import MilestoneRow
from server.tables.old_parts import OldPartRow
from server.tables.reports import ReportRow
from server.tables.requisitions import RequisitionRow
from server.tables.seals import SealRow
from server.tables.visits import VisitRow
from sync.tables import feed

JOBS_A_DAY = 3
DAYS = 730
"""How many days one piece of history covers."""
_ROWS = (
    JobRow,
    VisitRow,
    MilestoneRow,
    RatingRow,
    ReportRow,
    ArchivedReportRow,
    OldPartRow,
    StockCountRow,
    DiscrepancyRow,
    RequisitionRow,
    SealRow,
)
_PULLED = {"job": JobRow, "visit": VisitRow, "report": ReportRow, "old_part": OldPartRow, "requisition": RequisitionRow}
_CLASSES = ("body", "chassis", "engine", "electrical", "hydraulic")


def add_past(database_url: str, now: datetime, pieces: range) -> None:
    """Add so many pieces of history, one before the other; the first ends now."""
    engine = create_engine(make_url(database_url))
    for piece in pieces:
        _add_piece(engine, now - timedelta(days=piece * DAYS), piece * DAYS * JOBS_A_DAY)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()


def visit_of(number: int) -> str:
    """Return the id of the visit of job ``number``, of which 0 is the newest."""
    return Company.id(f"past visit {number}")


def code_of(number: int) -> str:
    """Return the code on the paper of that visit's report."""
    return _sha256(number)[:16]


def _add_piece(engine: Engine, now: datetime, first: int) -> None:
    jobs = [
        _job(first + number, now - timedelta(hours=2 + number * 24 / JOBS_A_DAY)) for number in range(DAYS * JOBS_A_DAY)
    ]
    with engine.begin() as connection:
        for row_class in _ROWS:
            connection.execute(insert(row_class), [job[row_class] for job in jobs])
        connection.execute(insert(feed), [entry for job in jobs for entry in _entries(job)])


def _entries(job: Mapping[type[Any], dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What has been in the feed for long: before anything that a device asks for."""
    for table, row_class in _PULLED.items():
        audience = f"role:manager@{Company.id('station')}"
        row_id = job[row_class]["id"]
        yield {"row_id": row_id, "table_name": table, "audience": audience, "position": 0, "op": "put"}


def _job(number: int, opened: datetime) -> Mapping[type[Any], dict[str, Any]]:
    """Return one job with all that hangs on it, by table."""
    opened = opened.astimezone(UTC)
    station, technician = Company.id("station"), Company.id(Company.technicians[number % len(Company.technicians)])
    job, visit = Company.id(f"past job {number}"), visit_of(number)
    arrived = opened + timedelta(hours=3 + number % 24)
    here = {"job_id": job, "station_id": station}
    of_visit = {**here, "visit_id": visit}

    def own(noun: str) -> str:
        return Company.id(f"past {noun} {number}")

    return {
        JobRow: {
            "id": job,
            "number": f"P-{number}",
            "station_id": station,
            "state": "approved",
            "customer_id": Company.id("customer"),
            "equipment_id": Company.id(f"past unit {number % 300}"),
            "equipment_kind": "coach",
            "fault_reported": NAMES[number % len(NAMES)][0],
            "fault_class": _CLASSES[number % len(_CLASSES)],
            "urgency": "normal",
            "distance_km": 4 + number % 90,
            "dispatched_at": opened + timedelta(minutes=20),
            "opened_at": opened,
            "opened_by": Company.id(Company.manager),
            "likely_parts": [],
            "technicians": [{"user_id": technician, "lead": True}],
            "lacks": [],
            "written": {},
        },
        VisitRow: {
            "id": visit,
            **here,
            "technician_id": technician,
            "state": "signed",
            "arrived_at": arrived,
            "ended_at": arrived + timedelta(hours=2),
            "listen": {},
            "look": {},
            "check": {},
            "handle": {},
            "written": {},
        },
        MilestoneRow: {
            "id": own("milestone"),
            **here,
            "kind": "answered_in_writing",
            "at": opened + timedelta(hours=4),
            "by": technician,
        },
        RatingRow: {"id": own("rating"), **of_visit, "score": 3 + number % 3, "rated_at": arrived},
        ReportRow: {
            "id": visit,
            **of_visit,
            "number": f"P-{number}",
            "state": "approved",
            "closed_at": arrived + timedelta(hours=3),
        },
        ArchivedReportRow: {
            "id": visit,
            **here,
            "month": f"{arrived:%Y-%m}",
            "archived_by": Company.id(Company.manager),
            "archived_at": arrived + timedelta(days=1),
        },
        OldPartRow: {
            "id": own("old part"),
            **of_visit,
            "swap_id": own("swap"),
            "part_id": Company.part(number % 50),
            "quantity": 1,
            "state": "stored",
            "holder_kind": "clerk",
            "holder_id": Company.id(Company.manager),
            "removed_by": technician,
            "removed_at": arrived,
            "due_on": (arrived + timedelta(days=14)).date(),
            "received_at": arrived + timedelta(days=3 + number % 14),
            "expected": True,
        },
        StockCountRow: {
            "id": own("count"),
            "number": f"P-{number}",
            "station_id": station,
            "location": f"store:{station}",
            "lines": [{"part_id": Company.part(number % 50), "counted": 4, "expected": 4}],
            "counted_by": Company.id(Company.manager),
            "counted_at": arrived,
        },
        DiscrepancyRow: {
            "id": own("discrepancy"),
            **here,
            "kind": "stock_below_zero",
            "subject_table": "swap",
            "subject_id": own("swap"),
            "detail": {},
            "owner_role": "manager",
            "state": "settled",
            "opened_at": arrived,
            "raised_by": technician,
        },
        RequisitionRow: {
            "id": own("requisition"),
            "number": f"P-{number}",
            "station_id": station,
            "technician_id": technician,
            "state": "closed",
            "lines": [],
            "issues": [],
            "asked_at": opened,
        },
        SealRow: {
            "id": own("seal"),
            **of_visit,
            "revision": 1,
            "document": "{}",
            "sha256": _sha256(number),
            "device_signature": "",
            "signed_at": arrived,
            "received_at": arrived,
            "chain_no": number + 1,
            "chain_hash": "",
            "chain_previous": "",
            "seal_fits": True,
        },
    }


def _sha256(number: int) -> str:
    return (Company.id(f"past seal {number}").replace("-", "") * 2)[:64]
