"""A loopback proxy that loses requests, loses answers and cuts bodies, by script and by a seeded rate."""

import asyncio
import contextlib
import random
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

MOST_HEAD = 64 * 1024
CONTENT_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)
CONNECTION = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)


class Harm(StrEnum):
    """What the line does to one exchange."""

    NONE = "none"
    LOSE_REQUEST = "lose_request"
    CUT_BODY = "cut_body"
    LOSE_ANSWER = "lose_answer"
    CUT_ANSWER = "cut_answer"


@dataclass(frozen=True, slots=True)
class Planned:
    """The next request that matches suffers ``harm``; ``meanwhile`` runs when the harm is done."""

    request: re.Pattern[str]
    harm: Harm
    meanwhile: Callable[[], None] | None = None


@dataclass(slots=True)
class Exchange:
    """What the proxy saw: the request line and what became of it."""

    request: str
    harm: Harm


@dataclass(slots=True)
class BadProxy:
    """Forwards ``port`` to ``upstream_port``, one request a connection, and does harm on the way.

    Only requests under ``/api/`` and ``/files/`` are harmed at random: the app's own files are a download, not sync.
    """

    upstream_port: int
    seed: int = 1
    rate: float = 0.0
    port: int = 0
    log: list[Exchange] = field(default_factory=list)
    _planned: list[Planned] = field(default_factory=list)
    _under_way: set[asyncio.Task[None] | None] = field(default_factory=set)  # the loop itself holds tasks only weakly
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def plan(self, request: str, harm: Harm, meanwhile: Callable[[], None] | None = None) -> None:
        """Let the next request whose line matches ``request`` (a pattern) suffer; plans are used in order."""
        with self._lock:
            self._planned.append(Planned(re.compile(request), harm, meanwhile))

    def suffered(self, harm: Harm) -> int:
        """How many exchanges were harmed so."""
        return sum(1 for one in list(self.log) if one.harm is harm)

    @property
    def planned_left(self) -> int:
        """How many plans no request has met yet."""
        return len(self._planned)

    @contextlib.contextmanager
    def running(self) -> Iterator["BadProxy"]:
        """Serve on loopback until the block ends."""
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever, name="bad-proxy", daemon=True)
        thread.start()
        server = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._serve, "127.0.0.1", self.port), loop
        ).result(10)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            asyncio.run_coroutine_threadsafe(_stop(server), loop).result(10)
            loop.call_soon_threadsafe(loop.stop)
            thread.join(10)
            loop.close()

    def _choose(self, line: str) -> Planned:
        with self._lock:
            for planned in self._planned:
                if planned.request.search(line):
                    self._planned.remove(planned)
                    return planned
            harmed = re.search(r" /(api|files)/", line) and self._random.random() < self.rate
            harm = self._random.choice([harm for harm in Harm if harm is not Harm.NONE]) if harmed else Harm.NONE
        return Planned(re.compile(""), harm)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        exchange = asyncio.current_task()
        self._under_way.add(exchange)
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                await self._exchange(reader, writer)
            await _close(writer)
        finally:
            self._under_way.discard(exchange)

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        line = head.split(b"\r\n", 1)[0].decode("latin-1")
        length = CONTENT_LENGTH.search(head)
        body = await reader.readexactly(int(length[1])) if length else b""
        planned = self._choose(line)
        self.log.append(Exchange(line, planned.harm))
        if planned.harm is Harm.LOSE_REQUEST:
            await _happen(planned)
            return
        upstream_reader, upstream_writer = await asyncio.open_connection("127.0.0.1", self.upstream_port)
        try:
            upstream_writer.write(CONNECTION.sub(b"", head)[:-2] + b"Connection: close\r\n\r\n")
            if planned.harm is Harm.CUT_BODY:
                upstream_writer.write(body[: len(body) // 2])
                await upstream_writer.drain()
                await _happen(planned)
                return
            upstream_writer.write(body)
            await upstream_writer.drain()
            await _happen(planned)
            answer = await upstream_reader.read(-1)
        finally:
            await _close(upstream_writer)
        if planned.harm is Harm.LOSE_ANSWER:
            return
        writer.write(answer[: len(answer) // 2] if planned.harm is Harm.CUT_ANSWER else answer)
        await writer.drain()


async def _happen(planned: Planned) -> None:
    if planned.meanwhile:
        await asyncio.get_running_loop().run_in_executor(None, planned.meanwhile)


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


async def _stop(server: asyncio.Server) -> None:
    server.close()
    exchanges = asyncio.all_tasks() - {asyncio.current_task()}
    for exchange in exchanges:
        exchange.cancel()
    await asyncio.gather(*exchanges, return_exceptions=True)
