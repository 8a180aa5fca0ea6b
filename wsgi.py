"""The WSGI application for gunicorn: ``gunicorn wsgi:app``."""

import gc

from server.app import create_app
from server.logs import write_logs
from server.settings import Settings

write_logs()
app = create_app(Settings.from_env())

# What is loaded now stays: the collector need not walk through it again and again.
gc.collect()
gc.freeze()
