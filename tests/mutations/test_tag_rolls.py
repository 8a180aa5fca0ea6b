"""Rolls of tags on the real engine: every code once, for one's own station (OLD-1)."""

from sqlalchemy import update

from server.rules.tag_rolls import MOST_TAGS, tags_of
from server.rules.tags import is_tag
from server.tables.old_parts import OldPartReceiptRow
from server.tables.tag_rolls import TagRollRow
from tests.mutations.house import CLERK, FAR_CLERK, MANAGER, WENZHOU, ZHOU, golden_id

ROLL, SECOND, THIRD = golden_id(801), golden_id(802), golden_id(803)


def printed(house, person, roll_id=ROLL, **changes):
    return house.phone(person).record("tag_roll.print", lane=f"tag_roll:{roll_id}", roll_id=roll_id, **changes)


def codes(house):
    return {row.id: tags_of(row.first_place, row.count) for row in house.rows(TagRollRow)}


def test_old_1_a_roll_has_so_many_whole_tags_and_a_number(house_on):
    assert printed(house_on, CLERK).verdict == "applied"
    row = house_on.row(TagRollRow, ROLL)
    assert (row.number, row.count) == ("BQ-2611-0001", 90)
    tags = codes(house_on)[ROLL]
    assert (tags[0], tags[-1]) == (row.first_tag, row.last_tag)
    assert all(is_tag(tag) for tag in tags)


def test_old_1_two_rolls_share_no_code_and_none_that_hangs_already(house_on):
    printed(house_on, CLERK)
    printed(house_on, FAR_CLERK, SECOND, station_id=WENZHOU)
    house_on.open_job(ZHOU)
    house_on.serve(until="visit.end")
    house_on.phone(CLERK).record("old_part.receive")
    would_be_next = tags_of(180, 1)[0]
    with house_on.sessions.begin() as session:
        session.execute(update(OldPartReceiptRow).values(tag=would_be_next))
    printed(house_on, MANAGER, THIRD)
    rolls = codes(house_on)
    every = [tag for tags in rolls.values() for tag in tags]
    assert len(every) == len(set(every)) == 270
    assert would_be_next not in every


def test_old_1_a_roll_asked_for_twice_keeps_its_codes(house_on):
    printed(house_on, CLERK)
    before = codes(house_on)
    assert printed(house_on, CLERK, count=5).verdict == "applied"
    assert codes(house_on) == before


def test_old_1_nobody_prints_for_another_station_and_no_technician_prints(house_on):
    assert printed(house_on, CLERK, station_id=WENZHOU).code == "not_permitted"
    assert printed(house_on, ZHOU).code == "not_permitted"
    assert codes(house_on) == {}


def test_old_1_a_roll_that_is_too_long_is_unreadable(house_on):
    assert printed(house_on, CLERK, count=MOST_TAGS + 1).code == "unreadable"
    assert printed(house_on, CLERK, SECOND, count=0).code == "unreadable"
