"""What a push costs in statements does not grow with what it carries."""

from sqlalchemy import event

from server.tables.visits import VisitRow
from tests.mutations.house import DISPATCHER, ZHOU, body_of, golden_id

SECTIONS = ("listen", "look", "check", "handle")


def statements(house, push):
    """Count what the database is asked while ``push`` runs."""
    seen = []
    listener = lambda *heard: seen.append(heard[2])  # noqa: E731 -- it is removed again below
    event.listen(house.database, "before_cursor_execute", listener)
    push()
    event.remove(house.database, "before_cursor_execute", listener)
    return len(seen)


def visits(house, *, first, count):
    """Jobs with an arrival and the four findings of each, kept on Zhou's phone."""
    phone = house.phone(ZHOU)
    for number in range(first, first + count):
        job, visit = golden_id(1000 + number), golden_id(2000 + number)
        lane = f"job:{job}"
        given = {"job_id": job, "technician_ids": [ZHOU], "lead_id": ZHOU}
        assert house.phone(DISPATCHER).record("job.open", lane=lane, job_id=job).verdict == "applied"
        assert house.phone(DISPATCHER).record("job.assign", lane=lane, **given).verdict == "applied"
        phone.keep("visit.arrive", lane=lane, visit_id=visit, job_id=job)
        for section in SECTIONS:
            name = f"visit.record_{section}"
            phone.keep(name, lane=lane, body=body_of(name, visit_id=visit))
    return phone


def test_twenty_five_mutations_take_as_many_statements_as_five(house_on):
    one = statements(house_on, visits(house_on, first=0, count=1).push)
    five = statements(house_on, visits(house_on, first=1, count=5).push)
    assert len(house_on.rows(VisitRow)) == 6
    assert five <= one + 2
