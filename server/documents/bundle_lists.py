"""What a month's bundle lists: its reports, and its photos by hash (VIS-14)."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from server.tables.documents import DocumentRow
from server.tables.jobs import JobRow
from server.tables.photos import PhotoRow
from server.tables.reports import ReportRow
from server.tables.seals import SealRow
from sync.envelope import wire_time

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Filed:
    """An archived report with all that goes into the bundle; ``documents`` are the PDFs by their seal's id."""

    report: ReportRow
    archived_at: datetime
    job: JobRow | None
    technician: str | None
    unsigned_reason: str | None
    seals: Sequence[SealRow]
    documents: Mapping[str, DocumentRow]
    photos: Sequence[PhotoRow]


def report_lines(filed: Iterable[Filed]) -> Iterator[list[str]]:
    """Yield the head and a line for each report; one that nobody signed says why (VIS-8)."""
    yield [
        *("报告 Report", "任务 Job", "用户 Customer", "车号 Plate", "型号 Model", "编号 Serial", "故障 Fault"),
        *("服务人员 Technician", "结束 Closed", "批准 Approved", "归档 Archived", "签过几次 Revisions"),
        *("没签的原因 Not signed because", "封存 SHA-256", "照片 Photos"),
    ]
    for one in filed:
        job, newest = one.job, one.seals[-1] if one.seals else None
        about = [] if job is None else [job.number, job.customer_name, job.plate, job.model, job.serial]
        yield [
            one.report.number,
            *(value or "" for value in about or [""] * 5),
            (job.fault_reported or "") if job is not None else "",
            one.technician or "",
            *(_time(at) for at in (one.report.closed_at, one.report.decided_at, one.archived_at)),
            str(len(one.seals)),
            one.unsigned_reason or "",
            "" if newest is None else newest.sha256,
            str(len(one.photos)),
        ]


def photo_lines(filed: Iterable[Filed]) -> Iterator[list[str]]:
    """Yield the head and a line for each photo: whose it is, what it shows, and the hash by which it is known."""
    yield ["报告 Report", "照片 Photo", "拍的是 Subject", "时间 Taken", "字节 Bytes", "SHA-256", "到没到 State"]
    for one in filed:
        for photo in one.photos:
            known = [photo.id, photo.subject, _time(photo.taken_at), str(photo.size), photo.sha256, photo.state]
            yield [one.report.number, *known]


def as_csv(lines: Iterable[Sequence[str]]) -> bytes:
    """Return the lines in UTF-8 with the mark that Excel wants; no cell begins like a formula."""
    text = io.StringIO()
    text.write(_BOM)
    csv.writer(text).writerows([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in line] for line in lines)
    return text.getvalue().encode()


def as_workbook(lines: Iterable[Sequence[str]]) -> bytes:
    """Return the lines as a workbook; every cell is text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("index")
    sheet.freeze_panes = "A2"
    for number, line in enumerate(lines):
        cells = [WriteOnlyCell(sheet, value=value) for value in line]
        for cell in cells:
            cell.data_type = "s"
            if number == 0:
                cell.font = Font(bold=True)
        sheet.append(cells)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _time(at: datetime | None) -> str:
    return "" if at is None else wire_time(at)
