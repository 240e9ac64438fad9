"""What all code hosts have: tokens, rights, a repository, and what was asked of them."""

import json
from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Request, Route

from tests.editing.hosts.repository import Repository

TOKEN = "secret-of-claire"
NAME = "a/hub"


class Asked(NamedTuple):
    method: str
    path: str
    """Below the root of the API, not decoded."""
    query: dict[str, str]
    body: dict[str, Any]
    headers: dict[str, str]


class Reply(NamedTuple):
    value: Any = None
    status: int = 200
    content: bytes | None = None

    def sent(self) -> dict[str, Any]:
        body = json.dumps(self.value).encode() if self.content is None else self.content
        kind = "application/json" if self.content is None else "application/octet-stream"
        headers = {"Access-Control-Allow-Origin": "*", "Content-Type": kind}
        return {
            "status": self.status,
            "body": b"" if self.status == 204 else body,
            "headers": headers,
        }


class Host:
    """A code host with one repository, `a/hub`, in which Claire may write."""

    origin: str
    root: str
    """The path of the API."""
    unauthorized: ClassVar[dict[str, str]]
    """What is told whose token is not good."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.token = TOKEN
        """The one that is good."""
        self.may_write = True
        self.is_away = False
        """Whether nobody answers."""
        self.before: Callable[[Asked], None] = lambda asked: None
        """Called with each request before it is answered: what others do meanwhile."""
        self.drops: Callable[[Asked], bool] = lambda asked: False
        """Whether the connection drops before the answer to a request, which was carried out."""

    def serve(self, route: Route, request: Request) -> None:
        """Answer a request of the browser."""
        parts = urlsplit(request.url)
        body = json.loads(request.post_data or "{}")
        path = parts.path.removeprefix(self.root)
        asked = Asked(request.method, path, dict(parse_qsl(parts.query)), body, request.headers)
        if self.is_away:
            route.abort("connectionrefused")
            return
        self.before(asked)
        reply = self.reply(asked)
        if self.drops(asked):
            route.abort("connectionreset")
        else:
            route.fulfill(**reply.sent())

    def reply(self, asked: Asked) -> Reply:
        _scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        if token != self.token:
            return Reply(self.unauthorized, 401)
        return self.answer(asked)

    def answer(self, asked: Asked) -> Reply:
        raise NotImplementedError

    def is_save(self, asked: Asked) -> bool:
        """Whether *asked* writes files."""
        raise NotImplementedError

    def saved_by_others(self, path: str, content: bytes, branch: str = "main") -> str:
        """Return the commit by which another writes *content*."""
        return self.repository.commit(branch, {path: content}, "Autre", "Paul <paul@example.org>")
