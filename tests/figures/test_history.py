"""What stands open now is read from small indexes, however long the history of what was closed has become."""

import pytest
from sqlalchemy import event, inspect, text

from server.figures.books import read_books
from server.figures.standing import out, waiting
from server.rules.figures import Slice
from server.tables.base import db
from server.tables.database import open_database
from server.tables.discrepancies import DiscrepancyRow
from server.tables.old_parts import OldPartRow
from server.tables.reports import ReportRow
from tests.figures.november import NINGBO, NOW

LONG = 2_000
CLOSED = {OldPartRow: "stored", DiscrepancyRow: "settled", ReportRow: "approved"}
EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}


@pytest.fixture(params=["analysed", "as installed"])
def long_books(books, request):
    """A long history in which next to nothing is open; PostgreSQL keeps statistics by itself, SQLite when told to."""
    books.old_part(NOW.date())
    books.discrepancy("stock_below_zero", NOW)
    books.report(NOW, state="signed")
    with books.sessions.begin() as session:
        for row_class, state in CLOSED.items():
            row = session.query(row_class).one()
            values = {column.key: getattr(row, column.key) for column in inspect(row_class).columns}
            session.bulk_insert_mappings(row_class, [closed(values, state, number) for number in range(LONG)])
    engine = books.sessions.kw["bind"]
    if request.param == "analysed" or engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
        engine.dispose()
    return books


def closed(values, state, number):
    own = {name: f"closed-{number}" for name in ("id", "visit_id", "number") if values.get(name) is not None}
    return {**values, **own, "state": state}


def test_what_is_open_is_found_without_a_look_at_what_was_closed(long_books):
    asked = []
    with long_books.sessions() as session:
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2:4]))
        standing = read_books(session, [NINGBO], NOW)
        asked.clear()
        assert [aged.pieces for aged in out(session, [NINGBO], Slice(), standing).values()] == [[0, 1, 0, 0]]
        assert {waits.kind: waits.count for waits in waiting(session, [NINGBO])} == {
            "stock_below_zero": 1,
            "report_signed": 1,
        }
        plans = [
            "\n".join(map(str, session.connection().exec_driver_sql(EXPLAIN[engine.dialect.name] + statement, values)))
            for statement, values in tuple(asked)
        ]
    for index in ("ix_old_parts_out", "ix_discrepancies_open", "ix_reports_waiting"):
        assert any(index in plan for plan in plans), "\n".join(plans)


def test_postgresql_looks_up_what_a_period_needs_instead_of_reading_all_years(migrated_postgres_url):
    app = open_database(migrated_postgres_url())
    with app.app_context(), db.engine.connect() as connection:
        assert connection.execute(text("SHOW random_page_cost")).scalar() == "1.1"
    with app.app_context():
        db.engine.dispose()
