"""The application put together: engines, endpoints, errors, headers, logs and the PWA's files."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from server.api import archive, auth, devices, figures, health, imports, reports, subscriptions, sync, tag_rolls, verify
from server.api.access import caller, guard
from server.api.bodies import read_body, squeeze
from server.api.metrics import Metrics
from server.api.photos import photos_blueprint
from server.api.running import NAME, Running
from server.api.uploads import uploads_blueprint
from server.app import errors, headers, limits, measuring, openapi, pwa
from server.app.json import StrictJson
from server.engines import now, open_engines
from server.settings import Settings

BLUEPRINTS = (
    auth.blueprint,
    devices.blueprint,
    sync.blueprint,
    subscriptions.blueprint,
    reports.blueprint,
    archive.blueprint,
    figures.blueprint,
    imports.blueprint,
    tag_rolls.blueprint,
    health.blueprint,
)


def identify() -> str:
    """Return the id of the person who calls."""
    return caller().user_id


def create_app(settings: Settings, clock: Callable[[], datetime] = now) -> Flask:
    """Return the WSGI application of one installation; its tables must have been migrated."""
    app = Flask(__name__, static_folder=None)
    app.json = StrictJson(app)
    engines = open_engines(settings, clock, app)
    app.extensions[NAME] = Running(settings=settings, engines=engines, metrics=Metrics())
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    measuring.init(app)
    app.before_request(guard)
    limits.init(app, settings)
    app.before_request(read_body)
    openapi.init(app, BLUEPRINTS)
    errors.init(app)
    app.register_blueprint(uploads_blueprint(engines.media, identify))
    app.register_blueprint(photos_blueprint(engines.media, identify))
    app.register_blueprint(verify.blueprint)
    app.register_blueprint(pwa.blueprint)
    app.after_request(squeeze)
    app.after_request(headers.protect)
    return app
