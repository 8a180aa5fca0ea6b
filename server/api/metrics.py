"""What the server counts; read by Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram


class Metrics:
    """The counters of one application. No label carries a person, a device or a path with an id in it."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "truckroll_requests", "Answered requests", ["endpoint", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "truckroll_request_seconds", "Time to the answer", ["endpoint"], registry=self.registry
        )
        self.verdicts = Counter("truckroll_verdicts", "Mutations by verdict", ["verdict"], registry=self.registry)
        self.waiting = Gauge("truckroll_work_waiting", "Work not done yet", ["kind"], registry=self.registry)
        self.pulled = Counter("truckroll_pulled_changes", "Changes sent to devices", registry=self.registry)
