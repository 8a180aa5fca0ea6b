"""The named ways in which a rule says no; each code is stable and never reused."""

from collections.abc import Mapping
from typing import Any, ClassVar


class Refusal(Exception):  # noqa: N818 -- it is an answer to a request, not a fault of the program
    """A request said no.

    Subclass it and set ``code``. ``message`` is for people who read logs; screens choose their own words by ``code``.
    ``detail`` is JSON without floats and travels to the device with the verdict.
    """

    code: ClassVar[str] = "refused"

    def __init__(self, message: str, **detail: Any) -> None:
        super().__init__(message)
        self.message = message
        self.detail: Mapping[str, Any] = detail


class Missing(Refusal):
    """Something that the mutation needs is not here yet: the engine holds it and tries again later."""

    code = "missing"


class NotPermitted(Refusal):
    """The person may not do this: a request is refused, a fact is held for a person to look at."""

    code = "not_permitted"
