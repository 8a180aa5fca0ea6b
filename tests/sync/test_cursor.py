"""The text by which a device says what it holds: short, of this version or the first, and nothing else."""

import base64
import json
import zlib
from dataclasses import asdict

import pytest

from sync.answers import Reset
from sync.cursor import MOST_BYTES, BackFill, Cursor, decode

TABLES = tuple(f"a_table_with_a_name_{number}" for number in range(60))
CURSOR = Cursor("e1", 7, TABLES, "8bc03ee3e7f77d0a", BackFill(TABLES, whole=True, audience="all", before=9))


def text_of(written: bytes) -> str:
    return base64.urlsafe_b64encode(written).decode().rstrip("=")


def test_what_was_written_is_read():
    assert decode(CURSOR.encode()) == CURSOR


def test_the_names_of_many_tables_do_not_make_it_long():
    assert len(CURSOR.encode()) < len(json.dumps(TABLES)) / 2


def test_a_device_that_holds_a_cursor_of_the_first_version_goes_on():
    assert decode(text_of(json.dumps(asdict(CURSOR)).encode())) == CURSOR


@pytest.mark.parametrize(
    "text",
    ["", "opaque", text_of(b"{}"), text_of(zlib.compress(b"{}")), text_of(zlib.compress(b" " * 9 * MOST_BYTES))],
    ids=["nothing", "no cursor", "an empty object", "an empty object, packed", "far too long"],
)
def test_any_other_text_means_load_again(text):
    with pytest.raises(Reset):
        decode(text)
