"""Gitea and Forgejo, as their API documentation (`/api/swagger`) and their sources have them.

Refusals: `routers/api/v1/repo/file.go` and `services/repository/files/update.go` of Gitea.
"""

import base64
from typing import Any, ClassVar
from urllib.parse import unquote

from tests.editing.hosts.host import NAME, Asked, Host, Reply
from tests.editing.hosts.repository import NOW

_REPOSITORY = f"/repos/{NAME}"


class Gitea(Host):
    origin = "https://git.example.org"
    root = "/api/v1"
    version = "1.25.4"
    unauthorized: ClassVar[dict[str, str]] = {"message": "invalid username, password or token"}

    def is_save(self, asked: Asked) -> bool:
        return (asked.method, asked.path) == ("POST", f"{_REPOSITORY}/contents")

    def answer(self, asked: Asked) -> Reply:
        own = {
            "/version": {"version": self.version},
            "/user": {"id": 1, "login": "claire", "full_name": "Claire", "email": "c@example.org"},
            "/settings/api": {"default_paging_num": 30, "max_response_items": 50},
            _REPOSITORY: {
                "default_branch": "main",
                "permissions": {"pull": True, "push": self.may_write, "admin": False},
            },
        }
        if asked.method == "GET" and asked.path in own:
            return Reply(own[asked.path])
        rest = asked.path.removeprefix(_REPOSITORY)
        if asked.method == "POST" and rest == "/contents":
            return self._write(asked.body)
        if asked.method == "POST" and rest == "/file-contents":
            return Reply([self._content(path) for path in asked.body["files"]])
        return self._read(rest, asked.query)

    def _read(self, rest: str, query: dict[str, str]) -> Reply:
        repository = self.repository
        if rest == "/branches/main":
            commit = {"id": repository.head(), "message": repository.subject()}
            return Reply({"name": "main", "commit": commit})
        if rest.startswith("/git/trees/"):
            tree = repository.tree(rest.removeprefix("/git/trees/"))
            page = int(query["page"])
            listed = [blob._asdict() | {"type": "blob"} for blob in tree]
            return Reply({"tree": listed[(page - 1) * 1000 : page * 1000], "truncated": False})
        if rest == "/git/blobs":  # Forgejo
            shas = query["shas"].split(",")
            return Reply([{"sha": sha, **_encoded(repository.blob(sha))} for sha in shas])
        if rest == "/commits":
            return Reply([])
        for start in ("/raw/", "/media/main/"):
            if rest.startswith(start):
                content = repository.read(unquote(rest.removeprefix(start)))
                return (
                    Reply({"message": "not found"}, 404)
                    if content is None
                    else Reply(content=content)
                )
        raise NotImplementedError(rest)

    def _content(self, path: str) -> dict[str, Any] | None:
        content = self.repository.read(path)
        return None if content is None else {"path": path, **_encoded(content)}

    def _write(self, body: dict[str, Any]) -> Reply:
        if not self.may_write:
            told = "user should have a permission to write to the target branch"
            return Reply({"message": told}, 403)
        written: dict[str, bytes | None] = {}
        for change in body["files"]:
            path, former_path = change["path"], change.get("from_path") or change["path"]
            former = self.repository.find(body["branch"], former_path)
            if change["operation"] == "create":
                if former:
                    return _refused(f"repository file already exists [path: {path}]")
            elif former is None:
                return Reply({"message": f"object does not exist [id: , rel_path: {path}]"}, 404)
            elif not change.get("sha"):
                return _refused("a SHA or commit ID must be proved when updating a file")
            elif change["sha"] != former.sha:
                return _refused(
                    f"sha does not match [given: {change['sha']}, expected: {former.sha}]"
                )
            if former_path != path:
                written[former_path] = None
            is_gone = change["operation"] == "delete"
            written[path] = None if is_gone else base64.b64decode(change["content"])
        author = "{name} <{email}>".format(**body["author"])
        commit = self.repository.commit(body["branch"], written, body["message"], author)
        blobs = [self.repository.find(commit, change["path"]) for change in body["files"]]
        files = [blob and {"path": blob.path, "sha": blob.sha} for blob in blobs]
        return Reply({"commit": {"sha": commit, "created": NOW}, "files": files}, 201)


class Forgejo(Gitea):
    version = "13.0.3+gitea-1.22.0"


def _encoded(content: bytes) -> dict[str, str]:
    return {"content": base64.b64encode(content).decode(), "encoding": "base64"}


def _refused(message: str) -> Reply:
    return Reply({"message": message}, 422)
