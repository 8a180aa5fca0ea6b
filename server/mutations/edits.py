"""The wire form of an edit: each field with the value that was seen and the value that was typed."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from server.rules.jobs import FaultClass, Urgency
from server.rules.merge import Edit
from server.rules.sla import Contract, RepairSize
from server.rules.stock import MOST_PIECES, StockSource
from server.rules.visits import Responsibility, YesNo
from server.visibility.fields import Code, Count, Id, Ids, Moment, Text, Truth
from server.visibility.schemas.checklists import Answer


def _edit(name: str, before: fields.Field[Any], after: fields.Field[Any]) -> type[Schema]:
    # ``from`` is a word of Python, so the class cannot be written out.
    return Schema.from_dict({"from": before, "to": after}, name=name)


def _codes(codes: Any) -> Code:
    return Code(codes, required=True, allow_none=True)


TextEdit = _edit("TextEdit", Text(required=True, allow_none=True), Text(required=True, allow_none=True))
CountEdit = _edit("CountEdit", Count(required=True, allow_none=True), Count(required=True, allow_none=True))
TruthEdit = _edit("TruthEdit", Truth(required=True, allow_none=True), Truth(required=True, allow_none=True))
IdEdit = _edit("IdEdit", Id(required=True, allow_none=True), Id(required=True, allow_none=True))
MomentEdit = _edit("MomentEdit", Moment(required=True, allow_none=True), Moment(required=True, allow_none=True))
IdsEdit = _edit("IdsEdit", Ids(required=True, allow_none=True), Ids(required=True, allow_none=True))
AnswerEdit = _edit("AnswerEdit", Answer(required=True, allow_none=True), Answer(required=True, allow_none=True))
YesNoEdit = _edit("YesNoEdit", _codes(YesNo), _codes(YesNo))
ResponsibilityEdit = _edit("ResponsibilityEdit", _codes(Responsibility), _codes(Responsibility))
FaultClassEdit = _edit("FaultClassEdit", _codes(FaultClass), _codes(FaultClass))
UrgencyEdit = _edit("UrgencyEdit", _codes(Urgency), _codes(Urgency))
ContractEdit = _edit("ContractEdit", _codes(Contract), _codes(Contract))
RepairSizeEdit = _edit("RepairSizeEdit", _codes(RepairSize), _codes(RepairSize))
SerialEdit = _edit(
    "SerialEdit", Text(required=True, allow_none=True, most=60), Text(required=True, allow_none=True, most=60)
)
PiecesEdit = _edit(
    "PiecesEdit", Count(required=True, least=1, most=MOST_PIECES), Count(required=True, least=1, most=MOST_PIECES)
)
PartEdit = _edit("PartEdit", Id(required=True), Id(required=True))
SourceEdit = _edit("SourceEdit", Code(StockSource, required=True), Code(StockSource, required=True))


def read_edits(changes: Mapping[str, Mapping[str, Any]]) -> dict[str, Edit]:
    """Return the loaded changes as the rules know them."""
    return {name: Edit(change["from"], change["to"]) for name, change in changes.items()}
