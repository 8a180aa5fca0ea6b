"""Real servers for the tests: seaweedfs as S3, gunicorn for the toy site; both die with the test that started them."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests
from botocore.exceptions import BotoCoreError, ClientError

from tests.media.toy import s3_client
from tests.ports import LOOPBACK, free_port, free_ports
from tests.waiting import until

ROOT = Path(__file__).parents[2]
IDENTITY = {
    "name": "toy",
    "credentials": [{"accessKey": "toy", "secretKey": "toy"}],
    "actions": ["Admin", "Read", "Write", "List", "Tagging"],
}


def eventually(condition: Callable[[], bool], what: str) -> None:
    """Fail and name what was waited for in vain."""
    assert until(condition), f"waited in vain: {what}"


@contextmanager
def s3_server(folder: Path) -> Iterator[str]:
    """SeaweedFS on free ports; its endpoint."""
    config = folder / "s3.json"
    config.write_text(json.dumps({"identities": [IDENTITY]}))
    master, volume, filer, s3 = free_ports(4)
    command = [
        *(Path(sys.executable).with_name("weed"), "server", f"-dir={folder}", f"-ip={LOOPBACK}"),
        *(f"-ip.bind={LOOPBACK}", f"-master.port={master}", f"-volume.port={volume}", f"-filer.port={filer}"),
        *(
            "-s3",
            f"-s3.port={s3}",
            f"-s3.config={config}",
            "-s3.port.iceberg=0",
            "-s3.port.lance=0",
            "-master.telemetry=false",
        ),
        *("-volume.max=2000", "-master.volumeSizeLimitMB=16"),
    ]
    endpoint = f"http://{LOOPBACK}:{s3}"
    log = folder / "log"
    with log.open("wb") as written, _process(command, stdout=written, stderr=written) as process:
        client = s3_client(endpoint)

        def takes_files() -> bool:
            assert process.poll() is None, f"SeaweedFS ended: {log.read_text()[-4000:]}"
            try:
                client.create_bucket(Bucket="is-it-ready")
                client.put_object(Bucket="is-it-ready", Key="yes", Body=b"yes")
            except (BotoCoreError, ClientError):
                return False
            return True

        assert until(takes_files), f"SeaweedFS takes no files: {log.read_text()[-4000:]}"
        yield endpoint


@dataclass
class Site:
    """The toy site under gunicorn, with everything a test needs to look behind it."""

    port: int
    settings: dict[str, str]

    def url(self, path: str) -> str:
        return f"http://{LOOPBACK}:{self.port}{path}"


@contextmanager
def running(settings: dict[str, str]) -> Iterator[Site]:
    port = free_port()
    with _gunicorn(port, settings):
        yield Site(port, settings)


@contextmanager
def mortal(settings: dict[str, str]) -> Iterator[tuple[Site, Callable[[], None]]]:
    """A site, and a function that ends it by SIGKILL and starts it again on the same port."""
    port = free_port()
    with contextlib.ExitStack() as stack:
        running_now = [stack.enter_context(_gunicorn(port, settings))]

        def kill_and_start() -> None:
            os.killpg(running_now[0].pid, signal.SIGKILL)
            running_now[0].wait()
            running_now[0] = stack.enter_context(_gunicorn(port, settings))

        yield Site(port, settings), kill_and_start


@contextmanager
def _gunicorn(port: int, settings: dict[str, str]) -> Iterator[subprocess.Popen]:
    command = [
        *(sys.executable, "-m", "gunicorn", "--worker-class=gthread", "--threads=8", f"--bind={LOOPBACK}:{port}"),
        *("--reuse-port", "--graceful-timeout=1", "--log-level=warning", "tests.media.toy:site()"),
    ]
    with _process(command, cwd=ROOT, env={**os.environ, **settings}) as process:

        def answers() -> bool:
            assert process.poll() is None, "gunicorn ended"
            with contextlib.suppress(requests.ConnectionError, requests.Timeout):
                return requests.options(f"http://{LOOPBACK}:{port}/api/uploads/", timeout=5).ok
            return False

        eventually(answers, "gunicorn answers")
        yield process


@contextmanager
def _process(command: list, **more) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(command, start_new_session=True, **more)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
