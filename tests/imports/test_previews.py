"""What a file of master data is told before anything is written."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.company import NINGBO
from tests.imports.office import faults, table, workbook

PARTS = (
    "件号,名称,英文名称,单位,有序列号,目录价,币种,停用",
    "3509-00417,空压机总成,Air compressor,件,是,2860.00,CNY,否",
)


def test_a_line_that_the_books_do_not_have_is_new_and_nothing_is_written(head):
    seen = head.look("part", table(*PARTS))
    assert (seen["lines"], seen["added"], seen["changed"], seen["same"], seen["wrong"]) == (1, 1, 0, 0, 0)
    (line,) = seen["additions"]
    assert (line["line"], line["key"]) == (2, "3509-00417")
    assert {"column": "list_price_minor", "value": 286000} in line["cells"]
    assert head.look("part", table(*PARTS))["added"] == 1


def test_what_differs_is_told_from_and_to_and_what_agrees_is_only_counted(head):
    head.take_in("part", table(*PARTS, "3511-1,空气干燥罐,Dryer,件,否,320,CNY,否"))
    seen = head.look(
        "part", table(PARTS[0], PARTS[1].replace("2860.00", "2980"), "3511-1,空气干燥罐,Dryer,件,否,320,CNY,")
    )
    assert (seen["added"], seen["changed"], seen["same"]) == (0, 1, 1)
    assert seen["changes"][0]["cells"] == [{"column": "list_price_minor", "before": 286000, "after": 298000}]


def test_a_column_that_is_left_out_keeps_what_the_books_say(head):
    head.take_in("part", table(*PARTS))
    assert head.look("part", table("件号,名称", "3509-00417,空压机总成"))["same"] == 1


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        (",无件号,,,,1,CNY,", "part_no", "needed"),
        ("3511-1,罐,,件,也许,1,CNY,否", "serialised", "not_yes_or_no"),
        ("3511-1,罐,,件,否,十元,CNY,否", "list_price_minor", "not_money"),
        ("3511-1,罐,,件,否,1.234,CNY,否", "list_price_minor", "too_many_decimals"),
        ("3511-1,罐,,件,否,-5,CNY,否", "list_price_minor", "not_money"),
        ("3511-1,罐,,件,否,1,RMB元,否", "currency", "too_long"),
        (f"{'3' * 41},罐,,件,否,1,CNY,否", "part_no", "too_long"),
        ("3509-00417,又一次,,件,否,1,CNY,否", "part_no", "twice"),
    ],
)
def test_a_wrong_line_says_which_column_and_what_is_wrong(head, line, column, code):
    seen = head.look("part", table(*PARTS, line))
    assert faults(seen) == [(3, column, code)]
    assert (seen["added"], seen["wrong"]) == (1, 1)


def test_the_second_of_two_equal_keys_names_the_first(head):
    seen = head.look("part", table(*PARTS, PARTS[1]))
    assert seen["faults"][0]["also"] == 2


def test_a_missing_column_is_named_and_no_line_is_read(head):
    seen = head.look("part", table("名称,目录价", "空压机,12"))
    assert faults(seen) == [(1, "part_no", "missing_column")]
    assert seen["added"] == 0


def test_columns_that_nobody_knows_are_named(head):
    assert head.look("part", table("Part no.,Name,颜色", "1,Pump,red"))["ignored"] == ["颜色"]


def test_what_excel_wrote_in_gbk_is_read(head):
    seen = head.look("part", "\r\n".join(PARTS).encode("gb18030"))
    assert {"column": "name", "value": "空压机总成"} in seen["additions"][0]["cells"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_that_tell_their_name_are_read(head, encoding):
    assert head.look("part", "\n".join(PARTS).encode(encoding))["added"] == 1


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_another_delimiter_is_found_out(head, delimiter):
    assert head.look("part", "\n".join(PARTS).replace(",", delimiter).encode())["added"] == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b" \n ", "empty"),
        (b"\xff\xff\x81\x30\xff", "wrong_encoding"),
        (b"PK\x03\x04 no archive", "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old_workbook"),
        (b"part_no,name\n" + b"1,x\n" * 60_001, "too_many_lines"),
    ],
    ids=["empty", "letters", "torn", "old", "long"],
)
def test_a_file_that_cannot_be_read_says_what_to_do(head, data, reason):
    answer = head.ask("part", data)
    assert (answer.status_code, answer.json["code"], answer.json["reason"]) == (422, "unreadable_file", reason)


def rewritten(data, change):
    """The same workbook with another ``xl/workbook.xml`` or another first sheet."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def test_a_workbook_that_unpacks_to_a_flood_is_refused_before_it_does(head):
    flood = rewritten(workbook(["件号"]), lambda name, data: b" " * 210_000_000 if "sheet1" in name else data)
    assert len(flood) < 1_000_000
    assert head.ask("part", flood).json["reason"] == "bomb"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_whose_words_multiply_is_refused(head, encoding):
    laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    data = rewritten(workbook(["件号"]), lambda name, data: laughs.encode(encoding) if "sheet1" in name else data)
    assert head.ask("part", data).json["reason"] == "bomb"


def test_a_file_above_ten_megabytes_is_refused(head):
    assert head.ask("part", b"x" * (10 * 1024 * 1024 + 2)).status_code == 413


def test_units_lead_to_their_customer_and_station(head):
    head.take_in(
        "customer",
        table("客户名称,联系人,电话,地址,服务站", "临江公交,陈国强,138,东港路,NB", "皖南客运,王,139,芜湖,WH"),
    )
    seen = head.look(
        "equipment",
        table(
            "编号,客户名称,类别,型号,交付日期,服务站",
            "V1,临江公交,客车,HC6118,2024/3/5,",
            "V2,没有的公司,客车,HC6118,,",
            "V3,临江公交,飞机,HC6118,,",
            "V4,临江公交,bus,HC6118,2024-02-30,",
            "V5,临江公交,bus,HC6118,,杭州",
            "V6,临江公交,bus,HC6118,,WH",
        ),
    )
    assert faults(seen) == [
        (3, "customer", "unknown_customer"),
        (4, "kind", "not_one_of"),
        (5, "delivered_on", "not_a_day"),
        (6, "station", "unknown_station"),
        (7, "customer", "unknown_customer"),
    ]
    cells = {one["column"]: one["value"] for one in seen["additions"][0]["cells"]}
    assert (cells["station_id"], cells["delivered_on"], cells["visit_count"]) == (NINGBO, "2024-03-05", 0)


def test_a_manager_takes_in_for_their_own_station_only(manager):
    lines = ("Customer,Station", "临江公交,NB", "皖南客运,WH", "象山旅游,")
    seen = manager.look("customer", table(*lines))
    assert faults(seen) == [(3, "station", "other_station")]
    assert seen["added"] == 2
    assert manager.ask("part", table(*PARTS)).status_code == 403


def test_merged_cells_are_named_by_line(head):
    data = workbook(["件号", "名称"], ["1", "泵"], ["", "阀"], ["3", "灯"], merge="A2:A3")
    assert faults(head.look("part", data)) == [(2, None, "merged_cells"), (3, None, "merged_cells")]


def test_a_formula_whose_value_was_never_stored_is_not_taken_for_empty(head):
    data = workbook(["件号", "名称", "目录价"], ["1", "泵", "=1+1"], ["2", "阀", 12.5])
    seen = head.look("part", data)
    assert faults(seen) == [(2, None, "formula_without_value")]
    assert {"column": "list_price_minor", "value": 1250} in seen["additions"][0]["cells"]
