"""Where in the demonstration company each case stands that is worth a picture."""

from tests.e2e.server_process import ServerProcess
from tests.e2e.server_records import ServerRecords


def job_again(server: ServerProcess, login: str) -> str:
    asked = (
        "SELECT job_id FROM report_backs JOIN people ON people.id = reported_by"
        " WHERE login = :login AND outcome = 'waiting_for_parts' LIMIT 1"
    )
    ((job_id,),) = ServerRecords(server.settings).ask(asked, login=login)
    return job_id


def unit_and_visit(server: ServerProcess, login: str) -> tuple[str, str]:
    """Return a unit that the technician visits and that has the most behind it, with one of its earlier visits."""
    asked = (
        "SELECT unit_visits.equipment_id, MIN(unit_visits.id) FROM unit_visits"
        " JOIN jobs ON jobs.equipment_id = unit_visits.equipment_id"
        " JOIN people ON CAST(technicians AS TEXT) LIKE '%' || people.id || '%'"
        " WHERE login = :login GROUP BY unit_visits.equipment_id ORDER BY COUNT(*) DESC LIMIT 1"
    )
    ((unit, past),) = ServerRecords(server.settings).ask(asked, login=login)
    return unit, past


def job_of(server: ServerProcess, login: str, state: str) -> str:
    asked = (
        "SELECT job_id FROM visits JOIN people ON people.id = technician_id JOIN jobs ON jobs.id = job_id"
        " WHERE login = :login AND visits.state = :state AND CAST(technicians AS TEXT) LIKE '%' || people.id || '%'"
        " ORDER BY job_id DESC LIMIT 1"
    )
    ((job_id,),) = ServerRecords(server.settings).ask(asked, login=login, state=state)
    return job_id


def signed_twice(server: ServerProcess) -> tuple[str, str]:
    """Return a technician and the job whose report two people signed."""
    asked = (
        "SELECT login, visits.job_id FROM visits JOIN people ON people.id = technician_id"
        " JOIN signatures ON signatures.visit_id = visits.id"
        " GROUP BY visits.id, login, visits.job_id HAVING COUNT(*) > 1 LIMIT 1"
    )
    ((login, job_id),) = ServerRecords(server.settings).ask(asked)
    return login, job_id


def sealed_revision(server: ServerProcess) -> str:
    """Return where the public page checks the newest revision of a report that two people signed, as its paper says."""
    asked = "SELECT visit_id, revision, sha256 FROM seals ORDER BY revision DESC, chain_no LIMIT 1"
    ((visit_id, revision, sha256),) = ServerRecords(server.settings).ask(asked)
    return f"/v/{visit_id}?r={revision}&h={sha256[:16]}"


def closed_unsigned(server: ServerProcess) -> tuple[str, str]:
    asked = (
        "SELECT login, job_id FROM visits JOIN people ON people.id = technician_id"
        " WHERE visits.state = 'unsigned' LIMIT 1"
    )
    ((login, job_id),) = ServerRecords(server.settings).ask(asked)
    return login, job_id


def job_with_notice(server: ServerProcess) -> str:
    asked = (
        "SELECT jobs.id FROM jobs JOIN site_notices ON site_notices.customer_id = jobs.customer_id"
        " JOIN visits ON visits.job_id = jobs.id WHERE visits.state = 'under_way' LIMIT 1"
    )
    ((job_id,),) = ServerRecords(server.settings).ask(asked)
    return job_id


def expected_tag(server: ServerProcess, login: str) -> str:
    asked = (
        "SELECT tag FROM old_parts JOIN people ON people.station_id = old_parts.station_id"
        " WHERE login = :login AND state = 'with_technician' AND tag IS NOT NULL ORDER BY tag LIMIT 1"
    )
    ((tag,),) = ServerRecords(server.settings).ask(asked, login=login)
    return tag
