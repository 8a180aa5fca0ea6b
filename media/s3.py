"""Storage in an S3 bucket, or in anything that speaks its language."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from media.refusal import StorageFailed
from media.storage import PIECE_BYTES, Absent

if TYPE_CHECKING:
    from botocore.response import StreamingBody
    from mypy_boto3_s3.client import S3Client

IN_MEMORY_BYTES = 1024 * 1024
ALREADY_THERE = frozenset({"PreconditionFailed", "412"})
NOT_THERE = frozenset({"NoSuchKey", "404", "NotFound"})


def connect(*, endpoint: str | None, region: str, access_key: str, secret_key: str) -> "S3Client":
    """A client with path addressing, which self-hosted servers need."""
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name=region,
        aws_access_key_id=access_key,
        aws_secret_access_key=secret_key,
        config=Config(
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            connect_timeout=5,
            read_timeout=30,
            retries={"max_attempts": 3, "mode": "standard"},
        ),
    )


class S3Storage:
    """One bucket. Any number of hosts may share it."""

    def __init__(self, client: "S3Client", bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        with tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES) as whole:
            for piece in pieces:
                whole.write(piece)
            whole.seek(0)
            try:
                with _failing():
                    self._client.put_object(Bucket=self._bucket, Key=name, Body=whole, IfNoneMatch="*")
            except _AlreadyThere:
                return

    def size(self, name: str) -> int:
        with _failing():
            return self._client.head_object(Bucket=self._bucket, Key=name)["ContentLength"]

    def read(self, name: str, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        if stop is not None and stop <= start:
            return iter(())
        last = "" if stop is None else str(stop - 1)
        with _failing():
            if start == 0 and stop is None:
                answer = self._client.get_object(Bucket=self._bucket, Key=name)
            else:
                answer = self._client.get_object(Bucket=self._bucket, Key=name, Range=f"bytes={start}-{last}")
        return _pieces(answer["Body"])

    def delete(self, name: str) -> None:
        with _failing():
            self._client.delete_object(Bucket=self._bucket, Key=name)

    def delete_under(self, folder: str) -> None:
        with _failing():
            for page in self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._bucket, Prefix=f"{folder}/"
            ):
                for found in page.get("Contents", []):
                    self._client.delete_object(Bucket=self._bucket, Key=found["Key"])


class _AlreadyThere(Exception):  # noqa: N818 -- an answer, not a fault of the program
    pass


@contextmanager
def _failing() -> Iterator[None]:
    try:
        yield
    except ClientError as failure:
        code = failure.response.get("Error", {}).get("Code", "")
        if code in NOT_THERE:
            raise Absent(code) from failure
        if code in ALREADY_THERE:
            raise _AlreadyThere from failure
        raise StorageFailed from failure
    except BotoCoreError as failure:
        raise StorageFailed from failure


def _pieces(body: "StreamingBody") -> Iterator[bytes]:
    with _failing():
        yield from body.iter_chunks(PIECE_BYTES)
