"""Copy a database's rows and put them back, on either kind of database."""

from sqlalchemy import Engine, delete, func, insert, select, text

from sync.tables import metadata
from tests.sync.toy import Base

TABLES = (*metadata.sorted_tables, *Base.metadata.sorted_tables)


def take_backup(database: Engine) -> dict[str, list[dict]]:
    with database.connect() as connection:
        return {table.name: [dict(row._mapping) for row in connection.execute(select(table))] for table in TABLES}


def restore(database: Engine, backup: dict[str, list[dict]]) -> None:
    with database.begin() as connection:
        for table in reversed(TABLES):
            connection.execute(delete(table))
        for table in TABLES:
            if backup[table.name]:
                connection.execute(insert(table), backup[table.name])
            if database.dialect.name == "postgresql" and "number" in table.c and table.c.number.identity is not None:
                newest = connection.scalar(select(func.coalesce(func.max(table.c.number), 0))) + 1
                connection.execute(text(f"ALTER TABLE {table.name} ALTER COLUMN number RESTART WITH {newest}"))
