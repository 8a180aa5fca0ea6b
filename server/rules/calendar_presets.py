"""The public holidays and make-up working days that the house begins with.

Made from ``chinesecalendar`` 1.11 and compared with ``holidays``: 2025 and 2026 as the State Council announced them;
``chinesecalendar`` knows nothing after 2026. Of 2027 only the days that stand in the law are known. It is not
published: what is not known yet counts as an ordinary week, and shows so, until somebody sets the announced days.
"""

from collections.abc import Mapping, Sequence
from typing import Any

YEARS: Sequence[Mapping[str, Any]] = (
    {
        "year": 2025,
        "published": True,
        "begins_min": 510,
        "ends_min": 1050,
        "days_off": [
            "2025-01-01",
            "2025-01-28",
            "2025-01-29",
            "2025-01-30",
            "2025-01-31",
            "2025-02-03",
            "2025-02-04",
            "2025-04-04",
            "2025-05-01",
            "2025-05-02",
            "2025-05-05",
            "2025-06-02",
            "2025-10-01",
            "2025-10-02",
            "2025-10-03",
            "2025-10-06",
            "2025-10-07",
            "2025-10-08",
        ],
        "days_on": [
            "2025-01-26",
            "2025-02-08",
            "2025-04-27",
            "2025-09-28",
            "2025-10-11",
        ],
    },
    {
        "year": 2026,
        "published": True,
        "begins_min": 510,
        "ends_min": 1050,
        "days_off": [
            "2026-01-01",
            "2026-01-02",
            "2026-02-16",
            "2026-02-17",
            "2026-02-18",
            "2026-02-19",
            "2026-02-20",
            "2026-02-23",
            "2026-04-06",
            "2026-05-01",
            "2026-05-04",
            "2026-05-05",
            "2026-06-19",
            "2026-09-25",
            "2026-10-01",
            "2026-10-02",
            "2026-10-05",
            "2026-10-06",
            "2026-10-07",
        ],
        "days_on": [
            "2026-01-04",
            "2026-02-14",
            "2026-02-28",
            "2026-05-09",
            "2026-09-20",
            "2026-10-10",
        ],
    },
    {
        "year": 2027,
        "published": False,
        "begins_min": 510,
        "ends_min": 1050,
        "days_off": [
            "2027-01-01",
            "2027-02-05",
            "2027-02-08",
            "2027-04-05",
            "2027-06-09",
            "2027-09-15",
            "2027-10-01",
        ],
        "days_on": [],
    },
)
