"""A signature seals: what was signed is kept byte for byte, chained and countersigned for ever (VIS-7, law 11)."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from server.cli.audit_seals import broken_seals, unlike_what_came
from server.rules.canonical import canonical
from server.rules.keys import PrivateKey, make_private_key
from server.rules.seals import Check, Found, hash_link, hash_text, verify
from server.tables.devices import DeviceRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.reports import ReportRow
from server.tables.seals import SealRow, books_around, sealed_of
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
from tests.sealing import document_of, enrol, sealed_by, sign

SECOND, THIRD = golden_id(91), golden_id(92)
OTHER_SIGNER = {"signature_id": SECOND, "signer_name": "王建军", "signer_role": "车队长"}


@pytest.fixture
def served(house_on):
    """Zhou and Mu have done the golden visit; both phones have a key."""
    house_on.open_job(ZHOU, MU)
    house_on.serve()
    return house_on


@pytest.fixture
def key(served):
    return enrol(served, ZHOU)


@pytest.fixture
def signed(served, key):
    """It is signed by two people, the second after the first."""
    assert sign(served, ZHOU, key).verdict == "applied"
    (first,) = served.rows(SealRow)
    assert sign(served, ZHOU, key, first.document, **OTHER_SIGNER).verdict == "applied"
    return served


def seals(house):
    return sorted(house.rows(SealRow), key=lambda row: row.chain_no)


def verified(house, sealed):
    """What the verification finds with the tables at hand."""
    with house.sessions() as session:
        return verify(sealed, server_keys={house.seal_key.public}, books=books_around(session, sealed))


def broken(verification):
    return {check for check, found in verification.checks.items() if found is not Found.HOLDS}


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


class Administrator:
    """Somebody with every right on the database, who knows this program; all that they lack is the server's key."""

    def __init__(self, house):
        self.house = house
        self.run(
            "DROP TRIGGER seals_no_update; DROP TRIGGER seals_no_delete; DROP TRIGGER seals_no_replace"
            if house.database.dialect.name == "sqlite"
            else "DROP TRIGGER seals_stay ON seals"
        )

    def run(self, statements, **values):
        with self.house.database.begin() as connection:
            for statement in statements.split("; "):
                connection.execute(text(statement), values)

    def write(self, sealed):
        """Put these contents in the place of the seal, with every hash as it must be."""
        linked = replace(sealed, sha256=hash_text(sealed.document))
        linked = replace(linked, chain_hash=hash_link(linked))
        names = ("document", "sha256", "device_key", "device_signature", "chain_no", "chain_hash", "chain_previous")
        names = (*names, "countersignature", "server_key", "revision", "previous")
        told = ", ".join(f"{name} = :{name}" for name in names)
        values = {name: getattr(linked, name) for name in names}
        self.run(f"UPDATE seals SET {told} WHERE id = :id", id=linked.id, **values)
        return linked

    def mend_chain(self, *chain):
        """Link these one after the other and let the head end with the last."""
        last = None
        for number, sealed in enumerate(chain, start=1):
            previous = "0" * 64 if last is None else last.chain_hash
            last = self.write(replace(sealed, chain_no=number, chain_previous=previous))
        self.run("UPDATE seal_head SET chain_no = :no, chain_hash = :hash", no=last.chain_no, hash=last.chain_hash)


def forged(sealed):
    content = json.loads(sealed.document)
    content["handle"]["done"] = "什么也没换。"
    return replace(sealed, document=canonical(content))


def test_vis_7_an_administrator_who_rewrites_the_document_is_found_out(signed):
    first, second = map(sealed_of, seals(signed))
    Administrator(signed).run(
        "UPDATE seals SET document = :it WHERE id = :id", it=forged(second).document, id=second.id
    )
    now = sealed_of(signed.row(SealRow, SECOND))
    assert broken(verified(signed, now)) == {Check.DOCUMENT, Check.DEVICE_SIGNATURE}
    assert verified(signed, first).unchanged


def test_vis_7_an_administrator_who_replaces_the_devices_key_and_signs_anew_is_found_out(signed):
    office = Administrator(signed)
    first, second = map(sealed_of, seals(signed))
    mine = PrivateKey(make_private_key())
    fake = forged(second)
    fake = replace(fake, device_key=mine.public, device_signature=mine.sign(fake.document))
    office.run("UPDATE devices SET public_key = :key", key=mine.public)
    office.mend_chain(first, fake)
    now = sealed_of(signed.row(SealRow, SECOND))
    assert broken(verified(signed, now)) == {Check.COUNTERSIGNATURE}
    assert signed.row(DeviceRow, signed.phone(ZHOU).device_id).public_key == mine.public


