"""Who may send which mutation: one table, role by role, for the own and for another station."""

import pytest

from server.mutations.application import ENTRIES
from server.rules.people import Role
from tests.databases import sqlite_with_tables
from tests.mutations.house import DISPATCHER as DISPATCHER_IN_CHARGE
from tests.mutations.house import MANAGER, NINGBO, WENZHOU, ZHOU, House, Phone, golden_id

TECHNICIAN, CLERK, DISPATCHER, MANAGER_ROLE, ADMINISTRATOR = (
    Role.TECHNICIAN,
    Role.CLERK,
    Role.DISPATCHER,
    Role.MANAGER,
    Role.ADMINISTRATOR,
)
QUALITY = Role.QUALITY
NOBODY: frozenset[Role] = frozenset()

# For a person of that role who was granted nothing: (at the job's own station, at another station).
MAY_WITHOUT_A_GRANT = {
    **{f"contact.{verb}": ({DISPATCHER, MANAGER_ROLE}, NOBODY) for verb in ("log", "answer", "clarify", "dispatch")},
    "job.open": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "job.assign": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "job.edit": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "job.answer": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "job.answer_in_writing": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "job.agree_plan": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "job.lend_unit": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "job.pause": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "job.resume": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "quote.propose": ({DISPATCHER, MANAGER_ROLE}, NOBODY),
    "quote.approve": ({MANAGER_ROLE}, NOBODY),
    "quote.refuse": ({MANAGER_ROLE}, NOBODY),
    "payment.confirm": ({DISPATCHER, MANAGER_ROLE, CLERK}, NOBODY),
    "payment.collect": (NOBODY, NOBODY),
    "payment.hand_in": ({DISPATCHER, MANAGER_ROLE, CLERK}, NOBODY),
    "preset.set": (NOBODY, NOBODY),
    "checklist.set": ({MANAGER_ROLE, ADMINISTRATOR}, {MANAGER_ROLE, ADMINISTRATOR}),
    "sla_profile.set": (NOBODY, NOBODY),
    "calendar.set_days": (NOBODY, NOBODY),
    "visit.arrive": (NOBODY, NOBODY),
    "visit.record_listen": (NOBODY, NOBODY),
    "visit.record_look": (NOBODY, NOBODY),
    "visit.record_check": (NOBODY, NOBODY),
    "visit.record_handle": (NOBODY, NOBODY),
    "visit.end": (NOBODY, NOBODY),
    "visit.depart": (NOBODY, NOBODY),
    "visit.start": (NOBODY, NOBODY),
    "visit.state_time": (NOBODY, NOBODY),
    "visit.report_back": (NOBODY, NOBODY),
    "job.offer_self": ({TECHNICIAN}, NOBODY),
    "visit.close_unsigned": (NOBODY, NOBODY),
    "visit.sign": (NOBODY, NOBODY),
    "visit.answer": (NOBODY, NOBODY),
    "visit.rate": (NOBODY, NOBODY),
    "visit.take_back": (NOBODY, NOBODY),
    "swap.record": (NOBODY, NOBODY),
    "swap.correct": (NOBODY, NOBODY),
    "swap.undo": (NOBODY, NOBODY),
    "photo.annotate": (NOBODY, NOBODY),
    "voice_note.attach": (NOBODY, NOBODY),
    "voice_note.verified": (NOBODY, NOBODY),
    "old_part.tag": ({CLERK}, NOBODY),
    "old_part.receive": ({CLERK}, {CLERK}),
    "old_part.hand_over": ({TECHNICIAN, CLERK}, NOBODY),
    "old_part.take_over": ({TECHNICIAN, CLERK}, NOBODY),
    "old_part.inspect": ({CLERK, MANAGER_ROLE}, NOBODY),
    "old_part.store": ({CLERK}, NOBODY),
    "tag_roll.print": ({CLERK, MANAGER_ROLE}, NOBODY),
    "manifest.pack": ({TECHNICIAN, CLERK}, NOBODY),
    "manifest.ship": ({TECHNICIAN, CLERK}, NOBODY),
    "manifest.carry": ({TECHNICIAN, CLERK}, NOBODY),
    "old_part.report_lost": ({TECHNICIAN, CLERK}, NOBODY),
    "disposal.record": ({CLERK, MANAGER_ROLE}, NOBODY),
    "box.close": ({CLERK}, NOBODY),
    "old_part.match": ({CLERK, MANAGER_ROLE}, NOBODY),
    "extension.ask": ({TECHNICIAN}, NOBODY),
    "extension.grant": ({MANAGER_ROLE}, NOBODY),
    "extension.refuse": ({MANAGER_ROLE}, NOBODY),
    "old_part.waive": ({MANAGER_ROLE}, NOBODY),
    "write_off.close": ({CLERK, MANAGER_ROLE}, NOBODY),
    "photo.attach": ({CLERK}, NOBODY),
    "photo.verified": (NOBODY, NOBODY),
    "report.approve": ({MANAGER_ROLE}, NOBODY),
    "report.archive": ({MANAGER_ROLE}, NOBODY),
    "report.send_back": ({MANAGER_ROLE}, NOBODY),
    "report.accept_unsigned": ({MANAGER_ROLE}, NOBODY),
    "discrepancy.pass_on": ({MANAGER_ROLE}, NOBODY),
    "discrepancy.settle": ({MANAGER_ROLE}, NOBODY),
    "review.settle": ({MANAGER_ROLE}, NOBODY),
    "job.escalate": ({TECHNICIAN}, NOBODY),
    "escalation.answer": ({MANAGER_ROLE}, NOBODY),
    "incident.report": ({TECHNICIAN}, NOBODY),
    "incident.close": ({MANAGER_ROLE}, NOBODY),
    "safety.acknowledge": (NOBODY, NOBODY),
    "site_notice.publish": ({MANAGER_ROLE, ADMINISTRATOR}, {ADMINISTRATOR}),
    **{f"{table}.add": ({ADMINISTRATOR}, {ADMINISTRATOR}) for table in ("station", "person")},
    "station.edit": ({ADMINISTRATOR}, {ADMINISTRATOR}),
    "person.edit": ({ADMINISTRATOR}, {ADMINISTRATOR}),
    **{
        f"{table}.{what}": ({MANAGER_ROLE, ADMINISTRATOR}, {ADMINISTRATOR})
        for table in ("customer", "equipment")
        for what in ("add", "edit")
    },
    **{
        f"{table}.{what}": ({ADMINISTRATOR}, {ADMINISTRATOR}) for table in ("part", "fault") for what in ("add", "edit")
    },
    "import.take_in": ({ADMINISTRATOR}, {ADMINISTRATOR}),
    "stock.open": ({ADMINISTRATOR}, {ADMINISTRATOR}),
    "batch_hold.place": ({QUALITY, MANAGER_ROLE}, {QUALITY, MANAGER_ROLE}),
    "batch_hold.lift": ({QUALITY, MANAGER_ROLE}, {QUALITY, MANAGER_ROLE}),
    "requisition.ask": ({TECHNICIAN}, NOBODY),
    "requisition.approve": ({MANAGER_ROLE}, NOBODY),
    "requisition.refuse": ({MANAGER_ROLE}, NOBODY),
    "requisition.issue": ({CLERK}, NOBODY),
    "requisition.close": ({CLERK, MANAGER_ROLE}, NOBODY),
    "goods.receive": ({CLERK}, NOBODY),
    "unused.announce": ({TECHNICIAN}, {TECHNICIAN}),
    "unused.receive": ({CLERK}, NOBODY),
    "transfer.send": ({CLERK}, NOBODY),
    "transfer.receive": (NOBODY, {CLERK}),
    "count.record": ({CLERK}, NOBODY),
}
STRANGERS = [(role, station) for role in Role for station in (NINGBO, WENZHOU)]
CASES = [(name, role, station) for name in ENTRIES for role, station in STRANGERS]
OF_A_VISIT = [name for name, entry in ENTRIES.items() if entry.roles == {TECHNICIAN}]


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The first job done and signed, one discrepancy and one review open, and a stranger of each role."""
    made = House(sqlite_with_tables(tmp_path_factory.mktemp("permissions") / "house.sqlite"))
    made.furnish()
    for number, (role, station) in enumerate(STRANGERS):
        made.system(
            "person.add", person_id=golden_id(200 + number), login=f"s{number}", roles=[role], station_id=station
        )
    made.phone(DISPATCHER_IN_CHARGE).record("contact.log")
    made.open_job(ZHOU)
    made.serve(until="visit.sign")
    yield made
    made.database.dispose()


def test_the_table_names_every_mutation():
    assert set(MAY_WITHOUT_A_GRANT) == set(ENTRIES)


@pytest.fixture(scope="module")
def opened(house):
    """Ids of an open discrepancy and an open review on the golden job; a quote, a problem and an incident wait."""
    phone = house.phone(ZHOU)
    for name in (
        "quote.propose",
        "payment.collect",
        "job.escalate",
        "incident.report",
        "manifest.pack",
        "extension.ask",
        "requisition.ask",
    ):
        assert phone.record(name).verdict != "held"
    discrepancy = phone.record("visit.record_look", changes={"note": {"from": "", "to": "x"}})
    house.phone(MANAGER).record("job.edit", changes={"contact": {"from": "陈国强 队长", "to": "王建军"}})
    review = phone.record("job.edit", changes={"contact": {"from": "陈国强 队长", "to": "李红"}})
    return {
        "discrepancy.settle": {"discrepancy_id": discrepancy.detail["discrepancy_id"], "settlement": "fact_stands"},
        "discrepancy.pass_on": {"discrepancy_id": discrepancy.detail["discrepancy_id"]},
        "review.settle": {"review_id": review.detail["review_ids"][0]},
    }


@pytest.mark.parametrize(("name", "role", "station"), CASES)
def test_a_mutation_is_open_to_exactly_those_who_have_the_right(house, opened, name, role, station):
    person = golden_id(200 + STRANGERS.index((role, station)))
    own, other = MAY_WITHOUT_A_GRANT[name]
    result = Phone(house, person).record(name, **opened.get(name, {}))
    permitted = role in (own if station == NINGBO else other)
    assert (result.code != "not_permitted") == permitted, result


@pytest.mark.parametrize("name", [*OF_A_VISIT, "job.edit", "old_part.tag", "photo.attach"])
def test_a_technician_to_whom_the_job_was_granted_may_record_on_it(house, name):
    assert house.phone(ZHOU).record(name).code != "not_permitted"
