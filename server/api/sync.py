"""The sync protocol over HTTP; every step of it is the engine's."""

from collections import Counter
from enum import StrEnum
from typing import Any

from flask import g, request
from flask.typing import ResponseReturnValue
from marshmallow import Schema, fields, validate

from server.api.access import caller
from server.api.blueprints import Blueprint
from server.api.problems import TOO_LARGE, Problem
from server.api.running import running
from server.rules.people import Permission
from server.visibility.fields import AnyText, Code, Count, Id, Moment, Sha256, Text
from server.visibility.plain import PlainSchema
from sync.engine import Envelope, Gap, Reset, SeqConflict, Upgrade
from sync.ports import Verdict

blueprint = Blueprint("sync", __name__, url_prefix="/api/sync/v1", description="Changes travel in order, once")

MOST_MUTATIONS = 200
MOST_CHANGES = 1000
PUSH_LIMIT = 2 * 1024 * 1024  # devices halve what they send, but the longest signature stands in its seal as well
RESCUE_LIMIT = 32 * 1024 * 1024
SMALLEST, LARGEST = -(2**31), 2**31 - 1


class StreamName(StrEnum):
    """A device's two numberings."""

    MAIN = "main"
    URGENT = "urgent"


class EnvelopeSchema(Schema):
    """A mutation as it travels; ``body`` is JSON text, so that the inbox keeps the very bytes that were written."""

    seq = Count(required=True, least=1)
    mutation_id = Id(required=True)
    name = AnyText(required=True, least=1, most=80)
    v = Count(required=True, least=1, most=LARGEST)
    lane = AnyText(required=True, least=1, most=120)
    base = Count(required=True)
    body = AnyText(required=True)
    device_time = AnyText(required=True, most=40)
    tz_offset_min = Count(required=True, least=SMALLEST, most=LARGEST)
    clock_offset_ms = Count(required=True, least=-(2**53 - 1))
    sha256 = Sha256(required=True)


class PushSchema(PlainSchema):
    """At most 200 mutations and 512 KiB; none at all asks what the server has."""

    device_id = Id(required=True)
    stream = Code(StreamName, required=True)
    epoch = Text(least=1, most=64, required=True)
    mutations = fields.List(fields.Nested(EnvelopeSchema), required=True, metadata={"maxItems": MOST_MUTATIONS})


class ResultSchema(Schema):
    """The verdict on one mutation."""

    seq = Count(required=True)
    mutation_id = Id(required=True)
    verdict = Code(Verdict, required=True)
    code = fields.String(required=True, allow_none=True)
    detail = fields.Dict(required=True, allow_none=True)


class PushAnswerSchema(Schema):
    """What the server has; the verdicts are a hint, the feed brings them for certain."""

    epoch = fields.String(required=True)
    acked_seq = Count(required=True)
    server_time = Moment(required=True)
    results = fields.List(fields.Nested(ResultSchema), required=True)


class PullSchema(Schema):
    """``cursor`` from the answer before; ``tables`` that the app knows, with commas between."""

    cursor = Text(least=1, most=4000)
    limit = fields.Integer(load_default=MOST_CHANGES, validate=validate.Range(1, MOST_CHANGES))
    tables = Text(least=1, most=2000)


class ChangeSchema(Schema):
    """One change; which of the fields stand there depends on ``op``."""

    op = fields.String(required=True, validate=validate.OneOf(["put", "del", "grant", "revoke", "verdict"]))
    table = fields.String()
    id = fields.String()
    row = fields.Dict()
    lane = fields.String()
    snapshot = fields.List(fields.Dict())
    reason = fields.String()
    stream = fields.String()
    seq = Count()
    mutation_id = Id()
    verdict = Code(Verdict)
    code = fields.String(allow_none=True)
    detail = fields.Dict(allow_none=True)


class PullAnswerSchema(Schema):
    """What changed for this person; ``position`` is the ``base`` of what the device records from now on."""

    epoch = fields.String(required=True)
    cursor = fields.String(required=True)
    position = Count(required=True)
    more = fields.Boolean(required=True)
    server_time = Moment(required=True)
    changes = fields.List(fields.Nested(ChangeSchema), required=True)


