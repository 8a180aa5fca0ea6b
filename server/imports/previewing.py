"""What a file would do to the books, line by line; nothing is written."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from marshmallow import Schema, ValidationError, validate
from sqlalchemy.orm import Session

from server.imports.books import Books, Known, read_books
from server.imports.cells import BadCell
from server.imports.files import FILES, SAME_AS, WHEN_EMPTY, Column, File, FileName
from server.imports.sheet import Line, Sheet, check_file, is_workbook, read_csv
from server.imports.workbook import read_workbook
from server.visibility.plain import plain_check

HEAD_LINE = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line. ``also`` is the other line or the number that it speaks of."""

    line: int
    column: str | None
    code: str
    value: str = ""
    also: int | None = None


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A line that the books do not have: the body of ``<file>.add`` without its id."""

    line: int
    key: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A line that differs from its row: by field what the books say and what the line says."""

    line: int
    key: str
    row_id: str
    changes: Mapping[str, tuple[Any, Any]]


@dataclass
class Preview:
    """``same`` counts the lines that the books have already; ``ignored`` names columns that nobody knows."""

    file: File
    lines: int
    newcomers: list[Newcomer] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    same: int = 0
    ignored: tuple[str, ...] = ()

    @property
    def wrong(self) -> int:
        """How many lines stay out."""
        return len({fault.line for fault in self.faults})

    def plan(self) -> str:
        """Return a hash of all that would be taken in: another one means that file or books have changed."""
        told = [
            [self.file.name.value],
            [[one.line, one.body] for one in self.newcomers],
            [[one.row_id, one.changes] for one in self.differences],
        ]
        return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


class _WrongLine(Exception):  # noqa: N818 -- it carries what is wrong with a line
    def __init__(self, column: str | None, code: str, value: str = "", also: int | None = None) -> None:
        super().__init__(code)
        self.column, self.code, self.value, self.also = column, code, value, also


def preview(session: Session, name: FileName, data: bytes, station_id: str | None) -> Preview:
    """Compare a file with the books; ``station_id`` is the one whose rows the person keeps, None for all."""
    check_file(data)
    sheet = read_workbook(data) if is_workbook(data) else read_csv(data)
    file = FILES[name]
    found = Preview(file, len(sheet.lines))
    places, found.ignored = _places(file, sheet.head)
    missing = [column for column in file.columns if column.needed and column.name not in places]
    found.faults += [Fault(HEAD_LINE, column.name, "missing_column") for column in missing]
    if not missing:
        _Comparing(file, sheet, places, read_books(session, file, station_id), found).run()
    return found


