"""Checklists as data: what is asked, what lacks, what is doubted (VIS-1 to VIS-4, VIS-6)."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.checklists import (
    Answered,
    ChecklistDoesNotFit,
    Item,
    ItemKind,
    When,
    all_normal,
    asked,
    check_items,
    doubts,
    newest_at,
    read_items,
    unanswered,
)
from server.rules.visits import Findings, Section, lacking

GOLDEN = json.loads((Path(__file__).parents[1] / "contract" / "checklists.json").read_text())
LISTS = {name: read_items(items) for name, items in GOLDEN["checklists"].items()}
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-10_000, 10_000),
    st.sampled_from(["joint", "hose", "valve", "black", "p", " "]),
)


@st.composite
def answered(draw):
    items = LISTS[draw(st.sampled_from(sorted(LISTS)))]
    names = [item.id for item in items] + ["ghost"]
    answers = draw(st.dictionaries(st.sampled_from(names), VALUES))
    return Answered(items, answers, frozenset({"p"}))


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["says"])
def test_a_checklist_asks_lacks_doubts_and_takes_one_tap_as_the_golden_file_says(case):
    done = Answered(LISTS[case["checklist"]], case["answers"], frozenset(case["photos"]))
    assert [item.id for item in asked(done)] == case["asked"]
    assert list(unanswered(done)) == case["lacking"]
    assert doubts(done) == case["doubts"]
    assert all_normal(done) == case["normal"]


@given(answered())
def test_vis_6_an_item_that_is_not_asked_never_lacks_and_is_never_doubted(done):
    shown = {item.id for item in asked(done)}
    assert set(unanswered(done)) <= shown
    assert set(doubts(done)) <= shown
    assert set(all_normal(done)) <= shown


@given(answered(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_does_not_matter(done, chance):
    shuffled = list(done.answers.items())
    chance.shuffle(shuffled)
    other = replace(done, answers=dict(shuffled))
    assert (asked(other), unanswered(other), doubts(other)) == (asked(done), unanswered(done), doubts(done))


@given(answered())
def test_one_tap_on_all_normal_changes_no_answer_and_a_second_changes_nothing_that_was_asked(done):
    tapped = all_normal(done)
    after = replace(done, answers={**done.answers, **tapped})
    assert [name for name in tapped if name in unanswered(after)] == []
    assert not set(all_normal(after)) & set(tapped)


@given(answered())
def test_what_is_asked_stays_in_the_order_of_the_checklist(done):
    order = [item.id for item in done.items]
    shown = [item.id for item in asked(done)]
    assert shown == [name for name in order if name in shown]


LEAK = Item("leak", ItemKind.YES_NO)
PLACE = Item("place", ItemKind.CHOICE, when=When("leak", (True,)), options=("joint", "hose"))


@pytest.mark.parametrize(
    "items",
    [
        (LEAK, LEAK),
        (PLACE, LEAK),
        (replace(PLACE, when=When("place", ("joint",))),),
        (LEAK, replace(PLACE, when=When("leak", ("yes",)))),
        (LEAK, replace(PLACE, when=When("leak", ()))),
        (replace(PLACE, when=None, options=()),),
        (replace(PLACE, when=None, options=("joint", "joint")),),
        (replace(LEAK, normal="no"),),
        (Item("pressure", ItemKind.NUMBER, least=9, most=8),),
        (Item("pressure", ItemKind.NUMBER, normal=8),),
        (Item("pressure", ItemKind.NUMBER), Item("note", ItemKind.TEXT, when=When("pressure", (8,)))),
    ],
)
def test_a_checklist_that_nobody_could_answer_is_refused(items):
    with pytest.raises(ChecklistDoesNotFit):
        check_items(items, taken=frozenset())


def test_an_item_of_another_section_keeps_its_name():
    check_items((LEAK, PLACE), taken=frozenset({"belt"}))
    with pytest.raises(ChecklistDoesNotFit, match="name of its own"):
        check_items((LEAK, PLACE), taken=frozenset({"place"}))


def test_a_visit_is_asked_what_was_in_force_when_the_technician_arrived():
    began = datetime(2026, 11, 19, tzinfo=UTC)
    versions = [("first", began, 1), ("second", began + timedelta(days=2), 2)]
    assert newest_at(versions, began - timedelta(seconds=1)) is None
    assert newest_at(versions, began) == "first"
    assert newest_at(versions, began + timedelta(days=2)) == "second"


@pytest.mark.parametrize(
    ("section", "rule"),
    [(Section.LISTEN, "VIS-1"), (Section.LOOK, "VIS-2"), (Section.CHECK, "VIS-3"), (Section.HANDLE, "VIS-4")],
)
def test_vis_6_a_required_item_lacks_under_the_rule_of_its_section(section, rule):
    bare = Findings(
        listen={}, look={}, check={}, handle={}, ended=True, photo_subjects=frozenset(), swaps=(), checklists={}
    )
    done = replace(bare, checklists={section: Answered(LISTS["figures"], {})})
    more = [lack for lack in lacking(done) if lack not in lacking(bare)]
    assert [(lack.code, lack.rule) for lack in more] == [("checklist.pressure", rule)]