class ManifestSchema(Schema):
    """``tables`` that the app knows, with commas between."""

    tables = Text(least=1, most=2000)


class ManifestAnswerSchema(Schema):
    """What a device at ``position`` must hold."""

    epoch = fields.String(required=True)
    position = Count(required=True)
    digest = fields.String(required=True)
    counts = fields.Dict(keys=fields.String(), values=Count(), required=True)


class RescueSchema(Schema):
    """A bundle exported from a dying or locked phone, as the phone wrote it."""

    bundle = fields.String(required=True)


class RescuedSchema(Schema):
    """Where the bundle waits for a person."""

    bundle_id = fields.String(required=True)


@blueprint.endpoint(
    "POST",
    "/push",
    Permission.SYNC,
    takes=PushSchema,
    gives=PushAnswerSchema,
    problems=(409,),
    drained=True,
    at_most=PUSH_LIMIT,
)
def push(sent: dict[str, Any]) -> ResponseReturnValue:
    """Take in what a device recorded; nothing in it can make this fail but its numbers."""
    if sent["device_id"] != caller().device_id:
        raise Problem(400, "malformed", "device_id is not the device that is signed in. Sign in with it first.")
    if len(sent["mutations"]) > MOST_MUTATIONS:
        raise Problem(413, *TOO_LARGE)
    envelopes = [Envelope(**envelope) for envelope in sent["mutations"]]
    try:
        answer = running().sync.push(caller().user_id, caller().device_id, sent["stream"], sent["epoch"], envelopes)
    except Gap as gap:
        raise Problem(409, "gap", str(gap), expected=gap.expected) from gap
    except SeqConflict as conflict:
        raise Problem(409, "seq_conflict", str(conflict), seq=conflict.seq) from conflict
    verdicts = Counter(result.verdict.value for result in answer.results)
    g.noted = {"device": caller().device_id, "count": len(envelopes), **verdicts, "acked": answer.acked_seq}
    for verdict, count in verdicts.items():
        running().metrics.verdicts.labels(verdict).inc(count)
    return answer.wire()


@blueprint.endpoint("GET", "/pull", Permission.SYNC, query=PullSchema, gives=PullAnswerSchema, problems=(409, 426))
def pull(sent: dict[str, Any]) -> ResponseReturnValue:
    """Give what changed for this person since the cursor; everything without one."""
    try:
        answer = running().sync.pull(
            caller().user_id, caller().device_id, sent.get("cursor"), sent["limit"], _tables(sent)
        )
    except Reset as reset:
        raise Problem(409, "reset", str(reset), reason=reset.reason) from reset
    except Upgrade as upgrade:
        raise Problem(426, "upgrade", str(upgrade)) from upgrade
    g.noted = {"device": caller().device_id, "count": len(answer.changes), "position": answer.position}
    running().metrics.pulled.inc(len(answer.changes))
    return answer.wire()


@blueprint.endpoint("GET", "/manifest", Permission.SYNC, query=ManifestSchema, gives=ManifestAnswerSchema)
def manifest(sent: dict[str, Any]) -> ResponseReturnValue:
    """Prove what this device must hold once it has pulled everything."""
    return running().sync.manifest(caller().user_id, caller().device_id, _tables(sent)).wire()


@blueprint.endpoint(
    "POST",
    "/rescue",
    Permission.SYNC,
    takes=RescueSchema,
    gives=RescuedSchema,
    status=202,
    drained=True,
    at_most=RESCUE_LIMIT,
)
def rescue(sent: dict[str, Any]) -> ResponseReturnValue:
    """Keep the bundle in quarantine; a person applies it."""
    bundle_id = running().sync.rescue(caller().user_id, sent["bundle"])
    g.noted = {"device": caller().device_id, "size": request.content_length, "rescue": bundle_id}
    return {"bundle_id": bundle_id}, 202


def _tables(sent: dict[str, Any]) -> list[str] | None:
    return sent["tables"].split(",") if "tables" in sent else None
