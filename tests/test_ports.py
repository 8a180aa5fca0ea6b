"""The ports that tests give to their servers."""

import socket

from tests.ports import ABOVE, LOOPBACK, free_ports, is_free


def test_a_port_that_a_connection_goes_out_from_is_not_free():
    """Nobody answers there, and nobody can listen there either."""
    with socket.create_server((LOOPBACK, 0)) as server, socket.create_connection(server.getsockname()) as connection:
        port = connection.getsockname()[1]

        assert not is_free(port)
        with socket.socket() as knocking:
            assert knocking.connect_ex((LOOPBACK, port)) != 0


def test_ports_are_never_those_lent_to_connections():
    first_lent = 32_768

    assert all(port + ABOVE < first_lent for port in free_ports(50))


def test_two_workers_are_never_given_one_port(monkeypatch):
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    of_one = free_ports(50)
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw1")

    assert not {*of_one} & {*free_ports(50)}
