"""The public page gives everybody the verdict, and what the report says only to who holds it (VIS-7)."""

import io
import json
import re
from dataclasses import replace

import pytest

from server.api.running import NAME
from server.app import create_app
from server.documents.carried import read_carried, written
from server.rules.canonical import canonical
from server.rules.seals import hash_text
from server.tables.seals import sealed_of
from tests.company import settings_with_tables
from tests.databases import sqlite_with_tables
from tests.mutations.house import PHOTO, SIGNATURE, VISIT
from tests.mutations.test_sealed_against_the_office import Administrator, forged
from tests.printing import METER, NAMEPLATE, SECOND_PHOTO, Office, link, picture
from tests.sealing import OTHER_SIGNER

CUSTOMER, SIGNER = "临江公交三分公司", "陈国强"


def opened(migrated_url, folder):
    made = Office(migrated_url, folder)
    made.serve_with_photos()
    made.bring(PHOTO, METER)
    made.bring(SECOND_PHOTO, NAMEPLATE)
    return made


@pytest.fixture
def office(tmp_path):
    made = opened(sqlite_with_tables(tmp_path / "office.sqlite"), tmp_path)
    yield made
    made.close()


@pytest.fixture
def office_on(migrated_url, tmp_path):
    made = opened(migrated_url, tmp_path)
    yield made
    made.close()


@pytest.fixture
def seal(office):
    return office.sign()


@pytest.fixture
def seal_on(office_on):
    return office_on.sign()


def standing(answer):
    return re.search(r'class="vv (\w+)"', answer.text)[1]


def send(office, *, report=None, photos=(), visit_id=VISIT, **fields):
    files = {"photos": [(io.BytesIO(content), f"{at}.jpg") for at, content in enumerate(photos)], **fields}
    if report is not None:
        files["report"] = (io.BytesIO(report), "report.pdf")
    return office.client.post(f"/v/{visit_id}", data=files, headers={"Accept-Language": "en"})


def too_much(office):
    """A body that says it is longer than the page takes."""
    told = {"Content-Type": "multipart/form-data; boundary=x", "Accept-Language": "en"}
    return office.client.post(f"/v/{VISIT}", headers=told, environ_overrides={"CONTENT_LENGTH": "65000000"})


def test_vis_7_an_untouched_report_is_unchanged_and_its_photos_are_hashed_anew(office_on, seal_on):
    answer = office_on.page(link(seal_on))
    assert (answer.status_code, standing(answer)) == (200, "unchanged")
    assert f"This is what {SIGNER} signed, byte for byte." in answer.text
    assert "2 photos hashed anew" in answer.text


def test_who_does_not_know_the_code_learns_number_dates_and_verdict_and_no_name(office, seal):
    answer = office.page()
    assert standing(answer) == "unchanged"
    assert "FW-2611-" in answer.text
    content = json.loads(seal.document)
    for said in (CUSTOMER, SIGNER, content["job"]["phone"], content["unit"]["serial"], seal.sha256[:8].upper()):
        assert said not in answer.text
    assert CUSTOMER in office.page(link(seal)).text


def test_a_code_that_is_not_this_reports_is_altered_and_shows_nothing(office, seal):
    answer = office.page(f"?r=1&h={'0' * 16}")
    assert standing(answer) == "altered"
    assert "The code on the paper is not the code of this report." in answer.text
    assert CUSTOMER not in answer.text
    assert CUSTOMER not in office.page(f"?r=1&h={seal.sha256[:15]}").text


def test_vis_7_a_newer_revision_is_named(office_on, seal_on):
    office_on.sign(seal_on, body=OTHER_SIGNER)
    answer = office_on.page(link(seal_on))
    assert standing(answer) == "newer"
    assert "This is revision 1, unchanged. Revision 2 was signed later." in answer.text
    assert standing(office_on.page("?r=2")) == standing(office_on.page()) == "unchanged"


def test_vis_7_an_administrator_who_rewrites_the_document_is_shown(office_on, seal_on):
    fake = forged(sealed_of(seal_on)).document
    Administrator(office_on).run("UPDATE seals SET document = :it WHERE id = :id", it=fake, id=seal_on.id)
    answer = office_on.page(link(seal_on))
    assert standing(answer) == "altered"
    assert "no longer has the fingerprint that it was sealed with" in answer.text
    assert CUSTOMER not in answer.text


def test_vis_7_an_administrator_who_mends_every_hash_is_shown(office_on, seal_on):
    fake = Administrator(office_on)
    fake.mend_chain(forged(sealed_of(seal_on)))
    answer = office_on.page()
    assert standing(answer) == "altered"
    assert "The office server’s own signature does not fit." in answer.text


def test_vis_7_an_administrator_who_draws_another_signature_is_shown(office_on, seal_on):
    Administrator(office_on).run("UPDATE signatures SET signer_name = '别人' WHERE id = :id", id=SIGNATURE)
    answer = office_on.page()
    assert standing(answer) == "altered"
    assert "The signature in the books is not the one on the report." in answer.text


