"""The WSGI application for gunicorn: ``gunicorn wsgi:app``."""

from server.app import create_app
from server.logs import write_logs
from server.settings import Settings

write_logs()
app = create_app(Settings.from_env())
