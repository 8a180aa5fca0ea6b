"""Backup and restore: everything comes back, and the devices learn that it is another life of the server (law 9)."""

import pytest
from sqlalchemy import select

from server.engines import open_engines
from server.mutations.acting import SYSTEM
from server.tables.migrate import migrate
from server.tables.schema import all_metadata
from sync.engine import Envelope
from sync.feed import read_head
from tests.company import WUHU, settings_for


def rows(engines):
    """Every row of every table, but for the head that a restore moves on."""
    tables = [table for metadata in all_metadata() for table in metadata.sorted_tables if table.name != "sync_head"]
    with engines.sessions() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for table in tables
        }


def epoch(engines):
    with engines.sessions() as session:
        return read_head(session).epoch


def envelope(seq):
    return Envelope(
        seq=seq,
        mutation_id=f"019a9c3e-7b10-7000-8000-{seq:012}",
        name="visit.unheard_of",
        v=1,
        lane="own",
        base=0,
        body="{}",
        device_time="2026-11-19T05:22:00.000Z",
        tz_offset_min=480,
        clock_offset_ms=0,
        sha256="0" * 64,
    )


@pytest.fixture
def worked(engines, settings):
    """An installation in which something has happened."""
    customer = {
        "customer_id": "019a9c3e-7b10-7000-8000-000000000021",
        "station_id": WUHU,
        "name": "临江公交三分公司",
        "contact": "陈国强",
        "phone": "138 0574 2261",
        "address": "宁波市东港路 18 号",
    }
    engines.sync.record(SYSTEM, "customer.add", 1, "customer", customer)
    engines.sync.push("somebody", "device", "main", epoch(engines), [envelope(1), envelope(2)])
    settings.media_dir.mkdir()
    (settings.media_dir / "photo").write_bytes(b"\x00\xff a photo")
    return engines


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request, tmp_path):
    """A new installation: where it is, and what opens it."""
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")()
    return settings_for(tmp_path / "elsewhere", url)


def environ(settings):
    return {"DATABASE_URL": settings.database_url, "MEDIA_DIR": str(settings.media_dir)}


def test_everything_comes_back_on_either_database_in_a_new_life(run, worked, elsewhere, tmp_path):
    before = rows(worked)
    assert run("backup", tmp_path / "kept").exit_code == 0
    restored = run("restore", tmp_path / "kept", environ=environ(elsewhere))
    assert restored.exit_code == 0, restored.output
    again = open_engines(elsewhere)
    assert rows(again) == before
    assert before["customers"]
    assert len(before["sync_inbox"]) == 3
    assert epoch(again) != epoch(worked)
    assert (elsewhere.media_dir / "photo").read_bytes() == b"\x00\xff a photo"
    again.database.dispose()


def test_a_restored_server_takes_in_again_what_the_backup_lacks(run, worked, elsewhere, tmp_path):
    run("backup", tmp_path / "kept")
    worked.sync.push("somebody", "device", "main", epoch(worked), [envelope(3)])
    run("restore", tmp_path / "kept", environ=environ(elsewhere))
    again = open_engines(elsewhere)
    assert again.sync.push("somebody", "device", "main", epoch(worked), []).acked_seq == 2
    assert again.sync.push("somebody", "device", "main", epoch(again), [envelope(3)]).acked_seq == 3
    again.database.dispose()


def test_a_backup_never_writes_over_another(run, worked, tmp_path):
    run("backup", tmp_path / "kept")
    again = run("backup", tmp_path / "kept")
    assert again.exit_code == 1
    assert "Name a new folder" in again.output


def test_a_restore_never_writes_over_data(run, worked, tmp_path):
    before = rows(worked)
    run("backup", tmp_path / "kept")
    refused = run("restore", tmp_path / "kept")
    assert refused.exit_code == 1
    assert "not empty" in refused.output
    assert rows(worked) == before


def test_a_folder_without_a_backup_is_refused(run, settings, tmp_path):
    refused = run("restore", tmp_path)
    assert refused.exit_code == 1
    assert "holds no backup" in refused.output


def test_a_table_younger_than_the_backup_stays_empty(run, worked, elsewhere, tmp_path):
    run("backup", tmp_path / "kept")
    (tmp_path / "kept" / "tables" / "work.jsonl.gz").unlink()
    migrate(elsewhere.database_url)
    assert run("restore", tmp_path / "kept", environ=environ(elsewhere)).exit_code == 0
