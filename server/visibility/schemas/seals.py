"""Seals as they travel: enough to verify a report without the server."""

from marshmallow import Schema, fields

from server.visibility.fields import Count, Id, Moment, Sha256, Text, Truth


class SealRowSchema(Schema):
    """What was signed, byte for byte, with every signature and hash over it (VIS-7)."""

    id = Id(required=True)
    visit_id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    revision = Count(required=True, least=1)
    document = fields.String(required=True)
    sha256 = Sha256(required=True)
    previous = Text(required=True, allow_none=True)
    device_id = Text(required=True, allow_none=True)
    device_key = Text(required=True, allow_none=True)
    device_signature = Text(required=True)
    signed_at = Moment(required=True)
    received_at = Moment(required=True)
    chain_no = Count(required=True, least=1)
    chain_hash = Sha256(required=True)
    chain_previous = Sha256(required=True)
    countersignature = Text(required=True, allow_none=True)
    server_key = Text(required=True, allow_none=True)
    seal_fits = Truth(required=True)
