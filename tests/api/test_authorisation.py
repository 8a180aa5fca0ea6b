"""Who may do what: role by endpoint and role by mutation, at one's own station and at the other one."""

import base64
import hashlib
import io
import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from media.worker import drain
from server.api.running import NAME
from server.mutations.acting import SYSTEM
from server.rules.people import Permission
from server.tables.documents import DocumentRow
from server.tables.seals import SealRow
from tests.company import HEADER, NINGBO, new_device, signed_in

CONTRACT = Path(__file__).parents[1] / "contract"
GOLDEN = {
    golden["name"]: golden
    for path in sorted((CONTRACT / "mutations").glob("*.json"))
    if (golden := json.loads(path.read_text(encoding="utf-8")))
}
PHOTO = GOLDEN["photo.attach"]["body"]["photo_id"]
VISIT = GOLDEN["visit.arrive"]["body"]["visit_id"]
ROLL = GOLDEN["tag_roll.print"]["body"]["roll_id"]

NOBODY = "nobody"
TOWNS = ("ningbo", "wuhu")
ROLES = ("technician", "clerk", "dispatcher", "manager", "quality")
EVERYBODY = frozenset({"administrator", *(f"{role}@{town}" for town in TOWNS for role in ROLES)})
ANYONE = EVERYBODY | {NOBODY}
OFFICE = frozenset({"administrator", "manager@ningbo", "manager@wuhu"})

# Everything that an endpoint shows or changes here belongs to Ningbo; the photo was taken by its technician.
ENDPOINTS = {
    "POST /api/auth/sign-in": ANYONE,
    "POST /api/auth/sign-out": EVERYBODY,
    "GET /api/auth/me": EVERYBODY,
    "GET /api/devices": OFFICE,
    "POST /api/devices/self/renew": EVERYBODY,
    "POST /api/devices/<device_id>/revoke": {"administrator", "manager@ningbo"},
    "POST /api/sync/v1/push": EVERYBODY,
    "GET /api/sync/v1/pull": EVERYBODY,
    "GET /api/sync/v1/manifest": EVERYBODY,
    "POST /api/sync/v1/rescue": EVERYBODY,
    "GET /api/push-key": EVERYBODY,
    "POST /api/push-subscriptions": EVERYBODY,
    "DELETE /api/push-subscriptions": EVERYBODY,
    "POST /api/uploads/": {"technician@ningbo"},
    "HEAD /api/uploads/<upload_id>": {"technician@ningbo"},
    "PATCH /api/uploads/<upload_id>": {"technician@ningbo"},
    "DELETE /api/uploads/<upload_id>": set(),  # a verified file stays
    "GET /api/photos/<photo_id>/<variant>": {"technician@ningbo", "dispatcher@ningbo", "manager@ningbo"},
    "GET /api/archive/<station_id>/<month>.zip": {"manager@ningbo"},
    "GET /api/figures": {"manager@ningbo", "manager@wuhu"},
    "POST /api/imports/<file>/preview": OFFICE,
    "POST /api/imports/<file>/take-in": OFFICE,
    "GET /api/exports/<file>.<form>": OFFICE,
    "GET /api/tag-rolls/<roll_id>.pdf": {"clerk@ningbo", "manager@ningbo"},
    "GET /api/reports/<visit_id>/<int:revision>.pdf": {"technician@ningbo", "dispatcher@ningbo", "manager@ningbo"},
    "GET /v": ANYONE,
    "POST /v": ANYONE,
    "GET /v/<visit_id>": ANYONE,
    "POST /v/<visit_id>": ANYONE,
    "GET /healthz": ANYONE,
    "GET /readyz": ANYONE,
    "GET /metrics": ANYONE,
    "GET /openapi.json": ANYONE,
    "GET /": ANYONE,
    "GET /<path:path>": ANYONE,
}

