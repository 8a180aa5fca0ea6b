"""What an operator types."""

import base64
import hashlib
import json
import stat

from sqlalchemy import select

from server.engines import seal_keys
from server.rules.keys import PrivateKey, make_private_key
from server.settings import Settings, SettingsError
from server.tables.passwords import password_fits
from server.tables.people import PersonRow
from sync import tables as sync_tables
from tests.media.pictures import jpeg, lasting_webm

PASSWORD = "a long enough password"


def test_init_makes_secrets_once_and_for_nobody_else(run, tmp_path, monkeypatch):
    path = tmp_path / "var" / "settings.env"
    monkeypatch.setenv("SETTINGS_FILE", str(path))
    assert run("init").exit_code == 0
    made = path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert run("init").exit_code == 0
    assert path.read_text(encoding="utf-8") == made
    settings = Settings.from_env({"SETTINGS_FILE": str(path)})
    assert settings.vapid_private_key in made
    assert seal_keys(settings)


def test_init_adds_what_an_older_installation_lacks_and_leaves_the_rest(run, tmp_path, monkeypatch):
    path = tmp_path / "settings.env"
    path.write_text("PORT=8123\nVAPID_PRIVATE_KEY=ours\nVAPID_SUBJECT=mailto:us@here.cn", encoding="utf-8")
    monkeypatch.setenv("SETTINGS_FILE", str(path))
    assert run("init").exit_code == 0
    settings = Settings.from_env({"SETTINGS_FILE": str(path)})
    assert (settings.port, settings.vapid_private_key, settings.vapid_subject) == (
        8123,
        "ours",
        "mailto:us@here.cn",
    )
    assert seal_keys(settings)


def test_a_seal_key_that_is_none_says_what_to_do(run):
    refused = run("audit", environ={"SEAL_KEY": "not a key"})
    assert isinstance(refused.exception, SettingsError)
    assert "SEAL_KEY" in str(refused.exception)
    assert "cli init" in str(refused.exception)


def test_the_public_half_of_the_seal_key_is_printed_and_never_the_secret_one(run):
    key = make_private_key()
    printed = run("seal-keys", environ={"SEAL_KEY": key})
    assert printed.output == f"{PrivateKey(key).public}\n"
    assert key not in printed.output


def test_what_was_sealed_with_a_former_key_still_counts(tmp_path):
    former = PrivateKey(make_private_key()).public
    environ = {"SETTINGS_FILE": str(tmp_path / "none"), "SEAL_KEY": make_private_key(), "SEAL_FORMER_KEYS": former}
    assert seal_keys(Settings.from_env(environ)) > {former}


def test_an_account_is_added_through_the_log_and_its_password_stays_out_of_it(run, engines):
    made = run("create-user", "boss", "--name", "李 经理", "--role", "manager", "--password", PASSWORD)
    assert made.exit_code == 0, made.output
    with engines.sessions() as session:
        person = session.get_one(PersonRow, made.output.strip())
        assert (person.login, person.roles, person.station_id) == ("boss", ["manager"], None)
        assert password_fits(person.password_hash, PASSWORD)
        (body,) = session.scalars(select(sync_tables.inbox.c.body).where(sync_tables.inbox.c.name == "person.add"))
        assert PASSWORD not in body
        assert "$argon2" not in body


def test_a_login_is_given_once(run, engines):
    again = run("create-user", "administrator", "--name", "x", "--role", "manager", "--password", PASSWORD)
    assert again.exit_code == 1
    assert "already_added" in again.output


def test_a_short_password_is_refused(run, engines):
    refused = run("create-user", "boss", "--name", "x", "--role", "manager", "--password", "short")
    assert refused.exit_code == 1
    assert "at least 8" in refused.output


def test_a_forgotten_password_is_set_anew(run, engines):
    assert run("set-password", "clerk@wuhu", "--password", "another password").exit_code == 0
    with engines.sessions() as session:
        kept = session.scalars(select(PersonRow.password_hash).where(PersonRow.login == "clerk@wuhu")).one()
    assert password_fits(kept, "another password")
    assert run("set-password", "nobody", "--password", "another password").exit_code == 1


def test_held_work_is_tried_again(run, engines):
    answer = run("retry-held")
    assert (answer.exit_code, answer.output) == (0, "0 settled\n")


def test_what_is_not_held_is_not_set_aside(run, engines):
    assert run("held").output == ""
    answer = run("set-aside", "7")
    assert answer.exit_code == 1
    assert "Number 7 is not held" in answer.output


def rescued(number, kind, data):
    return {
        "photo_id": f"019a9c3e-7b10-7000-8000-{number:012}",
        "sha256": hashlib.sha256(data).hexdigest(),
        "type": kind,
        "bytes": base64.b64encode(data).decode(),
    }


def test_a_rescued_phone_gives_its_photos_and_voice_notes_too(run, engines):
    with engines.sessions() as session:
        user_id = session.scalars(select(PersonRow.id).where(PersonRow.login == "technician@ningbo")).one()
    photo, note = rescued(777, "image/jpeg", jpeg()), rescued(778, "audio/webm", lasting_webm(4_000))
    files = [photo, note, {**photo, "sha256": "0" * 64}]
    bundle = {"user_id": user_id, "device_id": "d", "envelopes": [], "photos": files}
    bundle_id = engines.sync.rescue(user_id, json.dumps(bundle))
    for _ in range(2):
        answer = run("apply-rescue", bundle_id)
        assert (answer.exit_code, answer.output) == (0, "2 photos and voice notes\n"), answer.output


def test_an_unknown_bundle_is_refused_in_words(run, engines):
    answer = run("apply-rescue", "nothing")
    assert answer.exit_code == 1
    assert answer.output.startswith("Error: ")
