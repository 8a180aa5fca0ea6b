"""Master data as tables: looked at in a preview, taken in when confirmed, and given out in the same columns."""

from typing import Any

from flask import Response, request
from flask.typing import ResponseReturnValue
from marshmallow import Schema, fields, validate

from server.api.access import caller
from server.api.blueprints import Blueprint
from server.api.problems import Problem
from server.api.running import running
from server.imports.files import FILES, FileName
from server.imports.previewing import Difference, Newcomer, Preview, preview
from server.imports.sheet import LARGEST_FILE
from server.imports.taking_in import recordings
from server.imports.writing import write_csv, write_workbook
from server.rules.master_data import check_keeper
from server.rules.people import Permission, Role
from server.tables.base import db
from server.visibility.fields import Code, Count, Sha256, Text, Truth
from sync.ports import Verdict
from sync.transactions import reading

blueprint = Blueprint("imports", __name__, url_prefix="/api", description="Master data as tables")

MOST_SHOWN = 500
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class CellSchema(Schema):
    """A field of a new row, as it travels."""

    column = fields.String(required=True)
    value = fields.Raw(required=True, allow_none=True)


class ChangedCellSchema(Schema):
    """A field that differs: what the books say, and what the file says."""

    column = fields.String(required=True)
    before = fields.Raw(required=True, allow_none=True)
    after = fields.Raw(required=True, allow_none=True)


class NewLineSchema(Schema):
    """A line that the books do not have."""

    line = Count(required=True)
    key = fields.String(required=True)
    cells = fields.List(fields.Nested(CellSchema), required=True)


class ChangedLineSchema(Schema):
    """A line that differs from the books."""

    line = Count(required=True)
    key = fields.String(required=True)
    cells = fields.List(fields.Nested(ChangedCellSchema), required=True)


class WrongLineSchema(Schema):
    """Why a line stays out. ``also`` is the other line or the number that ``code`` speaks of."""

    line = Count(required=True)
    column = fields.String(required=True, allow_none=True)
    code = fields.String(required=True)
    value = fields.String(required=True)
    also = Count(required=True, allow_none=True)


class ColumnSchema(Schema):
    """A column of the file."""

    name = fields.String(required=True)
    zh = fields.String(required=True)
    en = fields.String(required=True)
    needed = Truth(required=True)


class PreviewSchema(Schema):
    """What would happen. Of each list the first 500 are told; the numbers count all of them."""

    file = Code(FileName, required=True)
    plan = Sha256(required=True)
    lines = Count(required=True)
    added = Count(required=True)
    changed = Count(required=True)
    same = Count(required=True)
    wrong = Count(required=True)
    columns = fields.List(fields.Nested(ColumnSchema), required=True)
    ignored = fields.List(fields.String(), required=True)
    additions = fields.List(fields.Nested(NewLineSchema), required=True)
    changes = fields.List(fields.Nested(ChangedLineSchema), required=True)
    faults = fields.List(fields.Nested(WrongLineSchema), required=True)


class ConfirmedSchema(Schema):
    """Which plan was looked at, and what the file is called."""

    plan = Sha256(required=True)
    name = Text(required=True, least=1, most=200)


class TakenInSchema(Schema):
    """How many lines are in the books now that were not, or differed."""

    added = Count(required=True)
    changed = Count(required=True)


class FormSchema(Schema):
    """The titles and words of the file."""

    language = fields.String(load_default="zh", validate=validate.OneOf(["zh", "en"]))


@blueprint.endpoint(
    "POST",
    "/imports/<file>/preview",
    Permission.MASTER_DATA,
    gives=PreviewSchema,
    problems=(404, 409, 413),
    at_most=LARGEST_FILE + 1,
)
def look(file: str) -> ResponseReturnValue:
    """Read the file that is the body of the request, and tell line by line what would happen; nothing is written."""
    return _told(_preview(_file(file)))


@blueprint.endpoint(
    "POST",
    "/imports/<file>/take-in",
    Permission.MASTER_DATA,
    query=ConfirmedSchema,
    gives=TakenInSchema,
    problems=(404, 409, 413),
    at_most=LARGEST_FILE + 1,
)
def take_in(sent: dict[str, Any], file: str) -> ResponseReturnValue:
    """Record what the preview of this very file told. Sent again, it finds what is left to do."""
    found = _preview(_file(file))
    if found.plan() != sent["plan"]:
        raise Problem(409, "changed_meanwhile", "The books have changed since you looked. Look at the file again.")
    engine, now = running().engines.sync, running().clock()
    for recording in recordings(found, caller().user_id, sent["name"], now):
        (result,) = engine.record_many([recording])
        if result.verdict is not Verdict.APPLIED:
            raise Problem(409, result.code or "refused", "Some lines were not taken in. Look at the file again.")
    return {"added": len(found.newcomers), "changed": len(found.differences)}


@blueprint.endpoint("GET", "/exports/<file>.<form>", Permission.MASTER_DATA, query=FormSchema, problems=(404,))
def give_out(sent: dict[str, Any], file: str, form: str) -> ResponseReturnValue:
    """Return the books as ``csv`` or ``xlsx``, in the columns that can be taken in again."""
    name, write = _file(file), {"csv": write_csv, "xlsx": write_workbook}.get(form)
    if write is None:
        raise Problem(404, "missing", "Ask for .csv or .xlsx.")
    with reading(db.session) as session:
        data = write(session, name, sent["language"], _own_station())
    answer = Response(data, mimetype="text/csv" if form == "csv" else _WORKBOOK)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _file(word: str) -> FileName:
    """Return the file, if there is one of this name and the person keeps it."""
    if word not in set(FileName):
        raise Problem(404, "missing", f"There is no such file. Choose one of: {', '.join(FileName)}.")
    name = FileName(word)
    if not FILES[name].of_a_station:
        check_keeper(caller().actor.roles, caller().actor.station_id, station_id=None)
    return name


def _own_station() -> str | None:
    """Return the only station whose files the person keeps, or None for somebody who keeps all."""
    actor = caller().actor
    return None if Role.ADMINISTRATOR in actor.roles else actor.station_id


def _preview(name: FileName) -> Preview:
    data = request.get_data(cache=True)
    with reading(db.session) as session:
        return preview(session, name, data, _own_station())


def _told(found: Preview) -> dict[str, Any]:
    return {
        "file": found.file.name.value,
        "plan": found.plan(),
        "lines": found.lines,
        "added": len(found.newcomers),
        "changed": len(found.differences),
        "same": found.same,
        "wrong": found.wrong,
        "columns": [{"name": one.name, "zh": one.zh, "en": one.en, "needed": one.needed} for one in found.file.columns],
        "ignored": list(found.ignored),
        "additions": [_new_line(one) for one in found.newcomers[:MOST_SHOWN]],
        "changes": [_changed_line(one) for one in found.differences[:MOST_SHOWN]],
        "faults": [
            {"line": one.line, "column": one.column, "code": one.code, "value": one.value, "also": one.also}
            for one in found.faults[:MOST_SHOWN]
        ],
    }


def _new_line(one: Newcomer) -> dict[str, Any]:
    cells = [{"column": name, "value": value} for name, value in one.body.items()]
    return {"line": one.line, "key": one.key, "cells": cells}


def _changed_line(one: Difference) -> dict[str, Any]:
    cells = [{"column": name, "before": before, "after": after} for name, (before, after) in one.changes.items()]
    return {"line": one.line, "key": one.key, "cells": cells}
