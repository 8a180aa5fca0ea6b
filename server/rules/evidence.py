"""The claim policy: what a supplier wants to see, and which of it must be there before anybody signs (VIS-6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from server.rules.visits import Lack


class EvidenceName(StrEnum):
    """What a claim policy can ask for."""

    NAMEPLATE = "nameplate"
    METER = "meter"
    CAUSE = "cause"
    OLD_PART = "old_part"
    TAG = "tag"
    RESULT = "result"
    SIGNATURE = "signature"


PHOTOGRAPHED = (EvidenceName.NAMEPLATE, EvidenceName.OLD_PART, EvidenceName.RESULT)
"""What a policy may make obligatory for signing; the rest the rulebook itself asks for (VIS-2, VIS-3, VIS-6)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How many photos show it: by subject, and for each old part by its id. Refused photos do not count."""

    photos: Mapping[str, int]
    old_parts: Mapping[str, int]


def lacking_evidence(policy: Sequence[Mapping[str, Any]], shown: Shown) -> tuple[Lack, ...]:
    """Return the obligatory evidence that is not there, in the order of the policy (VIS-6).

    Each line of the policy has ``evidence``, ``photos`` (how many) and ``obligatory``. Without an old part nothing is
    asked about one.
    """
    return tuple(
        Lack(f"evidence.{line['evidence']}", "VIS-6")
        for line in policy
        if line["obligatory"] and line["evidence"] in PHOTOGRAPHED and _fewest(line["evidence"], shown) < line["photos"]
    )


def _fewest(name: str, shown: Shown) -> float:
    """Return how many photos the worst shown of them has."""
    if name == EvidenceName.OLD_PART:
        return min(shown.old_parts.values(), default=float("inf"))
    return shown.photos.get(name, 0)


def is_claim_policy(value: Any) -> bool:
    """Say whether it is a policy: each evidence at most once, whole numbers, and nothing unknown."""
    if not isinstance(value, list) or not all(isinstance(line, dict) for line in value):
        return False
    names = [line.get("evidence") for line in value]
    return len(set(map(str, names))) == len(names) and all(_is_line(line) for line in value)


def _is_line(line: Mapping[str, Any]) -> bool:
    return (
        set(line) == {"evidence", "photos", "obligatory"}
        and line["evidence"] in list(EvidenceName)
        and type(line["photos"]) is int
        and line["photos"] >= 0
        and type(line["obligatory"]) is bool
    )
