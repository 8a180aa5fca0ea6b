"""Ports for the servers that tests start, kill and start again."""

import os
import random
import socket

LOOPBACK = "127.0.0.1"
ABOVE = 10_000
"""How far above its own port SeaweedFS takes a second one, for gRPC."""
FIRST, END = 20_000, 22_768
"""With the second port, all below 32,768, where Linux begins to lend ports to connections that go out.

A lent port looks free to who knocks at it, and cannot be listened at: a server that was given one never starts.
"""
WORKERS = 16


def free_ports(count: int) -> list[int]:
    """Return ``count`` ports nothing uses, each with the port :data:`ABOVE` it; no two workers are given one."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % WORKERS
    candidates = [port for port in range(FIRST, END) if port % WORKERS == worker]
    random.SystemRandom().shuffle(candidates)
    free = (port for port in candidates if is_free(port) and is_free(port + ABOVE))
    return [next(free) for _ in range(count)]


def free_port() -> int:
    """Return one of :func:`free_ports`."""
    return free_ports(1)[0]


def is_free(port: int) -> bool:
    """Say whether a server could listen at ``port`` now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True
