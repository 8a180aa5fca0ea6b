"""What differs between one installation and the next, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

HOUSE = Path(__file__).resolve().parent.parent
VAR = HOUSE / "var"
PUSH_HOSTS = ("fcm.googleapis.com", "push.services.mozilla.com", "notify.windows.com", "push.apple.com")
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


class SettingsError(Exception):
    """A setting is missing or cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class S3Settings:
    """An S3-compatible store for photos, in place of a directory."""

    endpoint: str
    bucket: str
    region: str
    access_key: str
    secret_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """One installation. No secret has a default: without a VAPID key, push messages wait.

    Without a seal key signed reports are not countersigned, and their verification says so (VIS-7). Former seal keys
    are public ones.
    """

    database_url: str
    media_dir: Path
    public_origin: str
    host: str = "127.0.0.1"
    port: int = 8000
    threads: int = 8
    s3: S3Settings | None = None
    pwa_dir: Path = HOUSE / "pwa" / "dist"
    vapid_private_key: str | None = field(default=None, repr=False)
    vapid_subject: str | None = None
    seal_key: str | None = field(default=None, repr=False)
    seal_former_keys: tuple[str, ...] = ()
    push_hosts: tuple[str, ...] = PUSH_HOSTS
    metrics_token: str | None = field(default=None, repr=False)
    trusted_proxies: int = 0
    sign_ins_per_minute: int = 20
    checks_per_minute: int = 30

    @property
    def cookies_are_secure(self) -> bool:
        """False only for plain http on this machine."""
        return self.public_origin.startswith("https://")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Read the settings; the environment goes before the file named by ``SETTINGS_FILE`` (``var/settings.env``)."""
        given = dict(os.environ if environ is None else environ)
        found = {**_file(Path(given.get("SETTINGS_FILE", VAR / "settings.env"))), **given}
        port = _number(found, "PORT", 8000)
        return cls(
            database_url=found.get("DATABASE_URL", f"sqlite:///{VAR / 'truckroll.sqlite'}"),
            media_dir=Path(found.get("MEDIA_DIR", VAR / "media")),
            public_origin=_origin(found.get("PUBLIC_ORIGIN", f"http://localhost:{port}")),
            host=found.get("HOST", "127.0.0.1"),
            port=port,
            threads=_number(found, "THREADS", 8),
            s3=_s3(found),
            pwa_dir=Path(found.get("PWA_DIR", HOUSE / "pwa" / "dist")),
            vapid_private_key=found.get("VAPID_PRIVATE_KEY"),
            vapid_subject=found.get("VAPID_SUBJECT"),
            seal_key=found.get("SEAL_KEY"),
            seal_former_keys=tuple(filter(None, found.get("SEAL_FORMER_KEYS", "").split(","))),
            push_hosts=tuple(found.get("PUSH_HOSTS", ",".join(PUSH_HOSTS)).split(",")),
            metrics_token=found.get("METRICS_TOKEN"),
            trusted_proxies=_number(found, "TRUSTED_PROXIES", 0),
            sign_ins_per_minute=_number(found, "SIGN_INS_PER_MINUTE", 20),
            checks_per_minute=_number(found, "CHECKS_PER_MINUTE", 30),
        )


def _file(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def _number(found: Mapping[str, str], name: str, default: int) -> int:
    text = found.get(name, str(default))
    if not text.isascii() or not text.isdigit():
        raise SettingsError(f"{name} must be a whole number, not {text!r}.")
    return int(text)


def _origin(origin: str) -> str:
    parts = urlsplit(origin)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path not in {"", "/"}:
        raise SettingsError(f"PUBLIC_ORIGIN must look like https://service.example.com, not {origin!r}.")
    if parts.scheme == "http" and parts.hostname not in LOCAL_HOSTS:
        raise SettingsError("PUBLIC_ORIGIN must begin with https://; only localhost may do without.")
    return f"{parts.scheme}://{parts.netloc}"


def _s3(found: Mapping[str, str]) -> S3Settings | None:
    if "S3_BUCKET" not in found:
        return None
    missing = [name for name in ("S3_ENDPOINT", "S3_ACCESS_KEY", "S3_SECRET_KEY") if name not in found]
    if missing:
        raise SettingsError(f"S3_BUCKET is set, so set {', '.join(missing)} too.")
    return S3Settings(
        endpoint=found["S3_ENDPOINT"],
        bucket=found["S3_BUCKET"],
        region=found.get("S3_REGION", "us-east-1"),
        access_key=found["S3_ACCESS_KEY"],
        secret_key=found["S3_SECRET_KEY"],
    )
