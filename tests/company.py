"""A company small enough for a test: two stations, a person of each role at both, one administrator."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session, sessionmaker
from werkzeug.test import TestResponse

from server.notify.keys import make_private_key
from server.rules.keys import make_private_key as make_seal_key
from server.rules.people import Role
from server.settings import Settings
from server.tables.base import new_id
from server.tables.people import PersonRow, StationRow
from tests.databases import sqlite_with_tables

PASSWORD = "a long enough password"
NINGBO = "019a9c3e-7b10-7000-8000-000000000001"
WUHU = "019a9c3e-7b10-7000-8000-000000000002"
KNOWN = {
    "technician@ningbo": "019a9c3e-7b10-7000-8000-000000000011",
    "dispatcher@ningbo": "019a9c3e-7b10-7000-8000-000000000012",
}
"""Ids that the golden files name."""
HEADER = {"X-Truckroll": "1"}


@cache
def password_hash() -> str:
    """Made to be checked at once: what a real one costs on purpose is not what these tests are about."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


def settings_for(folder: Path, database_url: str | None = None, **more: Any) -> Settings:
    return Settings(
        database_url=database_url or f"sqlite:///{folder / 'truckroll.sqlite'}",
        media_dir=folder / "media",
        public_origin="http://localhost",
        pwa_dir=folder / "dist",
        vapid_private_key=make_private_key(),
        seal_key=make_seal_key(),
        vapid_subject="mailto:office@example.com",
        push_hosts=("127.0.0.1",),
        **{"sign_ins_per_minute": 1000, **more},
    )


def settings_with_tables(folder: Path, **more: Any) -> Settings:
    """Settings whose SQLite database is as ``migrate`` leaves it."""
    return settings_for(folder, sqlite_with_tables(folder / "truckroll.sqlite"), **more)


def hire(sessions: sessionmaker[Session]) -> dict[str, str]:
    """Return the id of each person by login: ``manager@ningbo``, ``clerk@wuhu``, ``administrator``..."""
    now = datetime.now(UTC)
    logins = {"administrator": (None, [Role.ADMINISTRATOR])}
    for station, town in ((NINGBO, "ningbo"), (WUHU, "wuhu")):
        logins |= {f"{role}@{town}": (station, [role]) for role in Role if role is not Role.ADMINISTRATOR}
    ids = {login: KNOWN.get(login) or new_id(now) for login in logins}
    with sessions.begin() as session:
        session.add(StationRow(id=NINGBO, code="NB", name="宁波服务站", name_en="Ningbo station", city="宁波"))
        session.add(StationRow(id=WUHU, code="WH", name="芜湖服务站", name_en="Wuhu station", city="芜湖"))
        session.flush()
        for login, (station, roles) in logins.items():
            session.add(
                PersonRow(
                    id=ids[login],
                    login=login,
                    password_hash=password_hash(),
                    name=f"周海 {login}",
                    roles=[role.value for role in roles],
                    station_id=station,
                    phone="139 0574 1180",
                    language="zh",
                    active=True,
                    created_at=now,
                )
            )
    return ids


@dataclass
class Device:
    """A device in somebody's hands."""

    client: FlaskClient
    id: str

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.client.get(path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> TestResponse:
        return self.client.post(path, json=body, headers=HEADER, **more)

    def sign_in(self, login: str, password: str = PASSWORD, **more: Any) -> TestResponse:
        body = {"login": login, "password": password, "device_id": self.id, "device_name": "Pixel", **more}
        return self.post("/api/auth/sign-in", body)


def new_device(app: Flask) -> Device:
    return Device(app.test_client(), new_id(datetime.now(UTC)))


def signed_in(app: Flask, login: str) -> Device:
    device = new_device(app)
    answer = device.sign_in(login)
    assert answer.status_code == 200, answer.json
    return device
