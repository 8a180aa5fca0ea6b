"""Whether the server is alive and ready, and what it counts."""

import hmac

from flask import Response, request
from flask.typing import ResponseReturnValue
from marshmallow import Schema, fields
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError

from server.api.blueprints import Blueprint
from server.api.problems import Problem
from server.api.running import running
from server.notify.drain import DELIVER
from server.rules.people import Permission
from server.settings import LOCAL_HOSTS
from server.tables.base import db
from server.tables.migrate import is_current
from server.tables.work import PUSH, REPORT, count_waiting
from sync.transactions import reading

blueprint = Blueprint("health", __name__, description="For the balancer and for Prometheus")


class HealthSchema(Schema):
    """The server answers."""

    status = fields.String(required=True)


@blueprint.endpoint("GET", "/healthz", Permission.ANYONE, gives=HealthSchema)
def healthz() -> ResponseReturnValue:
    """Say that the process answers; it asks nothing of the database."""
    return {"status": "ok"}


@blueprint.endpoint("GET", "/readyz", Permission.ANYONE, gives=HealthSchema)
def readyz() -> ResponseReturnValue:
    """Say whether the database can be reached and every migration has been applied."""
    try:
        current = is_current(db.engine)
    except SQLAlchemyError as error:
        raise Problem(503, "not_ready", "The database cannot be reached. Check DATABASE_URL.") from error
    if not current:
        raise Problem(503, "not_ready", "The tables are old. Run: python -m server.cli migrate")
    return {"status": "ready"}


@blueprint.endpoint("GET", "/metrics", Permission.ANYONE, problems=(403,))
def metrics() -> ResponseReturnValue:
    """Give Prometheus the counters: to this machine, or to who knows ``METRICS_TOKEN``."""
    token = running().settings.metrics_token
    known = token is not None and hmac.compare_digest(request.headers.get("Authorization", ""), f"Bearer {token}")
    if not known and request.remote_addr not in LOCAL_HOSTS:
        raise Problem(403, "not_permitted", "Send the header 'Authorization: Bearer <METRICS_TOKEN>'.")
    with reading(db.session) as session:
        for kind, count in count_waiting(session, (PUSH, DELIVER, REPORT)).items():
            running().metrics.waiting.labels(kind).set(count)
    return Response(generate_latest(running().metrics.registry), content_type=CONTENT_TYPE_LATEST)
