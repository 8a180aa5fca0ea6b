"""A device without a screen: signs in, pushes and pulls over one kept-alive connection, as the app does."""

import gzip
import hashlib
import http.client
import json
import time
import uuid
from datetime import UTC, datetime
from itertools import count
from typing import Any

TABLES = (
    "station,person,customer,equipment,part,fault,"
    "job,visit,swap,old_part,photo,signature,report,stock,discrepancy,review"
)
_ids = count(int(time.time() * 1000))


def new_id() -> str:
    """Return a UUIDv7 that is larger than the one before."""
    return str(uuid.UUID(int=(next(_ids) << 80) | (7 << 76) | (2 << 62) | uuid.uuid4().int & (1 << 62) - 1))


class BenchDevice:
    """One signed-in device."""

    def __init__(self, port: int, login: str, password: str) -> None:
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookie = ""
        self.device_id = new_id()
        self.bytes_received = 0
        answer = self._call(
            "POST",
            "/api/auth/sign-in",
            {"login": login, "password": password, "device_id": self.device_id, "device_name": "bench"},
        )
        self.user_id: str = answer["user_id"]
        self.epoch: str = answer["epoch"]
        self._seq = 0
        self.position = 0

    def record(self, mutations: list[tuple[str, str, dict[str, Any]]]) -> list[dict[str, Any]]:
        """Return the envelopes of (name, lane, body) tuples, numbered and hashed as a tap leaves them in the outbox."""
        return [self._envelope(*mutation) for mutation in mutations]

    def push(self, envelopes: list[dict[str, Any]]) -> dict[str, Any]:
        """Send envelopes as one push and return the answer."""
        body = {"device_id": self.device_id, "stream": "main", "epoch": self.epoch, "mutations": envelopes}
        return self._call("POST", "/api/sync/v1/push", body)

    def pull(self, cursor: str | None, limit: int = 1000, tables: str = TABLES) -> dict[str, Any]:
        """Return what changed since ``cursor``."""
        since = f"&cursor={cursor}" if cursor else ""
        answer = self._call("GET", f"/api/sync/v1/pull?limit={limit}&tables={tables}{since}", None)
        self.position = answer["position"]
        return answer

    def pull_all(self, cursor: str | None = None, tables: str = TABLES) -> tuple[str, int]:
        """Pull until there is no more; return the cursor and how many rows came."""
        rows = 0
        while True:
            answer = self.pull(cursor, tables=tables)
            cursor = answer["cursor"]
            rows += sum(len(change.get("snapshot", "x")) for change in answer["changes"])
            if not answer["more"]:
                return str(cursor), rows

    def _envelope(self, name: str, lane: str, body: dict[str, Any]) -> dict[str, Any]:
        self._seq += 1
        unhashed = {
            "mutation_id": new_id(),
            "name": name,
            "v": 1,
            "lane": lane,
            "base": self.position,
            "device_time": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "tz_offset_min": 480,
            "body": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
        }
        lines = "\n".join(["truckroll-envelope-1", *map(str, unhashed.values())])
        return {
            "seq": self._seq,
            "clock_offset_ms": 0,
            "sha256": hashlib.sha256(lines.encode()).hexdigest(),
            **unhashed,
        }

    def reconnect(self) -> None:
        """Go on over a new connection: the server has hung up while nothing was asked for long."""
        self._http.close()

    def get(self, path: str) -> bytes:
        """Return what stands at an address that this person may read."""
        return self._answer("GET", path, None)

    def _call(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self._answer(method, path, body))
        return answer

    def _answer(self, method: str, path: str, body: dict[str, Any] | None) -> bytes:
        headers = {"X-Truckroll": "1", "Accept-Encoding": "gzip", "Cookie": self._cookie}
        data = None
        if body is not None:
            data = gzip.compress(json.dumps(body, ensure_ascii=False).encode(), 5)
            headers |= {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        self._http.request(method, path, data, headers)
        response = self._http.getresponse()
        received = response.read()
        self.bytes_received += len(received)
        if cookie := response.headers.get("Set-Cookie"):
            self._cookie = cookie.split(";")[0]
        if response.headers.get("Content-Encoding") == "gzip":
            received = gzip.decompress(received)
        if response.status != 200:  # noqa: PLR2004 -- OK
            raise RuntimeError(f"{method} {path}: {response.status} {received.decode()}")
        return received
