"""Signing in and out, and what a device's token is worth (DESIGN: security)."""

import statistics
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from server.app import create_app
from server.tables.devices import DeviceRow
from server.tables.passwords import hash_password
from server.tables.people import PersonRow
from tests.company import HEADER, PASSWORD, new_device, signed_in


def test_signing_in_tells_the_device_who_it_is_for(app, people):
    device = new_device(app)
    answer = device.sign_in("technician@ningbo")
    assert answer.status_code == 200
    assert answer.json["user_id"] == people["technician@ningbo"]
    assert answer.json["person"]["roles"] == ["technician"]
    assert answer.json["device_id"] == device.id
    assert answer.json["epoch"]
    assert device.get("/api/auth/me").json["person"] == answer.json["person"]


def test_the_token_is_out_of_reach_of_scripts_and_other_sites(app, people):
    cookie = new_device(app).sign_in("technician@ningbo").headers["Set-Cookie"]
    assert cookie.startswith("truckroll_device=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie


def test_the_token_travels_only_encrypted_where_the_site_is_https(settings, people):
    secure = create_app(replace(settings, public_origin="https://service.example.com"))
    answer = new_device(secure).sign_in("technician@ningbo")
    assert "Secure" in answer.headers["Set-Cookie"].split("; ")
    assert answer.headers["Strict-Transport-Security"]


def test_the_database_does_not_hold_the_token(app, people, sessions):
    device = signed_in(app, "technician@ningbo")
    token = device.client.get_cookie("truckroll_device").value
    with sessions() as session:
        row = session.get_one(DeviceRow, device.id)
        assert token not in {row.token_hash, row.id}
        assert len(row.token_hash) == 64


def test_passwords_are_kept_by_argon2id():
    assert hash_password(PASSWORD).startswith("$argon2id$")


def test_a_wrong_password_and_an_unknown_login_are_answered_alike(app, people):
    device = new_device(app)
    wrong = device.sign_in("technician@ningbo", "not the password")
    unknown = device.sign_in("nobody", PASSWORD)
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json == unknown.json
    assert wrong.json["code"] == "wrong_credentials"


def test_an_unknown_login_takes_as_long_as_a_wrong_password(app, people, sessions):
    with sessions.begin() as session:
        session.execute(update(PersonRow).values(password_hash=hash_password(PASSWORD)))
    device = new_device(app)

    def seconds(login):
        began = time.perf_counter()
        device.sign_in(login, "not the password")
        return time.perf_counter() - began

    seconds("nobody")
    known = statistics.median(seconds("technician@ningbo") for _ in range(5))
    unknown = statistics.median(seconds("nobody") for _ in range(5))
    assert 0.4 < unknown / known < 2.5


def test_somebody_who_left_cannot_sign_in_and_their_token_ends(app, people, sessions):
    device = signed_in(app, "technician@ningbo")
    with sessions.begin() as session:
        session.execute(update(PersonRow).where(PersonRow.login == "technician@ningbo").values(active=False))
    assert device.get("/api/auth/me").json["code"] == "sign_in"
    assert device.sign_in("technician@ningbo").json["code"] == "wrong_credentials"


def test_signing_out_ends_the_token_and_keeps_the_device(app, people):
    device = signed_in(app, "technician@ningbo")
    token = device.client.get_cookie("truckroll_device").value
    assert device.post("/api/auth/sign-out").status_code == 204
    device.client.set_cookie("truckroll_device", token)
    assert device.get("/api/auth/me").status_code == 401
    assert device.sign_in("technician@ningbo").status_code == 200


def test_a_second_sign_in_ends_the_first_token(app, people):
    device = signed_in(app, "technician@ningbo")
    stolen = device.client.get_cookie("truckroll_device").value
    device.sign_in("technician@ningbo")
    thief = new_device(app)
    thief.client.set_cookie("truckroll_device", stolen)
    assert thief.get("/api/auth/me").json["code"] == "sign_in"


def test_a_token_ends_after_half_a_year(settings, people):
    clock = [datetime.now(UTC)]
    app = create_app(settings, lambda: clock[0])
    device = signed_in(app, "technician@ningbo")
    clock[0] += timedelta(days=179)
    assert device.get("/api/auth/me").status_code == 200
    clock[0] += timedelta(days=2)
    assert device.get("/api/auth/me").json["code"] == "sign_in"


def test_a_device_id_of_somebody_else_is_refused_with_words_that_help(app, people):
    device = signed_in(app, "technician@ningbo")
    answer = device.sign_in("clerk@ningbo")
    assert (answer.status_code, answer.json["code"]) == (409, "device_of_another")
    assert "new device id" in answer.json["message"]


def test_a_registered_key_is_never_replaced(app, people, sessions):
    device = new_device(app)
    device.sign_in("technician@ningbo", public_key="the first key")
    device.sign_in("technician@ningbo", public_key="another key")
    with sessions() as session:
        assert session.get_one(DeviceRow, device.id).public_key == "the first key"


def test_guessing_passwords_is_slowed_down(settings, people):
    app = create_app(replace(settings, sign_ins_per_minute=3))
    device = new_device(app)
    answers = [device.sign_in("technician@ningbo", "not the password") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [401, 401, 401, 429]
    assert answers[-1].json["code"] == "slow_down"
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert device.get("/api/auth/me").status_code == 401


def test_another_site_cannot_use_a_signed_in_browser(app, people):
    device = signed_in(app, "technician@ningbo")

    def sign_out(headers):
        return device.client.post("/api/auth/sign-out", headers=headers)

    forged = (
        {},
        {**HEADER, "Origin": "https://evil.example"},
        {**HEADER, "Origin": "null"},
        {**HEADER, "Sec-Fetch-Site": "cross-site"},
        {**HEADER, "Sec-Fetch-Site": "same-site"},
    )
    for headers in forged:
        answer = sign_out(headers)
        assert (answer.status_code, answer.json["code"]) == (403, "cross_site"), headers
    assert sign_out({**HEADER, "Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}).status_code == 204
