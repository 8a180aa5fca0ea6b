"""The claim policy: what is obligatory is asked for, what only predicts a refusal is not (VIS-6)."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.evidence import PHOTOGRAPHED, EvidenceName, Shown, is_claim_policy, lacking_evidence
from server.rules.presets import INITIAL, PresetDoesNotFit, UnknownPreset, check_preset

CONTRACT = Path(__file__).parents[1] / "contract"
CASES = json.loads((CONTRACT / "evidence.json").read_text())["cases"]
COUNTS = st.integers(0, 3)
LINES = st.lists(
    st.fixed_dictionaries(
        {"evidence": st.sampled_from([*EvidenceName]).map(str), "photos": COUNTS, "obligatory": st.booleans()}
    ),
    max_size=7,
    unique_by=lambda line: line["evidence"],
)
SHOWN = st.builds(
    Shown,
    photos=st.dictionaries(st.sampled_from([*EvidenceName]).map(str), COUNTS),
    old_parts=st.dictionaries(st.sampled_from(["o1", "o2"]), COUNTS),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_vis_6_the_obligatory_evidence_of_the_policy_is_missed(case):
    shown = Shown(photos=case["photos"], old_parts=case["old_parts"])
    assert [lack.code for lack in lacking_evidence(case["policy"], shown)] == case["lacking"]


@given(LINES, SHOWN)
def test_vis_6_what_is_not_obligatory_never_locks_the_signature(policy, shown):
    advice = [{**line, "obligatory": False} for line in policy]
    assert lacking_evidence(advice, shown) == ()


@given(LINES, SHOWN)
def test_vis_6_one_more_photo_of_everything_never_makes_more_lack(policy, shown):
    more = Shown(
        photos={name: shown.photos.get(name, 0) + 1 for name in map(str, EvidenceName)},
        old_parts={part: count + 1 for part, count in shown.old_parts.items()},
    )
    assert set(lacking_evidence(policy, more)) <= set(lacking_evidence(policy, shown))


@given(LINES)
def test_vis_6_what_the_house_can_make_obligatory_are_photos(policy):
    lacks = lacking_evidence(policy, Shown(photos={}, old_parts={"o": 0}))
    assert {lack.code for lack in lacks} <= {f"evidence.{name}" for name in PHOTOGRAPHED}


@given(LINES)
def test_every_policy_of_known_lines_can_be_set(policy):
    assert is_claim_policy(policy)


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        {},
        ["nameplate"],
        [{"evidence": "nameplate", "photos": 1}],
        [{"evidence": "aura", "photos": 1, "obligatory": True}],
        [{"evidence": "result", "photos": -1, "obligatory": True}],
        [{"evidence": "result", "photos": True, "obligatory": True}],
        [{"evidence": "result", "photos": 1, "obligatory": 1}],
        [{"evidence": ["result"], "photos": 1, "obligatory": True}],
        [{"evidence": "result", "photos": 1, "obligatory": True}] * 2,
    ],
    ids=repr,
)
def test_a_policy_that_the_rule_could_not_read_is_refused(nonsense):
    with pytest.raises(PresetDoesNotFit):
        check_preset("claim_policy", nonsense)


def test_the_house_begins_with_presets_that_fit():
    for name in ("claim_policy", "signers_most", "signature_min_strokes", "signature_min_percent"):
        check_preset(name, INITIAL[name])


def test_a_preset_that_nobody_reads_is_refused():
    with pytest.raises(UnknownPreset):
        check_preset("colour_of_the_sky", 1)


@pytest.mark.parametrize("file", ["presets.json", "old_part_presets.json", "house_presets.json"])
def test_the_device_begins_with_the_same_presets(file):
    golden = json.loads((CONTRACT / file).read_text())
    assert golden == {name: INITIAL[name] for name in golden}
