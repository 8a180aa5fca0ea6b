"""What was sealed shows every change, one byte of it included (VIS-7)."""

import json
import string
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.keys import BadKeyError, PrivateKey, fits, key_hash, make_private_key
from server.rules.report_document import NotADocumentError, changed_fields, read_document, unlisted
from server.rules.seals import DRAWN, Books, Check, Found, Head, Sealed, does_not_fit, hash_link, verify

GOLDEN = json.loads((Path(__file__).parents[1] / "contract" / "seal.json").read_text())
SEALED = Sealed(**GOLDEN["sealed"])
KEYS = {GOLDEN["server_key"]}
CONTENT = json.loads(SEALED.document)
BOOKS = Books(
    kept=SEALED,
    before=None,
    after=None,
    head=Head(1, SEALED.chain_hash),
    revisions=[SEALED],
    registered={SEALED.device_key},
    drawn={name: CONTENT["signatures"][0][name] for name in DRAWN},
)
TEXTS = [one.name for one in fields(Sealed) if isinstance(getattr(SEALED, one.name), str)]


def broken(sealed, books=None):
    checks = verify(sealed, server_keys=KEYS, books=books).checks
    return {check for check, found in checks.items() if found in (Found.BROKEN, Found.MISSING)}


def test_a_document_signed_by_a_browser_holds():
    assert fits(SEALED.document, SEALED.device_signature, GOLDEN["device"]["public_key"])
    assert key_hash(GOLDEN["device"]["public_key"]) == GOLDEN["device"]["key"]
    assert broken(SEALED) == broken(SEALED, BOOKS) == set()
    assert verify(SEALED, server_keys=KEYS).unchanged


@given(st.data())
def test_vis_7_one_changed_byte_of_any_field_is_found(data):
    name = data.draw(st.sampled_from(TEXTS))
    text = getattr(SEALED, name)
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(string.printable).filter(lambda one: one != text[at]))
    assert broken(replace(SEALED, **{name: text[:at] + other + text[at + 1 :]}))


@given(st.sampled_from(TEXTS), st.data())
def test_vis_7_one_byte_less_or_more_of_any_field_is_found(name, data):
    text = getattr(SEALED, name)
    at = data.draw(st.integers(0, len(text) - 1))
    assert broken(replace(SEALED, **{name: text[:at] + text[at + 1 :]}))
    assert broken(replace(SEALED, **{name: text[:at] + "0" + text[at:]}))


@given(st.integers(-3, 2**40).filter(lambda number: number != 1))
def test_vis_7_another_number_is_found(number):
    assert broken(replace(SEALED, revision=number))
    assert broken(replace(SEALED, chain_no=number))


def test_vis_7_another_predecessor_is_found():
    assert Check.DOCUMENT in broken(replace(SEALED, previous="0" * 64))


@pytest.mark.parametrize("name", ["device_key", "countersignature", "server_key"])
def test_what_is_gone_is_missing(name):
    assert broken(replace(SEALED, **{name: None}))


AROUND = {
    "another head": ({"head": Head(2, SEALED.chain_hash)}, Check.CHAIN),
    "no head": ({"head": None}, Check.CHAIN),
    "something before the first": ({"before": SEALED}, Check.CHAIN),
    "a follower that does not follow": ({"after": replace(SEALED, chain_no=2)}, Check.CHAIN),
    "a key that nobody registered": ({"registered": set()}, Check.DEVICE_SIGNATURE),
    "another row under the id": ({"kept": replace(SEALED, received_at="2026-11-19T06:12:03.121Z")}, Check.BOOKS),
    "no row": ({"kept": None}, Check.BOOKS),
    "no signature": ({"drawn": None}, Check.STROKES),
    "another stroke": ({"drawn": {**BOOKS.drawn, "strokes": [[[1, 1, 0]]]}}, Check.STROKES),
    "a gap in the revisions": ({"revisions": [SEALED, replace(SEALED, revision=3)]}, Check.REVISIONS),
    "a revision twice": ({"revisions": [SEALED, SEALED]}, Check.REVISIONS),
    "it is not among the revisions": ({"revisions": []}, Check.REVISIONS),
}


