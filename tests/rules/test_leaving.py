"""Stated times, outings that follow one another, and who gets an open job."""

from datetime import UTC, datetime, timedelta

import pytest

from server.rules.job_offers import JobTaken, OfferState, check_open, settled
from server.rules.jobs import JobState, after_report, after_report_back
from server.rules.report_backs import LeavingOutcome, comes_again
from server.rules.visit_times import TimeInTheFuture, check_stated

NOW = datetime(2026, 11, 19, 5, 22, tzinfo=UTC)


def test_vis_15_a_time_that_has_not_come_cannot_be_stated():
    check_stated(NOW, recorded_at=NOW)
    with pytest.raises(TimeInTheFuture):
        check_stated(NOW + timedelta(minutes=1), recorded_at=NOW)


def test_vis_12_waiting_for_parts_means_another_outing():
    assert [comes_again(outcome) for outcome in LeavingOutcome] == [False, True, True]


@pytest.mark.parametrize("reported", [JobState.SIGNED, JobState.UNSIGNED, JobState.APPROVED, JobState.ENDED])
def test_job_7_a_job_that_waits_for_its_next_outing_is_not_closed_by_the_last_ones_report(reported):
    assert after_report(JobState.ASSIGNED, reported, is_newest=True) is JobState.ASSIGNED
    assert after_report(JobState.ENDED, reported, is_newest=True) is reported


def test_job_7_the_report_of_an_earlier_outing_moves_nothing():
    assert after_report(JobState.UNDER_WAY, JobState.APPROVED, is_newest=False) is JobState.UNDER_WAY


def test_job_7_one_word_on_leaving_brings_the_job_back_to_the_planned_ones_and_another_takes_it_away_again():
    again = after_report_back(JobState.SIGNED, JobState.SIGNED, again=True, is_newest=True)
    assert again is JobState.ASSIGNED
    assert after_report_back(again, JobState.SIGNED, again=False, is_newest=True) is JobState.SIGNED
    assert after_report_back(JobState.UNDER_WAY, JobState.SIGNED, again=True, is_newest=False) is JobState.UNDER_WAY


def test_vis_12_only_an_open_job_can_be_asked_for():
    check_open(JobState.OPEN)
    with pytest.raises(JobTaken):
        check_open(JobState.ASSIGNED)
    assert settled("zhou", ["zhou", "mu"]) is OfferState.GIVEN
    assert settled("zhou", ["mu"]) is OfferState.PASSED
