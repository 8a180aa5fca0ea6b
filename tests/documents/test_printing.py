"""A sealed report on paper: what stands on it, what travels in it, and that it is printed once (VIS-7)."""

import copy
import io
import json
import re
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from server.documents.carried import Ending, NotAReportError, read_carried, sign_pdf, written
from server.documents.drain import drain
from server.documents.pdf import Printed, draw
from server.rules.keys import PrivateKey, make_private_key
from server.rules.seals import Sealed
from server.tables.documents import DocumentRow
from server.tables.seals import sealed_of
from server.tables.work import WorkRow
from tests.mutations.house import PHOTO
from tests.printing import METER, NAMEPLATE, SECOND_PHOTO, picture

SEALED = Sealed(**json.loads((Path(__file__).parents[1] / "contract" / "seal.json").read_text())["sealed"])
CONTENT = json.loads(SEALED.document)
KEY = PrivateKey(make_private_key())


def printed(content=CONTENT, pictures=(), **changes):
    given = Printed(replace(SEALED, **changes), content, "FW-2611-0007", "https://service.example.com", dict(pictures))
    return draw(given)[0]


def text_of(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_vis_7_the_pdf_says_who_what_and_which_number_in_the_customers_language():
    text = text_of(printed())
    for said in ("临江公交三分公司", "FW-2611-0007", "BB98 C39E 7F02 2008", "AC2511-0342", "7K4M92G", "服务报告"):
        assert said in text, said
    assert SEALED.sha256 in re.sub(r"\s", "", text)
    assert "https://service.example.com/v/" in text
    english = text_of(printed({**CONTENT, "language": "en"}))
    assert "Service report" in english
    assert "临江公交三分公司" in english
    assert "not yet received" in english


def test_what_was_typed_is_no_markup():
    content = copy.deepcopy(CONTENT)
    content["handle"]["done"] = '#panic("x") *no* $x$ \\ = <b>'
    assert '#panic("x") *no* $x$ \\ = <b>' in text_of(printed(content))


def test_vis_7_the_sealed_text_travels_in_the_pdf_byte_for_byte():
    pdf = sign_pdf(printed(), KEY)
    assert PdfReader(io.BytesIO(pdf)).attachments["seal.json"][0] == written(SEALED).encode()
    carried = read_carried(pdf)
    assert (carried.sealed, carried.ending, carried.key) == (SEALED, Ending.SIGNED, KEY.public)
    assert read_carried(written(SEALED).encode()).sealed == SEALED


def test_vis_7_one_changed_byte_of_the_pdf_shows():
    pdf = sign_pdf(printed(), KEY)
    for at in range(9, len(pdf), 997):
        other = pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]
        try:
            found = read_carried(other)
        except NotAReportError:
            continue
        assert found.ending is not Ending.SIGNED or found.key != KEY.public, at
    for other in (pdf + b"\n", pdf[:-1], pdf + b"%more\n", pdf[: pdf.rfind(b"%truckroll")]):
        assert read_carried(other).ending is not Ending.SIGNED


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 nothing", b"[]", b"{}", b"\xff", b"[" * 100_000])
def test_a_file_that_carries_no_report_is_refused_in_words(content):
    with pytest.raises(NotAReportError):
        read_carried(content)


@pytest.mark.parametrize("change", [{"revision": True}, {"sha256": 7}, {"document": "\ud800"}, {"more": 1}])
def test_a_seal_with_parts_of_another_kind_is_refused_in_words(change):
    with pytest.raises(NotAReportError):
        read_carried(json.dumps({**json.loads(written(SEALED)), **change}).encode())


def test_thirty_swaps_and_twenty_photos_go_over_several_pages(record_property):
    photos = [{**CONTENT["photos"][0], "id": str(number)} for number in range(20)]
    content = {**CONTENT, "swaps": CONTENT["swaps"] * 30, "photos": photos}
    began = time.perf_counter()
    pdf = printed(content, {photo["id"]: picture(f"#{number * 12:02x}4080") for number, photo in enumerate(photos)})
    record_property("seconds", round(time.perf_counter() - began, 2))
    pages = PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) >= 3
    assert sum(page.extract_text().count("AC2511-0342") for page in pages) == 30
    assert sum(len(page.images) for page in pages) == 20


def test_a_usual_report_fits_on_one_page():
    photos = [{**CONTENT["photos"][0], "id": str(number)} for number in range(4)]
    pdf = printed({**CONTENT, "photos": photos}, {photo["id"]: picture() for photo in photos})
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


def test_vis_7_a_signature_leaves_its_report_to_be_printed_and_the_worker_prints_it(office_on):
    seal = office_on.sign()
    pdf = office_on.printed(seal)
    row = office_on.row(DocumentRow, seal.id)
    assert (row.size, row.photos_missing, row.revision) == (len(pdf), 0, 1)
    assert len(PdfReader(io.BytesIO(pdf)).pages[0].images) == 2
    carried = read_carried(pdf)
    assert (carried.sealed, carried.ending, carried.key) == (sealed_of(seal), Ending.SIGNED, office_on.seal_key.public)
    assert drain(office_on.press, office_on.now + timedelta(days=1)) == 0


def test_a_worker_that_dies_after_storing_prints_no_second_report(office_on):
    seal = office_on.sign()
    first = office_on.printed(seal)
    with office_on.sessions.begin() as session:
        (work,) = session.query(WorkRow).filter_by(kind="report")
        work.done_at, work.claimed_until = None, office_on.now + timedelta(minutes=5)
        session.delete(session.get(DocumentRow, seal.id))
    assert drain(office_on.press, office_on.now) == 0  # the dead one's claim has not ended
    office_on.later(minutes=6)
    assert office_on.printed(seal) == first
    assert len(list((office_on.settings.media_dir / "reports").rglob("*.pdf"))) == 1


def test_a_photo_that_comes_later_is_on_the_next_print(office):
    seal = office.sign()
    assert "还没收到" in text_of(office.printed(seal))
    assert office.row(DocumentRow, seal.id).photos_missing == 2
    office.bring(PHOTO, METER)
    office.bring(SECOND_PHOTO, NAMEPLATE)
    office.later(minutes=2)
    assert "还没收到" not in text_of(office.printed(seal))
    assert office.row(DocumentRow, seal.id).photos_missing == 0


def test_what_a_device_sealed_as_a_time_and_is_none_is_printed_as_it_came(office_on):
    seal = office_on.sign(times={"arrived_at": "yesterday", "ended_at": None, "signed_at": "?", "tz_offset_min": 2**50})
    assert "yesterday" in text_of(office_on.printed(seal))
