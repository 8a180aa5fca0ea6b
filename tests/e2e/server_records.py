"""What the server's tables hold, read beside the server and without its help."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from server.settings import Settings


@dataclass(frozen=True)
class ServerRecords:
    """Reads only; each question opens the database anew."""

    settings: Settings

    def ask(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """Return the rows that a statement answers."""
        engine = create_engine(self.settings.database_url, poolclass=NullPool)
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(sql), values)]

    def count(self, table: str) -> int:
        ((rows,),) = self.ask(f"SELECT count(*) FROM {table}")
        return rows

    def mutations_of(self, user_id: str) -> list[str]:
        """Return the ids that came from this person's devices, each as often as it was taken in."""
        found = self.ask("SELECT mutation_id FROM sync_inbox WHERE user_id = :user_id", user_id=user_id)
        return [mutation_id for (mutation_id,) in found]

    def unsettled(self) -> list[tuple[Any, ...]]:
        """Return what was not simply applied: held, refused, or without a verdict."""
        return self.ask(
            "SELECT name, verdict, code, detail FROM sync_inbox JOIN sync_verdict USING (number)"
            " WHERE verdict IS NULL OR verdict NOT IN ('applied', 'applied_with_discrepancy')"
        )

    def ledger_differences(self) -> list[tuple[Any, ...]]:
        """Return every balance that its movements do not add up to (PART-1)."""
        return self.ask(
            "SELECT id, quantity, moved FROM (SELECT id, quantity,"
            " (SELECT coalesce(sum(quantity), 0) FROM stock_movements m"
            "  WHERE m.part_id = b.part_id AND m.to_location = b.location)"
            " - (SELECT coalesce(sum(quantity), 0) FROM stock_movements m"
            "  WHERE m.part_id = b.part_id AND m.from_location = b.location) AS moved"
            " FROM stock_balances b) AS compared WHERE quantity <> moved"
        )

    def check_address(self, plate: str, revision: int) -> str:
        """Return what the square code on this revision of the unit's report says, without the host (VIS-7)."""
        asked = (
            "SELECT seals.visit_id, seals.sha256 FROM seals JOIN jobs ON jobs.id = seals.job_id"
            " WHERE plate = :plate AND revision = :revision"
        )
        ((visit_id, sha256),) = self.ask(asked, plate=plate, revision=revision)
        return f"/v/{visit_id}?r={revision}&h={sha256[:16]}"

    def stored_hashes(self) -> set[str]:
        """Return the SHA-256 of every original that the server keeps."""
        files = (path for path in Path(self.settings.media_dir).rglob("*") if path.is_file())
        return {hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
