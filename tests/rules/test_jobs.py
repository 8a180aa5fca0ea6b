import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.jobs import (
    NEEDED,
    JobClosed,
    JobState,
    LeadNotAmongThem,
    NobodyAssigned,
    NotATechnician,
    assign,
    lacks,
    lead_of,
)

CREW = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4)


def given_to(technicians, *, former=(), lead=None, state=JobState.OPEN, active="abcdef"):
    return assign(
        state,
        former=former,
        technician_ids=technicians,
        lead_id=lead or technicians[0],
        active=frozenset(active),
    )


@given(CREW, CREW)
def test_job_4_exactly_one_leads_and_everybody_goes_once(former, technicians):
    given = given_to(technicians, former=former)
    assert [technician["user_id"] for technician in given.technicians if technician["lead"]] == [technicians[0]]
    assert sorted(technician["user_id"] for technician in given.technicians) == sorted(set(technicians))
    assert lead_of(given.technicians) == technicians[0]


@given(CREW, CREW)
def test_job_7_who_joins_and_who_leaves_is_the_difference(former, technicians):
    given = given_to(technicians, former=former)
    assert set(given.joined) == set(technicians) - set(former)
    assert set(given.left) == set(former) - set(technicians)


def test_job_4_the_lead_must_be_one_of_those_who_go():
    with pytest.raises(LeadNotAmongThem):
        given_to(["a", "b"], lead="c")


def test_only_active_technicians_are_assigned():
    with pytest.raises(NotATechnician) as refused:
        given_to(["a", "z"])
    assert refused.value.detail == {"user_ids": ["z"]}


def test_somebody_must_go():
    with pytest.raises(NobodyAssigned):
        assign(JobState.OPEN, former=(), technician_ids=[], lead_id="a", active=frozenset("a"))


@pytest.mark.parametrize("state", [JobState.SIGNED, JobState.UNSIGNED, JobState.APPROVED])
def test_a_closed_job_is_not_assigned_again(state):
    with pytest.raises(JobClosed):
        given_to(["a"], state=state)


def test_a_job_under_way_stays_under_way_when_somebody_joins():
    assert given_to(["a", "b"], former=["a"], state=JobState.UNDER_WAY).state is JobState.UNDER_WAY


@given(st.sets(st.sampled_from(NEEDED)))
def test_job_2_a_job_names_exactly_what_it_lacks(missing):
    job = {name: None if name in missing else "x" for name in NEEDED}
    assert set(lacks(job)) == missing


def test_job_2_nought_kilometres_are_a_distance():
    assert lacks({**dict.fromkeys(NEEDED, "x"), "distance_km": 0}) == []
