"""What became of a call, a letter or a message (JOB-1)."""

import pytest

from server.rules.contacts import ContactHasJob, Disposed, Disposition, JobOfAnotherStation, answer, clarify, dispatch

NEW = Disposed(Disposition.OPEN, None)
SENT = Disposed(Disposition.DISPATCHED, "job")


def test_job_1_a_contact_is_answered_or_waits_or_leads_to_a_job():
    assert answer(NEW).disposition is Disposition.ANSWERED
    assert clarify(NEW).disposition is Disposition.WAITING
    assert dispatch(NEW, "job", same_station=True) == SENT
    assert answer(clarify(NEW)).disposition is Disposition.ANSWERED
    assert dispatch(answer(NEW), "job", same_station=True) == SENT


def test_job_1_an_answer_after_somebody_was_sent_is_filed_and_they_stay_sent():
    assert answer(SENT) == SENT


def test_job_1_a_contact_leads_to_one_job_of_its_own_station():
    assert dispatch(SENT, "job", same_station=True) == SENT
    with pytest.raises(ContactHasJob):
        dispatch(SENT, "another", same_station=True)
    with pytest.raises(JobOfAnotherStation):
        dispatch(NEW, "job", same_station=False)
    with pytest.raises(ContactHasJob):
        clarify(SENT)
