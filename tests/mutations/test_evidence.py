"""Drawings over photos and voice notes: facts beside the photo, which stays as it came (VIS-1, VIS-3)."""

import pytest

from media.ports import Verdict
from media.refusal import UnknownUpload
from server.files import Files
from server.tables.annotations import AnnotationRow
from server.tables.photos import PhotoRow
from server.tables.voice_notes import VoiceNoteRow
from tests.mutations.house import (
    CLERK,
    DISPATCHER,
    FAR_DISPATCHER,
    MANAGER,
    MU,
    PHOTO,
    ZHOU,
    body_of,
    golden_id,
)

DRAWING, NOTE = golden_id(38), golden_id(39)
SHA256 = body_of("voice_note.attach")["sha256"]
ARROW = {"kind": "arrow", "points": [[0, 0], [10_000, 10_000]]}


@pytest.fixture
def on_site(house):
    house.open_job(ZHOU)
    house.serve(until="photo.attach")
    return house


def test_vis_3_a_drawing_stands_beside_the_photo_and_changes_nothing_of_it(on_site):
    before = vars(on_site.row(PhotoRow, PHOTO)).copy()
    assert on_site.phone(ZHOU).record("photo.annotate").verdict == "applied"
    after = vars(on_site.row(PhotoRow, PHOTO)).copy()
    del before["_sa_instance_state"], after["_sa_instance_state"]
    assert after == before
    assert on_site.row(AnnotationRow, DRAWING).shapes == body_of("photo.annotate")["shapes"]


def test_who_sees_the_photo_sees_what_is_drawn_on_it(on_site):
    on_site.phone(ZHOU).record("photo.annotate")
    key = ("annotation", DRAWING)
    assert all(key in on_site.phone(one).pull() for one in (ZHOU, DISPATCHER, MANAGER))
    assert all(key not in on_site.phone(one).pull() for one in (MU, CLERK, FAR_DISPATCHER))


def test_a_clerk_sees_what_is_drawn_on_an_old_parts_photo(on_site):
    other = golden_id(135)
    on_site.phone(ZHOU).record("photo.attach", photo_id=other, subject="old_part", of_id=golden_id(34))
    on_site.phone(ZHOU).record("photo.annotate", photo_id=other)
    assert ("annotation", DRAWING) in on_site.phone(CLERK).pull()


def test_an_earlier_drawing_is_kept_under_the_later_one(on_site):
    on_site.phone(ZHOU).record("photo.annotate")
    on_site.phone(ZHOU).record("photo.annotate", annotation_id=golden_id(138), shapes=[])
    assert sorted(len(row.shapes) for row in on_site.rows(AnnotationRow)) == [0, 3]


def test_a_drawing_waits_for_its_photo(house):
    house.open_job(ZHOU)
    assert house.phone(ZHOU).record("photo.annotate").code == "missing"
    assert house.rows(AnnotationRow) == []


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        ({"kind": "arrow", "points": [[0, 0]]}, "2 points"),
        ({"kind": "circle", "points": [[0, 0], [1, 1], [2, 2]]}, "2 points"),
        ({"kind": "line", "points": [[0, 0]]}, "2 to 600"),
        ({"kind": "line", "points": [[0, 0]] * 601}, "2 to 600"),
        ({"kind": "arrow", "points": [[0, 0], [10_001, 0]]}, "from 0 to 10000"),
        ({"kind": "arrow", "points": [[0, 0], [1, 2, 3]]}, "from 0 to 10000"),
        ({"kind": "star", "points": [[0, 0], [1, 1]]}, "one of"),
        ({"kind": "arrow", "points": [[0, 0], [True, 1]]}, "whole number"),
    ],
)
def test_a_shape_that_cannot_be_drawn_is_unreadable_and_says_why(on_site, shape, says):
    result = on_site.phone(ZHOU).record("photo.annotate", shapes=[shape])
    assert (result.verdict, result.code) == ("held", "unreadable")
    assert says in str(result.detail)


def test_a_drawing_has_at_most_sixty_shapes(on_site):
    assert "60" in str(on_site.phone(ZHOU).record("photo.annotate", shapes=[ARROW] * 61).detail)


def test_vis_1_a_voice_note_is_announced_and_verified_by_its_bytes(on_site):
    assert on_site.phone(ZHOU).record("voice_note.attach").verdict == "applied"
    assert on_site.row(VoiceNoteRow, NOTE).state == "expected"
    assert on_site.system("voice_note.verified").verdict == "applied"
    note = on_site.row(VoiceNoteRow, NOTE)
    assert (note.state, note.section, note.duration_ms, note.recorded_by) == ("verified", "listen", 12_400, ZHOU)
    assert ("voice_note", NOTE) in on_site.phone(MANAGER).pull()
    assert ("voice_note", NOTE) not in on_site.phone(MU).pull()


def test_a_note_of_other_bytes_than_announced_is_no_evidence(on_site):
    on_site.phone(ZHOU).record("voice_note.attach")
    on_site.system("voice_note.verified", sha256="0" * 64)
    assert (on_site.row(VoiceNoteRow, NOTE).state, on_site.row(VoiceNoteRow, NOTE).refusal) == ("refused", "other_file")


def judged(house, attachment_id, kind, *, sha256=SHA256, refusal=None):
    with house.sessions.begin() as session:
        Files(house.sync).record(session, Verdict(attachment_id, ZHOU, sha256, refusal, kind))


def test_sound_that_overtook_its_mutation_is_a_voice_note_when_that_comes(on_site):
    judged(on_site, NOTE, "audio/webm")
    on_site.phone(ZHOU).record("voice_note.attach")
    assert on_site.row(VoiceNoteRow, NOTE).state == "verified"


def test_a_picture_announced_as_a_voice_note_is_refused_whatever_it_was_called(on_site):
    on_site.phone(ZHOU).record("voice_note.attach")
    judged(on_site, NOTE, "image/jpeg")
    assert (on_site.row(VoiceNoteRow, NOTE).state, on_site.row(VoiceNoteRow, NOTE).refusal) == ("refused", "other_kind")


def test_sound_announced_as_a_photo_is_refused_whatever_it_was_called(on_site):
    judged(on_site, PHOTO, "audio/mp4", sha256=on_site.row(PhotoRow, PHOTO).sha256)
    assert (on_site.row(PhotoRow, PHOTO).state, on_site.row(PhotoRow, PHOTO).refusal) == ("refused", "other_kind")


def test_only_who_spoke_sends_the_file_and_only_who_sees_the_job_hears_it(on_site):
    on_site.phone(ZHOU).record("voice_note.attach")
    files = Files(on_site.sync)
    with on_site.sessions() as session:
        assert files.may_upload(session, ZHOU, NOTE).size == body_of("voice_note.attach")["size"]
        with pytest.raises(UnknownUpload):
            files.may_upload(session, MU, NOTE)
        assert [files.may_see(session, one, NOTE) for one in (ZHOU, MANAGER, MU, FAR_DISPATCHER)] == [
            True,
            True,
            False,
            False,
        ]