# The job, its unit and its stock belong to Ningbo; its technician is assigned from ``job.assign`` on.
MANAGER = {"manager@ningbo"}
TECHNICIAN = {"technician@ningbo"}
CLERK = {"clerk@ningbo"}
DESK = {"dispatcher@ningbo", "manager@ningbo"}
CASHIERS = {"clerk@ningbo", *DESK}
ON_THE_JOB = DESK | TECHNICIAN
MUTATIONS = {
    "station.add": {"administrator"},
    "person.add": {"administrator"},
    "customer.add": {"administrator", "manager@ningbo"},
    "equipment.add": {"administrator", "manager@ningbo"},
    "part.add": {"administrator"},
    "fault.add": {"administrator"},
    "station.edit": {"administrator"},
    "person.edit": {"administrator"},
    "customer.edit": {"administrator", "manager@ningbo"},
    "equipment.edit": {"administrator", "manager@ningbo"},
    "part.edit": {"administrator"},
    "fault.edit": {"administrator"},
    "import.take_in": {"administrator"},
    "stock.open": {"administrator"},
    # What holds for every station is set by who works for every station.
    "preset.set": {"administrator"},
    "sla_profile.set": {"administrator"},
    "calendar.set_days": {"administrator"},
    "checklist.set": OFFICE,
    "site_notice.publish": {"administrator", "manager@ningbo"},
    "contact.log": DESK,
    "contact.answer": DESK,
    "contact.clarify": DESK,
    "job.open": DESK,
    "contact.dispatch": DESK,
    "job.offer_self": TECHNICIAN,
    "job.assign": DESK,
    "job.edit": ON_THE_JOB,
    "job.answer": ON_THE_JOB,
    "job.answer_in_writing": ON_THE_JOB,
    "job.agree_plan": ON_THE_JOB,
    "job.lend_unit": ON_THE_JOB,
    "job.pause": ON_THE_JOB,
    "job.resume": ON_THE_JOB,
    "visit.arrive": TECHNICIAN,
    "safety.acknowledge": TECHNICIAN,
    "visit.start": TECHNICIAN,
    "visit.record_listen": TECHNICIAN,
    "visit.record_look": TECHNICIAN,
    "visit.record_check": TECHNICIAN,
    "visit.answer": TECHNICIAN,
    "swap.record": TECHNICIAN,
    "requisition.ask": TECHNICIAN,
    "requisition.refuse": MANAGER,
    "requisition.approve": MANAGER,
    "requisition.issue": CLERK,
    "requisition.close": {"clerk@ningbo", "manager@ningbo", "technician@ningbo"},
    "goods.receive": CLERK,
    # What somebody has in the van goes back to the store of their own station (PART-6).
    "unused.announce": {"technician@ningbo", "technician@wuhu"},
    "unused.receive": CLERK,
    "transfer.send": CLERK,
    "transfer.receive": {"clerk@wuhu"},
    "count.record": CLERK,
    "tag_roll.print": {"clerk@ningbo", "manager@ningbo"},
    "old_part.tag": {"technician@ningbo", "clerk@ningbo"},
    "photo.attach": {"technician@ningbo", "clerk@ningbo"},
    "photo.verified": set(),
    "photo.annotate": TECHNICIAN,
    "voice_note.attach": TECHNICIAN,
    "voice_note.verified": set(),
    "job.escalate": TECHNICIAN,
    "escalation.answer": MANAGER,
    "incident.report": TECHNICIAN,
    "incident.close": MANAGER,
    "swap.correct": TECHNICIAN,
    "swap.undo": TECHNICIAN,
    "quote.propose": ON_THE_JOB,
    "quote.refuse": MANAGER,
    "quote.approve": MANAGER,
    "payment.confirm": CASHIERS,
    "payment.collect": TECHNICIAN,
    "payment.hand_in": CASHIERS,
    "visit.record_handle": TECHNICIAN,
    "visit.end": TECHNICIAN,
    "visit.close_unsigned": TECHNICIAN,
    "visit.rate": TECHNICIAN,
    "visit.sign": TECHNICIAN,
    "visit.take_back": TECHNICIAN,
    "visit.depart": TECHNICIAN,
    "visit.state_time": TECHNICIAN,
    "visit.report_back": TECHNICIAN,
    "review.settle": DESK,
    "extension.ask": TECHNICIAN,
    "extension.refuse": MANAGER,
    "extension.grant": MANAGER,
    # An old part that arrives elsewhere is a fact; it opens the discrepancy that is settled next (OLD-3).
    "old_part.receive": {"clerk@ningbo", "clerk@wuhu"},
    "discrepancy.pass_on": MANAGER,
    "discrepancy.settle": MANAGER,
    "report.send_back": MANAGER,
    "report.approve": MANAGER,
    "report.accept_unsigned": MANAGER,
    "report.archive": MANAGER,
    "old_part.hand_over": {"technician@ningbo", "clerk@ningbo"},
    "old_part.take_over": {"technician@ningbo", "clerk@ningbo"},
    "old_part.inspect": {"clerk@ningbo", "manager@ningbo"},
    "old_part.store": CLERK,
    "old_part.waive": MANAGER,
    "write_off.close": {"clerk@ningbo", "manager@ningbo"},
    "manifest.pack": {"technician@ningbo", "clerk@ningbo"},
    "manifest.ship": {"technician@ningbo", "clerk@ningbo"},
    "manifest.carry": {"technician@ningbo", "clerk@ningbo"},
    "old_part.report_lost": {"technician@ningbo", "clerk@ningbo"},
    "box.close": CLERK,
    "old_part.match": {"clerk@ningbo", "manager@ningbo"},
    "disposal.record": {"clerk@ningbo", "manager@ningbo"},
    # Pieces of one batch are in every store and van (PART-9).
    "batch_hold.place": {f"{role}@{town}" for role in ("quality", "manager") for town in TOWNS},
    "batch_hold.lift": {f"{role}@{town}" for role in ("quality", "manager") for town in TOWNS},
}
RECORDED_BY = {
    "old_part.tag": "technician@ningbo",
    "photo.attach": "technician@ningbo",
    "quote.propose": "technician@ningbo",
    "photo.verified": SYSTEM,
    "voice_note.verified": SYSTEM,
    "old_part.receive": "clerk@wuhu",
}
ONLY_TRIED = {
    "person.edit",
    "swap.undo",
    "quote.refuse",
    "requisition.refuse",
    "extension.refuse",
    "visit.close_unsigned",
    "report.send_back",
    "old_part.match",
}  # the job's life goes the other way, and everybody keeps their roles


