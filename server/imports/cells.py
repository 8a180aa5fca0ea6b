"""One cell to one value and back; a reader raises ``BadCell`` with a word that the screen knows."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

Reader = Callable[[str], Any]
Writer = Callable[[Any, str], str]


class BadCell(ValueError):  # noqa: N818 -- it is an answer about a cell, not a fault of the program
    """The cell holds something else than its column does; ``code`` says what."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


_YES = frozenset({"是", "有", "yes", "y", "true", "1", "√"})
_NO = frozenset({"否", "无", "没有", "no", "n", "false", "0", ""})
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_CENTS = Decimal(100)
_LARGEST_MINOR = 2**31 - 1


def read_text(cell: str) -> str:
    """Return text as it stands."""
    return cell


def read_optional_text(cell: str) -> str | None:
    """Return nothing for an empty cell."""
    return cell or None


def read_truth(cell: str) -> bool:
    """Read 是 and 否, yes and no; an empty cell is no."""
    word = cell.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise BadCell("not_yes_or_no")


def read_count(cell: str) -> int | None:
    """Read a whole number from nought; an empty cell is none."""
    plain = cell.replace(",", "").replace(" ", "").replace("，", "")
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 10):  # noqa: PLR2004 -- the digits of 2**31
        raise BadCell("not_a_number")
    return int(plain)


def read_day(cell: str) -> date | None:
    """Read ``2026-11-19`` and the other ways to write year, month and day in that order; an empty cell is none."""
    if not cell:
        return None
    found = _DAY.fullmatch(cell.removesuffix(" 00:00:00"))
    if found is None:
        raise BadCell("not_a_day")
    try:
        return date(*map(int, found.groups()))
    except ValueError as error:
        raise BadCell("not_a_day") from error


def read_money(cell: str) -> int:
    """Read an amount with at most two decimals as minor units; an empty cell is nought."""
    plain = re.sub(r"[\s,，¥￥]", "", cell)
    try:
        amount = Decimal(plain or "0")
    except InvalidOperation as error:
        raise BadCell("not_money") from error
    if not amount.is_finite() or amount < 0 or amount * _CENTS > _LARGEST_MINOR:
        raise BadCell("not_money")
    minor = amount * _CENTS
    if minor != minor.to_integral_value():
        raise BadCell("too_many_decimals")
    return int(minor)


@dataclass(frozen=True, slots=True)
class Codes:
    """An enumeration with its names in both languages; a cell may hold the code or either name."""

    names: Mapping[str, tuple[str, str]]

    def read(self, cell: str) -> str:
        word = cell.casefold()
        for code, names in self.names.items():
            if word in {code, *(name.casefold() for name in names)}:
                return code
        raise BadCell("not_one_of")

    def write(self, value: Any, language: str) -> str:
        return self.names[value][language == "en"]


def write_text(value: Any, _language: str) -> str:
    """Write text, a number or a day as it is read."""
    return "" if value is None else str(value)


def write_truth(value: Any, language: str) -> str:
    """Write 是 or 否, yes or no."""
    if language == "en":
        return "yes" if value else "no"
    return "是" if value else "否"


def write_money(value: Any, _language: str) -> str:
    """Write minor units as an amount with two decimals."""
    return f"{Decimal(value) / _CENTS:.2f}"
