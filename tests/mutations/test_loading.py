"""Rows of one transaction are read once, found again as they are now, and forgotten with a savepoint."""

from server.tables.loading import add, load, matching, preload
from server.tables.numbers import NumberRow, next_number
from server.tables.parts import PartRow
from tests.mutations.house import PART, body_of, golden_id


def part(number):
    body = body_of("part.add", part_id=golden_id(number))
    return PartRow(id=body.pop("part_id"), **body)


def test_a_row_that_was_added_and_not_yet_saved_is_found(house):
    with house.sessions() as session:
        add(session, part(301))
        assert load(session, PartRow, golden_id(301)) is not None
        assert [row.id for row in matching(session, PartRow, "part_no", "3509-00417")] == [PART, golden_id(301)]


def test_a_row_that_was_changed_is_found_by_its_new_value_only(house):
    with house.sessions() as session:
        found = load(session, PartRow, PART)
        found.part_no = "3509-99999"
        assert matching(session, PartRow, "part_no", "3509-00417") == []
        assert matching(session, PartRow, "part_no", "3509-99999") == [found]


def test_a_savepoint_that_is_rolled_back_takes_its_rows_with_it(house):
    with house.sessions() as session:
        nested = session.begin_nested()
        add(session, part(301))
        nested.rollback()
        assert load(session, PartRow, golden_id(301)) is None
        assert [row.id for row in matching(session, PartRow, "part_no", "3509-00417")] == [PART]


def test_the_next_transaction_reads_anew(house):
    with house.sessions() as session:
        assert preload(session, PartRow, [golden_id(301)], lock=False) == []
        session.rollback()
        with house.sessions.begin() as other:
            other.add(part(301))
        assert load(session, PartRow, golden_id(301)) is not None


def test_numbers_follow_each_other_without_a_gap(house_on):
    for expected in ("NB-2611-0001", "NB-2611-0002"):
        with house_on.sessions.begin() as session:
            assert next_number(session, "NB-2611") == expected
            assert load(session, NumberRow, "NB-2611").last == int(expected[-4:])
