"""The first job that travels: recorded without signal, sent over a line that lies, and in the end all agree."""

import pytest

from tests.e2e import first_job
from tests.e2e.bad_proxy import Harm
from tests.e2e.company import PEOPLE, PLATE
from tests.e2e.server_records import ServerRecords

pytestmark = pytest.mark.browser

ONE_OF_EACH = {"jobs": 1, "visits": 1, "swaps": 1, "signatures": 1, "reports": 1, "photos": first_job.PHOTOS}


def test_a_job_recorded_offline_arrives_once_and_whole_over_a_bad_line(  # noqa: PLR0917 -- everybody who takes part
    server, line, dispatcher, technician, clerk, manager
):
    everybody = [dispatcher, technician, clerk, manager]
    first_job.log_call_and_dispatch(dispatcher)
    technician.try_until("/today", PLATE)

    # Without signal: the browser says so, the page is loaded again, the browser is started again.
    technician.lose_signal()
    job = first_job.arrive(technician)
    first_job.listen(technician, job)
    first_job.look(technician)
    technician.page.reload()
    first_job.check(technician)
    technician.restart()
    first_job.swap(technician, job)

    # Without a server: the browser believes that there is signal.
    server.kill()
    technician.find_signal()
    first_job.handle(technician, job)
    first_job.have_it_signed(technician)
    first_job.receive_old_part(clerk)
    technician.restart()
    clerk.restart()

    # It comes back over a line that loses, cuts and repeats, and the server dies in the middle.
    server.start()
    push, upload = "POST /api/sync/v1/push", "PATCH /api/uploads/"
    line.plan(push, Harm.LOSE_REQUEST)
    line.plan(push, Harm.LOSE_ANSWER)
    line.plan(push, Harm.CUT_BODY, meanwhile=server.restart)
    line.plan(push, Harm.NONE, meanwhile=server.restart)
    line.plan("GET /api/sync/v1/pull", Harm.CUT_ANSWER)
    line.plan(upload, Harm.CUT_BODY, meanwhile=server.restart)
    line.plan(upload, Harm.LOSE_ANSWER)
    line.rate = 0.1
    clerk.send_everything()
    technician.send_everything()
    assert line.planned_left == 0, "the line still had something in store"

    line.rate = 0
    manager.try_until("/approvals", "报告，用户已签字")
    first_job.approve_report(manager)

    for device in everybody:
        device.send_everything()
        assert device.compare() == "和服务器一致"
        assert device.complaints == []

    records = ServerRecords(server.settings)
    for device in everybody:
        assert sorted(records.mutations_of(user_id := PEOPLE[device.login][0])) == sorted(device.recorded(user_id))
    assert records.unsettled() == []
    assert {table: records.count(table) for table in ONE_OF_EACH} == ONE_OF_EACH
    assert records.ask("SELECT tag, serial, state, serial_seen FROM old_parts WHERE state <> 'matched'") == [
        (first_job.TAG, first_job.OLD_SERIAL, "received", first_job.OLD_SERIAL)
    ]
    assert records.ask("SELECT state FROM reports") == [("approved",)]
    assert records.ledger_differences() == []
    assert records.ask("SELECT quantity FROM stock_balances WHERE location LIKE 'van:%'") == [(1,)]
    photos = records.ask("SELECT sha256, state FROM photos")
    assert [state for _, state in photos] == ["verified"] * first_job.PHOTOS
    assert {sha256 for sha256, _ in photos} <= records.stored_hashes()
