"""What came as a file, as lines of text: CSV in UTF-8, UTF-16 or GBK, or a workbook."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO

from sync.refusal import Refusal

LARGEST_FILE = 10 * 1024 * 1024
MOST_LINES = 60_000
MOST_COLUMNS = 64
LONGEST_CELL = 4_000

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_COMPUTES = ("=", "+", "-", "@")
_DELIMITERS = (",", ";", "\t")


class UnreadableFile(Refusal):
    """No line of the file can be read; ``reason`` is a stable word, the message says what to do."""

    code = "unreadable_file"

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message, reason=reason)


@dataclass(frozen=True, slots=True)
class Line:
    """``number`` is the one that the person sees in their own program; the head is line 1."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The head and the lines that are not empty. ``merged`` and ``uncounted`` hold the numbers of such lines."""

    head: list[str]
    lines: list[Line]
    merged: frozenset[int] = field(default_factory=frozenset)
    uncounted: frozenset[int] = field(default_factory=frozenset)


def is_workbook(data: bytes) -> bool:
    """Say whether these bytes begin as a workbook does."""
    return data.startswith(_ZIP)


def check_file(data: bytes) -> None:
    """Refuse what is empty, too large, or a workbook that only old programs and those with a password write."""
    if not data.strip():
        raise UnreadableFile("empty", "This file is empty. Choose the one with the lines.")
    if len(data) > LARGEST_FILE:
        raise UnreadableFile("too_large", "This file is larger than 10 MB. Split it and take the pieces in one by one.")
    if data.startswith(_OLD_WORKBOOK):
        raise UnreadableFile("old_workbook", "Save the workbook as .xlsx without a password, or as CSV.")


def read_csv(data: bytes) -> Sheet:
    """Return the lines of a CSV file; whoever wrote it chose the encoding and the delimiter."""
    text = _decoded(data)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        return gathered(numbered(csv.reader(StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error as error:
        raise UnreadableFile("not_a_table", f"This file is not a table: {error}. Save it as CSV again.") from error


def guarded(cell: str) -> str:
    """Return the cell with a mark before what a program would compute; ``read_csv`` takes it away again."""
    return f"'{cell}" if cell.startswith(_COMPUTES) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_COMPUTES) else cell


def numbered(rows: Iterable[list[str]]) -> Iterator[Line]:
    """Number the rows from 1."""
    return (Line(number, [_unguarded(cell) for cell in cells]) for number, cells in enumerate(rows, start=1))


def gathered(lines: Iterable[Line]) -> Sheet:
    """Return the sheet of these lines: the first that is not empty is the head, empty ones are left out."""
    head: list[str] | None = None
    kept: list[Line] = []
    for line in lines:
        cells = [cell.strip() for cell in line.cells[:MOST_COLUMNS]]
        if not any(cells):
            continue
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise UnreadableFile("not_a_table", f"A cell of line {line.number} is longer than {LONGEST_CELL} letters.")
        if head is None:
            head = cells
        elif len(kept) == MOST_LINES:
            raise UnreadableFile("too_many_lines", f"This file has more than {MOST_LINES} lines. Split it.")
        else:
            kept.append(Line(line.number, cells))
    if head is None:
        raise UnreadableFile("empty", "This file is empty. Choose the one with the lines.")
    return Sheet(head, kept)


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF_16):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFile("wrong_encoding", "These letters cannot be read. Save the file as CSV UTF-8.")
