"""Boxes of old parts are unpacked: the clerk counts first, then the slip is compared (OLD-3)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.return_manifests import MOST_BOXES, MOST_IN_A_BOX
from server.rules.old_parts import CAME_BACK, OldPartState
from server.rules.people import Role
from server.rules.return_manifests import box_differs, count_box
from server.tables.custody import BoxClosingRow, ReturnManifestRow
from server.tables.loading import add, load, preload
from server.tables.old_parts import OldPartRow
from server.visibility.audiences import of_store
from server.visibility.fields import Count, Id, Ids, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing, NotPermitted


class BoxCloseBody(Schema):
    """Which old parts lay in the box; what came without a record goes by the id of its receipt."""

    closing_id = Id(required=True)
    manifest_id = Id(required=True)
    box_no = Count(required=True, least=1, most=MOST_BOXES)
    took_in = Ids(required=True, most=2 * MOST_IN_A_BOX)
    note = Text(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class BoxClose:
    """See ``BoxCloseBody``."""

    closing_id: str
    manifest_id: str
    box_no: int
    took_in: list[str]
    note: str | None


def _close(change: Change, actor: Actor, args: BoxClose) -> Outcome:
    check_lane(change, f"return_manifest:{args.manifest_id}")
    manifest = load(change.session, ReturnManifestRow, args.manifest_id)
    if manifest is None:
        raise Missing("The manifest has not arrived yet.", table="return_manifest", id=args.manifest_id)
    if not actor.works_for(manifest.station_id):
        raise NotPermitted("This manifest belongs to another station.", station_id=manifest.station_id)
    if load(change.session, BoxClosingRow, args.closing_id) is not None:
        return APPLIED
    packed = [part_id for box in manifest.boxes if box["no"] == args.box_no for part_id in box["old_part_ids"]]
    known = preload(change.session, OldPartRow, packed, lock=False)
    came_back = [row.id for row in known if OldPartState(row.state) in CAME_BACK]
    counted = count_box(packed, args.took_in, came_back)
    row = BoxClosingRow(
        id=args.closing_id,
        manifest_id=manifest.id,
        box_no=args.box_no,
        station_id=manifest.station_id,
        took_in=args.took_in,
        missing_ids=list(counted.missing),
        stray_ids=list(counted.strays),
        note=args.note,
        closed_by=change.user_id,
        closed_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("box_closing", row.id, of_store(row.station_id))
    found = box_differs(row.id, manifest.id, args.box_no, counted)
    return applied(change, [found] if found else [], job_id=None, station_id=row.station_id)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "box.close",
        Kind.FACT,
        roles=[Role.CLERK],
        schema=BoxCloseBody,
        args=BoxClose,
        needs=lambda args: [("box_closing", args.closing_id), ("return_manifest", args.manifest_id)],
        write=_close,
    ),
)
