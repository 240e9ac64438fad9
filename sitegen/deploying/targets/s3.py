"""A bucket of Amazon's S3, or of a service that speaks its language, by boto3. Does I/O.

A bucket replaces an object at once, whole. Its keys come from where Amazon's own tools have them:
the environment, `~/.aws`, the role of a machine or of a job in CI.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from sitegen.deploying.headers import cache_control, content_type
from sitegen.deploying.target import (
    CONNECT_SECONDS,
    SECONDS,
    DeployError,
    OutputFile,
    Target,
    refusal,
)

T = TypeVar("T")
_AT_ONCE = 8
_DENIED = ("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "403")


class S3Target(Target):
    """Objects, by keys that begin with the path of the address."""

    needs = (("boto3", "deploy"),)
    _client: Any = None

    def open(self, now: int) -> None:
        import boto3
        from botocore.config import Config

        place = self.destination
        self._prefix = place.path.strip("/") + "/" if place.path.strip("/") else ""
        self._sums: dict[str, str] = {}
        self._present: dict[str, str] = {}
        # What boto3 adds of its own since 1.36, services that are not Amazon's refuse.
        sums = "when_required"
        config = Config(
            connect_timeout=CONNECT_SECONDS,
            read_timeout=SECONDS,
            retries={"mode": "standard"},  # AWS_MAX_ATTEMPTS says how often
            request_checksum_calculation=sums,
            response_checksum_validation=sums,
            max_pool_connections=_AT_ONCE,
        )
        self._client = self._try(
            lambda: boto3.session.Session().client(
                "s3",
                endpoint_url=place.config.endpoint or None,
                region_name=place.config.region or None,
                config=config,
            )
        )

    def close(self) -> None:
        if self._client is not None:
            self._client.close()

    def list(self) -> dict[str, str]:
        def listing() -> dict[str, str]:
            pages = self._client.get_paginator("list_objects_v2")
            files = {}
            for page in pages.paginate(Bucket=self.destination.host, Prefix=self._prefix):
                for described in page.get("Contents", ()):
                    path = described["Key"].removeprefix(self._prefix)
                    if path and not path.endswith("/"):  # a folder that some console made
                        files[path] = described["ETag"].strip('"')
            return files

        self._present = self._try(listing)
        return self._present

    def read(self, path: str) -> bytes | None:
        def fetch() -> bytes | None:
            try:
                answer = self._client.get_object(Bucket=self.destination.host, Key=self._key(path))
            except self._client.exceptions.NoSuchKey:
                return None
            content: bytes = answer["Body"].read()
            return content

        return self._try(fetch)

    def stamp(self, file: OutputFile) -> str:
        """Return its MD5: the ETag of what was sent in one piece and not encrypted by a key."""
        if file.digest not in self._sums:
            with open(file.source, "rb") as content:
                checksum = hashlib.file_digest(content, lambda: hashlib.md5(usedforsecurity=False))
            self._sums[file.digest] = checksum.hexdigest()
        return self._sums[file.digest]

    def holding(self, files: Sequence[OutputFile]) -> set[str]:
        same = {file.path for file in files if self._present[file.path] == self.stamp(file)}
        # The ETag of what came in several pieces, or is encrypted by a key, tells nothing.
        return same | super().holding([file for file in files if file.path not in same])

    def put(self, files: Sequence[OutputFile]) -> Iterator[tuple[str, str]]:
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            for file, stamp in zip(files, threads.map(self._put, files), strict=True):
                yield file.path, stamp

    def _put(self, file: OutputFile) -> str:
        def send() -> str:
            with open(file.source, "rb") as content:
                answer = self._client.put_object(
                    Bucket=self.destination.host,
                    Key=self._key(file.path),
                    Body=content,
                    ContentType=content_type(file.path),
                    CacheControl=cache_control(file.path),
                )
            tag: str = answer["ETag"]
            return tag.strip('"')

        return self._try(send)

    def remove(self, paths: Sequence[str]) -> None:
        def forget(path: str) -> None:
            # One by one: of many at once services want checksums that differ from one to another.
            self._client.delete_object(Bucket=self.destination.host, Key=self._key(path))

        with ThreadPoolExecutor(_AT_ONCE) as threads:
            self._try(lambda: list(threads.map(forget, paths)))

    def _key(self, path: str) -> str:
        return self._prefix + path

    def _try(self, act: Callable[[], T]) -> T:
        from botocore.exceptions import (
            BotoCoreError,
            ClientError,
            CredentialRetrievalError,
            HTTPClientError,
            NoCredentialsError,
            PartialCredentialsError,
        )

        host = self.destination.host
        try:
            return act()
        except DeployError:
            raise
        except ClientError as error:
            told = error.response.get("Error", {})
            code, said = str(told.get("Code", "")), str(told.get("Message") or told.get("Code"))
            if code in _DENIED:
                raise refusal("deploy-denied", host=host, reason=said) from error
            raise refusal("deploy-refused", reason=said) from error
        except (NoCredentialsError, PartialCredentialsError, CredentialRetrievalError) as error:
            raise refusal("deploy-denied", host=host, reason=str(error)) from error
        except HTTPClientError as error:
            raise refusal("deploy-cut", reason=str(error).splitlines()[0]) from error
        except (BotoCoreError, ValueError) as error:
            raise refusal("deploy-refused", reason=str(error).splitlines()[0]) from error
