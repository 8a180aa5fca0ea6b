"""Days and moments of one November, as the clocks in China show them."""

from datetime import UTC, date, datetime, timedelta

from server.rules.figures import Period

NINGBO, WUHU = "ningbo", "wuhu"
NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


def noon(day, month=11):
    return datetime(2026, month, day, 4, 0, tzinfo=UTC)


def days(first, last):
    """From ``first`` up to and with ``last``."""
    return Period(date(2026, 11, first), date(2026, 11, last) + timedelta(days=1))
