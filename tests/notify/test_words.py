"""A message leads to the very thing that it is about."""

import pytest

from server.notify.words import TITLES, spoken

THING = "019a9c3e-7b10-7000-8000-000000000094"


def path(topic, **payload):
    return spoken("m", {"topic": topic, "number": "", **payload})["path"]


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("requisition_asked", "/approvals"),
        ("requisition_approved", f"/parts/requisitions/{THING}"),
        ("requisition_refused", f"/parts/requisitions/{THING}"),
        ("requisition_issued", f"/parts/requisitions/{THING}"),
        ("extension_refused", f"/parts/old/{THING}"),
        ("discrepancy_passed_on", "/asked"),
    ],
)
def test_part_2_what_became_of_a_request_is_one_tap_from_its_message(topic, expected):
    assert path(topic, subject_id=THING) == expected


@pytest.mark.parametrize("topic", TITLES)
def test_a_message_that_was_left_before_messages_named_their_thing_still_leads_somewhere(topic):
    assert path(topic).startswith("/")
