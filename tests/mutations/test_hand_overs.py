"""What happens in the customer's hands: further signers, stamps, ratings, and the way back (VIS-6, VIS-8, VIS-11)."""

import pytest

from server.tables.hand_overs import HandBackRow, RatingRow
from server.tables.presets import PresetRow
from server.tables.reports import ReportRow
from server.tables.signatures import SignatureRow
from server.tables.visits import VisitRow
from tests.mutations.house import (
    DISPATCHER,
    FAR_MANAGER,
    HEAD,
    MANAGER,
    MU,
    PHOTO,
    VISIT,
    ZHOU,
    body_of,
    golden_id,
)

SECOND, THIRD, FOURTH, STAMP = (golden_id(number) for number in range(236, 240))
RATING = body_of("visit.rate")["rating_id"]
TYPED = {"mark": "typed", "strokes": []}


@pytest.fixture
def served(house):
    """Zhou has finished the service; nobody has signed."""
    house.open_job(ZHOU, MU)
    house.serve()
    return house


@pytest.fixture
def signed(served):
    assert served.phone(ZHOU).record("visit.sign").verdict == "applied"
    return served


def another(house, **changes):
    return house.phone(ZHOU).record(
        "visit.sign", **{"signature_id": SECOND, "signer_name": "李安全", "signer_role": "安全员", **changes}
    )


def test_job_8_another_person_signs_too_and_the_report_stays_the_same(signed):
    signed.later(minutes=2)
    assert another(signed).verdict == "applied"
    assert [row.signer_name for row in signed.rows(SignatureRow)] == ["陈国强", "李安全"]
    assert len(signed.rows(ReportRow)) == 1


def test_vis_7_the_same_person_signs_once(signed):
    result = another(signed, signer_name="陈国强", signer_role="队长")
    assert (result.verdict, result.code) == ("applied_with_discrepancy", "signed_twice")
    assert len(signed.rows(SignatureRow)) == 2


def test_job_8_how_many_may_sign_is_a_preset_of_the_head_office(signed):
    assert signed.phone(HEAD).record("preset.set", value=1).verdict == "applied"
    assert another(signed).code == "signed_twice"


def test_a_preset_is_not_a_stations_to_change(served):
    for manager in (MANAGER, FAR_MANAGER):
        assert served.phone(manager).record("preset.set").verdict == "refused"
    assert served.rows(PresetRow) == []


def test_a_preset_that_was_changed_reaches_every_device(served):
    served.phone(HEAD).record("preset.set", value=2)
    served.phone(HEAD).record("preset.set", value=3)
    assert served.phone(ZHOU).pull()["preset", "signers_most"]["value"] == 3


def test_vis_14_whoever_signed_what_was_sent_back_signs_again(signed):
    another(signed)
    signed.later(minutes=5)
    signed.phone(MANAGER).record("report.send_back")
    signed.later(minutes=5)
    again = signed.phone(ZHOU).record("visit.sign", signature_id=THIRD)
    assert again.verdict == "applied"
    assert another(signed, signature_id=FOURTH).verdict == "applied"


def test_vis_6_a_policy_that_makes_the_name_plate_obligatory_is_kept_by_the_server(served):
    policy = [{"evidence": "nameplate", "photos": 1, "obligatory": True}]
    lane = "preset:claim_policy"
    served.phone(HEAD).record("preset.set", lane=lane, name="claim_policy", value=policy)
    result = served.phone(ZHOU).record("visit.sign")
    assert result.code == "signed_before_service"
    served.phone(ZHOU).record("photo.attach", photo_id=STAMP, subject="nameplate")
    assert served.phone(ZHOU).record("visit.sign", signature_id=SECOND).verdict == "applied"
    assert served.row(VisitRow, VISIT).state == "signed"


def test_vis_6_a_typed_name_signs_and_is_stored_as_typed(served):
    assert served.phone(ZHOU).record("visit.sign", **TYPED).verdict == "applied"
    assert [row.mark for row in served.rows(SignatureRow)] == ["typed"]
    assert served.row(VisitRow, VISIT).state == "signed"


def test_vis_8_a_stamp_on_a_photo_signs_and_goes_to_the_manager(served):
    served.phone(ZHOU).record("photo.attach", photo_id=STAMP, subject="stamped_paper")
    result = served.phone(ZHOU).record("visit.sign", mark="stamped", strokes=[], stamp_photo_id=STAMP)
    assert result.verdict == "applied"
    assert (served.row(VisitRow, VISIT).state, served.row(ReportRow, VISIT).state) == ("signed", "signed")


@pytest.mark.parametrize("photo_id", [None, PHOTO, STAMP], ids=["no photo", "a photo of the meter", "an unknown photo"])
def test_vis_8_a_stamp_that_no_photo_shows_signs_nothing(served, photo_id):
    result = served.phone(ZHOU).record("visit.sign", mark="stamped", strokes=[], stamp_photo_id=photo_id)
    assert result.code == "empty_signature"
    assert served.row(VisitRow, VISIT).state == "ended"


def test_vis_8_a_visit_that_nobody_signs_names_its_witness(served):
    served.phone(ZHOU).record("visit.close_unsigned")
    assert served.row(VisitRow, VISIT).unsigned_witness == "门卫 老李"
    assert served.row(ReportRow, VISIT).state == "unsigned"


def test_vis_11_a_rating_reaches_the_office_and_never_the_technicians(signed):
    assert signed.phone(ZHOU).record("visit.rate").verdict == "applied"
    for sees in (MANAGER, DISPATCHER, HEAD):
        assert signed.phone(sees).pull()["rating", RATING]["score"] == 4
    for must_not in (ZHOU, MU, FAR_MANAGER):
        assert not [table for table, _ in signed.phone(must_not).pull() if table == "rating"]


def test_vis_11_the_verdict_of_a_rating_tells_the_technician_nothing(signed):
    bad, good = golden_id(301), golden_id(302)
    results = [
        signed.phone(ZHOU).record("visit.rate", rating_id=rating, score=score, words=words)
        for rating, score, words in ((bad, 1, "再也不来"), (good, 5, None))
    ]
    assert {(result.verdict, result.code) for result in results} == {("applied", None)}
    assert len(signed.rows(RatingRow)) == 2


@pytest.mark.parametrize("score", [0, 6])
def test_vis_11_a_rating_outside_the_scale_is_unreadable(signed, score):
    result = signed.phone(ZHOU).record("visit.rate", score=score)
    assert (result.verdict, result.code) == ("held", "unreadable")


def test_vis_6_a_device_that_came_back_without_the_pin_is_on_record(signed):
    assert signed.phone(ZHOU).record("visit.take_back").verdict == "applied"
    (row,) = signed.rows(HandBackRow)
    assert (row.taken_by, row.reason) == (ZHOU, "忘了密码，现场没有信号。")
    assert signed.phone(MANAGER).pull()["hand_back", row.id]["reason"] == row.reason
