"""The report that a customer signs, as one document: its shape, and what of it the office has changed since (VIS-7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from server.rules.canonical import NotCanonicalError, read_canonical

FORMAT = "truckroll-report-1"


class NotADocumentError(ValueError):
    """A text is no report document; the message says where."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report document that has been read. ``signature`` is the one that it was sealed with, the last in the list."""

    visit_id: str
    job_id: str
    revision: int
    previous: str | None
    signature: Mapping[str, Any]
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of value; ``absent`` allows null."""

    type: type[Any]
    absent: bool = False


_TEXT, _WHOLE, _TRUTH = _Kind(str), _Kind(int), _Kind(bool)
_SAID, _COUNTED = _Kind(str, absent=True), _Kind(int, absent=True)
_FIELDS = _Kind(dict)
"""A section's fields: a version of the app may know more of them."""

_STROKES = [[[_WHOLE]]]
_FAULT = {"code": _TEXT, "name": _TEXT, "name_en": _SAID}
_OLD_PART = {"serial": _SAID, "tag": _SAID}
_SWAP = {
    "id": _TEXT,
    "part_no": _SAID,
    "part_name": _SAID,
    "part_name_en": _SAID,
    "quantity": _WHOLE,
    "new_serial": _SAID,
    "reason": _SAID,
    "old_part": (_OLD_PART, None),
    "no_old_part_reason": _SAID,
}
_SIGNATURE = {
    "id": _TEXT,
    "mark": _TEXT,
    "signer_name": _TEXT,
    "signer_role": _SAID,
    "language": _TEXT,
    "signed_at": _TEXT,
    "width": _WHOLE,
    "height": _WHOLE,
    "strokes": _STROKES,
}
_JOB = {"id": _TEXT} | dict.fromkeys(
    ("number", "customer_name", "contact", "site_address", "phone", "fault_reported"), _SAID
)
_SHAPE: Mapping[str, Any] = {
    "format": _TEXT,
    "visit_id": _TEXT,
    "revision": _WHOLE,
    "previous": _SAID,
    "language": _TEXT,
    "job": _JOB,
    "unit": dict.fromkeys(("kind", "model", "serial", "plate"), _SAID),
    "station": dict.fromkeys(("name", "name_en"), _SAID),
    "technicians": [{"id": _TEXT, "name": _SAID, "lead": _TRUTH}],
    "times": {"arrived_at": _TEXT, "ended_at": _SAID, "signed_at": _TEXT, "tz_offset_min": _WHOLE},
    "listen": _FIELDS,
    "look": _FIELDS,
    "check": _FIELDS,
    "handle": _FIELDS,
    "checklists": [{"name": _TEXT, "answers": [{"label": _TEXT, "value": _SAID, "unit": _SAID}]}],
    "swaps": [_SWAP],
    "photos": [{"id": _TEXT, "subject": _TEXT, "sha256": _TEXT, "taken_at": _TEXT}],
    "payment": {"free": _TRUTH, "amount_minor": _COUNTED, "currency": _SAID},
    "signatures": [_SIGNATURE],
    "stamp_photo": _SAID,
}


def read_document(text: str) -> Document:
    """Return the report document of this text; raises ``NotADocumentError`` and says where it is none."""
    try:
        content = read_canonical(text)
    except NotCanonicalError as error:
        raise NotADocumentError(str(error)) from error
    _check(content, _SHAPE, "document")
    _check(content["check"].get("fault"), (_FAULT, None), "document.check.fault")
    if content["format"] != FORMAT:
        raise NotADocumentError(f"document.format: this program reads {FORMAT}.")
    if not content["signatures"]:
        raise NotADocumentError("document.signatures: nobody has signed.")
    return Document(
        visit_id=content["visit_id"],
        job_id=content["job"]["id"],
        revision=content["revision"],
        previous=content["previous"],
        signature=content["signatures"][-1],
        content=content,
    )


def changed_fields(content: Mapping[str, Any], books: Mapping[str, Any]) -> list[str]:
    """Name what the customer saw otherwise than the books have it now: ``job.phone``, ``swap.quantity``... sorted.

    ``books`` has the same sections as the document, as far as the office can change them. What the document did not
    show, because the device did not know it or its app was older, is no change.
    """
    names = {
        f"{section}.{name}"
        for section in ("job", "unit", "listen", "look", "check", "handle")
        for name in _differing(content[section], books.get(section, {}))
    }
    shown = {swap["id"]: {**swap, "undone": False} for swap in content["swaps"]}
    for swap in books.get("swaps", ()):
        names |= {f"swap.{name}" for name in _differing(shown.get(swap["id"], {}), swap)}
    return sorted(names - {"job.number"} if content["job"]["number"] is None else names)


def unlisted(content: Mapping[str, Any], *, swaps: Sequence[str], photos: Sequence[str]) -> list[dict[str, str]]:
    """Return what belongs to the visit and does not stand in the document, each as ``{table, id}`` (JOB-7)."""
    return [
        {"table": table, "id": row_id}
        for table, ids in (("swap", swaps), ("photo", photos))
        for row_id in sorted(set(ids) - {one["id"] for one in content[f"{table}s"]})
    ]


def _differing(shown: Mapping[str, Any], books: Mapping[str, Any]) -> list[str]:
    return [name for name in shown if name in books and shown[name] != books[name]]


def _check(value: Any, shape: Any, path: str) -> None:
    if isinstance(shape, tuple):
        if value is not None:
            _check(value, shape[0], path)
    elif isinstance(shape, _Kind):
        absent = shape.absent and value is None
        if not absent and type(value) is not shape.type:
            raise NotADocumentError(f"{path}: {shape.type.__name__} is asked for here.")
    elif isinstance(shape, list):
        _check_list(value, shape[0], path)
    else:
        _check_object(value, shape, path)


def _check_list(value: Any, shape: Any, path: str) -> None:
    if type(value) is not list:
        raise NotADocumentError(f"{path}: a list is asked for here.")
    for place, one in enumerate(value):
        _check(one, shape, f"{path}.{place}")


def _check_object(value: Any, shape: Mapping[str, Any], path: str) -> None:
    if type(value) is not dict or not value.keys() >= shape.keys():
        raise NotADocumentError(f"{path}: an object is asked for with {', '.join(shape)}.")
    for name, inner in shape.items():
        _check(value[name], inner, f"{path}.{name}")
