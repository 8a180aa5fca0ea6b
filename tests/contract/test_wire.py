"""The golden files and the server agree."""

import json
from pathlib import Path

import pytest

from server.mutations.application import BODY_SCHEMAS, ENTRIES, LOADED, FieldService
from server.mutations.stock import SWAPPED
from server.rules.checklists import Answered, read_items
from server.rules.tags import check_character, is_tag
from server.rules.visits import Findings, Section, SwapFindings, lacking
from server.visibility.schemas import ROW_SCHEMAS

HERE = Path(__file__).parent


def read(pattern):
    return [json.loads(path.read_text()) for path in sorted(HERE.glob(pattern))]


MUTATIONS = read("mutations/*.json")
ROWS = read("rows/*.json")
CASES = json.loads((HERE / "lacking.json").read_text())["cases"]
TAGS = json.loads((HERE / "tags.json").read_text())


def test_the_golden_mutations_are_the_ones_that_the_server_knows():
    assert {golden["name"] for golden in MUTATIONS} == set(ENTRIES) == set(BODY_SCHEMAS)


@pytest.mark.parametrize("golden", MUTATIONS, ids=lambda golden: golden["name"])
def test_a_golden_mutation_has_the_kind_the_roles_and_a_body_that_the_server_takes(golden):
    entry = ENTRIES[golden["name"]]
    assert (golden["v"], golden["kind"]) == (entry.mutator.v, entry.mutator.kind)
    assert sorted(golden["roles"]) == sorted(entry.roles)
    arguments = entry.mutator.parse(golden["body"])
    assert {key.partition(".")[0] for key, _ in entry.mutator.needs(arguments)} <= {*LOADED, SWAPPED}


@pytest.mark.parametrize("golden", MUTATIONS, ids=lambda golden: golden["name"])
def test_a_body_with_an_unknown_field_is_unreadable_and_says_which(golden):
    with pytest.raises(ValueError, match="surplus: Unknown field"):
        ENTRIES[golden["name"]].mutator.parse({**golden["body"], "surplus": 1})


@pytest.mark.parametrize("golden", MUTATIONS, ids=lambda golden: golden["name"])
def test_a_body_that_lacks_a_field_is_unreadable_and_says_which(golden):
    for name in golden["body"].keys() - set(golden.get("optional", [])):
        body = {key: value for key, value in golden["body"].items() if key != name}
        with pytest.raises(ValueError, match=name):
            ENTRIES[golden["name"]].mutator.parse(body)


@pytest.mark.parametrize("nonsense", [None, [], "text", 1, {"visit_id": "not an id"}], ids=repr)
def test_nonsense_is_unreadable_to_every_mutation(nonsense):
    for entry in ENTRIES.values():
        with pytest.raises(ValueError, match=r"\w"):
            entry.mutator.parse(nonsense)


def test_the_golden_rows_are_the_tables_that_travel():
    assert {golden["table"] for golden in ROWS} == set(ROW_SCHEMAS) == FieldService().tables


@pytest.mark.parametrize("golden", ROWS, ids=lambda golden: golden["table"])
def test_a_golden_row_is_what_its_schema_says_field_by_field(golden):
    schema = ROW_SCHEMAS[golden["table"]]()
    assert schema.validate(golden["row"]) == {}
    assert list(golden["row"]) == list(schema.fields)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_what_is_lacking_before_the_signature(case):
    tags = {old_part["id"]: old_part["tag"] for old_part in case["old_parts"]}
    found = Findings(
        unacknowledged=case.get("unacknowledged", False),
        **{section: case["visit"][section] for section in ("listen", "look", "check", "handle")},
        ended=case["visit"]["ended_at"] is not None,
        photo_subjects=frozenset(photo["subject"] for photo in case["photos"] if photo["state"] != "refused"),
        swaps=[
            SwapFindings(swap["id"], swap["reason"], tags.get(swap["old_part_id"]), swap["no_old_part_reason"])
            for swap in case["swaps"]
        ],
        checklists={
            Section(name): Answered(read_items(done["items"]), done["answers"])
            for name, done in case.get("checklists", {}).items()
        },
    )
    assert [lack.code for lack in lacking(found)] == case["lacking"]


def test_tags_that_fit_and_tags_that_do_not():
    for valid in TAGS["valid"]:
        assert valid["code"] + check_character(valid["code"]) == valid["tag"]
        assert is_tag(valid["tag"])
    assert not any(is_tag(tag) for tag in TAGS["invalid"])