def test_vis_7_an_administrator_who_removes_the_newest_revision_is_shown_to_who_holds_it(office_on, seal_on):
    second = office_on.sign(seal_on, body=OTHER_SIGNER)
    office = Administrator(office_on)
    office.run("DELETE FROM seals WHERE id = :id; DELETE FROM signatures WHERE id = :id", id=second.id)
    office.run("UPDATE seal_head SET chain_no = 1, chain_hash = :hash", hash=seal_on.chain_hash)
    answer = office_on.page(link(second))
    assert standing(answer) == "altered"
    assert "The books have no revision 2." in answer.text
    assert standing(send(office_on, report=written(sealed_of(second)).encode())) == "altered"


def test_vis_7_a_photo_that_was_exchanged_in_the_store_is_shown(office, seal):
    (original,) = (path for path in office.settings.media_dir.rglob("original") if path.read_bytes() == NAMEPLATE)
    original.write_bytes(picture("red"))
    answer = office.page()
    assert standing(answer) == "altered"
    assert "1 photos are not what was sealed, or are lost." in answer.text
    original.unlink()
    assert standing(office.page()) == "altered"


def test_vis_7_the_offices_own_pdf_and_json_are_unchanged(office, seal):
    pdf = office.printed(seal)
    answer = send(office, report=pdf, photos=[METER, picture("red")])
    assert (answer.status_code, standing(answer)) == (200, "unchanged")
    assert CUSTOMER in answer.text
    assert "0.jpg: as sealed" in answer.text
    assert "1.jpg: not in this report, or altered" in answer.text
    assert standing(send(office, report=written(sealed_of(seal)).encode())) == "unchanged"


def test_vis_7_a_changed_pdf_or_json_is_altered_and_shows_nothing(office, seal):
    pdf = office.printed(seal)
    answer = send(office, report=pdf[:2000] + bytes([pdf[2000] ^ 1]) + pdf[2001:])
    assert (standing(answer), CUSTOMER in answer.text) == ("altered", False)
    sealed = read_carried(pdf).sealed
    content = json.loads(sealed.document)
    content["signatures"][0]["strokes"][0][0][0] += 1
    document = canonical(content)
    fake = replace(sealed, document=document, sha256=hash_text(document))
    assert standing(send(office, report=written(fake).encode())) == "altered"


def test_photos_alone_are_held_against_the_report_of_the_page(office, seal):
    answer = send(office, photos=[METER, NAMEPLATE])
    assert (standing(answer), answer.text.count(": as sealed")) == ("unchanged", 2)
    assert CUSTOMER not in answer.text


def test_a_code_typed_by_hand_leads_to_its_report(office_on, seal_on):
    code = seal_on.sha256[:16].upper()
    answer = office_on.client.get("/v", query_string={"code": f"{code[:4]} {code[4:8]}-{code[8:12]} {code[12:]}"})
    assert answer.status_code == 302
    assert CUSTOMER in office_on.client.get(answer.location).text
    assert office_on.client.get("/v?code=0000000000000000").status_code == 404
    assert "aria-invalid" in office_on.client.get("/v?code=hello").text


def test_what_is_not_here_or_no_report_is_answered_on_a_page(office, seal):
    unknown = office.page(visit_id="019a9c3e-7b10-7000-8000-999999999999")
    assert (unknown.status_code, "No such report here" in unknown.text) == (404, True)
    for answer, status, said in (
        (send(office, report=b"hello"), 400, "This file cannot be checked"),
        (send(office), 400, "Choose a file first"),
        (too_much(office), 413, "Too large"),
    ):
        assert (answer.status_code, answer.mimetype, said in answer.text) == (status, "text/html", True)


def test_the_page_speaks_both_languages_and_runs_no_script(office, seal):
    chinese = office.page(link(seal), headers={"Accept-Language": "zh-CN,zh;q=0.9"})
    assert 'lang="zh-CN"' in chinese.text
    assert "没有改动" in chinese.text
    assert "Unchanged" in office.page(f"{link(seal)}&lang=en", headers={"Accept-Language": "zh"}).text
    switch = re.search(r'href="(/v/[^"]+lang=en)"', chinese.text)[1].replace("&amp;", "&")
    assert f"h={seal.sha256[:16]}" in switch
    policy = chinese.headers["Content-Security-Policy"]
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert "<script" not in chinese.text
    assert "style=" not in chinese.text
    assert (chinese.headers["Cache-Control"], chinese.headers["X-Robots-Tag"]) == ("no-store", "noindex")


def test_what_somebody_typed_is_no_markup(office):
    seal = office.sign(body={"signer_name": "<b>x</b>"})
    assert "<b>x</b>" not in office.page(link(seal)).text


def test_a_guesser_is_told_to_wait(tmp_path):
    settings = settings_with_tables(tmp_path, checks_per_minute=2)
    app = create_app(settings)
    client = app.test_client()
    answers = [client.get("/v?code=0000000000000000", headers={"Accept-Language": "en"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [404, 404, 429]
    assert (answers[2].mimetype, answers[2].headers["Retry-After"]) == ("text/html", "60")
    app.extensions[NAME].engines.database.dispose()
