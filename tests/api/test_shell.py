"""What every answer has: headers, one shape of errors, the PWA's files, and figures for the operator."""

import json
import logging
from dataclasses import replace

import pytest

from server.app import create_app
from tests.company import HEADER, PASSWORD, settings_for, signed_in


@pytest.fixture
def dist(settings):
    folder = settings.pwa_dir
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Truckroll</title>", encoding="utf-8")
    (folder / "sw.js").write_text("// the worker", encoding="utf-8")
    (folder / "manifest.webmanifest").write_text("{}", encoding="utf-8")
    (folder / "assets" / "main-B4x9_k2Q.js").write_text("console.log(1);\n" * 500, encoding="utf-8")
    (folder / "assets" / "reader-C1d2e3f4.wasm").write_bytes(b"\0asm")
    return folder


@pytest.fixture
def client(app, dist):
    return app.test_client()


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/auth/me", "/nothing/here", "/assets/main-B4x9_k2Q.js"])
def test_every_answer_tells_the_browser_what_no_page_of_ours_needs(client, path):
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert policy["style-src"] == policy["worker-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Permissions-Policy"].startswith("camera=(self), geolocation=(self), microphone=(self)")


@pytest.mark.parametrize("path", ["/", "/today", "/job/019a9c3e", "/index.html", "/sw.js", "/manifest.webmanifest"])
def test_pages_and_the_worker_are_asked_for_anew(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
    again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_every_address_of_the_app_is_its_page(client):
    assert client.get("/office/jobs").data == client.get("/").data


def test_files_with_a_hash_in_their_name_are_kept_for_ever(client):
    answer = client.get("/assets/main-B4x9_k2Q.js")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.mimetype == "text/javascript"
    assert client.get("/assets/reader-C1d2e3f4.wasm").mimetype == "application/wasm"
    assert client.get("/manifest.webmanifest").mimetype == "application/manifest+json"


def test_scripts_travel_as_gzip(client):
    plain = client.get("/assets/main-B4x9_k2Q.js")
    squeezed = client.get("/assets/main-B4x9_k2Q.js", headers={"Accept-Encoding": "gzip"})
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert squeezed.headers["Vary"] == "Accept-Encoding"
    assert len(squeezed.data) * 10 < len(plain.data)


def test_a_script_of_another_version_is_missing_and_never_the_page(client):
    answer = client.get("/assets/main-AAAAAAAA.js")
    assert (answer.status_code, answer.json["code"]) == (404, "missing")


def test_an_unknown_address_under_api_is_never_the_page(client):
    answer = client.get("/api/nothing")
    assert (answer.status_code, answer.json["code"]) == (404, "missing")


@pytest.mark.parametrize("path", ["/../settings.py", "/..%2f..%2fvar/settings.env", "/%2e%2e/truckroll.sqlite"])
def test_nobody_climbs_out_of_the_apps_folder(client, settings, path):
    assert b"SQLite" not in client.get(path).data
    assert b"<title>" in client.get(path).data


def test_an_app_that_was_not_built_says_what_to_do(app):
    answer = app.test_client().get("/")
    assert (answer.status_code, answer.json["code"]) == (503, "not_built")
    assert "make run" in answer.json["message"]


def test_a_method_that_an_address_does_not_take_is_an_error_of_the_same_shape(client):
    answer = client.put("/healthz", headers=HEADER)
    assert (answer.status_code, answer.json["code"]) == (405, "method_not_allowed")


def test_a_fault_says_nothing_of_what_went_wrong_and_logs_only_where(app, people, caplog):
    def crash():
        raise RuntimeError("周海 139 0574 1180")

    crash.access = app.view_functions["auth.me"].access
    app.view_functions["auth.me"] = crash
    device = signed_in(app, "technician@ningbo")
    logging.getLogger("server").propagate = True
    with caplog.at_level(logging.INFO, "server"):
        answer = device.get("/api/auth/me")
    assert (answer.status_code, answer.json["code"]) == (500, "fault")
    assert "周海" not in answer.text
    assert "fault" in caplog.messages


def test_prometheus_reads_the_figures_on_this_machine(app, people):
    device = signed_in(app, "technician@ningbo")
    device.get("/api/sync/v1/pull")
    figures = device.get("/metrics").text
    assert 'truckroll_requests_total{endpoint="sync.pull",status="200"} 1.0' in figures
    assert 'truckroll_work_waiting{kind="push"} 0.0' in figures
    assert "technician" not in figures
    assert device.id not in figures


def test_prometheus_elsewhere_needs_the_token(settings, people):
    client = create_app(replace(settings, metrics_token="s3cret")).test_client()
    elsewhere = {"REMOTE_ADDR": "203.0.113.7"}
    assert client.get("/metrics", environ_base=elsewhere).status_code == 403
    wrong = client.get("/metrics", environ_base=elsewhere, headers={"Authorization": "Bearer guess"})
    assert wrong.status_code == 403
    right = client.get("/metrics", environ_base=elsewhere, headers={"Authorization": "Bearer s3cret"})
    assert right.status_code == 200


def test_a_server_on_old_tables_is_not_ready(tmp_path):
    answer = create_app(settings_for(tmp_path)).test_client().get("/readyz")
    assert (answer.status_code, answer.json["code"]) == (503, "not_ready")
    assert "migrate" in answer.json["message"]


def test_text_that_no_database_can_keep_is_refused(app, people):
    device = signed_in(app, "technician@ningbo")
    body = {"login": "a\u0000b", "password": PASSWORD, "device_id": device.id, "device_name": "x"}
    answer = device.client.post(
        "/api/auth/sign-in", data=json.dumps(body), content_type="application/json", headers=HEADER
    )
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")
