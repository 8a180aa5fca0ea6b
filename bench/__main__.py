"""``python -m bench``: the figures, side by side."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import floor, office
from bench.server_side import Figures, measure, served
from tests.databases import postgres_server

PARTS = 20_000


def main() -> None:
    """Measure what the arguments name: ``server``, ``office``, ``device``, ``station``, or all without any."""
    wanted = sys.argv[1:] or ["server", "office", "device", "station"]
    if "server" in wanted:
        _server()
    if "office" in wanted:
        office.report()
    if "device" in wanted:
        from bench import device  # noqa: PLC0415 -- it needs a browser, which the server's figures do not

        device.report()
    if "station" in wanted:
        from bench import big_station  # noqa: PLC0415 -- as above

        big_station.report()


def _server() -> None:
    with tempfile.TemporaryDirectory(prefix="truckroll-bench-") as name, postgres_server(durable=True) as create:
        folder = Path(name)
        print("The server, over HTTP, with all rules on; beside it the bare database in the same run")
        print(f"{'':34}{'SQLite':>14}{'PostgreSQL':>14}")
        sqlite_floor = floor.sqlite_floor(folder)
        postgres_floor = floor.postgres_floor(create().replace("+psycopg", ""))
        sqlite = _measured(folder / "sqlite", f"sqlite:///{folder / 'bench.sqlite'}")
        postgres = _measured(folder / "postgres", create())
        _line("bare writes, 25 a commit, rows/s", sqlite_floor[0], postgres_floor[0])
        _line("bare reads, rows/s", sqlite_floor[1], postgres_floor[1])

        def figure(title: str, of: Callable[[Figures], float], form: str = ",.0f") -> None:
            _line(title, of(sqlite), of(postgres), form)

        figure("pushed by one device, mutations/s", lambda it: it.pushed_by_one)
        figure("pushed by four devices, mutations/s", lambda it: it.pushed_by_four)
        figure("pulled, rows/s", lambda it: it.pulled)
        figure("on the wire (gzip), bytes/row", lambda it: it.bytes_per_row)
        figure("pull 10 of 20,000, p50 ms", lambda it: it.ten_p50, ".1f")
        figure("pull 10 of 20,000, p95 ms", lambda it: it.ten_p95, ".1f")
        figure("pull 10 of 1,000, p50 ms", lambda it: it.ten_of_few_p50, ".1f")
        print(f"rows that the puller held: {sqlite.rows:,}")


def _measured(folder: Path, database_url: str) -> Figures:
    folder.mkdir()
    with served(folder, parts=PARTS, database_url=database_url) as port:
        return measure(port)


def _line(title: str, sqlite: float, postgres: float, form: str = ",.0f") -> None:
    print(f"{title:<36}{sqlite:>12{form}}{postgres:>14{form}}")


if __name__ == "__main__":
    main()
