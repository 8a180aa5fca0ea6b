"""The office keeps its files: each edit names both values, and nobody's words are overwritten."""

import pytest

from tests.databases import sqlite_with_tables
from tests.mutations.house import (
    CUSTOMER,
    FAR_MANAGER,
    HEAD,
    MANAGER,
    PART,
    UNIT,
    WENZHOU,
    ZHOU,
    House,
    golden_id,
)

ADMINISTRATOR, FAR_CUSTOMER = golden_id(401), golden_id(402)


@pytest.fixture
def house(tmp_path):
    made = House(sqlite_with_tables(tmp_path / "house.sqlite"))
    made.furnish()
    made.system("person.add", person_id=ADMINISTRATOR, login="admin", roles=["administrator"], station_id=None)
    made.system("customer.add", customer_id=FAR_CUSTOMER, station_id=WENZHOU, name="温州公交")
    yield made
    made.database.dispose()


def edit(house, user_id, table, row_id, **changes):
    told = {name: {"from": before, "to": after} for name, (before, after) in changes.items()}
    body = {f"{table}_id": row_id, "changes": told}
    return house.phone(user_id).record(f"{table}.edit", lane=f"{table}:{row_id}", body=body)


def test_two_people_who_change_different_fields_both_get_their_way(house):
    assert edit(house, HEAD, "part", PART, unit=("件", "套")).verdict == "applied"
    assert edit(house, HEAD, "part", PART, name_en=("Air compressor", "Compressor")).verdict == "applied"


def test_a_field_that_somebody_else_changed_is_refused_by_name_and_nothing_of_the_edit_is_taken(house):
    edit(house, HEAD, "part", PART, unit=("件", "套"))
    late = edit(house, HEAD, "part", PART, unit=("件", "个"), name_en=("Air compressor", "Compressor"))
    assert (late.verdict, late.code, late.detail["fields"]) == ("refused", "changed_meanwhile", ["unit"])
    assert edit(house, HEAD, "part", PART, name_en=("Air compressor", "Pump")).verdict == "applied"


@pytest.mark.parametrize(
    ("user_id", "table", "row_id", "changes"),
    [
        (FAR_MANAGER, "customer", CUSTOMER, {"contact": ("陈国强 队长", "王")}),
        (FAR_MANAGER, "equipment", UNIT, {"model": ("x", "y")}),
        (MANAGER, "part", PART, {"unit": ("件", "套")}),
        (ZHOU, "customer", CUSTOMER, {"contact": ("陈国强 队长", "王")}),
        (HEAD, "person", ZHOU, {"active": (True, False)}),
    ],
    ids=["another station's customer", "another station's unit", "the house's part", "a technician", "people"],
)
def test_who_does_not_keep_a_file_does_not_change_it(house, user_id, table, row_id, changes):
    assert edit(house, user_id, table, row_id, **changes).code == "not_permitted"


def test_a_unit_stays_with_a_customer_of_its_own_station(house):
    moved = edit(house, MANAGER, "equipment", UNIT, customer_id=(CUSTOMER, FAR_CUSTOMER))
    assert (moved.verdict, moved.code) == ("refused", "customer_of_another_station")


def test_an_administrator_does_not_shut_themselves_out(house):
    for changes in ({"roles": (["administrator"], ["manager"])}, {"active": (True, False)}):
        assert edit(house, ADMINISTRATOR, "person", ADMINISTRATOR, **changes).code == "administrator_needed"
    assert edit(house, ADMINISTRATOR, "person", ZHOU, active=(True, False)).verdict == "applied"


def test_a_part_number_stands_once_in_the_catalogue(house):
    twin = house.phone(HEAD).record("part.add", lane=f"part:{golden_id(403)}", part_id=golden_id(403))
    assert (twin.verdict, twin.code) == ("refused", "already_added")


def test_a_station_lives_in_a_zone_that_devices_know(house):
    far = edit(house, ADMINISTRATOR, "station", WENZHOU, time_zone=(None, "Asia/Nowhere"))
    assert (far.verdict, far.code) == ("refused", "unknown_zone")
