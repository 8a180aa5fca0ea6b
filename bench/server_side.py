"""What the real server costs over real HTTP: pushing, pulling everything, pulling ten changes."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.client import TABLES, BenchDevice, new_id
from bench.company import PASSWORD, Company
from tests.e2e.server_process import ServerProcess
from tests.ports import free_port

BATCH = 25
PUSHES = 60
PULLS = 60


@dataclass(frozen=True, slots=True)
class Figures:
    """Mutations/s, rows/s, bytes a row, milliseconds; ``rows`` is what the device that pulls ten changes holds."""

    pushed_by_one: float
    pushed_by_four: float
    pulled: float
    bytes_per_row: float
    ten_p50: float
    ten_p95: float
    ten_of_few_p50: float
    rows: int


@contextmanager
def served(folder: Path, *, parts: int, **how: Any) -> Iterator[int]:
    """Run the real server on a database of its own that holds the bench's company; gives its port."""
    port = free_port()
    server = ServerProcess(folder, f"http://localhost:{port}", port=port, **how)
    server.run("migrate")
    env = os.environ | server.environment
    subprocess.run([sys.executable, "-m", "bench.company", str(parts)], env=env, check=True)
    server.start()
    try:
        yield port
    finally:
        server.kill()


def measure(port: int) -> Figures:
    """Measure a server that holds the bench's company."""
    devices = [BenchDevice(port, login, PASSWORD) for login in Company.technicians]
    cursor, rows = devices[0].pull_all()
    _warm_up(devices[0])
    one = _pushed(devices[:1])
    four = _pushed(devices)
    cursor, _ = devices[0].pull_all(cursor)
    ten_p50, ten_p95 = _ten_changes(devices[0], cursor)
    few = "station,person,job,visit,swap,old_part,photo,stock"
    cursor, _ = devices[0].pull_all(tables=few)
    ten_of_few_p50, _ = _ten_changes(devices[0], cursor, few)
    office = BenchDevice(port, Company.manager, PASSWORD)
    office.bytes_received = 0
    start = time.perf_counter()
    _, pulled = office.pull_all()
    spent = time.perf_counter() - start
    bytes_per_row = office.bytes_received / pulled
    return Figures(one, four, pulled / spent, bytes_per_row, ten_p50, ten_p95, ten_of_few_p50, rows)


def _work(device_number: int, push_number: int) -> list[tuple[str, str, dict[str, Any]]]:
    """25 mutations of a real day: two visits with findings, swaps and their old parts."""
    made: list[tuple[str, str, dict[str, Any]]] = []
    for job in Company.jobs_of(device_number)[push_number % 2 :: 2][:2]:
        made += _visit(job, f"{push_number:032x}{device_number:016x}")
    return made[:BATCH]


def _visit(job: str, named: str) -> list[tuple[str, str, dict[str, Any]]]:
    visit, lane = new_id(), f"job:{job}"
    findings: dict[str, dict[str, Any]] = {
        "listen": {"account": "爬坡后气压掉到 6 bar，机舱有油味。", "told_km": 182000, "told_h": 5200},
        "look": {"in_warranty": "yes", "opened_before": "no", "read_km": 186430},
        "check": {"cause": "空压机出气阀片断裂，窜油。", "examined": True},
        "handle": {"responsibility": "supplier", "done": "换空压机总成。", "customer_agrees": True, "use_shown": True},
    }
    return [
        ("visit.arrive", lane, {"visit_id": visit, "job_id": job, "position": None}),
        *(
            (
                f"visit.record_{step}",
                lane,
                {"visit_id": visit, "changes": {field: {"from": None, "to": to} for field, to in found.items()}},
            )
            for step, found in findings.items()
        ),
        *(("swap.record", lane, _swap(visit, number, f"S{named}-{number}")) for number in range(4)),
        *(_photo(job, visit, f"{named}{number:016x}") for number in range(2)),
        ("visit.end", lane, {"visit_id": visit}),
        ("visit.depart", lane, {"visit_id": visit, "position": None}),
    ]


def _swap(visit: str, number: int, serial: str) -> dict[str, Any]:
    return {
        "swap_id": new_id(),
        "visit_id": visit,
        "part_id": Company.part(number),
        "quantity": 1,
        "new_serial": None,
        "reason": "出气阀片断裂",
        "old_part": {"old_part_id": new_id(), "serial": serial, "quantity": 1, "tag": None},
        "no_old_part_reason": None,
    }


def _photo(job: str, visit: str | None, sha256: str) -> tuple[str, str, dict[str, Any]]:
    body = {"photo_id": new_id(), "job_id": job, "visit_id": visit, "subject": "fault", "of_id": None}
    picture = {"sha256": sha256, "size": 300_000, "type": "image/jpeg", "width": 2048, "height": 1536}
    return "photo.attach", f"job:{job}", body | picture


def _warm_up(device: BenchDevice) -> None:
    """Push as long as the worker beside the server takes to start."""
    _send(device, [device.record(_work(0, push_number)) for push_number in range(PUSHES)])


def _pushed(devices: list[BenchDevice]) -> float:
    """Mutations a second, all devices together; what is sent was recorded before the clock starts."""
    loads = [
        [device.record(_work(number, push_number)) for push_number in range(PUSHES)]
        for number, device in enumerate(devices)
    ]
    start = time.perf_counter()
    with ThreadPoolExecutor(len(devices)) as threads:
        sent = sum(threads.map(_send, devices, loads))
    return sent / (time.perf_counter() - start)


def _send(device: BenchDevice, pushes: list[list[dict[str, Any]]]) -> int:
    results = [result for push in pushes for result in device.push(push)["results"]]
    if held := [result for result in results if result["verdict"] == "held"]:
        raise RuntimeError(f"{len(held)} of {len(results)} were held, the bench measures the wrong thing: {held[0]}")
    return len(results)


def _ten_changes(device: BenchDevice, cursor: str, tables: str = TABLES) -> tuple[float, float]:
    """p50 and p95 in milliseconds of pulling ten changed rows of a device that has everything else."""
    took = []
    for number in range(PULLS):
        device.push(device.record(_ten(number)))
        start = time.perf_counter()
        answer = device.pull(cursor, tables=tables)
        took.append((time.perf_counter() - start) * 1000)
        cursor = answer["cursor"]
    return statistics.median(took), statistics.quantiles(took, n=20)[-1]


def _ten(number: int) -> list[tuple[str, str, dict[str, Any]]]:
    """Ten mutations that change ten rows: photos of one job."""
    job = Company.jobs_of(0)[0]
    return [_photo(job, None, f"{number:048x}{photo:016x}") for photo in range(10)]
