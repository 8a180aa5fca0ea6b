"""Rolls of tags on paper: every code is read back by the app's own reader, as printed (OLD-1)."""

import io
import json
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from server.documents.tags import Roll, TagForm, draw_tags
from server.rules.tag_rolls import tags_of

READER = Path(__file__).with_name("read_codes.mjs")
MODULES = Path(__file__).parents[2] / "pwa"
ROLL = Roll("BQ-2611-0001", "宁波服务站", tags_of(1000, 12), datetime(2026, 11, 19, 5, 22, tzinfo=UTC))


def read_back(pages, folder):
    pictures = [folder / f"{number}.png" for number in range(len(pages))]
    for picture, page in zip(pictures, pages, strict=True):
        picture.write_bytes(page)
    command = ["node", str(READER), str(MODULES), *map(str, pictures)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return [json.loads(line) for line in answer.stdout.splitlines()]


@pytest.mark.parametrize("dots_per_inch", [203, 110])
def test_old_1_the_codes_of_a_sheet_are_read_back_nine_to_a_page(tmp_path, dots_per_inch):
    pages = draw_tags(ROLL, TagForm.SHEET, file_form="png", dots_per_inch=dots_per_inch)
    assert read_back(pages, tmp_path) == [sorted(ROLL.tags[:9]), sorted(ROLL.tags[9:])]


def test_old_1_a_label_has_one_code_at_a_label_printers_dots(tmp_path):
    pages = draw_tags(ROLL, TagForm.LABEL, file_form="png", dots_per_inch=203)
    assert read_back(pages, tmp_path) == [[tag] for tag in ROLL.tags]


def test_old_1_the_code_can_also_be_read_by_a_person_with_its_check_character_apart():
    text = PdfReader(io.BytesIO(draw_tags(ROLL, TagForm.LABEL)[0])).pages[0].extract_text()
    tag = ROLL.tags[0]
    assert f"{tag[:3]}-{tag[3:6]}" in text
    assert re.search(rf"{tag[3:6]}\s+{tag[6]}\s", text)
    assert "宁波服务站" in text


@pytest.mark.parametrize(
    ("form", "millimetres", "pages"), [(TagForm.SHEET, (210, 297), 2), (TagForm.LABEL, (60, 80), 12)]
)
def test_old_1_paper_has_the_size_of_its_printer(form, millimetres, pages):
    pdf = PdfReader(io.BytesIO(draw_tags(ROLL, form)[0]))
    box = pdf.pages[0].mediabox
    assert tuple(round(float(points) / 72 * 25.4) for points in (box.width, box.height)) == millimetres
    assert len(pdf.pages) == pages


def test_old_1_a_roll_printed_again_is_the_same_roll():
    assert draw_tags(ROLL, TagForm.SHEET) == draw_tags(ROLL, TagForm.SHEET)
