"""Writes the demonstration's rolls of tags: two of the first station, one of the next (OLD-1)."""

from datetime import timedelta

from server.cli.demo_files import Files
from server.cli.demo_log import Log

_ROLLS = (("NB", "lin.su", 90, 40), ("HZ", "gao.yuan", 45, 23), ("NB", "lin.su", 180, 2))


def write_tags(log: Log, files: Files) -> None:
    """Note who printed how many, and how many days ago."""
    for station, login, count, days in _ROLLS:
        at = log.now - timedelta(days=days, hours=3)
        roll_id = log.new_id(at)
        body = {"roll_id": roll_id, "station_id": files.stations[station], "count": count}
        log.tell(files.people[login], "tag_roll.print", f"tag_roll:{roll_id}", body, at)
