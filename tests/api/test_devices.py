"""The office sees devices and signs them out: wipe for a stolen one, drain for a leaver's (DESIGN: security)."""

import pytest

from server.tables.devices import DeviceRow
from tests.company import HEADER, Device, new_device, signed_in


def pushed(device, count=0):
    body = {"device_id": device.id, "stream": "main", "epoch": "e", "mutations": [arrive(n + 1) for n in range(count)]}
    return device.post("/api/sync/v1/push", body)


def arrive(seq):
    return {
        "seq": seq,
        "mutation_id": f"019a9c3e-7b10-7000-8000-{seq:012}",
        "name": "visit.unheard_of",
        "v": 1,
        "lane": "job:019a9c3e-7b10-7000-8000-000000000031",
        "base": 0,
        "body": "{}",
        "device_time": "2026-11-19T05:22:00.000Z",
        "tz_offset_min": 480,
        "clock_offset_ms": 0,
        "sha256": "0" * 64,
    }


def revoke(by, device, mode):
    return by.post(f"/api/devices/{device.id}/revoke", {"mode": mode})


def test_a_wiped_device_is_told_so_everywhere(app, people):
    stolen = signed_in(app, "technician@ningbo")
    assert revoke(signed_in(app, "manager@ningbo"), stolen, "wipe").status_code == 204
    answers = [
        pushed(stolen),
        stolen.get("/api/sync/v1/pull"),
        stolen.get("/api/sync/v1/manifest"),
        stolen.get("/api/auth/me"),
        stolen.post("/api/auth/sign-out"),
    ]
    assert [(answer.status_code, answer.json["code"], answer.json["mode"]) for answer in answers] == [
        (403, "revoked", "wipe")
    ] * len(answers)


def test_what_a_leavers_device_holds_is_still_taken_in_and_nothing_is_given_out(app, people):
    leavers = signed_in(app, "technician@ningbo")
    assert revoke(signed_in(app, "administrator"), leavers, "drain").status_code == 204
    taken = pushed(leavers, 2)
    assert (taken.status_code, taken.json["acked_seq"]) == (200, 2)
    refused = leavers.get("/api/sync/v1/pull")
    assert (refused.status_code, refused.json["code"], refused.json["mode"]) == (403, "revoked", "drain")


@pytest.mark.parametrize("mode", ["wipe", "drain"])
def test_nobody_signs_in_again_on_a_revoked_device(app, people, mode):
    device = signed_in(app, "technician@ningbo")
    revoke(signed_in(app, "administrator"), device, mode)
    answer = device.sign_in("technician@ningbo")
    assert (answer.status_code, answer.json["code"], answer.json["mode"]) == (403, "revoked", mode)
    assert new_device(app).sign_in("technician@ningbo").status_code == 200


def test_a_manager_looks_after_the_devices_of_their_own_station(app, people):
    signed_in(app, "technician@ningbo")
    wuhus = signed_in(app, "technician@wuhu")
    manager = signed_in(app, "manager@ningbo")
    seen = {device["user_id"] for device in manager.get("/api/devices").json["devices"]}
    assert seen == {people["technician@ningbo"], people["manager@ningbo"]}
    assert revoke(manager, wuhus, "wipe").json["code"] == "not_permitted"
    assert wuhus.get("/api/auth/me").status_code == 200


def test_an_administrator_looks_after_every_device(app, people):
    for login in ("technician@ningbo", "clerk@wuhu"):
        signed_in(app, login)
    administrator = signed_in(app, "administrator")
    assert len(administrator.get("/api/devices").json["devices"]) == 3


def test_an_unknown_device_cannot_be_revoked(app, people):
    answer = revoke(signed_in(app, "administrator"), new_device(app), "wipe")
    assert (answer.status_code, answer.json["code"]) == (404, "missing")


def test_a_revoke_says_which_way(app, people):
    device = signed_in(app, "administrator")
    answer = revoke(device, device, "explode")
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")
    assert answer.json["message"].startswith("mode: ")


def test_a_device_cannot_push_for_another(app, people):
    device = signed_in(app, "technician@ningbo")
    body = {"device_id": new_device(app).id, "stream": "main", "epoch": "e", "mutations": []}
    answer = device.client.post("/api/sync/v1/push", json=body, headers=HEADER)
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")


def renew(device, device_id):
    return device.post("/api/devices/self/renew", {"device_id": device_id})


def clone_of(app, device):
    """Another phone with the same storage, so with the same cookie and the same numbers."""
    clone = Device(app.test_client(), device.id)
    clone.client.set_cookie("truckroll_device", device.client.get_cookie("truckroll_device").value)
    return clone


def test_a_cloned_device_goes_on_under_a_new_id_and_the_old_one_stays_signed_in(app, people, sessions):
    device = signed_in(app, "technician@ningbo")
    clone = clone_of(app, device)
    assert pushed(device, 2).json["acked_seq"] == 2
    fresh = new_device(app).id
    answer = renew(clone, fresh)
    assert (answer.status_code, answer.json) == (200, {"device_id": fresh})
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(answer.headers["Set-Cookie"].split("; "))
    clone.id = fresh
    assert (pushed(clone).json["acked_seq"], pushed(device).json["acked_seq"]) == (0, 2)
    with sessions() as session:
        row = session.get_one(DeviceRow, fresh)
        assert (row.user_id, row.name, row.public_key) == (people["technician@ningbo"], "Pixel", None)


def test_numbers_that_collide_are_sent_again_under_the_new_id(app, people):
    device = signed_in(app, "technician@ningbo")
    clone = clone_of(app, device)
    pushed(device, 1)
    other = {**arrive(1), "mutation_id": "019a9c3e-7b10-7000-8000-000000000999"}
    body = {"device_id": clone.id, "stream": "main", "epoch": "e", "mutations": [other]}
    assert clone.post("/api/sync/v1/push", body).json["code"] == "seq_conflict"
    clone.id = new_device(app).id
    assert renew(clone, clone.id).status_code == 200
    assert clone.post("/api/sync/v1/push", {**body, "device_id": clone.id}).json["acked_seq"] == 1


@pytest.mark.parametrize("whose", ["technician@ningbo", "clerk@wuhu"])
def test_nobody_renews_under_an_id_that_is_known(app, people, whose):
    known = signed_in(app, whose)
    device = signed_in(app, "technician@ningbo")
    for device_id in (known.id, device.id):
        answer = renew(device, device_id)
        assert (answer.status_code, answer.json["code"]) == (409, "device_known")
        assert "new device id" in answer.json["message"]
        assert "Set-Cookie" not in answer.headers
    assert known.get("/api/auth/me").status_code == 200


@pytest.mark.parametrize("mode", ["wipe", "drain"])
def test_a_revoked_device_does_not_escape_under_a_new_id(app, people, mode):
    device = signed_in(app, "technician@ningbo")
    revoke(signed_in(app, "administrator"), device, mode)
    answer = renew(device, new_device(app).id)
    assert (answer.status_code, answer.json["code"], answer.json["mode"]) == (403, "revoked", mode)
