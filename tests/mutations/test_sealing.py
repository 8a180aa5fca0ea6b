"""A signature seals: what was signed is kept byte for byte, chained and countersigned for ever (VIS-7, law 11)."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from server.rules.canonical import canonical
from server.rules.keys import PrivateKey, make_private_key
from server.rules.seals import Check, Found, hash_text, verify
from server.tables.discrepancies import DiscrepancyRow
from server.tables.reports import ReportRow
from server.tables.seals import sealed_of
from server.tables.signatures import SignatureRow
from server.tables.visits import VisitRow
from tests.mutations.house import (
    DISPATCHER,
    MANAGER,
    MU,
    SIGNATURE,
    VISIT,
    ZHOU,
    Phone,
    body_of,
    discrepancy_codes,
    golden_id,
)
from tests.sealing import OTHER_SIGNER, SECOND, audited, broken, document_of, enrol, sealed_by, seals, sign, verified

THIRD = golden_id(92)


def test_vis_7_what_the_customer_saw_is_stored_byte_for_byte(served, key):
    document = document_of(body_of("visit.sign"))
    assert served.phone(ZHOU).record("visit.sign", seal=sealed_by(key, document)).verdict == "applied"
    (row,) = seals(served)
    assert row.document == canonical(document)
    assert (row.id, row.revision, row.chain_no, row.seal_fits) == (SIGNATURE, 1, 1, True)
    assert row.device_key == key.public
    found = verified(served, sealed_of(row))
    assert found.unchanged
    assert (broken(found), found.newer_revision, found.parallel) == (set(), None, False)


def test_vis_7_the_phone_gets_the_seal(signed):
    seen = signed.phone(MU).pull()["seal", SECOND]
    assert (seen["revision"], seen["chain_no"], seen["seal_fits"]) == (2, 2, True)
    assert seen["sha256"] == hash_text(seen["document"])


def test_vis_7_another_signer_makes_a_revision_and_the_old_one_stays(signed):
    first, second = seals(signed)
    assert (second.revision, second.previous) == (2, first.sha256)
    assert verified(signed, sealed_of(first)).newer_revision == 2
    assert verified(signed, sealed_of(first)).unchanged
    assert verified(signed, sealed_of(second)).unchanged


def test_vis_7_a_correction_is_a_new_revision_that_is_signed_again(served, key):
    sign(served, ZHOU, key)
    served.phone(MANAGER).record("report.send_back", reason="缺照片")
    served.later(minutes=5)
    (first,) = seals(served)
    assert sign(served, ZHOU, key, first.document, signature_id=SECOND).verdict == "applied"
    assert [row.revision for row in seals(served)] == [1, 2]
    assert seals(served)[0].document == first.document


def test_vis_7_two_who_sign_offline_at_the_same_time_both_stay_in_the_servers_order(served, key):
    theirs = enrol(served, MU)
    sign(served, ZHOU, key)
    result = sign(served, MU, theirs, **OTHER_SIGNER)
    assert result.code == "sealed_in_parallel"
    detail = served.row(DiscrepancyRow, result.detail["discrepancy_id"]).detail
    assert detail == {"revision": 2, "signed_as": 1}
    first, second = seals(served)
    assert (first.revision, second.revision, second.previous) == (1, 2, None)
    assert verified(served, sealed_of(second)).parallel
    assert verified(served, sealed_of(second)).unchanged


def test_a_device_without_a_key_signs_without_a_seal(served):
    assert served.phone(ZHOU).record("visit.sign").verdict == "applied"
    assert seals(served) == []
    assert served.row(VisitRow, VISIT).state == "signed"


def test_an_app_of_last_month_knows_no_seal_and_signs(served):
    body = {name: value for name, value in body_of("visit.sign").items() if name != "seal"}
    assert served.phone(ZHOU).record("visit.sign", body=body).verdict == "applied"


def test_a_rescued_phone_is_known_by_its_key(served, key):
    served.phone(ZHOU).device_id, served.phone(ZHOU).seq = "rescue:019a9c3e", 0
    assert sign(served, ZHOU, key).verdict == "applied"
    assert seals(served)[0].device_key == key.public


STRANGER = PrivateKey(make_private_key())
DO_NOT_FIT = {
    "strokes": lambda key, body: sealed_by(key, document_of({**body, "strokes": [[[1, 2, 3]]]})),
    "signer_name": lambda key, body: sealed_by(key, document_of({**body, "signer_name": "别人"})),
    "visit": lambda key, body: sealed_by(key, document_of({**body, "visit_id": THIRD})),
    "signature": lambda key, body: sealed_by(key, document_of({**body, "signature_id": THIRD})),
    "document": lambda key, body: sealed_by(key, json.dumps(document_of(body), ensure_ascii=False)),
    "key": lambda key, body: sealed_by(STRANGER, document_of(body)),
    "device_signature": lambda key, body: {
        **sealed_by(key, document_of(body)),
        "device_signature": STRANGER.sign(canonical(document_of(body))),
    },
}


@pytest.mark.parametrize("why", DO_NOT_FIT)
def test_vis_7_a_seal_that_does_not_fit_is_kept_as_it_came_and_a_person_settles_it(served, key, why):
    sent = DO_NOT_FIT[why](key, body_of("visit.sign"))
    result = served.phone(ZHOU).record("visit.sign", seal=sent)
    assert result.code == "seal_does_not_fit"
    assert why in served.row(DiscrepancyRow, result.detail["discrepancy_id"]).detail["why"]
    (row,) = seals(served)
    assert (row.document, row.device_signature, row.seal_fits) == (sent["document"], sent["device_signature"], False)
    assert served.row(SignatureRow, SIGNATURE) is not None
    assert served.row(VisitRow, VISIT).state == "signed"
    assert not verified(served, sealed_of(row)).unchanged


def test_vis_7_what_the_office_changed_meanwhile_is_named_and_the_signature_stays_valid(served, key):
    changes = {"phone": {"from": "138 0574 2261", "to": "138 0574 2299"}}
    served.phone(DISPATCHER).record("job.edit", changes=changes)
    assert sign(served, ZHOU, key).verdict == "applied"
    assert served.row(ReportRow, VISIT).signed_stale == ["job.phone"]
    assert verified(served, sealed_of(seals(served)[0])).unchanged


def test_vis_7_what_the_office_changes_later_is_named_until_it_is_as_signed_again(signed):
    assert signed.row(ReportRow, VISIT).signed_stale is None
    there = {"site_address": {"from": "宁波市东港路 18 号停车场", "to": "北仑"}}
    back = {"site_address": {"from": "北仑", "to": "宁波市东港路 18 号停车场"}}
    signed.phone(DISPATCHER).record("job.edit", changes=there)
    assert signed.phone(MANAGER).pull()["report", VISIT]["signed_stale"] == ["job.site_address"]
    signed.phone(DISPATCHER).record("job.edit", changes=back)
    assert signed.row(ReportRow, VISIT).signed_stale is None


def test_job_7_late_items_of_a_second_technician_are_stored_and_the_report_lists_them(signed):
    late = {"swap_id": golden_id(93), "new_serial": None, "old_part": None, "no_old_part_reason": "没有拆下"}
    assert signed.phone(MU).record("swap.record", **late).code == "changed_after_signature"
    signed.phone(MU).record("photo.attach", photo_id=golden_id(94))
    items = signed.row(ReportRow, VISIT).late_items
    assert items == [{"table": "swap", "id": golden_id(93)}, {"table": "photo", "id": golden_id(94)}]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE seals SET document = '{}'",
        "UPDATE seals SET seal_fits = seal_fits",
        "DELETE FROM seals",
        "DELETE FROM seals WHERE chain_no = 2",
    ],
)
def test_law_11_the_database_refuses_to_change_or_delete_a_seal(signed, statement):
    with pytest.raises(DBAPIError, match="law 11"), signed.database.begin() as connection:
        connection.execute(text(statement))
    assert len(seals(signed)) == 2


def test_law_11_nobody_empties_or_replaces_them_either(signed):
    sqlite = signed.database.dialect.name == "sqlite"
    statement = "REPLACE INTO seals SELECT * FROM seals" if sqlite else "TRUNCATE seals"
    with pytest.raises(DBAPIError, match="law 11"), signed.database.begin() as connection:
        connection.execute(text(statement))
    assert len(seals(signed)) == 2


def test_without_a_seal_key_the_verification_says_that_nothing_is_countersigned(served, key):
    sign(served, ZHOU, key)
    (row,) = seals(served)
    bare = replace(sealed_of(row), countersignature=None, server_key=None)
    assert verify(bare, server_keys=set()).checks[Check.COUNTERSIGNATURE] is Found.MISSING
    assert not verify(bare, server_keys=set()).unchanged


def test_an_unknown_seal_key_of_a_copy_is_no_countersignature(served, key):
    result = sign(served, ZHOU, key)
    assert discrepancy_codes(result) == [None]
    (row,) = seals(served)
    assert not verify(sealed_of(row), server_keys={STRANGER.public}).unchanged


def test_the_chain_has_no_gap_however_many_sign_at_once(served, key):
    """Jobs of their own, so that nothing but the chain's head makes them wait for each other."""
    jobs = [(golden_id(1000 + number), golden_id(2000 + number), golden_id(3000 + number)) for number in range(4)]
    phones = []
    for job, visit, signature in jobs:
        lane = f"job:{job}"
        served.phone(DISPATCHER).record("job.open", lane=lane, job_id=job)
        given = {"job_id": job, "technician_ids": [ZHOU], "lead_id": ZHOU}
        served.phone(DISPATCHER).record("job.assign", lane=lane, **given)
        phone = Phone(served, ZHOU)
        phone.keep("visit.arrive", lane=lane, visit_id=visit, job_id=job)
        body = body_of("visit.sign", visit_id=visit, signature_id=signature)
        document = document_of(body)
        document["job"]["id"] = job
        phone.keep("visit.sign", lane=lane, body={**body, "seal": sealed_by(key, document)})
        phones.append(phone)
    with ThreadPoolExecutor() as threads:
        pushed = list(threads.map(lambda phone: [result.verdict for result in phone.push()], phones))
    assert pushed == [["applied", "applied_with_discrepancy"]] * 4
    assert [row.chain_no for row in seals(served)] == [1, 2, 3, 4]
    assert all(verified(served, sealed_of(row)).unchanged for row in seals(served))


def test_law_11_the_audit_lets_pass_what_never_fitted_and_is_kept_as_it_came(served, key):
    served.phone(ZHOU).record("visit.sign", seal=DO_NOT_FIT["strokes"](key, body_of("visit.sign")))
    assert audited(served) == ([], [])
