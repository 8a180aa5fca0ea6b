"""An audit in plain SQL that trusts no code of ours, and a walk along the seals: both name what contradicts."""

from collections.abc import Collection, Iterator, Mapping

import click
from sqlalchemy import text
from sqlalchemy.orm import Session

from server.cli import audit_seals
from server.engines import opened, seal_keys
from server.settings import Settings
from server.tables.base import db
from sync.transactions import reading

CHECKS: Mapping[str, str] = {
    "PART-1: the movements of each part at each location add up to its balance": """
        SELECT location || ' ' || part_id FROM (
            SELECT to_location AS location, part_id, quantity FROM stock_movements
            UNION ALL SELECT from_location, part_id, -quantity FROM stock_movements
            UNION ALL SELECT location, part_id, -quantity FROM stock_balances
        ) AS booked GROUP BY location, part_id HAVING SUM(quantity) <> 0
    """,
    "PART-1: what all locations hold together adds up to nothing": """
        SELECT part_id FROM stock_balances GROUP BY part_id HAVING SUM(quantity) <> 0
    """,
    "OLD-2: an old part is with whoever took it last, and with nobody else": """
        SELECT old_part_id || ' ' || kind FROM (
            SELECT old_part_id, taker_kind AS kind, taker_id AS who, 1 AS pieces FROM custody_events
            WHERE event <> 'tagged'
            UNION ALL SELECT old_part_id, giver_kind, giver_id, -1 FROM custody_events
            WHERE giver_kind IS NOT NULL AND giver_kind <> 'unit'
            UNION ALL SELECT id, holder_kind, holder_id, -1 FROM old_parts
        ) AS moved GROUP BY old_part_id, kind, who HAVING SUM(pieces) <> 0
    """,
    "OLD-2: where an old part is said to be fits who holds it": """
        SELECT id FROM old_parts
        WHERE (state = 'shipped' AND holder_kind <> 'courier') OR (state = 'disposed' AND holder_kind <> 'disposal')
            OR (state = 'with_technician' AND (holder_kind <> 'technician' OR holder_id <> removed_by))
            OR (state = 'received' AND received_by IS NULL)
    """,
    "OLD-2: a hand-over that is done was told by both, and of one part": """
        SELECT done.id FROM old_part_hand_overs AS done
        LEFT JOIN custody_facts AS given ON given.ref_id = done.id AND given.kind = 'given'
            AND given.person_id = done.giver_id AND given.old_part_id = done.old_part_id
        LEFT JOIN custody_facts AS taken ON taken.ref_id = done.id AND taken.kind = 'taken'
            AND taken.person_id = done.taker_id AND taken.old_part_id = done.old_part_id
        WHERE done.state = 'done' AND (given.id IS NULL OR taken.id IS NULL)
    """,
    "PART-5: nothing is written off without signature, approval, and the old part back or waived": """
        SELECT write_offs.id FROM write_offs
        LEFT JOIN visits ON visits.id = write_offs.visit_id AND visits.state = 'signed'
        LEFT JOIN reports ON reports.visit_id = write_offs.visit_id AND reports.state = 'approved'
        LEFT JOIN waivers ON waivers.id = write_offs.swap_id
        LEFT JOIN old_parts ON old_parts.id = write_offs.old_part_id AND old_parts.received_at IS NOT NULL
        WHERE visits.id IS NULL OR reports.id IS NULL OR (waivers.id IS NULL AND old_parts.id IS NULL)
    """,
    "OLD-1: every old part that a swap names is in the books": """
        SELECT swaps.id FROM swaps LEFT JOIN old_parts ON old_parts.id = swaps.old_part_id
        WHERE swaps.old_part_id IS NOT NULL AND old_parts.id IS NULL
    """,
    "Law 1: nothing is missing between a stream's first envelope and the last that was acknowledged": """
        SELECT sync_stream.device_id || ' ' || sync_stream.stream FROM sync_stream
        LEFT JOIN sync_inbox ON sync_inbox.device_id = sync_stream.device_id AND sync_inbox.stream = sync_stream.stream
        GROUP BY sync_stream.device_id, sync_stream.stream, sync_stream.acked_seq
        HAVING COUNT(sync_inbox.seq) <> sync_stream.acked_seq
            OR COALESCE(MAX(sync_inbox.seq), 0) <> sync_stream.acked_seq
    """,
    "Law 1: every envelope has its place in a lane, to be applied or held": """
        SELECT sync_inbox.number FROM sync_inbox LEFT JOIN sync_verdict ON sync_verdict.number = sync_inbox.number
        WHERE sync_verdict.number IS NULL AND sync_inbox.repeat_of IS NULL
    """,
    "Law 7: nothing in the feed is newer than its head": """
        SELECT row_id FROM sync_feed WHERE position > (SELECT position FROM sync_head)
    """,
    "Law 10: every movement belongs to a mutation that was applied": """
        SELECT DISTINCT stock_movements.mutation_id FROM stock_movements
        LEFT JOIN sync_inbox ON sync_inbox.mutation_id = stock_movements.mutation_id AND sync_inbox.repeat_of IS NULL
        LEFT JOIN sync_verdict ON sync_verdict.number = sync_inbox.number
        WHERE sync_verdict.verdict IS NULL OR sync_verdict.verdict IN ('refused', 'held')
    """,
    "Law 12: every photo and voice note that counts as verified has its file, whole": """
        SELECT recorded.id FROM (
            SELECT id, sha256, state FROM photos UNION ALL SELECT id, sha256, state FROM voice_notes
        ) AS recorded
        LEFT JOIN media_upload ON media_upload.attachment_id = recorded.id
            AND media_upload.sha256 = recorded.sha256 AND media_upload.state = 'verified'
        WHERE recorded.state = 'verified' AND media_upload.id IS NULL
    """,
    "Law 12: every file that was judged is known as such in the books": """
        SELECT media_upload.attachment_id FROM media_upload
        JOIN (
            SELECT id, state, refusal FROM photos UNION ALL SELECT id, state, refusal FROM voice_notes
        ) AS recorded ON recorded.id = media_upload.attachment_id
        WHERE media_upload.state IN ('verified', 'refused') AND recorded.state <> media_upload.state
            AND recorded.refusal IS NULL
    """,
}


def contradictions(session: Session, server_keys: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Give each check's sentence with what contradicts it; ``server_keys`` countersigned the seals."""
    for sentence, query in CHECKS.items():
        yield sentence, [str(found) for (found,) in session.execute(text(query))]
    yield audit_seals.HOLDS, list(audit_seals.broken_seals(session, server_keys))
    yield audit_seals.CAME, list(audit_seals.unlike_what_came(session))


@click.command("audit")
def audit() -> None:
    """Check that the books agree with themselves; ends with 1 when they do not."""
    sound = True
    settings = Settings.from_env()
    with opened(settings), reading(db.session) as session:
        for sentence, found in contradictions(session, seal_keys(settings)):
            sound = sound and not found
            click.echo(f"{'NO ' if found else 'yes'} {sentence}")
            for one in found:
                click.echo(f"      {one}")
    if not sound:
        raise click.exceptions.Exit(1)
