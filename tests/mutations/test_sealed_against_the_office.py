"""Whoever owns the database and knows this program still cannot change a sealed report unseen (VIS-7, law 11)."""

import json
from dataclasses import replace

from sqlalchemy import text

from server.rules.canonical import canonical
from server.rules.keys import PrivateKey, make_private_key
from server.rules.seals import Check, hash_link, hash_text, verify
from server.tables.devices import DeviceRow
from server.tables.seals import SealRow, sealed_of
from tests.mutations.house import SIGNATURE, ZHOU
from tests.sealing import SECOND, audited, broken, seals, verified


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