def picture():
    made = io.BytesIO()
    Image.new("RGB", (64, 48), "navy").save(made, "JPEG")
    return made.getvalue()


@dataclass
class Life:
    """A job's life, mutation by mutation, told by the golden files."""

    engines: Any
    people: dict[str, str]
    changed: dict[str, dict[str, Any]] = field(default_factory=dict)

    def record(self, name, user_id, session=None):
        golden = GOLDEN[name]
        body = {**golden["body"], **self.changed.get(name, {})}
        lane = f"discrepancy:{body['discrepancy_id']}" if "discrepancy_id" in body else golden["lane"]
        return self.engines.sync.record(user_id, name, golden["v"], lane, body, session=session)

    def may(self, name, login):
        """Whether the person may; nothing of it is kept."""
        with self.engines.sessions() as session, session.begin() as transaction:
            result = self.record(name, self.people[login], session)
            transaction.rollback()
        return result.code != "not_permitted"

    def goes_on(self, name):
        recorded_by = RECORDED_BY.get(name) or next(iter(sorted(MUTATIONS[name])))
        result = self.record(name, self.people.get(recorded_by, recorded_by))
        assert result.verdict.value != "held", (name, result)
        if name == "old_part.receive":
            self.changed["discrepancy.settle"] = {"discrepancy_id": result.detail["discrepancy_id"]}
            self.changed["discrepancy.pass_on"] = {
                **self.changed["discrepancy.settle"],
                "to": self.people["clerk@ningbo"],
            }
        return result

    def disagreement(self):
        """Two people changed the same field: a review waits."""
        changes = {"phone": {"from": "another number", "to": "110"}}
        self.changed["job.edit"] = {"changes": changes}
        result = self.record("job.edit", self.people["technician@ningbo"])
        assert result.verdict.value == "needs_review", result
        self.changed["review.settle"] = {"review_id": result.detail["review_ids"][0]}


@pytest.fixture
def life(app, people):
    return Life(app.extensions[NAME].engines, people)


def test_who_may_record_which_mutation(life):
    assert MUTATIONS.keys() == GOLDEN.keys()
    found = {}
    for name in MUTATIONS:
        if name == "review.settle":
            life.disagreement()
        found[name] = {login for login in sorted(EVERYBODY) if life.may(name, login)}
        if name not in ONLY_TRIED:
            life.goes_on(name)
    assert found == {name: set(logins) for name, logins in MUTATIONS.items()}


def test_the_golden_files_name_the_same_roles():
    for name, golden in GOLDEN.items():
        told = set(golden["roles"]) - {"system"}
        assert {login.split("@")[0] for login in MUTATIONS[name]} <= told, name


