"""The sync protocol over HTTP: statuses, limits and shapes (the golden files in tests/contract/protocol)."""

import gzip
import json
import tracemalloc
import zlib
from pathlib import Path

import pytest

from server.api.access import BODY_LIMIT
from server.api.sync import PUSH_LIMIT
from server.visibility.rows import ROW_CLASSES
from tests.company import HEADER, signed_in

PROTOCOL = Path(__file__).parents[1] / "contract" / "protocol"
LONG_FOR_AN_ADDRESS = 1_000
JSON_GZIP = {**HEADER, "Content-Type": "application/json", "Content-Encoding": "gzip"}


def golden(name):
    return json.loads((PROTOCOL / name).read_text(encoding="utf-8"))


@pytest.fixture
def device(app, people):
    return signed_in(app, "technician@ningbo")


def request_of(device, *seqs, **changes):
    envelope = golden("push_request.json")["mutations"][0]
    mutations = [
        {**envelope, "seq": seq, "mutation_id": f"019a9c3e-7b10-7000-8000-{seq:012}", **changes} for seq in seqs
    ]
    return {"device_id": device.id, "stream": "main", "epoch": "e1", "mutations": mutations}


def push(device, *seqs, **changes):
    return device.post("/api/sync/v1/push", request_of(device, *seqs, **changes))


def test_the_golden_push_is_taken_in_and_answered_in_the_golden_shape(device):
    answer = device.post("/api/sync/v1/push", {**golden("push_request.json"), "device_id": device.id})
    assert answer.status_code == 200
    assert answer.json["acked_seq"] == 2
    assert answer.json.keys() == golden("push_answer.json").keys()
    assert answer.json["results"][0].keys() == golden("push_answer.json")["results"][0].keys()


def test_pull_and_manifest_answer_in_the_golden_shape(device):
    assert device.get("/api/sync/v1/pull").json.keys() == golden("pull_answer.json").keys()
    assert device.get("/api/sync/v1/manifest").json.keys() == golden("manifest_answer.json").keys()


def test_an_app_that_knows_every_table_comes_back_with_its_cursor(device):
    tables = ",".join(sorted(ROW_CLASSES))
    first = device.get("/api/sync/v1/pull", query_string={"tables": tables, "limit": 1}).json
    assert len(first["cursor"]) < LONG_FOR_AN_ADDRESS
    again = {"tables": tables, "limit": 1, "cursor": first["cursor"]}
    assert device.get("/api/sync/v1/pull", query_string=again).status_code == 200


def test_nothing_in_a_mutation_is_a_reason_for_a_4xx(device):
    odd = {
        "name": "no.such_thing",
        "v": 99,
        "lane": "?",
        "body": "not json",
        "device_time": "yesterday",
        "sha256": "0" * 64,
    }
    answer = push(device, 1, **odd)
    assert (answer.status_code, answer.json["acked_seq"]) == (200, 1)


def test_an_empty_push_asks_what_the_server_has(device):
    push(device, 1, 2)
    assert push(device).json["acked_seq"] == 2


def test_a_gap_is_answered_with_the_number_that_is_expected(device):
    push(device, *range(1, 6))
    answer = push(device, 7)
    assert answer.status_code == 409
    assert answer.json == golden("problems.json")["409_gap"]


def test_a_number_used_before_with_other_content_is_a_conflict(device):
    push(device, *range(1, 7))
    answer = push(device, 6, body="{}", sha256="1" * 64)
    assert answer.status_code == 409
    assert answer.json == golden("problems.json")["409_seq_conflict"]


def test_a_cursor_of_another_life_of_the_server_means_load_again(app, device):
    cursor = device.get("/api/sync/v1/pull").json["cursor"]
    app.extensions["truckroll"].sync.raise_epoch()
    answer = device.get("/api/sync/v1/pull", query_string={"cursor": cursor})
    assert answer.status_code == 409
    assert answer.json == golden("problems.json")["409_reset"]


