"""The answer to a manager who asks for figures, counted from the tables of both databases (KPI-1, KPI-2)."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import event

from server.figures.answer import Question, answer_to
from server.rules.figures import Period, Slice
from server.tables.presets import PresetRow
from tests.figures.november import NINGBO, NOW, WUHU, days, noon


def ask(books, period, station_id=NINGBO, **asked):
    with books.sessions() as session:
        return answer_to(session, Question(period, station_id, Slice(**asked)), NOW)


def figure(answer, name):
    return next(one for one in answer["figures"] if one["name"] == name)


def share(answer, name):
    found = figure(answer, name)
    return found["count"], found["of"]


def test_kpi_1_jobs_count_on_the_day_on_which_they_were_opened(books):
    books.job(noon(2), arrived_after_h=[20])
    books.job(noon(3), arrived_after_h=[30])
    books.job(noon(19), state="assigned")
    books.job(noon(10), arrived_after_h=[2])
    assert share(ask(books, days(1, 9)), "on_time") == (1, 2)
    assert share(ask(books, days(10, 20)), "on_time") == (1, 1)
    assert figure(ask(books, days(10, 18)), "on_time")["before"] == {"count": 1, "of": 2}


def test_kpi_1_a_day_is_one_of_the_stations_own_calendar(books):
    books.job(datetime(2026, 11, 4, 15, 59, tzinfo=UTC), arrived_after_h=[1])
    books.job(datetime(2026, 11, 4, 16, 0, tzinfo=UTC), arrived_after_h=[1])
    assert share(ask(books, days(4, 4)), "on_time") == (1, 1)
    assert share(ask(books, days(5, 5)), "on_time") == (1, 1)


def test_kpi_1_customers_are_satisfied_from_the_preset_score_on(books):
    for score in (5, 4, 3):
        books.rating(noon(5), score)
    assert share(ask(books, days(1, 9)), "satisfied") == (2, 3)
    books.add(PresetRow(id="satisfied_score_least", value=5))
    assert share(ask(books, days(1, 9)), "satisfied") == (1, 3)


def test_kpi_1_what_nobody_records_yet_is_said_to_be_so(books):
    answer = ask(books, days(1, 9))
    assert {one["name"] for one in answer["figures"] if not one["recorded"]} == {"complaints", "supplier_recovery"}
    assert share(answer, "complaints") == (0, 0)


def test_kpi_2_a_fault_that_needed_a_second_visit_was_not_fixed_first_time(books):
    books.job(noon(2), arrived_after_h=[20])
    books.job(noon(2), arrived_after_h=[20, 60])
    books.job(noon(3), state="under_way", arrived_after_h=[20])
    assert share(ask(books, days(1, 9)), "first_time") == (1, 2)


def test_kpi_2_the_same_fault_of_a_unit_within_the_preset_days_is_a_repeat_also_across_the_periods(books):
    books.job(noon(20, month=10), equipment_id="coach")
    books.job(noon(5), equipment_id="coach")
    books.job(noon(5), equipment_id="coach", fault_class="engine")
    books.job(noon(5), equipment_id="other")
    assert share(ask(books, days(1, 9)), "repeat_faults") == (1, 3)
    books.add(PresetRow(id="repeat_fault_days", value=10))
    assert share(ask(books, days(1, 9)), "repeat_faults") == (0, 3)


def test_kpi_2_the_period_before_knows_the_faults_that_came_before_it_too(books):
    books.job(noon(20, month=4), equipment_id="coach")
    books.job(noon(5, month=5), equipment_id="coach")
    autumn = Period(date(2026, 8, 1), date(2026, 11, 1))
    assert autumn.before().begins == date(2026, 5, 1)
    assert figure(ask(books, autumn), "repeat_faults")["before"] == {"count": 1, "of": 1}


def test_kpi_2_old_parts_count_on_their_due_day_and_waived_ones_do_not(books):
    books.old_part(date(2026, 11, 5), noon(5))
    books.old_part(date(2026, 11, 5), noon(6))
    books.old_part(date(2026, 11, 6))
    books.waive(books.old_part(date(2026, 11, 7)))
    books.old_part(date(2026, 11, 8), state="not_removed")
    books.old_part(date(2026, 11, 20))
    assert share(ask(books, days(1, 9)), "old_parts_back") == (1, 3)
    assert share(ask(books, days(20, 20)), "old_parts_back") == (0, 0)


def test_kpi_2_stock_agrees_part_by_part(books):
    books.count(noon(3), (4, 4), (3, 4), (9, 9))
    books.count(noon(4), (1, 1), location="van:zhou")
    assert share(ask(books, days(1, 9)), "stock_agrees") == (3, 4)
    assert share(ask(books, days(1, 9), technician_id="zhou"), "stock_agrees") == (1, 1)


def test_vis_8_reports_without_a_signature_count_also_when_they_were_approved(books):
    books.report(noon(3))
    books.report(noon(3), visit_state="unsigned")
    books.report(noon(4), state="unsigned", visit_state="unsigned")
    assert share(ask(books, days(1, 9)), "unsigned") == (2, 3)


def test_kpi_1_whose_figures_are_asked_for_are_counted_and_no_others(books):
    books.job(noon(2), arrived_after_h=[20])
    books.job(noon(2), arrived_after_h=[30], lead="mu")
    books.job(noon(2), arrived_after_h=[30], station_id=WUHU)
    assert share(ask(books, days(1, 9), technician_id="mu"), "on_time") == (0, 1)
    assert share(ask(books, days(1, 9), fault_class="engine"), "on_time") == (0, 0)
    everywhere = ask(books, days(1, 9), station_id=None)
    assert share(everywhere, "on_time") == (1, 3)
    assert {group["id"]: group["figures"][0] for group in everywhere["stations"]} == {
        NINGBO: {"name": "on_time", "count": 1, "of": 2},
        WUHU: {"name": "on_time", "count": 0, "of": 1},
    }
    assert [group["id"] for group in everywhere["technicians"]] == ["mu", "zhou"]
    assert [group["id"] for group in everywhere["fault_classes"]] == ["body"]


def test_kpi_1_the_line_has_a_point_for_each_of_twelve_weeks(books):
    books.job(noon(2), arrived_after_h=[20])
    books.job(noon(2, month=9), arrived_after_h=[30])
    weeks = ask(books, days(16, 20))["weeks"]
    assert len(weeks) == 12
    assert weeks[0] == {"begins_on": "2026-08-31", "count": 0, "of": 1}
    assert weeks[-3] == {"begins_on": "2026-11-02", "count": 1, "of": 1}
    assert weeks[-1]["begins_on"] == "2026-11-16"
    assert ask(books, days(16, 30))["weeks"] == weeks


def test_old_4_what_is_out_stands_by_days_since_it_came_off_with_its_worth(books):
    books.part("pump", 50_000)
    books.old_part(date(2026, 11, 30), part_id="pump", quantity=2)
    books.old_part(date(2026, 11, 4), part_id="pump")
    books.old_part(date(2026, 10, 20), removed_by="mu")
    books.old_part(date(2026, 11, 4), noon(9))
    books.waive(books.old_part(date(2026, 11, 4)))
    zhou = {"technician_id": "zhou", "pieces": [2, 0, 1, 0], "worth": [{"currency": "CNY", "minor": 150_000}]}
    mu = {"technician_id": "mu", "pieces": [0, 0, 0, 1], "worth": []}
    assert ask(books, days(1, 9))["ageing"] == [{"station_id": NINGBO, **zhou}, {"station_id": NINGBO, **mu}]
    assert ask(books, days(1, 9), technician_id="mu")["ageing"][0]["pieces"] == [0, 0, 0, 1]


def test_kpi_2_what_waits_for_a_person_stands_with_what_has_waited_longest_first(books):
    books.discrepancy("stock_below_zero", noon(9))
    books.discrepancy("stock_below_zero", noon(7))
    books.discrepancy("part_on_hold", noon(3), state="settled")
    books.report(noon(5), state="unsigned", visit_state="unsigned")
    assert ask(books, days(1, 9))["waiting"] == [
        {"kind": "report_unsigned", "count": 1, "since": "2026-11-05T04:00:00.000Z"},
        {"kind": "stock_below_zero", "count": 2, "since": "2026-11-07T04:00:00.000Z"},
    ]


def test_kpi_1_the_goals_are_those_that_a_manager_has_set(books):
    goals = {one["name"]: one["goal"] for one in ask(books, days(1, 9))["figures"]}
    books.add(PresetRow(id="figure_goals", value={**goals, "on_time": 95}))
    assert figure(ask(books, days(1, 9)), "on_time")["goal"] == 95


def test_an_answer_costs_the_same_statements_however_much_there_is(books):
    counted = []
    event.listen(books.sessions.kw["bind"], "before_cursor_execute", lambda *_: counted.append(1))

    def statements():
        counted.clear()
        ask(books, days(1, 9), station_id=None)
        return len(counted)

    before = statements()
    for number in range(20):
        books.rating(noon(2) + timedelta(hours=number), 5)
        books.report(noon(3))
        books.old_part(date(2026, 11, 5))
    assert statements() == before
