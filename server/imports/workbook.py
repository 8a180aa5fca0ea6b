"""Lines of an ``.xlsx`` workbook: its first sheet, values only, within limits that are checked before unpacking."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from server.imports.sheet import MOST_COLUMNS, MOST_LINES, Line, Sheet, UnreadableFile, gathered

MOST_UNPACKED = 200 * 1024 * 1024
_MOST_ENTRIES = 2_000
_LAST_ROW = MOST_LINES + 1_000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z0-9:]{3,20})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_HEAD_ROWS = 20
_PROLOG = 4_096
_TAIL = 256
_CHUNK = 1 << 20
_UNREADABLE = (
    BadZipFile,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OverflowError,
)


def read_workbook(data: bytes) -> Sheet:
    """Return the lines of the first sheet. A cell that was computed counts with the value that the program stored."""
    try:
        merged, has_formulas = _looked_into(data)
        sheet = gathered(_lines(data, values=True))
        if has_formulas:
            sheet = replace(sheet, uncounted=_uncounted(data))
    except _UNREADABLE as error:
        raise UnreadableFile("not_a_table", "This workbook cannot be read. Save it as .xlsx again.") from error
    return replace(sheet, merged=merged)


def _looked_into(data: bytes) -> tuple[frozenset[int], bool]:
    """Refuse a bomb by what its directory says, and tell which lines have merged cells and whether any is computed."""
    merged: set[int] = set()
    has_formulas = False
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise UnreadableFile("bomb", "This workbook unpacks to more than it may. Save its lines as CSV.")
        if any(_declares(archive, entry.filename) for entry in entries):
            raise UnreadableFile("bomb", "This workbook declares entities. Save its lines as CSV.")
        sheets = sorted(name for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
        for name in sheets[:1]:
            for chunk in _chunks(archive, name):
                has_formulas = has_formulas or _FORMULA.search(chunk) is not None
                for found in _MERGED.finditer(chunk):
                    _, first, _, last = range_boundaries(found[1].decode())
                    merged.update(range(first or 1, min(last or 1, _LAST_ROW) + 1))
    return frozenset(merged), has_formulas


def _declares(archive: ZipFile, name: str) -> bool:
    """Say whether a part begins with a document type, which no program writes and a bomb needs; also in UTF-16."""
    with archive.open(name) as part:
        return b"<!DOCTYPE" in part.read(_PROLOG).replace(b"\0", b"").upper()


def _chunks(archive: ZipFile, name: str) -> Iterator[bytes]:
    """Pieces that overlap, so that nothing short is cut in two."""
    tail = b""
    with archive.open(name) as part:
        while piece := part.read(_CHUNK):
            yield tail + piece
            tail = piece[-_TAIL:]


def _rows(data: bytes, *, values: bool) -> Iterator[tuple[Any, ...]]:
    book = load_workbook(BytesIO(data), read_only=True, data_only=values)
    try:
        if not book.worksheets:
            raise UnreadableFile("empty", "This workbook has no sheet with lines.")
        sheet = book.worksheets[0]
        first = sheet.iter_rows(max_row=_HEAD_ROWS, max_col=MOST_COLUMNS, values_only=True)
        width = max(
            (place for row in first for place, value in enumerate(row, start=1) if value is not None), default=1
        )
        yield from sheet.iter_rows(max_row=_LAST_ROW, max_col=width, values_only=True)
    finally:
        book.close()


def _lines(data: bytes, *, values: bool) -> Iterator[Line]:
    for number, row in enumerate(_rows(data, values=values), start=1):
        yield Line(number, [_text(value) for value in row])


def _uncounted(data: bytes) -> frozenset[int]:
    """Lines with a formula whose value nobody has stored: it would look empty."""
    found = set()
    pairs = zip(_rows(data, values=False), _rows(data, values=True), strict=True)
    for number, (written, stored) in enumerate(pairs, start=1):
        if any(
            isinstance(cell, str) and cell.startswith("=") and value is None
            for cell, value in zip(written, stored, strict=False)
        ):
            found.add(number)
    return frozenset(found)


def _text(value: Any) -> str:
    """Return what the person sees in the cell, nearly."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
