"""What a write-off waits for, as the golden file says that devices read too (PART-5)."""

import json
from pathlib import Path

import pytest

from server.rules.old_parts import CAME_BACK, OldPartState
from server.rules.write_offs import waits_for

GOLDEN = json.loads((Path(__file__).parents[1] / "contract" / "write_offs.json").read_text())


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["says"])
def test_part_5_a_write_off_waits_for_what_is_not_there(case):
    there = {name: case[name] for name in ("signed", "accepted_unsigned", "approved", "received", "waived")}
    assert list(waits_for(**there)) == case["waits_for"]


def test_part_5_an_old_part_is_back_once_a_clerk_has_signed_for_it():
    assert {state.value: state in CAME_BACK for state in OldPartState} == GOLDEN["came_back"]
