"""Push messages: encrypted for one browser, signed by us, sent at least once, seen once."""

import base64
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from sqlalchemy import select, update

from server.api.running import NAME
from server.app import create_app
from server.mutations.acting import SYSTEM
from server.notify.drain import DELIVER, LEASE, drain
from server.notify.keys import public_key
from server.notify.send import Sender
from server.settings import HOUSE
from server.tables.devices import PushSubscriptionRow
from server.tables.work import PUSH, WorkRow, enqueue
from tests.company import hire, settings_for, signed_in
from tests.waiting import until

JOB = "019a9c3e-7b10-7000-8000-000000000031"
MESSAGE = {"topic": "job_assigned", "job_id": JOB, "number": "NB-2611-0342"}
GOLDEN = Path(__file__).parents[1] / "contract" / "mutations"
BEFORE_A_VISIT = {
    "customer.add": SYSTEM,
    "equipment.add": SYSTEM,
    "part.add": SYSTEM,
    "fault.add": SYSTEM,
    "job.open": "dispatcher@ningbo",
    "job.assign": "dispatcher@ningbo",
}
NOW = datetime.now(UTC)


@pytest.fixture
def settings(tmp_path, migrated_url):
    return settings_for(tmp_path, migrated_url)


@pytest.fixture
def app(settings):
    made = create_app(settings)
    yield made
    made.extensions[NAME].engines.database.dispose()


@pytest.fixture
def sessions(app):
    return app.extensions[NAME].engines.sessions


@pytest.fixture
def people(sessions):
    return hire(sessions)


@pytest.fixture
def technician(people):
    return people["technician@ningbo"]


@dataclass
class Office:
    """What writes messages into the outbox and sends them."""

    sessions: Any
    sender: Sender
    technician: str

    def tell(self):
        with self.sessions.begin() as session:
            return enqueue(session, PUSH, {"user_id": self.technician, **MESSAGE}, NOW)

    def drain(self, after=timedelta(0)):
        return drain(self.sessions, self.sender, NOW + after)

    def deliveries(self):
        with self.sessions() as session:
            return session.scalars(select(WorkRow).where(WorkRow.kind == DELIVER)).all()


@pytest.fixture
def office(sessions, settings, technician):
    return Office(sessions, Sender(settings.vapid_private_key, settings.vapid_subject), technician)


@pytest.fixture
def browser(app, technician, service):
    return subscribe(app, service.browser())


def subscribe(app, browser):
    device = signed_in(app, "technician@ningbo")
    answer = device.post("/api/push-subscriptions", browser.subscription())
    assert answer.status_code == 204, answer.json
    return browser


def test_assigning_a_job_tells_its_technician_what_is_waiting(office, app, people, browser, service):
    for name, by in BEFORE_A_VISIT.items():
        golden = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
        user_id = people.get(by, by)
        result = app.extensions[NAME].sync.record(user_id, name, golden["v"], golden["lane"], golden["body"])
        assert result.verdict == "applied", (name, result)
    assert drain(office.sessions, office.sender, datetime.now(UTC)) == 1
    ((_, _, body),) = service.received
    message = browser.read(body)
    assert message["title"]["en"] == "New job"
    assert message["path"] == f"/job/{JOB}"


def test_only_the_browser_can_read_what_the_push_service_carries(office, browser, service):
    message_id = office.tell()
    assert office.drain() == 1
    ((_, headers, body),) = service.received
    assert b"NB-2611" not in body
    assert headers["content-encoding"] == "aes128gcm"
    assert browser.read(body) == {
        "id": message_id,
        "title": {"zh": "新任务", "en": "New job"},
        "body": {"zh": "NB-2611-0342", "en": "NB-2611-0342"},
        "path": f"/job/{JOB}",
    }


def test_the_push_service_can_tell_that_it_comes_from_us(office, app, browser, service):
    office.tell()
    office.drain()
    ((_, headers, _),) = service.received
    fields = dict(part.strip().split("=", 1) for part in headers["Authorization"].removeprefix("vapid ").split(","))
    assert fields["k"] == public_key(office.sender.private_key)
    assert fields["k"] == signed_in(app, "clerk@wuhu").get("/api/push-key").json["key"]
    signed, _, signature = fields["t"].rpartition(".")
    raw = decoded(signature)
    r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(fields["k"]))
    key.verify(utils.encode_dss_signature(r, s), signed.encode(), ec.ECDSA(hashes.SHA256()))
    claims = json.loads(decoded(signed.split(".")[1]))
    assert claims["sub"] == "mailto:office@example.com"
    assert claims["aud"] == browser.endpoint.removesuffix("/one")


def test_a_repeat_replaces_what_it_repeats(office, browser, service):
    message_id = office.tell()
    office.drain()
    ((_, headers, _),) = service.received
    assert headers["Topic"] == message_id.replace("-", "")
    assert len(headers["Topic"]) == 32
    assert headers["Urgency"] == "high"
    assert int(headers["Ttl"]) == 24 * 3600


def test_each_device_of_a_person_is_told(office, app, browser, service):
    subscribe(app, service.browser("two"))
    office.tell()
    assert office.drain() == 2
    assert {path for path, _, _ in service.received} == {"/one", "/two"}


