"""Eight writers at once and one puller: a cursor on the head row misses nothing, one on a bare sequence does."""

import threading
from collections.abc import Callable

from sqlalchemy import text

from tests.sync.device import envelop
from tests.sync.toy import OFFICE, Note

WRITERS = 8
PUSHES = 12
CANARY_ROWS = 400


def while_writing(writers: list[threading.Thread], pull: Callable[[], None]) -> None:
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        pull()
    pull()


def test_law_07_a_puller_beside_eight_writers_misses_no_row(postgres_world):
    world = postgres_world
    puller = world.device(OFFICE, "puller")
    puller.sync()

    def write(writer: int) -> None:
        for number in range(PUSHES):
            seqs = range(3 * number + 1, 3 * number + 4)
            envelopes = tuple(
                envelop(seq, f"m{writer}-{seq}", "note.open", f"job:{writer}", f'{{"id":"{writer}-{seq}","title":""}}')
                for seq in seqs
            )
            world.engine.push(OFFICE, f"writer-{writer}", "main", "", envelopes)

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    while_writing(writers, lambda: puller.pull(limit=20))

    assert len(world.all(Note)) == WRITERS * PUSHES * 3
    assert len(puller.cache) == WRITERS * PUSHES * 3
    assert world.engine.manifest(OFFICE, "puller").digest == puller.digest()


def test_the_canary_a_cursor_on_a_bare_sequence_does_miss_rows(postgres_world):
    """The experiment would notice: the same writers and puller with a number that a sequence gives out."""
    database = postgres_world.database
    with database.begin() as connection:
        connection.execute(text("CREATE TABLE canary (number bigserial PRIMARY KEY)"))
    cursor, pulled = 0, set()

    def write() -> None:
        for _ in range(CANARY_ROWS // WRITERS):
            with database.begin() as connection:
                connection.execute(text("INSERT INTO canary DEFAULT VALUES"))
                connection.execute(text("SELECT pg_sleep(random() * 0.005)"))

    def pull() -> None:
        nonlocal cursor
        with database.connect() as connection:
            found = list(
                connection.scalars(
                    text("SELECT number FROM canary WHERE number > :cursor ORDER BY 1"), {"cursor": cursor}
                )
            )
        pulled.update(found)
        cursor = max([cursor, *found])

    try:
        while_writing([threading.Thread(target=write) for _ in range(WRITERS)], pull)
        with database.connect() as connection:
            written = connection.scalar(text("SELECT count(*) FROM canary"))
    finally:
        with database.begin() as connection:
            connection.execute(text("DROP TABLE canary"))
    assert written == CANARY_ROWS
    assert len(pulled) < written
