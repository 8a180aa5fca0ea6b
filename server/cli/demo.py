"""``python -m server.cli demo``: a believable company with a week of work, written through the log."""

import io
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

import click
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from media.receiving import Chunk, append
from media.uploads import Creation, create
from server.cli.demo_company import ACCOUNTS, PASSWORD, STATIONS, Account
from server.cli.demo_contacts import write_contacts
from server.cli.demo_custody import write_custody
from server.cli.demo_figures import answer_in_writing, write_past
from server.cli.demo_files import Files, add_files
from server.cli.demo_log import Log, PhotoFile
from server.cli.demo_manager import decided
from server.cli.demo_scenes import Scene
from server.cli.demo_seals import DemoDevices
from server.cli.demo_stock import write_stock
from server.cli.demo_tags import write_tags
from server.cli.demo_van import write_van
from server.cli.demo_week import Week
from server.cli.house_defaults import write_defaults
from server.engines import Engines, opened
from server.rules.people import Role
from server.settings import Settings
from server.tables.passwords import hash_password
from server.tables.people import PersonRow, StationRow
from sync.engine import Envelope, Recording
from sync.envelope import hash_envelope, wire_time
from sync.ports import Verdict

_SEED = 20_261_119
_EXPECTED = {Verdict.APPLIED, Verdict.APPLIED_WITH_DISCREPANCY, Verdict.NEEDS_REVIEW}


def accounts() -> Sequence[Account]:
    """Return who can sign in, each with the password ``PASSWORD``."""
    return ACCOUNTS


@click.command("demo")
def demo() -> None:
    """Fill an empty installation with a believable company; print who can sign in."""
    with opened(Settings.from_env()) as engines:
        click.echo("Demo data written." if write(engines, engines.clock()) else "There is data already.")
    towns = {station.code: station.city for station in STATIONS}
    click.echo(f"Sign in with the password {PASSWORD} as:")
    for account in accounts():
        click.echo(
            f"  {account.login:<12} {account.role:<14} {account.name}  {towns.get(account.station or '', '总部')}"
        )


def write(engines: Engines, now: datetime) -> bool:
    """Write the company as of ``now``; answers whether there was room for it. Does nothing where data is."""
    with engines.sessions() as session:
        if session.scalar(select(StationRow.id).limit(1)) is not None:
            return False
    write_defaults(engines, now)
    log = Log(now, Random(_SEED))  # noqa: S311 -- the same company every time, nothing secret
    files = add_files(log)
    write_past(log, files)
    away = Week(log, files).write()
    answer_in_writing(log)
    write_custody(log, files)
    write_stock(log, files)
    write_tags(log, files)
    write_van(log, files)
    write_contacts(log, files)
    with engines.sessions.begin() as session:
        _record(engines, session, log, files)
        _record_some(engines, session, decided(session, log, files))
        _give_passwords(session, files)
    for photo in log.files:
        _upload(engines, photo)
    _reassign_while_away(engines, log, files, away)
    return True


def _record(engines: Engines, session: Session, log: Log, files: Files) -> None:
    """Record everything in order; each signature is sealed over what was recorded before it (VIS-7)."""
    devices: DemoDevices | None = None
    waiting: list[Recording] = []
    for recording in log.recordings:
        if recording.name == "visit.sign":
            _record_some(engines, session, waiting)
            waiting = []
            devices = devices or DemoDevices(session, _technicians(files), log.now)
            waiting.append(devices.seal(recording))
        else:
            waiting.append(recording)
    _record_some(engines, session, waiting)


def _technicians(files: Files) -> list[str]:
    return [files.people[account.login] for account in ACCOUNTS if account.role == Role.TECHNICIAN]


def _record_some(engines: Engines, session: Session, recordings: Sequence[Recording]) -> None:
    results = engines.sync.record_many(recordings, session=session)
    for recording, result in zip(recordings, results, strict=True):
        if result.verdict not in _EXPECTED:
            raise RuntimeError(f"{recording.name} was {result.verdict}: {result.code} {result.detail}")


def _give_passwords(session: Session, files: Files) -> None:
    """Passwords never stand in the log. One hash serves all: everybody knows this password."""
    ids = files.people.values()
    session.execute(update(PersonRow).where(PersonRow.id.in_(ids)).values(password_hash=hash_password(PASSWORD)))


def _upload(engines: Engines, photo: PhotoFile) -> None:
    size = len(photo.data)
    creation = Creation(attachment_id=photo.photo_id, sha256=photo.sha256, type=photo.type, length=size)
    upload, _ = create(engines.media, photo.user_id, creation)
    append(engines.media, photo.user_id, upload.id, Chunk(0, size, None), io.BytesIO(photo.data).read)


def _reassign_while_away(engines: Engines, log: Log, files: Files, scene: Scene) -> None:
    """The job goes to a colleague; then the former technician's phone comes back with what it recorded (JOB-7)."""
    device_id = log.new_id()
    former = scene.technician
    seen = engines.sync.manifest(former, device_id).position
    told = wire_time(log.now - timedelta(hours=4))
    colleague = files.people["mu.yue"]
    given = {"job_id": scene.job_id, "technician_ids": [colleague], "lead_id": colleague, "planned_at": None}
    engines.sync.record(files.people[scene.dispatcher], "job.assign", 1, scene.lane, given)
    account = {"from": None, "to": "司机说空调停了，车厢 38 度，先换了滤网。"}
    text = json.dumps({"visit_id": scene.visit_id, "changes": {"account": account}}, ensure_ascii=False)
    name, mutation_id = "visit.record_listen", log.new_id()
    envelope = Envelope(
        seq=1,
        mutation_id=mutation_id,
        name=name,
        v=1,
        lane=scene.lane,
        base=seen,
        body=text,
        device_time=told,
        tz_offset_min=480,
        clock_offset_ms=0,
        sha256=hash_envelope(mutation_id, name, 1, scene.lane, seen, told, 480, text),
    )
    engines.sync.push(former, device_id, "main", "", [envelope])