def test_vis_7_an_administrator_who_countersigns_with_a_key_of_their_own_is_found_out(signed):
    office, mine = Administrator(signed), PrivateKey(make_private_key())
    _, second = map(sealed_of, seals(signed))
    fake = forged(second)
    fake = office.write(replace(fake, device_key=mine.public, device_signature=mine.sign(fake.document)))
    office.run("UPDATE devices SET public_key = :key", key=mine.public)
    office.run("UPDATE seal_head SET chain_hash = :hash", hash=fake.chain_hash)
    office.write(replace(fake, countersignature=mine.sign(fake.chain_hash), server_key=mine.public))
    assert broken(verified(signed, sealed_of(signed.row(SealRow, SECOND)))) == {Check.COUNTERSIGNATURE}


def test_vis_7_an_administrator_who_deletes_the_newest_revision_is_found_out(signed):
    first, second = map(sealed_of, seals(signed))
    Administrator(signed).run("DELETE FROM seals WHERE id = :id", id=second.id)
    assert Check.CHAIN in broken(verified(signed, first))
    assert Check.BOOKS in broken(verified(signed, second))


def test_vis_7_the_customers_copy_shows_a_deletion_that_was_covered_up(signed):
    office = Administrator(signed)
    first, second = map(sealed_of, seals(signed))
    office.run("DELETE FROM seals WHERE id = :id; DELETE FROM signatures WHERE id = :id", id=second.id)
    office.run("UPDATE seal_head SET chain_no = 1, chain_hash = :hash", hash=first.chain_hash)
    assert verify(second, server_keys={signed.seal_key.public}).unchanged
    assert {Check.CHAIN, Check.BOOKS, Check.STROKES, Check.REVISIONS} <= broken(verified(signed, second))


def test_vis_7_an_administrator_who_reorders_the_chain_is_found_out(signed):
    office = Administrator(signed)
    first, second = map(sealed_of, seals(signed))
    office.run("UPDATE seals SET chain_no = -chain_no")
    office.mend_chain(replace(second, revision=1), replace(first, revision=2))
    for signature_id in (SIGNATURE, SECOND):
        assert Check.COUNTERSIGNATURE in broken(verified(signed, sealed_of(signed.row(SealRow, signature_id))))


def test_vis_7_an_administrator_who_draws_another_signature_is_found_out(signed):
    Administrator(signed).run("UPDATE signatures SET signer_name = '别人' WHERE id = :id", id=SECOND)
    assert broken(verified(signed, sealed_of(signed.row(SealRow, SECOND)))) == {Check.STROKES}


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


def audited(house):
    """What the audit finds: seals that show a change, and those that no device sent so."""
    with house.sessions() as session:
        return list(broken_seals(session, {house.seal_key.public})), list(unlike_what_came(session))


def test_law_11_the_audit_finds_nothing_in_sound_books(signed):
    assert audited(signed) == ([], [])


def test_law_11_the_audit_names_what_was_rewritten(signed):
    _, second = map(sealed_of, seals(signed))
    Administrator(signed).run("UPDATE seals SET document = :it WHERE id = :id", it=forged(second).document, id=SECOND)
    assert audited(signed) == ([f"{SECOND} device_signature document"], [SECOND])


def test_law_11_the_audit_misses_what_was_deleted_even_when_it_was_covered_up(signed):
    office = Administrator(signed)
    first, _ = map(sealed_of, seals(signed))
    office.run("DELETE FROM seals WHERE id = :id; DELETE FROM signatures WHERE id = :id", id=SECOND)
    assert audited(signed)[1] == [SECOND]
    assert "the chain ends at 1 and not at 2" in audited(signed)[0]
    office.run("UPDATE seal_head SET chain_no = 1, chain_hash = :hash", hash=first.chain_hash)
    assert audited(signed) == ([], [SECOND])


def test_law_11_the_audit_lets_pass_what_never_fitted_and_is_kept_as_it_came(served, key):
    served.phone(ZHOU).record("visit.sign", seal=DO_NOT_FIT["strokes"](key, body_of("visit.sign")))
    assert audited(served) == ([], [])
