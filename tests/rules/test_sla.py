from datetime import UTC, datetime, timedelta

import pytest

from server.rules.presets import INITIAL
from server.rules.sla import Profile, Promise, due_at, read_profiles

CALLED = datetime(2026, 11, 18, 10, 34, tzinfo=UTC)


PRESETS = read_profiles(INITIAL["sla"])


def hours(profiles=PRESETS, *, fault_class="body", urgency="normal", distance_km=42):
    due = due_at(CALLED, profiles, fault_class=fault_class, urgency=urgency, distance_km=distance_km)
    return None if due is None else (due - CALLED) / timedelta(hours=1)


@pytest.mark.parametrize(
    ("fault_class", "urgency", "distance_km", "expected"),
    [
        ("body", "normal", 42, 24),
        ("body", "normal", 100, 24),
        ("body", "normal", 101, 12),
        ("chassis", "normal", 42, 12),
        ("engine", "normal", 400, 12),
        ("electrical", "normal", 42, 24),
        ("body", "urgent", 42, 2),
        ("body", "normal", None, 24),
        (None, None, None, 24),
    ],
)
def test_job_3_the_presets_pick_by_fault_class_distance_and_urgency(fault_class, urgency, distance_km, expected):
    assert hours(fault_class=fault_class, urgency=urgency, distance_km=distance_km) == expected


def test_job_3_profiles_are_data_and_the_earliest_that_fits_counts():
    profiles = [Profile(Promise.ANSWER, 8), Profile(Promise.ON_SITE, 3, urgency="urgent")]
    assert hours(profiles) == 8
    assert hours(profiles, urgency="urgent") == 3


@pytest.mark.parametrize(("distance_km", "fits"), [(49, False), (50, True), (100, True), (101, False)])
def test_job_3_both_ends_of_a_distance_belong_to_it(distance_km, fits):
    assert (hours([Profile(Promise.ANSWER, 8, min_km=50, max_km=100)], distance_km=distance_km) == 8) == fits


def test_job_3_where_no_profile_fits_there_is_no_deadline():
    assert hours([Profile(Promise.ANSWER, 8, min_km=50)], distance_km=None) is None
