"""Where a transaction begins, and what a push costs the database."""

import json
import threading

import pytest
from sqlalchemy import text

from sync.transactions import reading
from tests.sync.conftest import open_database
from tests.sync.device import Push, envelop
from tests.sync.toy import Balance, Note


def test_law_04_releasing_a_savepoint_does_not_commit(world, phone):
    """On SQLite it would, if sqlite3 were left to begin by itself."""
    with world.sessions() as session, session.begin() as transaction:
        session.get(Note, "n1")
        with session.begin_nested():
            session.add(Note(id="n1", lane="job:1", title="leak", lines="[]"))
        transaction.rollback()
    assert world.all(Note) == []


def test_a_reader_waits_for_no_writer_and_sees_one_moment(world, phone):
    with reading(world.sessions) as session:
        session.get(Balance, "van")
        move = {"giver": "a", "taker": "b", "quantity": 1}
        writer = threading.Thread(target=world.engine.record, args=("ann", "stock.move", 1, "own:1", move))
        writer.start()
        writer.join()
        assert session.query(Balance).all() == []
    assert len(world.all(Balance)) == 2


def test_sqlite_is_told_to_keep_what_it_commits(tmp_path):
    database = open_database(f"sqlite:///{tmp_path / 'database.sqlite'}")
    with database.connect() as connection:
        settings = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    database.dispose()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


@pytest.mark.parametrize("size", [25, 200])
def test_a_push_of_25_is_a_handful_of_statements_and_one_of_200_is_no_more(world, phone, statements, size):
    """Accept 5 and apply 8 are the engine's; the toy loads 2 tables and writes 3."""
    envelopes = []
    for seq in range(1, size + 1):
        name, lane, body = "note.add", "job:1", {"id": f"n{seq % 5}", "line": f"{seq}"}
        if seq <= 5:
            name, body = "note.open", {"id": f"n{seq % 5}", "title": "leak"}
        elif seq % 4 == 0:
            name, lane, body = "stock.move", f"own:{seq}", {"giver": "shelf", "taker": f"van{seq % 3}", "quantity": 1}
        envelopes.append(envelop(seq, f"m{seq}", name, lane, json.dumps(body)))
    push = Push(phone.device_id, "main", phone.epoch, tuple(envelopes))
    statements.clear()

    answer = phone.deliver(push)

    assert {result.verdict for result in answer.results} <= {"applied", "applied_with_discrepancy"}
    assert len(answer.results) == size
    spoken = [statement for statement in statements if not statement.startswith("BEGIN")]
    assert len(spoken) <= 18, "\n".join(spoken)
    assert not any(statement.startswith("SAVEPOINT") for statement in spoken), "SQLite copies each page behind it"


def test_a_pull_with_nothing_new_costs_one_statement(world, phone, statements):
    statements.clear()
    phone.ask()
    assert len([statement for statement in statements if not statement.startswith("BEGIN")]) == 1