def test_without_a_token_the_device_signs_in_again_and_keeps_everything(device):
    device.client.delete_cookie("truckroll_device")
    for answer in (push(device, 1), device.get("/api/sync/v1/pull")):
        assert answer.status_code == 401
        assert answer.json == golden("problems.json")["401"]


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 0},
        {"seq": "1"},
        {"seq": 1.5},
        {"seq": True},
        {"seq": 2**53},
        {"v": 2**31},
        {"mutation_id": "ABC"},
        {"body": {"a": 1}},
        {"body": None},
        {"sha256": "xyz"},
        {"unheard_of": 1},
    ],
    ids=str,
)
def test_what_is_not_an_envelope_is_malformed_and_the_answer_names_the_field(device, change):
    answer = push(device, 1, **change)
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")
    assert answer.json["message"].startswith(f"mutations.0.{next(iter(change))}: ")
    assert push(device).json["acked_seq"] == 0


@pytest.mark.parametrize(
    ("content", "type_", "status", "code"),
    [
        (b"{", "application/json", 400, "malformed"),
        (b'{"a": NaN}', "application/json", 400, "malformed"),
        (b"\xff\xfe", "application/json", 400, "malformed"),
        (b"", "application/json", 400, "malformed"),
        (b"[]", "application/json", 400, "malformed"),
        (b"{}", "text/plain", 415, "unsupported_media_type"),
    ],
)
def test_what_is_not_json_is_refused(device, content, type_, status, code):
    answer = device.client.post("/api/sync/v1/push", data=content, content_type=type_, headers=HEADER)
    assert (answer.status_code, answer.json["code"]) == (status, code)


def test_too_many_mutations_are_to_be_halved(device):
    assert push(device, *range(1, 201)).status_code == 200
    answer = push(device, *range(201, 402))
    assert answer.status_code == 413
    assert answer.json == golden("problems.json")["413"]


def test_too_long_a_body_is_to_be_halved(device):
    answer = push(device, 1, body="x" * PUSH_LIMIT)
    assert answer.status_code == 413
    assert answer.json == golden("problems.json")["413"]


def test_vis_7_the_longest_signature_fits_with_its_seal(device):
    strokes = json.dumps([[[1200, 480, 180_000]] * 20_000])
    body = json.dumps({"strokes": strokes, "seal": {"document": json.dumps({"signatures": [strokes]})}})
    assert push(device, 1, body=body).status_code == 200


def test_a_push_may_travel_as_gzip(device):
    content = gzip.compress(json.dumps(request_of(device, 1)).encode())
    answer = device.client.post("/api/sync/v1/push", data=content, headers=JSON_GZIP)
    assert (answer.status_code, answer.json["acked_seq"]) == (200, 1)


def test_a_gzip_bomb_ends_at_the_limit(device):
    bomb = gzip.compress(b" " * (64 * 1024 * 1024))
    assert len(bomb) < 100_000
    tracemalloc.start()
    answer = device.client.post("/api/sync/v1/push", data=bomb, headers=JSON_GZIP)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * 1024 * 1024
    assert answer.status_code == 413
    assert answer.json == golden("problems.json")["413"]


def test_gzip_that_was_cut_off_or_is_none_is_malformed(device):
    whole = gzip.compress(json.dumps(request_of(device, 1)).encode())
    for content, code in ((whole[:-9], "cut_off"), (b"not gzip at all", "malformed")):
        answer = device.client.post("/api/sync/v1/push", data=content, headers=JSON_GZIP)
        assert (answer.status_code, answer.json["code"]) == (400, code)


def test_another_encoding_is_refused(device):
    headers = {**JSON_GZIP, "Content-Encoding": "br"}
    assert device.client.post("/api/sync/v1/push", data=b"x", headers=headers).status_code == 415


def test_long_answers_travel_as_gzip_to_those_who_can_read_it(device):
    push(device, *range(1, 60))
    asked = {"Accept-Encoding": "gzip"}
    squeezed = device.client.get("/api/sync/v1/pull", headers=asked)
    plain = device.client.get("/api/sync/v1/pull")
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert json.loads(zlib.decompress(squeezed.data, 31))["changes"] == plain.json["changes"]
    assert len(squeezed.data) * 3 < len(plain.data)
    assert "Content-Encoding" not in device.client.get("/healthz", headers=asked).headers


def test_a_bundle_from_a_dying_phone_goes_into_quarantine(device):
    bundle = json.dumps({"device_id": device.id, "user_id": "?", "envelopes": []})
    answer = device.post("/api/sync/v1/rescue", {"bundle": bundle})
    assert answer.status_code == 202
    assert answer.json["bundle_id"]


def test_a_bundle_may_be_longer_than_a_push(device):
    assert device.post("/api/sync/v1/rescue", {"bundle": "x" * (4 * BODY_LIMIT)}).status_code == 202
