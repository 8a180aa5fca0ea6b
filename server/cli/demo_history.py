"""Writes what units have behind them, a job on its second outing, and who came along (JOB-4, JOB-6, JOB-7)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from server.cli.demo_catalogue import KINDS
from server.cli.demo_files import Files, Unit
from server.cli.demo_log import Log
from server.cli.demo_scenes import Scene, kind_of

_DAYS_AGO = (312, 196, 54)
_KM_A_DAY = 210
_HOURS_A_DAY = 6


@dataclass(frozen=True, slots=True)
class Crew:
    """Who goes to the units of one station, and who decides there; all are logins."""

    by: str
    dispatcher: str
    manager: str
    clerk: str


def write_history(log: Log, files: Files, unit: Unit, crew: Crew, carried: list[tuple[str, int]]) -> None:
    """Note three visits of the last year to one unit, the last one with a part of what the technician ``carried``."""
    for place, days_ago in enumerate(_DAYS_AGO):
        arrived = log.now - timedelta(days=days_ago, minutes=log.chance.randint(10, 200))
        as_it_was = replace(
            unit,
            km=max(unit.km - days_ago * _KM_A_DAY, 0),
            hours=max(unit.hours - days_ago * _HOURS_A_DAY, 0),
        )
        is_last = place == len(_DAYS_AGO) - 1
        part = carried.pop() if is_last else None
        kind = log.chance.choice(KINDS) if part is None else kind_of(part[0])
        scene = Scene(log, files, as_it_was, kind, crew.by, crew.dispatcher, arrived - timedelta(hours=20))
        scene.open()
        scene.assign(arrived)
        scene.arrive(arrived)
        scene.start()
        scene.listen_and_look()
        scene.check()
        if part is not None:
            scene.swap(files.parts[part])
        scene.handle()
        scene.end()
        scene.sign()
        scene.depart()
        scene.receive(crew.clerk, arrived + timedelta(hours=22))
        scene.approve(crew.manager, arrived + timedelta(days=1))


def leave_for_another_outing(scene: Scene, at: datetime, manager: str) -> None:
    """The first outing of a job: adjusted for now, the part must come, and the office knows it (VIS-12)."""
    scene.serve(at, swaps=0)
    scene.sign()
    scene.report_back("waiting_for_parts", "散热器芯子要等厂里发，到了再来一次。")
    scene.depart()
    scene.approve(manager, at + timedelta(hours=20))
