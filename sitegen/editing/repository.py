"""A site's folder as the editor sees a repository: what of Gitea's API it asks for.

That API (docs.gitea.com/api) is the smallest of those that the editor speaks, and each write in it
names the digest of the file that it replaces. Nothing of Git is behind it: the last "commit" is the
digest of all files.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from sitegen.editing.ends import as_it_stood, bare, is_text
from sitegen.editing.files import FileChange, ListedFile, SiteFiles
from sitegen.editing.guards import Guard
from sitegen.editing.refusals import EditError
from sitegen.names import is_document

VERSION = "1.25.0"
"""Of Gitea: the editor asks for 1.24 or newer."""
PAGE = 1000
"""Files that one answer holds."""
_OPERATIONS = {"create", "update", "delete"}


class RepositoryAnswer(NamedTuple):
    """What a request gets."""

    status: int
    content: bytes
    kind: str = "application/json; charset=utf-8"

    @classmethod
    def of(cls, value: Any, status: int = 200) -> "RepositoryAnswer":
        return cls(status, json.dumps(value, ensure_ascii=False).encode())


class Repository(NamedTuple):
    """What answers the editor."""

    files: SiteFiles
    guard: Guard
    name: str
    """`local/…`, as the editor's settings have it."""
    user: str
    """Who edits, as the page says it."""
    translate: Callable[[str], str]
    """Into the language of the page."""

    def answer(
        self, method: str, path: str, query: Mapping[str, str], body: bytes
    ) -> RepositoryAnswer:
        """Return what *method* on *path*, below the API's root, gets. Never raises."""
        try:
            return self._answer(method, path, query, body)
        except EditError as refusal:
            return RepositoryAnswer.of({"message": refusal.text(self.translate)}, refusal.status)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError, binascii.Error):
            return RepositoryAnswer.of({"message": "bad request"}, 400)

    def _answer(
        self, method: str, path: str, query: Mapping[str, str], body: bytes
    ) -> RepositoryAnswer:
        own = f"/repos/{self.name}"
        if method == "GET" and path == "/version":
            return RepositoryAnswer.of({"version": VERSION})
        if method == "GET" and path == "/user":
            return RepositoryAnswer.of(
                {"id": 1, "login": "local", "full_name": self.user, "email": ""}
            )
        if method == "GET" and path == "/settings/api":
            return RepositoryAnswer.of({"default_paging_num": PAGE, "max_response_items": PAGE})
        if path != own and not path.startswith(f"{own}/"):
            return RepositoryAnswer.of({"message": "not found"}, 404)
        rest = path.removeprefix(own)
        if method == "GET":
            return self._looked_up(rest, query)
        if method == "POST" and rest == "/file-contents":
            return RepositoryAnswer.of([self._contents(file) for file in json.loads(body)["files"]])
        if method == "POST" and rest == "/contents":
            return self._commit(json.loads(body)["files"])
        return RepositoryAnswer.of({"message": "not found"}, 404)

    def _looked_up(self, rest: str, query: Mapping[str, str]) -> RepositoryAnswer:
        if rest == "":
            rights = {"pull": True, "push": True, "admin": False}
            return RepositoryAnswer.of({"permissions": rights, "default_branch": "main"})
        if rest == "/branches/main":
            return RepositoryAnswer.of(
                {"commit": {"id": self._head(self.files.listing()), "message": ""}}
            )
        if rest.startswith("/git/trees/"):
            page = max(int(query.get("page", "1")), 1)
            listed = self.files.listing()
            part = listed[(page - 1) * PAGE : page * PAGE]
            tree = [{"type": "blob", "path": p, "sha": sha, "size": n} for p, sha, n in part]
            return RepositoryAnswer.of({"tree": tree, "truncated": len(listed) > page * PAGE})
        if rest == "/commits":
            return RepositoryAnswer.of([])
        for start in ("/media/main/", "/raw/"):
            if rest.startswith(start):
                content = self.files.read(unquote(rest.removeprefix(start)))
                return RepositoryAnswer(200, content, "application/octet-stream")
        return RepositoryAnswer.of({"message": "not found"}, 404)

    def _head(self, listed: list[ListedFile]) -> str:
        """Return what tells that a file is another since the editor asked last."""
        told = "".join(f"{file.path}\0{file.sha}\n" for file in listed)
        return hashlib.sha1(told.encode(), usedforsecurity=False).hexdigest()

    def _contents(self, path: str) -> dict[str, Any] | None:
        try:
            content = self.files.read(str(path))
        except EditError:
            return None
        encoded = base64.b64encode(content).decode()
        return {"path": path, "content": encoded, "encoding": "base64"}

    def _commit(self, asked: list[dict[str, Any]]) -> RepositoryAnswer:
        changes = [self._change(change) for change in asked]
        self.files.apply(changes)
        known = {file.path: file for file in self.files.listing()}
        saved = [
            {"path": change.path, "sha": known[change.path].sha} if change.path in known else None
            for change in changes
        ]
        commit = {"sha": self._head(list(known.values())), "created": "1970-01-01T00:00:00Z"}
        return RepositoryAnswer.of({"commit": commit, "files": saved}, 201)

    def _change(self, asked: dict[str, Any]) -> FileChange:
        operation = asked["operation"]
        if operation not in _OPERATIONS:
            raise ValueError(operation)
        path, former_path = str(asked["path"]), str(asked.get("from_path") or "")
        sha = str(asked.get("sha") or "")
        if operation == "delete":
            return FileChange("delete", path, sha=sha)
        content = base64.b64decode(str(asked["content"]), validate=True)
        former = b"" if operation == "create" else self.files.read(former_path or path)
        if is_document(path) or path.endswith((".yaml", ".yml")):
            if not is_text(former):  # what the editor shows of it has lost the signs it cannot read
                raise EditError("encoding", path=former_path or path)
            try:
                content = as_it_stood(former, content.decode())
            except UnicodeDecodeError:
                raise EditError("form", path=path) from None
            read = [bare(str(text)) for text in asked.get("read") or ()]
            if read and bare(former.decode()) not in read:
                raise EditError("changed", path=former_path or path)
            self.guard.check(path, former, content)
        return FileChange(operation, path, content, former_path, sha)
