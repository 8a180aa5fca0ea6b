"""The rules of safety on site and of escalation (VIS-9, VIS-13)."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.escalations import (
    AlreadyAnswered,
    AnswerMissing,
    Decision,
    EscalationState,
    answer_due_at,
    check_answer,
)
from server.rules.safety import (
    EmptyNotice,
    IncidentClosed,
    IncidentState,
    agreement_on,
    check_close,
    is_unacknowledged,
    next_version,
)

CASES = json.loads((Path(__file__).parents[1] / "contract/safety.json").read_text("utf-8"))
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize("case", CASES["agreements"], ids=lambda case: case["says"])
def test_vis_13_an_agreement_covers_the_days_up_to_its_end(case):
    until = case["until"] and date.fromisoformat(case["until"])
    assert agreement_on(date.fromisoformat(case["day"]), on_file=case["on_file"], until=until) == case["agreement"]


@pytest.mark.parametrize("case", CASES["acknowledgements"], ids=lambda case: case["says"])
def test_vis_13_a_notice_is_asked_for_until_it_was_acknowledged(case):
    assert is_unacknowledged(case["notice_id"], case["acknowledged"]) is case["unacknowledged"]


@given(DAYS, DAYS)
def test_vis_13_an_agreement_that_has_run_out_stays_so(day, until):
    found = agreement_on(day, on_file=True, until=until)
    assert (found == "expired") == (day > until)
    assert agreement_on(day + timedelta(days=1), on_file=True, until=until) != "on_file" or found == "on_file"


def test_vis_13_other_words_are_another_version_and_no_words_are_none():
    assert next_version(None, "戴安全帽", "") == 1
    assert next_version((3, "戴安全帽", ""), "戴安全帽", "") == 3
    assert next_version((3, "戴安全帽", ""), "戴安全帽", "Helmet") == 4
    with pytest.raises(EmptyNotice):
        next_version(None, " \n", "Helmet")


def test_vis_13_an_incident_is_closed_once():
    check_close(IncidentState.OPEN)
    with pytest.raises(IncidentClosed):
        check_close(IncidentState.CLOSED)


def test_vis_9_an_answer_is_due_so_many_minutes_after_the_manager_has_it():
    raised = datetime(2026, 11, 19, 23, 45, tzinfo=UTC)
    assert answer_due_at(raised, 30) == datetime(2026, 11, 20, 0, 15, tzinfo=UTC)


@given(st.sampled_from(Decision), st.text())
def test_vis_9_agreeing_needs_no_words_and_anything_else_does(decision, answer):
    unsaid = decision is not Decision.AGREED and not answer.strip()
    if unsaid:
        with pytest.raises(AnswerMissing):
            check_answer(EscalationState.OPEN, decision, answer)
    else:
        check_answer(EscalationState.OPEN, decision, answer)
    with pytest.raises(AlreadyAnswered):
        check_answer(EscalationState.ANSWERED, decision, answer)
