"""A toy application of the media engine: a table of announced photos, a table of verdicts, and a site for gunicorn."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from flask import Flask, jsonify, request
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker
from werkzeug.exceptions import HTTPException, Unauthorized

import media.tables
from media.directory import DirectoryStorage
from media.engine import Media
from media.ports import Expected, Verdict
from media.refusal import NotPermitted, UnknownUpload
from media.s3 import S3Storage, connect
from media.storage import Storage
from server.api.photos import photos_blueprint
from server.api.uploads import uploads_blueprint
from sync.transactions import begin_explicitly, reading

S3_ENDPOINT, BUCKET = "TOY_S3_ENDPOINT", "TOY_BUCKET"
DATABASE, FOLDER, LAST_WORDS = "TOY_DATABASE", "TOY_FOLDER", "TOY_LAST_WORDS"


class Base(DeclarativeBase):
    pass


class PhotoRow(Base):
    __tablename__ = "toy_photo"

    id: Mapped[str] = mapped_column(primary_key=True)
    taken_by: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    closed: Mapped[bool] = mapped_column(default=False)


class VerdictRow(Base):
    __tablename__ = "toy_verdict"

    id: Mapped[int] = mapped_column(primary_key=True)
    attachment_id: Mapped[str]
    owner_id: Mapped[str]
    sha256: Mapped[str]
    refusal: Mapped[str | None]


class Toy:
    """Whoever took a photo may send it, and see it as ``office`` may. ``before_record`` is where a test interferes."""

    def __init__(self, before_record: Callable[[], None] = lambda: None) -> None:
        self.before_record = before_record

    def may_upload(self, session: Session, user_id: str, attachment_id: str) -> Expected | None:
        photo = session.get(PhotoRow, attachment_id)
        if photo is None:
            return None
        if photo.taken_by != user_id:
            raise UnknownUpload
        if photo.closed:
            raise NotPermitted
        return Expected(photo.sha256, photo.size)

    def may_see(self, session: Session, user_id: str, attachment_id: str) -> bool:
        photo = session.get(PhotoRow, attachment_id)
        return photo is not None and user_id in (photo.taken_by, "office")

    def record(self, session: Session, verdict: Verdict) -> None:
        self.before_record()
        session.add(
            VerdictRow(
                attachment_id=verdict.attachment_id,
                owner_id=verdict.owner_id,
                sha256=verdict.sha256,
                refusal=verdict.refusal,
            )
        )
        session.flush()


def open_database(url: str) -> Engine:
    database = create_engine(url)
    begin_explicitly(database)
    return database


def create_tables(database: Engine) -> None:
    media.tables.metadata.create_all(database)
    Base.metadata.create_all(database)


def make_media(database: Engine, storage: Storage, toy: Toy, **more) -> Media:
    sessions = sessionmaker(database)
    return Media(sessions=sessions, reading=partial(reading, sessions), storage=storage, application=toy, **more)


def s3_client(endpoint: str):
    return connect(endpoint=endpoint, region="us-east-1", access_key="toy", secret_key="toy")


def open_storage(names) -> Storage:
    if S3_ENDPOINT in names:
        return S3Storage(s3_client(names[S3_ENDPOINT]), names[BUCKET])
    return DirectoryStorage(Path(names[FOLDER]))


def identify() -> str:
    if "X-User" not in request.headers:
        raise Unauthorized
    return request.headers["X-User"]


def site() -> Flask:
    """What gunicorn serves. While the file ``TOY_LAST_WORDS`` exists, the process dies before it records a verdict."""

    def die() -> None:
        if Path(os.environ[LAST_WORDS]).exists():
            os._exit(1)

    toy_media = make_media(open_database(os.environ[DATABASE]), open_storage(os.environ), Toy(die))
    app = Flask("toy")
    app.register_blueprint(uploads_blueprint(toy_media, identify))
    app.register_blueprint(photos_blueprint(toy_media, identify))

    @app.errorhandler(HTTPException)
    def answer(error: HTTPException):
        return jsonify(code="http", message=error.name), error.code

    return app
