"""For developers: writes the migration from the newest one to the tables as they are declared now."""

import subprocess
import sys
import tempfile
from pathlib import Path

import click
import flask_migrate
from alembic.script import ScriptDirectory

from server.tables.database import MIGRATIONS, open_database


@click.command("new-migration")
@click.argument("sentence")
def new_migration(sentence: str) -> None:
    """Write a migration named by SENTENCE."""
    count = sum(1 for _ in ScriptDirectory(str(MIGRATIONS)).walk_revisions())
    with tempfile.TemporaryDirectory() as folder, open_database(f"sqlite:///{folder}/before.sqlite").app_context():
        flask_migrate.upgrade()
        flask_migrate.revision(message=sentence, autogenerate=True, rev_id=f"{count + 1:04}")
    (made,) = MIGRATIONS.joinpath("versions").glob(f"{count + 1:04}_*.py")
    lines = made.read_text(encoding="utf-8").splitlines(keepends=True)
    made.write_text("".join(line for line in lines if "# ###" not in line), encoding="utf-8")
    for fix in (("check", "--fix", "--exit-zero", "--quiet"), ("format", "--quiet")):
        subprocess.run([str(Path(sys.executable).with_name("ruff")), *fix, str(made)], check=True, capture_output=True)  # noqa: S603
