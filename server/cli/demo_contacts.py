"""Writes the demonstration's contact log and archive: contacts in every state, and all but the newest reports filed."""

from datetime import datetime, timedelta
from typing import Any

from server.cli.demo_files import Files
from server.cli.demo_log import Log
from sync.engine import Recording

_STATION, _DISPATCHER = "NB", "xu.ning"
_LOGGED_FOR = timedelta(days=8)
_FILED_AFTER = timedelta(days=5)

_OTHERS: tuple[tuple[timedelta, str, str, str, str, tuple[str, str] | None], ...] = (
    (timedelta(minutes=25), "call", "郑先生", "139 5821 7740", "车门关不严，跑起来响。没说车号。", None),
    (timedelta(hours=2), "message", "何师傅", "136 0583 2219", "空调不凉，问今天能不能来人。", None),
    (
        timedelta(hours=4),
        "call",
        "北仑港务车队",
        "0574 8680 1122",
        "仪表盘报尾气故障，能不能先跑着？",
        ("clarify", "问里程和故障码；SCR 灯亮了没有。"),
    ),
    (
        timedelta(hours=27),
        "call",
        "周女士",
        "137 7702 5518",
        "保养手册丢了，问多少公里换机油。",
        ("answer", "每 2 万公里或 6 个月，先到为准。手册重寄一本。"),
    ),
    (
        timedelta(days=3),
        "letter",
        "鄞州区教育局",
        "0574 8752 4400",
        "来函：校车 12 台，要上半年的检修记录。",
        ("answer", "记录已按车号打印盖章，挂号寄出。"),
    ),
)


def write_contacts(log: Log, files: Files) -> None:
    """Note who called about the jobs of the last days, what else came in, and which reports are filed."""
    _called_about_jobs(log, files)
    station_id = files.stations[_STATION]
    for ago, channel, caller, phone, said, then in reversed(_OTHERS):
        at = log.now - ago
        about = {"channel": channel, "caller": caller, "phone": phone, "customer_id": None, "said": said}
        contact_id = _log(log, files.people[_DISPATCHER], station_id, about, at)
        if then is not None:
            verb, text = then
            body = {"contact_id": contact_id, ("text" if verb == "answer" else "question"): text}
            at += timedelta(minutes=6)
            log.tell(files.people[_DISPATCHER], f"contact.{verb}", f"contact:{contact_id}", body, at)
    _file(log)


def _called_about_jobs(log: Log, files: Files) -> None:
    """Every job of the last days began with a call (JOB-1)."""
    logins = {person_id: login for login, person_id in files.people.items()}
    for one, at in _recorded(log, "job.open"):
        if logins.get(one.user_id) != _DISPATCHER or at < log.now - _LOGGED_FOR:
            continue
        body: dict[str, Any] = one.body
        about = {"channel": "call", "caller": body["contact"], "phone": body["phone"], "said": body["fault_reported"]}
        about["customer_id"] = body["customer_id"]
        contact_id = _log(log, one.user_id, files.stations[_STATION], about, at - timedelta(minutes=4))
        linked = {"contact_id": contact_id, "job_id": body["job_id"]}
        log.tell(one.user_id, "contact.dispatch", f"contact:{contact_id}", linked, at)


def _log(log: Log, user_id: str, station_id: str, about: dict[str, Any], at: datetime) -> str:
    contact_id = log.new_id(at)
    told = f"{at:%Y-%m-%dT%H:%M:%S}.000Z"
    body = {"contact_id": contact_id, "station_id": station_id, **about, "arrived_at": told}
    log.tell(user_id, "contact.log", f"contact:{contact_id}", body, at)
    return contact_id


def _file(log: Log) -> None:
    """The manager files what was approved some days ago (VIS-14)."""
    for one, at in _recorded(log, "report.approve"):
        if at < log.now - _FILED_AFTER:
            log.tell(one.user_id, "report.archive", one.lane, one.body, at + timedelta(hours=2))


def _recorded(log: Log, name: str) -> list[tuple[Recording, datetime]]:
    """Return what was noted so far under this name, with when it happened."""
    return [(one, one.device_time) for one in log.recordings if one.name == name and one.device_time is not None]
