import pytest

from server.rules.reports import ReportNotWaiting, ReportState, approve, send_back


@pytest.mark.parametrize("state", [ReportState.SIGNED, ReportState.UNSIGNED])
def test_vis_14_a_report_that_waits_is_approved_or_sent_back(state):
    assert approve(state) is ReportState.APPROVED
    assert send_back(state) is ReportState.SENT_BACK


@pytest.mark.parametrize("decide", [approve, send_back])
@pytest.mark.parametrize("state", [ReportState.APPROVED, ReportState.SENT_BACK])
def test_vis_14_a_report_is_decided_once(decide, state):
    with pytest.raises(ReportNotWaiting):
        decide(state)
