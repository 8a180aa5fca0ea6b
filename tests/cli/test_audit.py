"""The audit says yes to sound books and names whatever contradicts them."""

import pytest
from sqlalchemy import text

from server.cli import audit_seals
from server.cli.audit import CHECKS
from server.mutations.acting import SYSTEM
from tests.company import NINGBO

AT = "'2026-11-19 05:22:00+00:00'"
HASH = "'" + "0" * 64 + "'"
STOCK = "INSERT INTO stock_balances (id, location, part_id, quantity) VALUES ('van:1:p', 'van:1', 'p', 1)"
SWAP = f"""INSERT INTO swaps
    (id, visit_id, job_id, station_id, part_id, quantity, old_part_id, recorded_by, recorded_at)
    VALUES ('s', 'v', 'j', 'n', 'p', 1, 'nowhere', 'x', {AT})"""
OLD_PART = """INSERT INTO old_parts (id, station_id, quantity, state, holder_kind, holder_id, expected)
    VALUES ('o', 'n', 1, 'with_technician', 'technician', 'x', {true})"""
MOVEMENT = f"""INSERT INTO stock_movements
    (mutation_id, line, from_location, to_location, part_id, quantity, moved_at)
    VALUES ('m', 1, 'a', 'a', 'p', 1, {AT})"""
PHOTO = f"""INSERT INTO photos
    (id, station_id, subject, sha256, size, type, width, height, taken_at, taken_by, state)
    VALUES ('ph', 'n', 'meter', {HASH}, 1, 'image/jpeg', 1, 1, {AT}, 'x', '{{state}}')"""
UPLOAD = f"""INSERT INTO media_upload
    (id, attachment_id, owner_id, sha256, length, "offset", state, folder, created_at, expires_at)
    VALUES ('u', 'ph', 'x', {HASH}, 1, 1, 'verified', 'f', {AT}, {AT})"""

HAND_OVER = """INSERT INTO old_part_hand_overs (id, old_part_id, station_id, giver_id, taker_id, state)
    VALUES ('h', 'o', 'n', 'x', 'y', 'done')"""
WRITE_OFF = f"""INSERT INTO write_offs
    (id, swap_id, job_id, visit_id, station_id, part_id, quantity, waived, closed_by, closed_at)
    VALUES ('w', 's', 'j', 'v', 'n', 'p', 1, {{true}}, 'x', {AT})"""

PLANTED = {
    "PART-1: the movements": [STOCK],
    "PART-1: what all locations": [STOCK],
    "OLD-2: an old part": [OLD_PART],
    "OLD-2: where": [OLD_PART.replace("with_technician", "shipped")],
    "OLD-2: a hand-over": [HAND_OVER],
    "PART-5": [WRITE_OFF],
    "OLD-1": [SWAP],
    "Law 1: nothing is missing": ["INSERT INTO sync_stream (device_id, stream, acked_seq) VALUES ('d', 'main', 3)"],
    "Law 1: every envelope": ["DELETE FROM sync_verdict"],
    "Law 7": [
        "INSERT INTO sync_feed (audience, row_id, table_name, position, op) VALUES ('all', 'r', 't', 9000000000, 'put')"
    ],
    "Law 10": [MOVEMENT],
    "Law 12: every photo": [PHOTO.format(state="verified")],
    "Law 12: every file": [PHOTO.format(state="expected"), UPLOAD],
}


@pytest.fixture
def worked(engines):
    fault = {"fault_id": NINGBO, "fault_class": "body", "name": "漏气", "name_en": "Leak"}
    engines.sync.record(SYSTEM, "fault.add", 1, "fault", fault)
    return engines


def test_sound_books_pass(run, worked):
    answer = run("audit")
    assert answer.exit_code == 0, answer.output
    assert answer.output.count("yes ") == len(CHECKS) + len(audit_seals.SENTENCES)


def test_every_check_has_a_contradiction_that_it_finds():
    for sentence in CHECKS:
        assert sum(sentence.startswith(beginning) for beginning in PLANTED) == 1, sentence


@pytest.mark.parametrize("beginning", PLANTED)
def test_a_contradiction_is_named(run, worked, beginning):
    true = "1" if worked.database.dialect.name == "sqlite" else "true"
    with worked.database.begin() as connection:
        for statement in PLANTED[beginning]:
            connection.execute(text(statement.replace("{true}", true)))
    answer = run("audit")
    assert answer.exit_code == 1
    assert any(line.startswith(f"NO  {beginning}") for line in answer.output.splitlines()), answer.output