def _places(file: File, head: Sequence[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return where each column stands, by its name in either language."""
    known = {_plain(title): column.name for column in file.columns for title in (column.name, column.zh, column.en)}
    places: dict[str, int] = {}
    ignored = []
    for place, title in enumerate(head):
        name = known.get(_plain(title))
        if name is not None and name not in places:
            places[name] = place
        elif title:
            ignored.append(title)
    return places, tuple(ignored)


def _plain(title: str) -> str:
    return "".join(title.casefold().replace("_", " ").replace(".", " ").replace("*", " ").split())


class _Comparing:
    """One walk over the lines."""

    def __init__(self, file: File, sheet: Sheet, places: Mapping[str, int], books: Books, found: Preview) -> None:
        self._file, self._sheet, self._places, self._books, self._found = file, sheet, places, books, found
        self._columns = [column for column in file.columns if column.name in places]
        self._schema = file.body(exclude=[f"{file.name.value}_id"])
        self._is_plain = plain_check(self._schema)
        self._first: dict[tuple[str, ...], int] = {}

    def run(self) -> None:
        for line in self._sheet.lines:
            try:
                self._compare(line)
            except _WrongLine as wrong:
                self._found.faults.append(Fault(line.number, wrong.column, wrong.code, wrong.value, wrong.also))

    def _compare(self, line: Line) -> None:
        if line.number in self._sheet.merged:
            raise _WrongLine(None, "merged_cells")
        if line.number in self._sheet.uncounted:
            raise _WrongLine(None, "formula_without_value")
        values = self._values(line)
        key = tuple(str(values[name]) for name in self._file.key)
        shown = str(values[self._file.key[-1]])
        first = self._first.setdefault(key, line.number)
        if first != line.number:
            raise _WrongLine(self._file.key[-1], "twice", shown, first)
        known = self._books.rows.get(key)
        if known is None:
            self._found.newcomers.append(Newcomer(line.number, shown, self._body(values)))
            return
        self._check_place(known, values, shown)
        changes = self._changes(known, values)
        if changes:
            self._found.differences.append(Difference(line.number, shown, known.id, changes))
        else:
            self._found.same += 1

    def _values(self, line: Line) -> dict[str, Any]:
        """Read the cells of the columns that the file has; references become ids."""
        values: dict[str, Any] = {}
        for column in self._columns:
            place = self._places[column.name]
            cell = line.cells[place] if place < len(line.cells) else ""
            if not cell and column.needed:
                raise _WrongLine(column.name, "needed")
            try:
                values[column.name] = column.read(cell)
            except BadCell as bad:
                raise _WrongLine(column.name, bad.code, cell) from bad
        if self._file.of_a_station:
            self._lead(values)
        return values

    def _lead(self, values: dict[str, Any]) -> None:
        station = values.pop("station", "")
        station_id = self._books.station_of(station) if station else self._books.own_station
        if station and station_id is None:
            raise _WrongLine("station", "unknown_station", station)
        customer = values.pop("customer", None)
        if customer is not None:
            owners = self._books.customers_of(customer, station_id)
            if len(owners) != 1:
                raise _WrongLine("customer", "which_station" if owners else "unknown_customer", customer)
            values["customer_id"], station_id = owners[0]
        if station_id is None:
            raise _WrongLine("station", "needed")
        if not self._books.keeps(station_id):
            raise _WrongLine("station", "other_station", station)
        values["station_id"] = station_id

    def _check_place(self, known: Known, values: Mapping[str, Any], shown: str) -> None:
        if known.count > 1:
            raise _WrongLine(self._file.key[-1], "several_in_books", shown, known.count)
        if self._file.of_a_station and known.values["station_id"] != values["station_id"]:
            raise _WrongLine("station", "other_station", shown)

    def _body(self, values: dict[str, Any]) -> dict[str, Any]:
        body = {column.name: _empty(column) for column in self._file.columns if column.name not in self._places}
        body = {name: value for name, value in body.items() if name not in {"station", "customer"}}
        body |= values | dict(self._file.fixed)
        for name, word in WHEN_EMPTY.items():
            if body.get(name) == "":
                body[name] = word
        for name, other in SAME_AS.items():
            if body.get(name) == "":
                body[name] = body[other]
        return self._fitting({name: _wire(value) for name, value in body.items()})

    def _changes(self, known: Known, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
        """An empty cell never takes away what must not be empty."""
        changed = {
            name: values[name]
            for name in self._file.editable
            if name in values and values[name] != known.values[name] and not self._stays(name, values[name])
        }
        if not changed:
            return {}
        self._fitting({name: _wire({**known.values, **values}.get(name)) for name in changed}, partial=True)
        return {name: (_wire(known.values[name]), _wire(value)) for name, value in changed.items()}

    def _stays(self, name: str, value: Any) -> bool:
        return value == "" and (name in WHEN_EMPTY or name in SAME_AS)

    def _fitting(self, body: dict[str, Any], *, partial: bool = False) -> dict[str, Any]:
        """Refuse what the mutation would refuse, and say of which column."""
        if not partial and self._is_plain(body):
            return body
        try:
            self._schema.load(body, partial=partial)
        except ValidationError as error:
            name = str(next(iter(error.messages_dict)))
            column = {"customer_id": "customer", "station_id": "station"}.get(name, name)
            code, most = _misfit(self._schema, name, body.get(name))
            raise _WrongLine(column, code, str(body.get(name, "")), most) from error
        return body


def _misfit(schema: Schema, name: str, value: Any) -> tuple[str, int | None]:
    validators = schema.fields[name].validators if name in schema.fields else []
    longest = next((one.max for one in validators if isinstance(one, validate.Length)), None)
    if isinstance(value, str) and longest is not None and len(value) > longest:
        return "too_long", longest
    return "does_not_fit", None


def _empty(column: Column) -> Any:
    return None if column.needed else column.read("")


def _wire(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
