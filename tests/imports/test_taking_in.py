"""What was looked at is taken in once, in the log, in the name of who confirmed it; and comes out as it went in."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from server.api.running import NAME
from server.imports.files import FileName
from server.imports.previewing import preview
from server.imports.taking_in import recordings
from server.tables.customers import CustomerRow
from server.tables.parts import PartRow
from sync.tables import inbox
from tests.imports.office import table, workbook

PARTS = table("件号,名称,目录价", *(f"35-{number:04},件{number},{number}.50" for number in range(450)))


def count(app, row_class):
    with app.extensions[NAME].engines.sessions() as session:
        return session.scalar(select(func.count()).select_from(row_class))


def test_lines_become_mutations_of_at_most_200_in_her_name(app, head, people):
    assert head.take_in("part", PARTS) == {"added": 450, "changed": 0}
    assert count(app, PartRow) == 450
    with app.extensions[NAME].engines.sessions() as session:
        told = session.execute(select(inbox.c.user_id, inbox.c.name)).all()
    assert told == [(people["administrator"], "import.take_in")] * 3


def test_taken_in_again_nothing_is_left_to_do(app, head):
    head.take_in("part", PARTS)
    seen = head.look("part", PARTS)
    assert (seen["added"], seen["changed"], seen["same"]) == (0, 0, 450)
    assert head.take_in("part", PARTS) == {"added": 0, "changed": 0}
    assert count(app, PartRow) == 450


def test_two_who_confirm_the_same_file_at_once_take_it_in_once(app, head):
    plan = head.look("part", PARTS)["plan"]
    with ThreadPoolExecutor(4) as some:
        answers = list(some.map(lambda _: head.confirm("part", PARTS, plan).status_code, range(4)))
    assert set(answers) <= {200, 409, 503}
    assert 200 in answers
    assert count(app, PartRow) == 450


def test_lines_that_somebody_else_took_in_between_preview_and_recording_stay_as_they_are(app, head, people):
    engines = app.extensions[NAME].engines
    data = table("Customer,Station", "临江公交,NB", "临江公交,WH")
    with engines.sessions() as session:
        found = preview(session, FileName.CUSTOMER, data, None)
    for _ in range(2):
        (recording,) = recordings(found, people["administrator"], "customers.csv", engines.clock())
        (result,) = engines.sync.record_many([recording])
        assert result.verdict == "applied"
    assert count(app, CustomerRow) == 2


def test_books_that_changed_since_the_preview_are_looked_at_again(head):
    plan = head.look("part", PARTS)["plan"]
    head.take_in("part", table("件号,名称", "35-0001,别的名字"))
    answer = head.confirm("part", PARTS, plan)
    assert (answer.status_code, answer.json["code"]) == (409, "changed_meanwhile")


def test_wrong_lines_stay_out_and_the_others_are_taken_in(app, manager):
    manager.take_in("customer", table("Customer,Station", "临江公交,NB", "皖南客运,WH", ",NB"))
    assert count(app, CustomerRow) == 1


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_given_out_can_be_taken_in_again_and_changes_nothing(head, form, language):
    head.take_in("customer", table("Customer,Contact,Phone,Address,Station", "临江公交,=cmd(),+86 138,=1+1,NB"))
    head.take_in(
        "equipment",
        workbook(
            ["编号", "客户名称", "类别", "型号", "车牌", "交付日期", "上次里程"],
            ["0042", "临江公交", "客车", "HC6118", "浙B·12345", "2024-03-05", 186430],
        ),
    )
    head.take_in("part", table("件号,名称,目录价,停用", "3509-1,空压机,2860.05,是", "1-2,=罐,,"))
    head.take_in("fault", table("故障代码,名称,故障类别", "E01,漏气,底盘"))
    for file, lines in (("customer", 1), ("equipment", 1), ("part", 2), ("fault", 1)):
        seen = head.look(file, head.give_out(file, form, language))
        assert (seen["lines"], seen["same"], seen["faults"]) == (lines, lines, []), file


def test_what_a_program_would_compute_is_given_out_as_text(head):
    head.take_in("customer", table("Customer,Phone,Station", "=cmd(),+86,NB"))
    assert b"'=cmd()" in head.give_out("customer")
    assert b",'+86," in head.give_out("customer")