def test_every_endpoint_declares_its_permission_and_stands_in_the_table(app):
    declared = set()
    for rule in app.url_map.iter_rules():
        access = app.view_functions[rule.endpoint].access
        assert isinstance(access.permission, Permission), rule
        declared |= {f"{method} {rule.rule}" for method in rule.methods - {"OPTIONS"}}
    heads = {line for line in declared if line.startswith("HEAD ") and f"GET {line[5:]}" in declared}
    override = {"POST /api/uploads/<upload_id>"}  # tus: X-HTTP-Method-Override, another way to say PATCH
    assert declared - heads - override == ENDPOINTS.keys()


def test_who_may_call_which_endpoint(app, life, people):
    for name in (name for name in MUTATIONS if name not in ONLY_TRIED):
        if name == "photo.verified":
            break
        if name == "photo.attach":
            content = picture()
            life.changed[name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        life.goes_on(name)
    upload = send_photo(signed_in(app, "technician@ningbo"), content)
    while drain(app.extensions[NAME].media):
        pass
    keep_report(app.extensions[NAME].engines)
    found = {line: set() for line in ENDPOINTS}
    for login in sorted(ANYONE):
        device = new_device(app) if login == NOBODY else signed_in(app, login)
        for line in sorted(ENDPOINTS, key=lambda line: line.endswith("sign-out")):  # last: it ends the token
            if call(app, device, line, upload) not in {401, 403, 404}:
                found[line].add(login)
    assert found == {line: set(logins) for line, logins in ENDPOINTS.items()}


def keep_report(engines):
    """A sealed revision of the golden visit, and its PDF."""
    row = json.loads((CONTRACT / "rows" / "seal.json").read_text(encoding="utf-8"))["row"]
    times = {name: datetime.fromisoformat(row[name]) for name in ("signed_at", "received_at")}
    told = {"name": "reports/golden.pdf", "sha256": "0" * 64, "size": 4, "photos_missing": 0}
    engines.media.storage.put(told["name"], [b"%PDF"])
    with engines.sessions.begin() as session:
        session.add(SealRow(**{**row, **times}))
        session.add(DocumentRow(id=row["id"], visit_id=VISIT, revision=1, made_at=times["received_at"], **told))


def creation(content):
    told = {"attachment_id": PHOTO, "sha256": hashlib.sha256(content).hexdigest(), "filetype": "image/jpeg"}
    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in told.items())
    return {
        **HEADER,
        "Tus-Resumable": "1.0.0",
        "Upload-Length": str(len(content)),
        "Upload-Metadata": metadata,
        "Content-Type": "application/offset+octet-stream",
    }


def send_photo(device, content):
    answer = device.client.post("/api/uploads/", data=content, headers=creation(content))
    assert answer.status_code == 201, answer.data
    return answer.headers["Location"]


def call(app, device, line, upload):
    """Call the endpoint as well as it can be called, and return the status."""
    method, rule = line.split()
    if rule == "/api/uploads/":
        return device.client.post(rule, headers=creation(picture())).status_code
    if rule == "/api/uploads/<upload_id>":
        headers = {
            **HEADER,
            "Tus-Resumable": "1.0.0",
            "Upload-Offset": "0",
            "Content-Type": "application/offset+octet-stream",
        }
        content = b"x" if method == "PATCH" else b""
        return device.client.open(upload, method=method, headers=headers, data=content).status_code
    if rule.startswith("/api/photos/"):
        return device.get(f"/api/photos/{PHOTO}/w320").status_code
    if rule.endswith("/revoke"):
        other = signed_in(app, "quality@ningbo")
        return device.post(f"/api/devices/{other.id}/revoke", {"mode": "drain"}).status_code
    if rule == "/api/auth/sign-in":
        return new_device(app).sign_in("quality@ningbo").status_code
    path = rule.replace("<path:path>", "job/1").replace("<visit_id>", VISIT).replace("<int:revision>", "1")
    path = path.replace("<roll_id>.pdf", f"{ROLL}.pdf?form=label")
    path = path.replace("<station_id>/<month>", f"{NINGBO}/no-month")
    path = path.replace("<file>.<form>", "customer.csv").replace("<file>", "customer")
    body = {"device_id": new_device(app).id} if method == "POST" else None
    return device.client.open(path, method=method, json=body, headers=HEADER).status_code
