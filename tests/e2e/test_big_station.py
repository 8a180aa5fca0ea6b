"""With 50,000 parts and 5,000 old parts on the device nobody waits, at a fourth of the processor's speed."""

import statistics

import pytest

from tests.e2e import big_station

pytestmark = [pytest.mark.browser, pytest.mark.timed]

SCAN_MS, KEY_MS, FRAME_MS = 150, 100, 50


def undisturbed(waits):
    """The first quartile: what else the machine does shows in the slowest, a slow app in the quickest."""
    return statistics.quantiles(waits, n=4)[0]


def test_a_clerk_of_a_big_station_never_waits(device_of):
    device = device_of("lin.su")
    big_station.fill(device)
    waits = big_station.waits(device)
    assert undisturbed(waits.scans_of_tags) < SCAN_MS, waits
    assert undisturbed(waits.scans_of_parts) < SCAN_MS, waits
    assert undisturbed(waits.keys_in_old_parts) < KEY_MS, waits
    assert undisturbed(waits.keys_in_stock) < KEY_MS, waits
    assert statistics.median(waits.frames_of_old_parts) < FRAME_MS, waits
