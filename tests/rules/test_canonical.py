"""Canonical JSON is one text for one value, the same in both languages (VIS-7)."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.canonical import LARGEST_INTEGER, NotCanonicalError, canonical, read_canonical

GOLDEN = json.loads((Path(__file__).parents[1] / "contract" / "canonical.json").read_text())
WHOLE_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | WHOLE_TEXT,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(WHOLE_TEXT, inner, max_size=5),
    max_leaves=25,
)


def value_of(case):
    if "json" in case:
        return json.loads(case["json"])
    if "built" in case:
        return {"note": case["built"]["text"] * case["built"]["times"]}
    return case["value"]


def test_there_are_cases_enough():
    assert len(GOLDEN["cases"]) >= 44


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["says"])
def test_vis_7_a_value_has_this_text_and_this_hash(case):
    text = canonical(value_of(case))
    assert hashlib.sha256(text.encode()).hexdigest() == case["sha256"]
    assert text == case.get("text", text)
    assert len(text.encode()) == case.get("bytes", len(text.encode()))
    assert read_canonical(text) == value_of(case)


@pytest.mark.parametrize("case", GOLDEN["refused"], ids=lambda case: case["says"])
def test_what_devices_would_not_agree_on_is_refused(case):
    with pytest.raises(NotCanonicalError, match=r"\w"):
        canonical(json.loads(case["json"]))


@given(VALUES)
def test_reading_and_writing_again_changes_nothing(value):
    text = canonical(value)
    assert read_canonical(text) == value
    assert canonical(json.loads(text)) == text


@given(st.dictionaries(WHOLE_TEXT, VALUES), st.randoms())
def test_the_order_of_the_names_does_not_matter(value, random):
    names = list(value)
    random.shuffle(names)
    assert canonical({name: value[name] for name in names}) == canonical(value)


@given(VALUES, VALUES)
def test_two_values_share_a_text_only_if_they_are_equal(one, other):
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (canonical(one) == canonical(other)) == same


@pytest.mark.parametrize(
    "text", ['{"b":1,"a":2}', '{"a": 1}', '{"a":1,"a":1}', "[1,]", "", '"\\u4e2d"', "1.0", "[" * 9999]
)
def test_another_text_of_a_value_is_not_read(text):
    with pytest.raises(NotCanonicalError):
        read_canonical(text)


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), b"bytes", {1: 2}, object(), {"a": {1}}], ids=lambda value: type(value).__name__
)
def test_what_json_does_not_know_is_refused(value):
    with pytest.raises(NotCanonicalError):
        canonical(value)
