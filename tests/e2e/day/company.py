"""The company of one day: two technicians, a clerk, a manager who also dispatches, five coaches, one kind of part."""

from dataclasses import dataclass

from server.rules.stock import store
from server.rules.tags import check_character
from server.settings import Settings
from tests.e2e import company
from tests.e2e.company import Told, engaged, told
from tests.e2e.first_job import Fitting

PEOPLE = {
    "zhou.hai": (company.PEOPLE["zhou.hai"][0], "周海", ["technician"]),
    "wu.yue": (company.PEOPLE["wu.yue"][0], "吴越", ["technician"]),
    "lin.su": (company.PEOPLE["lin.su"][0], "林素", ["clerk"]),
    "shen.yue": (company.PEOPLE["shen.yue"][0], "沈岳", ["dispatcher", "manager"]),
}
IN_STORE = 4


@dataclass(frozen=True)
class Coach:
    """A unit of the customer with its job of the day, and what is swapped on it if anything is."""

    plate: str
    serial: str
    fault: str
    fitting: Fitting | None = None


def _fitting(tag: str, serial: str, picture: int) -> Fitting:
    return Fitting(tag + check_character(tag), f"AC2103-{serial}", f"AC2511-{serial}", picture)


MATCHES = Coach("浙B·D2186", "LHC6127D9PB004417", "爬坡后气压掉到 6 bar，机舱有油味。", _fitting("7K4M92", "7719", 100))
WRONG_SERIAL = Coach("浙B·D3301", "LHC6127D9PB004418", "气压上得慢，冷车更慢。", _fitting("2QD88V", "7720", 200))
MISSING = Coach("浙B·D4402", "LHC6127D9PB004419", "空压机异响。", _fitting("5HN31X", "7721", 300))
ABSENT = Coach("浙B·D5503", "LHC6127D9PB004420", "前门关不严。")
STANDSTILL = Coach("浙B·D6604", "LHC6127D9PB004421", "发动机异响，机油灯亮。")
COACHES = (MATCHES, WRONG_SERIAL, MISSING, ABSENT, STANDSTILL)
FITTINGS = tuple(coach.fitting for coach in COACHES if coach.fitting)


def found(settings: Settings) -> None:
    """Write the company into an empty installation, through the log."""
    company.found(settings, _mutations())


def _mutations() -> list[Told]:
    part_id = told("part.add")[2]["part_id"]
    station_id = told("station.add")[2]["station_id"]
    return [
        told("station.add"),
        *(engaged(login, *person) for login, person in PEOPLE.items()),
        told("customer.add"),
        *(_unit(number, coach) for number, coach in enumerate(COACHES)),
        told("part.add"),
        told("fault.add"),
        _stock(store(station_id), part_id, IN_STORE),
    ]


def _unit(number: int, coach: Coach) -> Told:
    unit_id = f"019a9c3e-7b10-7000-8000-0000000009{number:02}"
    return told("equipment.add", f"equipment:{unit_id}", equipment_id=unit_id, plate=coach.plate, serial=coach.serial)


def _stock(location: str, part_id: str, quantity: int) -> Told:
    return told("stock.open", f"stock:{location}:{part_id}", location=location, quantity=quantity)