@pytest.mark.parametrize("says", AROUND)
def test_vis_7_what_does_not_fit_around_the_seal_is_found(says):
    changes, check = AROUND[says]
    assert broken(SEALED, replace(BOOKS, **changes)) == {check}


def test_a_chain_of_two_holds_from_both_ends():
    second = replace(SEALED, chain_no=2, chain_previous=SEALED.chain_hash, revision=2)
    second = replace(second, chain_hash=hash_link(second))
    head = Head(2, second.chain_hash)
    around = replace(BOOKS, after=second, head=head, revisions=[SEALED, second])
    assert broken(SEALED, around) == set()
    assert verify(SEALED, server_keys=KEYS, books=around).newer_revision == 2
    assert Check.CHAIN not in broken(second, replace(BOOKS, before=SEALED, head=head))
    assert Check.CHAIN in broken(second, replace(BOOKS, before=replace(SEALED, received_at="x"), head=head))


def test_a_signature_has_one_text_only():
    *rest, last = SEALED.device_signature
    twins = [one for one in string.ascii_letters + string.digits + "-_" if one != last]
    assert not any(fits(SEALED.document, "".join(rest) + one, SEALED.device_key) for one in twins)
    assert not fits(SEALED.document, SEALED.device_signature + "=", SEALED.device_key)


@pytest.mark.parametrize("text", ["", "no key", "AAAA", "é", "0" * 44])
def test_what_is_no_key_signs_and_verifies_nothing(text):
    with pytest.raises(BadKeyError, match="cli init"):
        PrivateKey(text)
    assert not fits("x", "AAAA", text)
    assert not fits("x", text, SEALED.device_key)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_a_key_signs_fits_that_key_and_no_other(message):
    key, other = PrivateKey(make_private_key()), PrivateKey(make_private_key())
    signature = key.sign(message)
    assert fits(message, signature, key.public)
    assert not fits(f"{message}.", signature, key.public)
    assert not fits(message, signature, other.public)


def test_vis_7_a_seal_is_compared_with_what_was_signed():
    document = read_document(SEALED.document)
    ids = {"visit": SEALED.visit_id, "job": CONTENT["job"]["id"], "signature": SEALED.id}
    sent = (document, SEALED.document, SEALED.device_signature)
    drawn = BOOKS.drawn
    assert does_not_fit(*sent, registered_key=SEALED.device_key, ids=ids, drawn=drawn) == []
    assert does_not_fit(*sent, registered_key=None, ids={**ids, "job": "x"}, drawn={**drawn, "width": 1}) == [
        "job",
        "width",
        "key",
    ]
    assert does_not_fit(None, "{}", "", registered_key=SEALED.device_key, ids=ids, drawn=drawn) == [
        "document",
        "device_signature",
    ]


def test_what_is_no_report_is_not_read_and_says_where():
    for name in CONTENT:
        text = json.dumps({**CONTENT, name: 1.5}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        with pytest.raises(NotADocumentError):
            read_document(text)
    for name in CONTENT:
        less = {key: value for key, value in CONTENT.items() if key != name}
        with pytest.raises(NotADocumentError, match=name):
            read_document(json.dumps(less, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


def test_vis_7_what_the_office_changed_is_named_field_by_field():
    swap = CONTENT["swaps"][0]
    books = {
        "job": {**CONTENT["job"], "phone": "1", "number": "NB-1"},
        "unit": {"plate": "2"},
        "look": {**CONTENT["look"], "learnt_since": True},
        "swaps": [{"id": swap["id"], "quantity": 2, "undone": True}, {"id": "another", "quantity": 1}],
    }
    assert changed_fields(CONTENT, books) == ["job.number", "job.phone", "swap.quantity", "swap.undone", "unit.plate"]
    unnumbered = {**CONTENT, "job": {**CONTENT["job"], "number": None}}
    assert "job.number" not in changed_fields(unnumbered, books)
    assert changed_fields(CONTENT, {}) == []


def test_job_7_what_the_document_does_not_list_came_late():
    listed = CONTENT["swaps"][0]["id"]
    assert unlisted(CONTENT, swaps=[listed, "s2"], photos=["p2"]) == [
        {"table": "swap", "id": "s2"},
        {"table": "photo", "id": "p2"},
    ]
