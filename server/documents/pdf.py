"""Draws a sealed report as a PDF by typst; the same seal and photos give the same bytes (VIS-7)."""

import io
import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import segno
import typst

from server.documents.carried import written
from server.documents.content import moment, read_out
from server.documents.glyph import FENG
from server.documents.words import is_chinese, say
from server.rules.report_check import CODE_LENGTH, short_code
from server.rules.seals import Sealed

TEMPLATE = Path(__file__).with_name("report.typ")
FONTS = Path(str(files("manimgx_fonts_cjk")))
WORDS = ("report", "checklists", "swaps", "fitted", "removed", "not_received", "stub", "check_yourself", "scan")


@dataclass(frozen=True, slots=True)
class Printed:
    """One report to print. ``pictures`` are JPEG files by photo id; a photo without one is shown as not received."""

    sealed: Sealed
    content: Mapping[str, Any]
    number: str
    public_origin: str
    pictures: Mapping[str, bytes]


def address(public_origin: str, sealed: Sealed) -> str:
    """Return what the QR code says: where anybody can check this revision."""
    return f"{public_origin}/v/{sealed.visit_id}?r={sealed.revision}&h={sealed.sha256[:CODE_LENGTH]}"


def draw(printed: Printed, *, form: Literal["pdf", "png"] = "pdf", dots_per_inch: int = 100) -> list[bytes]:
    """Return the PDF as one file, or each page as a picture.

    Takes about 0.4 s, and 0.03 s for each photo.
    """
    with tempfile.TemporaryDirectory(prefix="truckroll-report-") as made:
        folder = Path(made)
        names = {photo_id: f"photo-{number}.jpg" for number, photo_id in enumerate(printed.pictures)}
        for photo_id, name in names.items():
            (folder / name).write_bytes(printed.pictures[photo_id])
        (folder / "report.json").write_text(json.dumps(_data(printed, names)), encoding="utf-8")
        page = folder / TEMPLATE.name
        page.write_bytes(TEMPLATE.read_bytes())
        pages: Any = typst.compile(
            page,
            root=folder,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            format=form,
            ppi=dots_per_inch,
            timestamp=int(datetime.fromisoformat(printed.sealed.received_at).timestamp()),
        )
    return pages if isinstance(pages, list) else [pages]


def _data(printed: Printed, names: Mapping[str, str]) -> dict[str, Any]:
    """Return all that ``report.typ`` shows."""
    sealed, content = printed.sealed, printed.content
    language, offset = content["language"], content["times"]["tz_offset_min"]
    reading = read_out(content, language)
    code, received = short_code(sealed.sha256), moment(sealed.received_at, offset, language)
    link = address(printed.public_origin, sealed)
    words = {name: say(language, name) for name in (*WORDS, "sealed_hash", "inside")}
    words["photos"] = say(language, "photos", n=len(reading.photos))
    revision = say(language, "revision", n=sealed.revision)
    return {
        **asdict(reading),
        "photos": [{**asdict(one), "file": names.get(one.id)} for one in reading.photos],
        "lang": "zh" if is_chinese(language) else "en",
        "region": "CN" if is_chinese(language) else "GB",
        "title": f"{words['report']} {printed.number}",
        "office": " · ".join(filter(None, (say(language, "service"), reading.station))),
        "number": printed.number,
        "revision": revision,
        "words": words,
        "sealed": say(language, "sealed"),
        "code": code,
        "sha256": sealed.sha256,
        "signed_at": moment(content["times"]["signed_at"], offset, language),
        "chain": say(language, "chain", n=sealed.chain_no),
        "received": say(language, "received" if sealed.countersignature else "received_only", at=received),
        "footer": f"{printed.number} · {revision} · {code}",
        "page": say(language, "page", n="{n}", of="{of}"),
        "glyph": _glyph(),
        "qr": _square(link),
        "address": link,
        "attachment": written(sealed),
    }


def _glyph() -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path fill="#FFFEFA" d="{FENG}"/></svg>'


def _square(link: str) -> str:
    made = io.BytesIO()
    segno.make(link, error="m", micro=False).save(made, kind="svg", border=0, dark="#15181A", xmldecl=False)
    return made.getvalue().decode()
