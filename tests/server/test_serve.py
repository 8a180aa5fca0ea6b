"""One command that serves, over a real wire: it starts, it survives, it ends, and it keeps silent about people."""

import json
import os
import signal
import socket
import subprocess
import sys

import requests
from sqlalchemy import create_engine

from server.settings import HOUSE
from tests.company import HEADER, PASSWORD
from tests.waiting import until

DEVICE = "019a9c3e-7b10-7000-8000-000000000041"


def sign_in(served):
    web = requests.Session()
    web.headers.update(HEADER)
    body = {"login": "technician@ningbo", "password": PASSWORD, "device_id": DEVICE, "device_name": "Pixel"}
    answer = web.post(f"{served.url}/api/auth/sign-in", json=body)
    assert answer.status_code == 200, answer.text
    return web


def envelope(seq, **changes):
    return {
        "seq": seq,
        "mutation_id": f"019a9c3e-7b10-7000-8000-{seq:012}",
        "name": "visit.unheard_of",
        "v": 1,
        "lane": "own",
        "base": 0,
        "body": "{}",
        "device_time": "2026-11-19T05:22:00.000Z",
        "tz_offset_min": 480,
        "clock_offset_ms": 0,
        "sha256": "0" * 64,
        **changes,
    }


def push_body(*seqs, **changes):
    mutations = [envelope(seq, **changes) for seq in seqs]
    return {"device_id": DEVICE, "stream": "main", "epoch": "e", "mutations": mutations}


def children(pid, like):
    """Ids of the processes whose command line says so, among this one's children."""
    listed = subprocess.run(["ps", "--ppid", str(pid), "-o", "pid=,args="], capture_output=True, text=True, check=False)
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if like in line]


def is_alive(pid):
    state = subprocess.run(["ps", "-p", str(pid), "-o", "stat="], capture_output=True, text=True, check=False).stdout
    return bool(state) and not state.startswith("Z")


def test_one_command_serves_and_keeps_a_worker_beside_it(serve):
    served = serve()
    assert requests.get(f"{served.url}/readyz").json() == {"status": "ready"}
    assert until(lambda: len(children(served.process.pid, "server.cli worker")) == 1)


def test_a_worker_that_dies_is_started_again(serve):
    served = serve()
    (first,) = until(lambda: children(served.process.pid, "server.cli worker"))
    os.kill(first, signal.SIGKILL)
    assert until(lambda: set(children(served.process.pid, "server.cli worker")) - {first})


def test_told_to_end_it_ends_with_its_worker_and_says_nothing_bad(serve):
    served = serve()
    (worker,) = until(lambda: children(served.process.pid, "server.cli worker"))
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(30) == 0
    assert until(lambda: not is_alive(worker))


def test_killed_it_leaves_nobody_on_the_port_and_starts_again(serve):
    served = serve()
    (worker,) = until(lambda: children(served.process.pid, "server.cli worker"))
    served.kill()
    again = serve()
    assert again.answers()
    assert until(lambda: not is_alive(worker))


def test_a_port_in_use_is_named_with_the_way_out(settings, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = subprocess.run(
            [sys.executable, "-m", "server.cli", "serve"],
            cwd=HOUSE,
            env={**os.environ, "SETTINGS_FILE": str(tmp_path / "none.env"), "PORT": str(port)}
            | {"DATABASE_URL": settings.database_url, "MEDIA_DIR": str(settings.media_dir)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == (
        f"Error: Port {port} is in use. Stop what listens there, or choose another port: PORT={port + 1} make run\n"
    )


def test_what_was_acknowledged_before_a_kill_is_there_afterwards(serve):
    served = serve()
    web = sign_in(served)
    assert web.post(f"{served.url}/api/sync/v1/push", json=push_body(1, 2)).json()["acked_seq"] == 2
    served.kill()
    again = serve()
    assert web.post(f"{again.url}/api/sync/v1/push", json=push_body()).json()["acked_seq"] == 2


def test_a_body_that_is_cut_off_on_the_line_leaves_nothing_behind(serve):
    served = serve()
    web = sign_in(served)
    body = json.dumps(push_body(1, 2)).encode()
    head = (
        "POST /api/sync/v1/push HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{served.port}\r\n"
        f"Cookie: truckroll_device={web.cookies['truckroll_device']}\r\n"
        "X-Truckroll: 1\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", served.port)) as line:
        line.sendall(head.encode() + body[: len(body) // 2])
        line.shutdown(socket.SHUT_WR)
        answer = line.makefile("rb").read().decode()
    assert answer.startswith("HTTP/1.1 400 ")
    assert '"cut_off"' in answer
    assert web.post(f"{served.url}/api/sync/v1/push", json=push_body()).json()["acked_seq"] == 0


def test_a_busy_database_asks_the_device_to_come_back(serve, settings):
    served = serve()
    web = sign_in(served)
    engine = create_engine(settings.database_url, isolation_level=None)
    with engine.connect() as connection:
        connection.connection.dbapi_connection.isolation_level = None
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        answer = web.post(f"{served.url}/api/sync/v1/push", json=push_body(1))
        connection.exec_driver_sql("ROLLBACK")
    engine.dispose()
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.json()["code"] == "slow_down"
    assert web.post(f"{served.url}/api/sync/v1/push", json=push_body(1)).status_code == 200


def test_the_log_has_one_line_for_each_push_and_pull_and_names_nobody(serve):
    served = serve()
    web = sign_in(served)
    secret = "陈国强 138 0574 2261"
    web.post(f"{served.url}/api/sync/v1/push", json=push_body(1, 2, body=json.dumps({"contact": secret})))
    web.get(f"{served.url}/api/sync/v1/pull", params={"cursor": secret})
    web.get(f"{served.url}/api/sync/v1/pull")
    web.post(f"{served.url}/api/auth/sign-in", json={"login": secret, "password": PASSWORD})
    served.process.terminate()
    served.process.wait(30)
    written = served.log.read_text(encoding="utf-8")
    lines = [json.loads(line) for line in written.splitlines() if line.startswith("{")]
    push = next(line for line in lines if line.get("endpoint") == "sync.push")
    assert push["device"] == DEVICE
    assert (push["count"], push["acked"], push["held"]) == (2, 2, 2)
    assert push["ms"] > 0
    pull = [line for line in lines if line.get("endpoint") == "sync.pull"][-1]
    assert {"device", "count", "position", "ms"} <= pull.keys()
    for personal in ("陈国强", "138 0574", "周海", "139 0574", "technician@ningbo", PASSWORD, "宁波", "Pixel"):
        assert personal not in written
        assert json.dumps(personal)[1:-1] not in written
