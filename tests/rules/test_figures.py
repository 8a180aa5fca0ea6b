"""What counts towards a figure, in which period, and when a goal is reached (KPI-1, KPI-2)."""

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.figures import (
    MOST_DAYS,
    NOT_RECORDED,
    Case,
    Figure,
    NoSuchPeriod,
    Period,
    Share,
    Slice,
    back_in_time,
    check_period,
    days_out,
    fixed_first_time,
    is_repeated,
    is_satisfied,
    kept_in_time,
    reaches,
    tally,
    tally_by,
    weeks_of,
)
from server.rules.presets import INITIAL, PresetDoesNotFit, check_preset
from server.rules.sla import Clock, Promise, Start, Unit

GOLDEN = json.loads((Path(__file__).parents[1] / "contract" / "figures.json").read_text(encoding="utf-8"))
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
CASES = st.lists(
    st.builds(
        Case,
        st.sampled_from(Figure),
        DAYS,
        st.booleans(),
        st.sampled_from(("ningbo", "wuhu")),
        st.sampled_from((None, "zhou", "mu")),
        st.sampled_from((None, "body", "engine")),
    ),
    max_size=40,
)


def at(text):
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC)


def day(text):
    return None if text is None else date.fromisoformat(text)


def clock(told):
    return Clock(
        promise=Promise.ON_SITE,
        profile_id="",
        amount=24,
        unit=Unit.HOURS,
        starts=Start.OPENED,
        started_at=None,
        due_at=at(told["due_at"]),
        met_at=at(told["met_at"]),
        paused_at=at(told.get("paused_at")),
        estimated=False,
    )


def each(name):
    return pytest.mark.parametrize("told", GOLDEN[name], ids=lambda told: told.get("case", ""))


@each("kept_in_time")
def test_kpi_1_a_job_is_on_time_when_every_promise_was_kept(told):
    assert kept_in_time(map(clock, told["clocks"]), at(GOLDEN["now"])) is told["counts"]


@each("fixed_first_time")
def test_kpi_2_a_fault_is_fixed_first_time_when_one_visit_was_enough(told):
    assert fixed_first_time(visits=told["visits"], repaired=told["repaired"]) is told["counts"]


@each("is_repeated")
def test_kpi_2_a_fault_that_comes_again_within_the_preset_days_is_a_repeat(told):
    assert is_repeated(at(told["opened_at"]), map(at, told["earlier"]), days=told["days"]) is told["counts"]


@each("is_satisfied")
def test_kpi_1_a_customer_is_satisfied_from_the_preset_score_on(told):
    assert is_satisfied(told["score"], least=told["least"]) is told["counts"]


@each("back_in_time")
def test_kpi_2_an_old_part_is_back_in_time_on_its_due_day_or_before(told):
    assert back_in_time(day(told["due_on"]), day(told["received_on"]), day(told["today"])) is told["counts"]


@each("days_out")
def test_old_4_an_old_part_stands_in_the_stretch_of_days_since_it_came_off(told):
    assert days_out(day(told["removed_on"]), day(told["today"]), [7, 15, 30]) == told["stretch"]


@each("reaches")
def test_kpi_1_a_goal_is_reached_and_a_limit_is_kept_without_rounding(told):
    assert reaches(Figure(told["figure"]), Share(told["count"], told["of"]), told["goal"]) is told["reaches"]


@given(cases=CASES, begins=DAYS, length=st.integers(1, 200))
def test_two_periods_side_by_side_count_each_case_once(cases, begins, length):
    period = Period(begins, begins + timedelta(days=length))
    both = Period(period.before().begins, period.ends)
    apart, whole = (tally(cases, period), tally(cases, period.before())), tally(cases, both)
    for figure in Figure:
        assert Share(sum(one[figure].count for one in apart), sum(one[figure].of for one in apart)) == whole[figure]


@given(cases=CASES)
def test_the_groups_of_a_figure_add_up_to_it(cases):
    year = Period(date(2026, 1, 1), date(2027, 1, 1))
    groups = tally_by(cases, year, lambda case: case.station_id)
    whole = tally(cases, year)
    for figure in Figure:
        assert sum(group[figure].of for group in groups.values()) == whole[figure].of
        assert sum(group[figure].count for group in groups.values()) == whole[figure].count


@given(cases=CASES)
def test_kpi_1_a_slice_keeps_whose_cases_were_asked_for_and_no_others(cases):
    asked = Slice(technician_id="zhou", fault_class="body")
    kept = [case for case in cases if case in asked]
    assert Counter(kept) == Counter(
        case for case in cases if case.technician_id == "zhou" and case.fault_class == "body"
    )
    assert all(case in Slice() for case in cases)


@given(begins=DAYS, length=st.integers(1, 400))
def test_weeks_run_from_monday_to_sunday_without_a_gap_and_cover_the_period(begins, length):
    period = Period(begins, begins + timedelta(days=length))
    weeks = weeks_of(period, least=12)
    assert len(weeks) >= 12
    assert all(week.begins.weekday() == 0 and week.ends - week.begins == timedelta(days=7) for week in weeks)
    assert all(one.ends == other.begins for one, other in pairwise(weeks))
    assert weeks[0].begins <= period.begins
    assert weeks[-1].begins < period.ends <= weeks[-1].ends


@pytest.mark.parametrize("days", [0, -1, MOST_DAYS + 1])
def test_a_period_that_cannot_be_counted_is_refused_with_what_to_do(days):
    with pytest.raises(NoSuchPeriod, match="1 to 400 days"):
        check_period(Period(date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=days)))
    check_period(Period(date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=MOST_DAYS)))


def test_kpi_1_the_goals_begin_as_the_rulebook_says():
    goals = INITIAL["figure_goals"]
    assert (goals["on_time"], goals["satisfied"], goals["complaints"]) == (90, 85, 3)
    assert set(NOT_RECORDED) == {"complaints", "supplier_recovery"}


@pytest.mark.parametrize("wrong", [{}, {"on_time": 90}, {**INITIAL["figure_goals"], "on_time": 101}, 90, None])
def test_kpi_1_goals_are_a_preset_that_is_whole_or_refused(wrong):
    check_preset("figure_goals", {**INITIAL["figure_goals"], "on_time": 95})
    with pytest.raises(PresetDoesNotFit):
        check_preset("figure_goals", wrong)
    check_preset("satisfied_score_least", 5)
    with pytest.raises(PresetDoesNotFit):
        check_preset("satisfied_score_least", 6)
