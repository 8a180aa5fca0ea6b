"""The wire form of every row as a schema: the OpenAPI document and the device's types come from here."""

from collections.abc import Mapping

from marshmallow import Schema

from server.visibility.schemas.cases import DiscrepancyRowSchema, ReviewRowSchema
from server.visibility.schemas.catalogue import FaultRowSchema, PartRowSchema, StockRowSchema
from server.visibility.schemas.company import CustomerRowSchema, EquipmentRowSchema, PersonRowSchema, StationRowSchema
from server.visibility.schemas.jobs import JobRowSchema
from server.visibility.schemas.old_parts import OldPartRowSchema
from server.visibility.schemas.reports import ReportRowSchema, SignatureRowSchema
from server.visibility.schemas.visits import PhotoRowSchema, SwapRowSchema, VisitRowSchema

ROW_SCHEMAS: Mapping[str, type[Schema]] = {
    "station": StationRowSchema,
    "person": PersonRowSchema,
    "customer": CustomerRowSchema,
    "equipment": EquipmentRowSchema,
    "part": PartRowSchema,
    "fault": FaultRowSchema,
    "job": JobRowSchema,
    "visit": VisitRowSchema,
    "swap": SwapRowSchema,
    "old_part": OldPartRowSchema,
    "photo": PhotoRowSchema,
    "signature": SignatureRowSchema,
    "report": ReportRowSchema,
    "stock": StockRowSchema,
    "discrepancy": DiscrepancyRowSchema,
    "review": ReviewRowSchema,
}
