"""Law 11: the database itself refuses to change or delete a seal."""

from sqlalchemy import Connection, text

_ON_SQLITE = (
    """CREATE TRIGGER IF NOT EXISTS seals_no_update BEFORE UPDATE ON seals
        BEGIN SELECT RAISE(ABORT, 'a seal is never changed or deleted (law 11)'); END""",
    """CREATE TRIGGER IF NOT EXISTS seals_no_delete BEFORE DELETE ON seals
        BEGIN SELECT RAISE(ABORT, 'a seal is never changed or deleted (law 11)'); END""",
    # REPLACE deletes a row without asking the trigger above.
    """CREATE TRIGGER IF NOT EXISTS seals_no_replace BEFORE INSERT ON seals
        WHEN EXISTS (SELECT 1 FROM seals WHERE id = NEW.id OR chain_no = NEW.chain_no)
        BEGIN SELECT RAISE(ABORT, 'a seal is never changed or deleted (law 11)'); END""",
)
_ON_POSTGRESQL = (
    "SELECT pg_advisory_xact_lock(7286026)",  # any number of our own: two hosts that start together take turns
    """CREATE OR REPLACE FUNCTION seals_stay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'a seal is never changed or deleted (law 11)'; END $$""",
    "DROP TRIGGER IF EXISTS seals_stay ON seals",
    """CREATE TRIGGER seals_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON seals
        FOR EACH STATEMENT EXECUTE FUNCTION seals_stay()""",
)


def guard_seals(connection: Connection) -> None:
    """Put the guards up; again changes nothing. Whoever owns the database can take them down: the chain shows that."""
    for statement in _ON_SQLITE if connection.dialect.name == "sqlite" else _ON_POSTGRESQL:
        connection.execute(text(statement))
