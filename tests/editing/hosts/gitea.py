"""Gitea and Forgejo, as their API documentation (`/api/swagger`) and their sources have them.

Refusals: `routers/api/v1/repo/file.go`, `services/repository/files/update.go` of Gitea, and what
`routers/api/v1/api.go` says of rights and of the scopes of tokens. Of Forgejo: what one of July
2026 (17.0 in the making) answered; where it differs from Gitea's sources, the class `Forgejo` does.
"""

import base64
from typing import Any, ClassVar
from urllib.parse import unquote

from tests.editing.hosts.gitea_pulls import Pulls
from tests.editing.hosts.host import NAME, Asked, Host, Reply
from tests.editing.hosts.repository import NOW

_REPOSITORY = f"/repos/{NAME}"


class Gitea(Host):
    origin = "https://git.example.org"
    root = "/api/v1"
    version = "1.25.4"
    moved = 422
    """The status where a file is another than is told."""
    gone = 404
    """The status where what is to be changed is not there."""
    unauthorized: ClassVar[dict[str, str]] = {"message": "invalid username, password or token"}

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.pulls = Pulls(self.repository, f"{self.origin}/{NAME}")

    @property
    def requests(self) -> dict[int, dict[str, Any]]:
        """Pull requests by their number."""
        return self.pulls.requests

    def is_save(self, asked: Asked) -> bool:
        return (asked.method, asked.path) == ("POST", f"{_REPOSITORY}/contents")

    def answer(self, asked: Asked) -> Reply:
        own = {
            "/version": {"version": self.version},
            "/user": {
                "id": 1,
                "login": "claire",
                "full_name": "Claire",
                "email": "c@example.org",
                "avatar_url": f"{self.origin}/avatars/1",
            },
            "/settings/api": {"default_paging_num": 30, "max_response_items": 50},
            _REPOSITORY: {
                "default_branch": "main",
                "default_merge_style": "merge",  # also where that is not allowed
                "allow_merge_commits": "merge" in self.pulls.styles,
                "allow_rebase": "rebase" in self.pulls.styles,
                "allow_rebase_explicit": "rebase-merge" in self.pulls.styles,
                "allow_squash_merge": "squash" in self.pulls.styles,
                "allow_fast_forward_only_merge": "fast-forward-only" in self.pulls.styles,
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
        if rest.startswith(("/pulls", "/labels", "/git/refs/pull/")):
            return self.pulls.answer(asked.method, rest, asked.query, asked.body)
        if asked.method == "DELETE" and rest.startswith("/branches/"):
            return self._remove_branch(unquote(rest.removeprefix("/branches/")))
        return self._read(rest, asked.query)

    def _read(self, rest: str, query: dict[str, str]) -> Reply:
        repository = self.repository
        if rest.startswith("/branches/"):
            name = unquote(rest.removeprefix("/branches/"))
            if not repository.head(name):
                return _lost()
            commit = {"id": repository.head(name), "message": repository.subject(name)}
            return Reply({"name": name, "commit": commit})
        if rest.startswith("/compare/"):
            return self._compared(*unquote(rest.removeprefix("/compare/")).split("..."))
        if rest.startswith("/git/trees/"):
            tree = repository.tree(rest.removeprefix("/git/trees/"))
            page = int(query["page"])
            listed = [blob._asdict() | {"type": "blob"} for blob in tree]
            some = listed[(page - 1) * 1000 : page * 1000]
            is_more = bool(some) and len(listed) > 1000  # on the last page too
            return Reply({"tree": some or None, "truncated": is_more})
        if rest == "/git/blobs":  # Forgejo
            shas = query["shas"].split(",")
            return Reply([{"sha": sha, **_encoded(repository.blob(sha))} for sha in shas])
        if rest == "/commits":
            return Reply([])
        for start in ("/raw/", "/media/main/", "/media/"):
            if rest.startswith(start):
                branch = query.get("ref", "main")
                if not repository.has(branch):
                    return _lost()
                content = repository.read(unquote(rest.removeprefix(start)), branch)
                return _lost() if content is None else Reply(content=content)
        raise NotImplementedError(rest)

    def _compared(self, base: str, head: str) -> Reply:
        git = self.repository.git
        commits = git("rev-list", f"{base}..{head}").decode().split()
        files = [
            git("diff-tree", "-r", "--no-commit-id", "--name-only", sha).decode().split("\n")[:-1]
            for sha in commits
        ]
        listed = [
            {"sha": sha, "files": [{"filename": path} for path in paths]}
            for sha, paths in zip(commits, files, strict=True)
        ]
        return Reply({"total_commits": len(listed), "commits": listed})

    def _remove_branch(self, name: str) -> Reply:
        if not self.may_write:
            return Reply({"message": "user should have a permission to write to a repo"}, 403)
        if not self.repository.head(name):
            return self.lost()
        self.pulls.close_those_of(name)
        self.repository.remove_branch(name)
        return Reply(status=204)

    def _content(self, path: str) -> dict[str, Any] | None:
        content = self.repository.read(path)
        return None if content is None else {"path": path, **_encoded(content)}

    def _write(self, body: dict[str, Any]) -> Reply:
        if not self.may_write:
            told = "user should have a permission to write to the target branch"
            return Reply({"message": told}, 403)
        base, branch = body["branch"], body.get("new_branch") or body["branch"]
        if not self.repository.head(base):
            return Reply({"message": f"branch does not exist [name: {base}]"}, 404)
        if branch != base and self.repository.head(branch):
            return _refused(f"branch already exists [name: {branch}]")
        written: dict[str, bytes | None] = {}
        for change in body["files"]:
            path, former_path = change["path"], change.get("from_path") or change["path"]
            former = self.repository.find(base, former_path)
            if change["operation"] == "create":
                if former:
                    return _refused(f"repository file already exists [path: {path}]")
            elif former is None:
                return self.lost(f"object does not exist [id: , rel_path: {path}]")
            elif not change.get("sha") and branch == base:
                return _refused("a SHA or commit ID must be provided when updating a file")
            elif change.get("sha", former.sha) != former.sha:
                told = f"sha does not match [given: {change['sha']}, expected: {former.sha}]"
                return Reply({"message": told}, self.moved)
            if former_path != path:
                written[former_path] = None
            is_gone = change["operation"] == "delete"
            written[path] = None if is_gone else base64.b64decode(change["content"])
        author = "{name} <{email}>".format(**body["author"])
        if branch != base:
            self.repository.branch(branch, self.repository.head(base))
        commit = self.repository.commit(branch, written, body["message"], author)
        blobs = [self.repository.find(commit, change["path"]) for change in body["files"]]
        files = [blob and {"path": blob.path, "sha": blob.sha} for blob in blobs]
        return Reply({"commit": {"sha": commit, "created": NOW}, "files": files}, 201)

    def lost(self, told: str = "The target couldn't be found.") -> Reply:
        """Return the answer for a file or a branch that is to be changed and is not there."""
        return Reply({"message": told if self.gone == 404 else ""}, self.gone)


class Forgejo(Gitea):
    version = "17.0.0+gitea-1.22.0"
    moved = 409
    gone = 500  # without a word, as of its own failures


def _encoded(content: bytes) -> dict[str, str]:
    return {"content": base64.b64encode(content).decode(), "encoding": "base64"}


def _lost() -> Reply:
    return Reply({"message": "The target couldn't be found."}, 404)


def _refused(message: str) -> Reply:
    return Reply({"message": message}, 422)
