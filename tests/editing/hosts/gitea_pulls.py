"""Pull requests and labels of Gitea and Forgejo.

Addresses, answers and refusals: `routers/api/v1/repo/pull.go`, `label.go` and
`services/convert/pull.go` of Gitea, and what a Forgejo of July 2026 answered to the same requests.
"""

import subprocess
from typing import Any

from tests.editing.hosts.host import Reply
from tests.editing.hosts.repository import NOW, Repository

_CLAIRE = {"id": 1, "login": "claire", "full_name": "Claire", "email": "c@example.org"}
_STATUSES = {"A": "added", "M": "changed", "D": "deleted"}
_LIMIT = 50
"""`MAX_RESPONSE_ITEMS`."""


class Pulls:
    def __init__(self, repository: Repository, address: str) -> None:
        self.repository = repository
        self.address = address
        self.requests: dict[int, dict[str, Any]] = {}
        """Pull requests by their number."""
        self.labels: list[dict[str, Any]] = []
        self.has_scope = True
        """Whether the token may read and write `issue`."""
        self.drafts = ("WIP:", "[WIP]")
        """`WORK_IN_PROGRESS_PREFIXES`, which no question tells of."""
        self.styles = ["merge", "rebase", "rebase-merge", "squash", "fast-forward-only"]
        """The ways of merging that the repository allows."""
        self.refuses_merge = ""
        """Why nobody may merge at the moment."""

    def answer(self, method: str, rest: str, query: dict[str, str], body: dict[str, Any]) -> Reply:
        if rest == "/labels":
            return self._labels(method, query, body)
        if rest.startswith("/git/refs/pull/"):
            return self._refs(rest.removeprefix("/git/"))
        if rest == "/pulls":
            return self._open(body) if method == "POST" else self._listed(query)
        _, _, number, *more = rest.split("/")
        request = self.requests.get(int(number))
        if request is None:
            return Reply({"message": "The target couldn't be found."}, 404)
        if more == ["files"]:
            return self._files(request, query)
        if more == ["merge"] and method == "POST":
            return self._merge(request, body)
        if more or method not in ("GET", "PATCH"):
            raise NotImplementedError(method, rest)
        return Reply(self._shown(request)) if method == "GET" else self._edit(request, body)

    def close_those_of(self, branch: str) -> None:
        """Close what is open for *branch*, which is about to be removed."""
        for request in self.requests.values():
            if request["branch"] == branch and request["state"] == "open":
                request |= {"state": "closed", "sha": self.repository.head(branch)}

    def stage(self, request: dict[str, Any]) -> str:
        """Return what people see of *request* in the host's lists."""
        labels = " ".join(label["name"] for label in self._labels_of(request))
        return " ".join(filter(None, (request["state"], request["title"][:4], labels)))

    def _labels_of(self, request: dict[str, Any]) -> list[dict[str, Any]]:
        return [label for label in self.labels if label["id"] in request["labels"]]

    def _is_draft(self, request: dict[str, Any]) -> bool:
        return str(request["title"]).upper().startswith(tuple(map(str.upper, self.drafts)))

    def _head(self, request: dict[str, Any]) -> str:
        """Return the commit that *request* asks for: its own reference."""
        is_open = request["state"] == "open"
        return (is_open and self.repository.head(request["branch"])) or str(request["sha"])

    def _refs(self, name: str) -> Reply:
        request = self.requests.get(int(name.split("/")[2]))
        if request is None:
            return Reply({"message": "The target couldn't be found."}, 404)
        return Reply([{"ref": name, "object": {"type": "commit", "sha": self._head(request)}}])

    def _shown(self, request: dict[str, Any]) -> dict[str, Any]:
        kept = ("id", "number", "title", "state", "merged", "html_url", "created_at", "updated_at")
        is_draft = self._is_draft(request)
        now = self.repository.head(request["branch"])  # also of a request that was closed before
        ref = request["branch"] if now else f"refs/pull/{request['number']}/head"
        head = {"ref": ref, "sha": now or self._head(request), "repo_id": 1}
        return {name: request[name] for name in kept} | {
            "user": _CLAIRE, "labels": self._labels_of(request), "draft": is_draft, "head": head,
            "base": {"ref": request["base"], "sha": self.repository.head(), "repo_id": 1},
        }  # fmt: skip

    def _listed(self, query: dict[str, str]) -> Reply:
        states = ("open", "closed") if query["state"] == "all" else (query["state"],)
        chosen = [one for one in self.requests.values() if one["state"] in states]
        return Reply([self._shown(request) for request in _page(chosen, query)])

    def _files(self, request: dict[str, Any], query: dict[str, str]) -> Reply:
        changes = self.repository.changes(request["branch"])
        files = [{"filename": path, "status": _STATUSES[status]} for status, path in changes]
        return Reply(_page(files, query))

    def _open(self, body: dict[str, Any]) -> Reply:
        head, base = body["head"], body["base"]
        if not self.repository.head(head):
            return Reply({"message": "The target couldn't be found."}, 404)
        for one in self.requests.values():
            if (one["branch"], one["base"], one["state"]) == (head, base, "open"):
                told = f"id: {one['id']}, issue_id: {one['number']}, head_branch: {head}"
                told = f"pull request already exists for these targets [{told}]"
                return Reply({"message": told}, 409)
        number = len(self.requests) + 1
        self.requests[number] = {
            "id": 100 + number, "number": number, "title": body["title"], "state": "open",
            "merged": False, "branch": head, "base": base, "labels": body.get("labels") or [],
            "sha": self.repository.head(head), "html_url": f"{self.address}/pulls/{number}",
            "created_at": NOW, "updated_at": NOW,
        }  # fmt: skip
        return Reply(self._shown(self.requests[number]), 201)

    def _edit(self, request: dict[str, Any], body: dict[str, Any]) -> Reply:
        if "state" in body and request["merged"]:
            told = "cannot change state of this pull request, it was already merged"
            return Reply({"message": told}, 412)
        if body.get("state") == "closed":
            request["sha"] = self._head(request)
        request |= {name: body[name] for name in ("title", "state", "labels") if name in body}
        return Reply(self._shown(request), 201)

    def _merge(self, request: dict[str, Any], body: dict[str, Any]) -> Reply:
        if request["merged"]:
            return Reply({"message": ""}, 405)
        if request["state"] == "closed":
            return Reply({"message": "The target couldn't be found."}, 404)
        if self.refuses_merge:
            return Reply({"message": self.refuses_merge}, 405)
        if self._is_draft(request):
            return Reply({"message": "Work in progress PRs cannot be merged"}, 405)
        if body.get("head_commit_id") not in (None, self._head(request)):
            return Reply({"message": "head out of date"}, 409)
        if body["Do"] not in self.styles:
            told = f"{body['Do']} is not an allowed merge style for this repository"
            return Reply({"message": told}, 405)
        try:
            self.repository.merge(request["branch"], body["MergeTitleField"])
        except subprocess.CalledProcessError:
            return Reply({"message": "Please try again later"}, 405)
        request |= {"sha": self._head(request), "state": "closed", "merged": True}
        if body["delete_branch_after_merge"]:
            self.repository.remove_branch(request["branch"])
        return Reply(content=b"")

    def _labels(self, method: str, query: dict[str, str], body: dict[str, Any]) -> Reply:
        if not self.has_scope:
            told = "token does not have at least one of required scope(s): [write:issue]"
            return Reply({"message": told}, 403)
        if method == "GET":
            return Reply(_page(self.labels, query))
        self.labels.append({"id": 40 + len(self.labels), **body})
        return Reply(self.labels[-1], 201)


def _page(listed: list[dict[str, Any]], query: dict[str, str]) -> list[dict[str, Any]]:
    limit, page = min(int(query["limit"]), _LIMIT), int(query["page"])
    return listed[(page - 1) * limit : page * limit]