def test_a_message_is_sent_once(office, browser, service):
    office.tell()
    assert [office.drain(), office.drain(timedelta(days=1))] == [1, 0]
    assert len(service.received) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_a_subscription_that_is_gone_is_forgotten(office, sessions, browser, service, status):
    service.answers = [(status, {})]
    office.tell()
    office.drain()
    with sessions() as session:
        assert session.scalars(select(PushSubscriptionRow)).all() == []
    office.tell()
    assert office.drain() == 0


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_push_service_is_asked_again_later(office, browser, service, status):
    service.answers = [(status, {}), (status, {})]
    office.tell()
    assert office.drain() == 1
    assert office.drain(timedelta(seconds=29)) == 0
    assert office.drain(timedelta(seconds=30)) == 1
    assert office.drain(timedelta(seconds=89)) == 0
    assert office.drain(timedelta(seconds=90)) == 1
    assert [row.outcome for row in office.deliveries()] == ["sent"]


def test_the_push_service_says_when_to_come_back(office, browser, service):
    service.answers = [(429, {"Retry-After": "600"})]
    office.tell()
    office.drain()
    assert office.drain(timedelta(seconds=599)) == 0
    assert office.drain(timedelta(seconds=600)) == 1


def test_a_message_nobody_could_deliver_for_a_day_is_given_up(office, browser, service):
    service.answers = [(503, {})] * 100
    office.tell()
    for hour in range(30):
        office.drain(timedelta(hours=hour))
    (delivery,) = office.deliveries()
    assert delivery.outcome == "busy"
    assert delivery.done_at is not None
    assert len(service.received) <= 25


def test_a_refused_message_is_not_sent_again(office, browser, service):
    service.answers = [(400, {})]
    office.tell()
    office.drain()
    assert [row.outcome for row in office.deliveries()] == ["rejected"]
    assert office.drain(timedelta(days=1)) == 0


def test_nobody_leads_the_server_elsewhere_by_a_redirect(office, browser, service):
    service.answers = [(307, {"Location": f"{browser.endpoint}/elsewhere"})]
    office.tell()
    office.drain()
    assert [path for path, _, _ in service.received] == ["/one"]


def test_a_signed_out_device_is_told_nothing(office, technician, app, service):
    device = signed_in(app, "technician@ningbo")
    device.post("/api/push-subscriptions", service.browser().subscription())
    device.post("/api/auth/sign-out")
    office.tell()
    assert office.drain() == 0


def test_a_browser_that_changes_hands_is_told_only_what_concerns_its_new_owner(office, app, browser, service):
    signed_in(app, "clerk@ningbo").post("/api/push-subscriptions", browser.subscription())
    office.tell()
    assert office.drain() == 0


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://169.254.169.254/latest",
        "https://intranet.example/hook",
        "https://127.0.0.1.evil.example/",
        "https://fcm.googleapis.com.evil.example/",
        "ftp://127.0.0.1/",
        "//[",
        "nonsense",
    ],
)
def test_the_server_calls_only_push_services(technician, app, service, endpoint):
    sent = {**service.browser().subscription(), "endpoint": endpoint}
    answer = signed_in(app, "technician@ningbo").post("/api/push-subscriptions", sent)
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")


@pytest.mark.parametrize("keys", [{"p256dh": "AAAA"}, {"auth": "AAAA"}, {"auth": "ÄÖÜ"}, {"p256dh": "?" * 87}])
def test_keys_that_nothing_can_be_encrypted_for_are_refused(technician, app, service, keys):
    sent = service.browser().subscription()
    sent["keys"] |= keys
    assert signed_in(app, "technician@ningbo").post("/api/push-subscriptions", sent).status_code == 400


def test_a_worker_killed_between_commit_and_sending_loses_no_message(office, sessions, settings, browser, service):
    office.tell()
    service.may_answer.clear()
    worker = start_worker(settings)
    assert service.arrived.wait(30), "the worker sends nothing"
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait(10)
    service.may_answer.set()
    (delivery,) = office.deliveries()
    assert delivery.done_at is None
    with sessions.begin() as session:  # as if the lease had ended
        session.execute(update(WorkRow).values(claimed_until=datetime.now(UTC) - LEASE))
    worker = start_worker(settings)
    try:
        assert until(lambda: office.deliveries()[0].done_at)
    finally:
        worker.terminate()
        worker.wait(10)
    assert [row.outcome for row in office.deliveries()] == ["sent"]
    first, second = (browser.read(body) for _, _, body in service.received)
    assert first == second


def start_worker(settings):
    environ = {
        **os.environ,
        "DATABASE_URL": settings.database_url,
        "MEDIA_DIR": str(settings.media_dir),
        "VAPID_PRIVATE_KEY": settings.vapid_private_key,
        "VAPID_SUBJECT": settings.vapid_subject,
    }
    return subprocess.Popen([sys.executable, "-m", "server.cli", "worker"], cwd=HOUSE, env=environ, stderr=-3)


def test_without_a_key_messages_wait(technician, settings):
    app = create_app(replace(settings, vapid_private_key=None))
    answer = signed_in(app, "technician@ningbo").get("/api/push-key")
    assert (answer.status_code, answer.json["code"]) == (404, "push_off")
    app.extensions[NAME].engines.database.dispose()


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
