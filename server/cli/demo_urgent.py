"""Writes what cannot wait into the demonstration: major problems, an incident, a site with a safety notice, a doubt."""

from datetime import datetime, timedelta
from typing import Any

from server.cli.demo_scenes import Scene

_LANES = {
    "job.escalate": "escalation",
    "escalation.answer": "escalation",
    "incident.report": "incident",
    "site_notice.publish": "site_notice",
}
_NOTICE = """进厂先到门卫登记，领访客牌。
戴安全帽，穿防砸鞋和反光背心。
炉前 10 米内不停车、不站人。
动火要有动火证，旁边放灭火器。
听到警铃，沿绿线撤到一号门。"""
_NOTICE_EN = """Register at the gate and wear the visitor's badge.
Helmet, safety shoes and high-visibility vest.
No parking and no standing within 10 m of the furnace.
Hot work needs a permit and an extinguisher at hand.
At the alarm follow the green line to gate 1."""


def write_urgent(open_scene: Scene, answered: Scene, two: tuple[Scene, str], steel: Scene, manager: str) -> None:
    """Note an open and an answered escalation, an incident, two readings of one meter, and a site that demands care.

    ``two`` is a visit with the login of its second technician; ``manager`` answers for the whole company.
    """
    now = open_scene.log.now
    _escalate(open_scene, now - timedelta(minutes=12))
    escalation_id = _escalate(answered, now - timedelta(minutes=55), severity="dispute")
    body = {
        "escalation_id": escalation_id,
        "decision": "otherwise",
        "answer": "先按三包换总成，费用回来再核。跟用户说明天中午前交车。",
    }
    _tell(answered, manager, "escalation.answer", body, now - timedelta(minutes=31))
    _near_miss(open_scene, now - timedelta(hours=1))
    _read_twice(*two, now - timedelta(minutes=25))
    _demand_notice(steel, manager, now - timedelta(hours=30))
    steel.arrive(now - timedelta(minutes=6))


def _escalate(scene: Scene, at: datetime, severity: str = "standstill") -> str:
    escalation_id = scene.log.new_id(at)
    spoken = [scene.speak("listen")] if severity == "standstill" else []
    body: dict[str, Any] = {
        "escalation_id": escalation_id,
        "job_id": scene.job_id,
        "visit_id": scene.visit_id or None,
        "severity": severity,
        "problem": "发动机拉缸，车趴在出车口，今天走不了。",
        "proposal": "拖回站里解体。先从杭州站调一台周转车，今晚送到。",
        "demand": "今晚有车接人，要求换新发动机。",
        "photo_ids": [],
        "voice_note_ids": spoken,
    }
    if severity == "dispute":
        body |= {
            "problem": "同一处三个月内第二次坏，队长不肯只换件。",
            "proposal": "按返修处理，换总成，工时不收。",
            "demand": "不换总成就投诉到总部。",
        }
    _tell(scene, scene.by, "job.escalate", body, at)
    return escalation_id


def _near_miss(scene: Scene, at: datetime) -> None:
    incident_id = scene.log.new_id(at)
    body: dict[str, Any] = {
        "incident_id": incident_id,
        "job_id": scene.job_id,
        "visit_id": scene.visit_id or None,
        "injured": False,
        "what": "举升时千斤顶滑脱，人已躲开，没伤着。",
        "place": "二号库门口",
        "photo_ids": [],
    }
    _tell(scene, scene.by, "incident.report", body, at)


def _read_twice(scene: Scene, second: str, at: datetime) -> None:
    """The second technician read the hours differently; who leads decides."""
    reading = {"from": None, "to": scene.unit.hours + 400}
    body = {"visit_id": scene.visit_id, "changes": {"read_h": reading}}
    _tell(scene, second, "visit.record_look", body, at)


def _demand_notice(scene: Scene, manager: str, at: datetime) -> None:
    notice_id = scene.log.new_id(at)
    body = {
        "notice_id": notice_id,
        "customer_id": scene.unit.customer.id,
        "text": _NOTICE,
        "text_en": _NOTICE_EN,
        "agreement_on_file": True,
        "agreement_until": f"{at.year + 1}-06-30",
    }
    _tell(scene, manager, "site_notice.publish", body, at)


def _tell(scene: Scene, login: str, name: str, body: dict[str, Any], at: datetime) -> None:
    """The first id of the body names the lane, unless it is the job's."""
    noun = _LANES.get(name)
    lane = scene.lane if noun is None else f"{noun}:{next(iter(body.values()))}"
    scene.log.tell(scene.files.people[login], name, lane, body, at)
