"""The books as a table, in the columns that can be taken in again."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.imports.files import FILES, File, FileName
from server.imports.sheet import guarded
from server.tables.customers import CustomerRow
from server.tables.people import StationRow

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def write_csv(session: Session, name: FileName, language: str, station_id: str | None) -> bytes:
    """Return the file as CSV in UTF-8 with the mark that Excel wants. ``station_id``: only rows of that station."""
    text = StringIO()
    text.write(_BOM)
    rows = _table(session, FILES[name], language, station_id)
    csv.writer(text).writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def write_workbook(session: Session, name: FileName, language: str, station_id: str | None) -> bytes:
    """Return the file as a workbook. Every cell is text, so that no program takes a number for a date or a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name.value)
    sheet.freeze_panes = "A2"
    for number, row in enumerate(_table(session, FILES[name], language, station_id)):
        cells = [WriteOnlyCell(sheet, value=value) for value in row]
        for cell in cells:
            cell.data_type = "s"
            if number == 0:
                cell.font = Font(bold=True)
        sheet.append(cells)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _table(session: Session, file: File, language: str, station_id: str | None) -> Iterator[list[str]]:
    yield [column.title(language) for column in file.columns]
    stations = dict(session.execute(select(StationRow.id, StationRow.code)).all())
    customers: dict[str, str] = {}
    if any(column.name == "customer" for column in file.columns):
        customers = dict(session.execute(select(CustomerRow.id, CustomerRow.name)).all())
    rows = select(file.row_class).order_by(*(getattr(file.row_class, name) for name in file.key))
    if file.of_a_station and station_id is not None:
        rows = rows.where(file.row_class.station_id == station_id)
    for row in session.scalars(rows):
        leads = {"station": stations.get, "customer": customers.get}
        yield [
            str(leads[column.name](getattr(row, f"{column.name}_id"), ""))
            if column.name in leads
            else column.write(getattr(row, column.name), language)
            for column in file.columns
        ]
