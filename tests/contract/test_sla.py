"""The clocks of a job are the same on the server and on a device: both read these cases (JOB-3)."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server.rules.calendar_presets import YEARS
from server.rules.calendars import CalendarYear
from server.rules.sla import (
    Asked,
    Milestone,
    MilestoneKind,
    Profile,
    Promise,
    Start,
    Term,
    Unit,
    clocks_of,
    course_of,
)
from server.rules.sla_presets import PROFILES
from server.visibility.fields import moment
from server.visibility.schemas.sla import CalendarYearRowSchema, SlaProfileRowSchema

GOLDEN = json.loads((Path(__file__).parent / "sla.json").read_text())
ENDED = {"ended", "signed", "unsigned", "approved"}
ASKED = tuple(Asked.__dataclass_fields__)


def at(text):
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC)


def calendar_of(rows):
    return {
        int(row["id"]): CalendarYear(
            int(row["id"]),
            row["begins_min"],
            row["ends_min"],
            frozenset(map(date.fromisoformat, row["days_off"])),
            frozenset(map(date.fromisoformat, row["days_on"])),
            row["published"],
        )
        for row in rows
    }


def term_of(term):
    return Term(Promise(term["promise"]), term["amount"], Unit(term["unit"]), Start(term["starts"]))


def profiles_of(case):
    if case["profiles"] != "house":
        return [Profile("", tuple(map(term_of, case["profiles"])))]
    asks = ("fault_class", "urgency", "equipment_kind", "contract", "repair_size", "supplier_involved")
    return [
        Profile(
            row["id"],
            tuple(map(term_of, row["terms"])),
            **{name: row[name] for name in (*asks, "min_km", "max_km")},
        )
        for row in GOLDEN["house"]
    ]


def course(case):
    job, visits = case["job"], case["visits"]
    ends = [at(visit["ended_at"]) for visit in visits if visit["ended_at"]]
    return course_of(
        opened_at=at(job["opened_at"]),
        dispatched_at=at(job["dispatched_at"]),
        arrivals=[at(visit["arrived_at"]) for visit in visits if visit["arrived_at"]],
        repaired_at=max(ends, default=None) if job["state"] in ENDED else None,
        milestones=[Milestone(MilestoneKind(one["kind"]), at(one["at"])) for one in case["milestones"]],
    )


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["says"])
def test_job_3_the_clocks_of_a_job(case):
    clocks = clocks_of(
        course(case),
        Asked(**{name: case["job"].get(name) for name in ASKED}),
        profiles_of(case),
        calendar_of(GOLDEN["calendars"][case["calendar"]]),
        ZoneInfo(case["zone"]),
    )
    told = [
        {
            **({"profile_id": clock.profile_id} if clock.profile_id else {}),
            "promise": clock.promise.value,
            **{name: moment(getattr(clock, name)) for name in ("started_at", "due_at", "met_at", "paused_at")},
            "estimated": clock.estimated,
        }
        for clock in clocks
    ]
    assert told == case["clocks"]


def test_the_house_of_the_cases_is_the_house_that_an_installation_begins_with():
    rows = [{"id": one["profile_id"], "revision": 1, **one} for one in PROFILES]
    for row in rows:
        del row["profile_id"]
    assert rows == GOLDEN["house"]
    assert all(SlaProfileRowSchema().validate(row) == {} for row in rows)
    years = [{"id": str(one["year"]), "revision": 1, **one} for one in YEARS]
    for row in years:
        del row["year"]
    assert years == GOLDEN["calendars"]["china"]
    assert all(CalendarYearRowSchema().validate(row) == {} for row in years)
