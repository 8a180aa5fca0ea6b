from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.visits import (
    Findings,
    SwapFindings,
    VisitClosed,
    VisitState,
    check_changeable,
    lacking,
    reading_doubt,
)

COMPLETE = Findings(
    listen={"account": "爬坡后气压掉到 6 bar"},
    look={"in_warranty": "yes", "opened_before": "no", "read_km": 186430, "read_h": None},
    check={"fault_id": "f", "cause": None},
    handle={"responsibility": "supplier", "done": "换件", "customer_agrees": True, "use_shown": True},
    ended=True,
    photo_subjects=frozenset({"meter", "fault"}),
    swaps=(SwapFindings("s1", "阀片断裂", "7K4M92G", None),),
)
REQUIRED = [
    ("listen", "account", "VIS-1"),
    ("look", "in_warranty", "VIS-2"),
    ("look", "opened_before", "VIS-2"),
    ("handle", "responsibility", "VIS-4"),
    ("handle", "done", "VIS-4"),
    ("handle", "customer_agrees", "VIS-4"),
    ("handle", "use_shown", "VIS-10"),
]


def codes(found):
    return [lack.code for lack in lacking(found)]


def test_vis_6_a_complete_visit_may_be_signed():
    assert codes(COMPLETE) == []


@pytest.mark.parametrize(("section", "name", "rule"), REQUIRED)
def test_each_required_finding_is_missed_under_its_rule(section, name, rule):
    found = replace(COMPLETE, **{section: {**getattr(COMPLETE, section), name: None}})
    assert [(lack.code, lack.rule) for lack in lacking(found)] == [(f"{section}.{name}", rule)]


def test_vis_2_a_reading_needs_its_photo():
    assert codes(replace(COMPLETE, photo_subjects=frozenset({"fault"}))) == ["look.meter_photo"]


def test_vis_3_a_cause_needs_a_photo_or_a_note():
    bare = replace(COMPLETE, photo_subjects=frozenset({"meter"}))
    assert codes(bare) == ["check.evidence"]
    assert codes(replace(bare, check={"fault_id": None, "cause": "阀片断裂"})) == []


def test_vis_4_a_disagreement_is_recorded_and_not_hidden():
    disagrees = replace(COMPLETE, handle={**COMPLETE.handle, "customer_agrees": False})
    assert codes(disagrees) == ["handle.disagreement"]


def test_vis_5_a_swap_says_why():
    assert codes(replace(COMPLETE, swaps=(SwapFindings("s1", " ", "7K4M92G", None),))) == ["swap.reason:s1"]


def test_vis_6_the_old_part_of_a_swap_is_tagged_or_its_absence_explained():
    untagged = SwapFindings("s1", "阀片断裂", None, None)
    assert codes(replace(COMPLETE, swaps=(untagged,))) == ["swap.old_part:s1"]
    assert codes(replace(COMPLETE, swaps=(replace(untagged, no_old_part_reason="用户自留"),))) == []


def test_vis_6_no_signature_before_the_service_has_ended():
    assert codes(replace(COMPLETE, ended=False)) == ["visit.not_ended"]


@given(st.lists(st.sampled_from(REQUIRED), unique=True), st.booleans())
def test_recording_more_never_makes_more_lacking(missing, ended):
    found = replace(COMPLETE, ended=ended)
    for section, name, _ in missing:
        found = replace(found, **{section: {**getattr(found, section), name: None}})
    before = codes(found)
    assert len(before) == len(missing) + (not ended)
    for section, name, _ in missing:
        found = replace(found, **{section: {**getattr(found, section), name: getattr(COMPLETE, section)[name]}})
        assert set(codes(found)) < set(before)
        before = codes(found)


def test_vis_2_a_lower_reading_is_a_doubt_and_the_same_one_is_not():
    assert reading_doubt(171904, 171905, jump=150_000) == "reading_below_last"
    assert reading_doubt(171905, 171905, jump=150_000) is None
    assert reading_doubt(None, 171905, jump=150_000) is None
    assert reading_doubt(1, None, jump=150_000) is None


def test_vis_2_a_reading_far_above_the_last_is_a_doubt_too():
    assert reading_doubt(321905, 171905, jump=150_000) is None
    assert reading_doubt(321906, 171905, jump=150_000) == "reading_far_above_last"


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(1, 10**6))
def test_vis_2_what_lies_between_the_last_reading_and_the_jump_is_never_doubted(read, last, jump):
    assert (reading_doubt(read, last, jump=jump) is None) == (0 <= read - last <= jump)


def test_vis_2_what_was_opened_says_whether_it_was_tampered_with():
    opened = replace(COMPLETE, look={**COMPLETE.look, "opened_before": "yes"})
    assert codes(opened) == ["look.tampering"]
    assert codes(replace(opened, look={**opened.look, "tampering": "no"})) == []
    tampered = replace(opened, look={**opened.look, "tampering": "yes"})
    assert codes(tampered) == ["look.tampering_evidence"]
    assert codes(replace(tampered, look={**tampered.look, "note": "铅封断了"})) == []
    assert codes(replace(tampered, photo_subjects=COMPLETE.photo_subjects | {"tampering"})) == []


@pytest.mark.parametrize("state", [VisitState.SIGNED, VisitState.UNSIGNED])
def test_vis_7_what_was_signed_no_longer_changes(state):
    with pytest.raises(VisitClosed):
        check_changeable(state)
