"""Reviews: a person decides between two values of one field."""

from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from sync.refusal import NotPermitted, Refusal

_NAMESPACE = UUID("6d3b5a1e-0f57-5d6b-8a55-2f0d4c1e9b22")


class ReviewState(StrEnum):
    """Open until its owner or a manager has decided."""

    OPEN = "open"
    SETTLED = "settled"


class Choice(StrEnum):
    """Which value holds from now on."""

    IN_FORCE = "in_force"
    PROPOSED = "proposed"
    OTHER = "other"


class ReviewAlreadySettled(Refusal):
    """Somebody decided before."""

    code = "review_already_settled"


class ValueDoesNotFit(Refusal):
    """The value that was typed is not one that the field can hold."""

    code = "value_does_not_fit"


def review_id(mutation_id: str, section: str | None, name: str) -> str:
    """Return the same id for the same field of the same mutation."""
    return str(uuid5(_NAMESPACE, f"{mutation_id} {section or ''}.{name}"))


def settle(
    choice: Choice,
    *,
    state: ReviewState,
    in_force: Any,
    proposed: Any,
    other: Any,
    by_owner: bool,
    by_manager: bool,
    by_proposer: bool = False,
) -> Any:
    """Return the value that holds from now on. The owner or a manager decides, and only once.

    Who proposed may agree to what is in force; nobody asks them to.
    """
    if not (by_owner or by_manager or (by_proposer and choice is Choice.IN_FORCE)):
        raise NotPermitted("Only the person it was given to, or the station's manager, decides this.")
    if state is not ReviewState.OPEN:
        raise ReviewAlreadySettled("This was decided before. Load it again and look at what holds now.")
    return {Choice.IN_FORCE: in_force, Choice.PROPOSED: proposed, Choice.OTHER: other}[choice]
