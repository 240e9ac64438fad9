"""GitLab, as docs.gitlab.com/api has it: REST for what is written, GraphQL for what is read.

Refusals: `app/services/files/multi_service.rb` and `app/services/merge_requests/` of GitLab.
"""

import base64
import hashlib
import subprocess
from typing import Any, ClassVar
from urllib.parse import unquote

from tests.editing.hosts.graphql import answered
from tests.editing.hosts.host import NAME, Asked, Host, Reply
from tests.editing.hosts.repository import NOW, Blob

_PROJECT = f"/api/v4/projects/{NAME.replace('/', '%2F')}"
_CLAIRE = {"id": 7, "username": "claire", "name": "Claire", "email": "claire@example.org"}
_AUTHOR = "Claire <claire@example.org>"
_PAGE = 100


class GitLab(Host):
    origin = "https://gitlab.com"
    root = ""
    unauthorized: ClassVar[dict[str, str]] = {
        "error": "invalid_token",
        "error_description": "Token is expired.",
    }

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.requests: dict[int, dict[str, Any]] = {}
        """Merge requests by their number."""
        self.refuses_merge = ""
        """Why nobody may merge at the moment, as `detailed_merge_status` has it."""
        self.may_merge = True

    def is_save(self, asked: Asked) -> bool:
        return (asked.method, asked.path) == ("POST", f"{_PROJECT}/repository/commits")

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/api/graphql":
            roots = {"query": {"project": self._project}}
            return Reply(answered(asked.body["query"], asked.body["variables"], roots))
        if asked.path == "/api/v4/user":
            return Reply(_CLAIRE | {"avatar_url": "https://secure.gravatar.com/avatar/7"})
        if asked.path == "/api/v4/avatar":
            return Reply({"avatar_url": None})
        rest = asked.path.removeprefix(_PROJECT)
        if asked.method == "GET":
            return self._read(rest, asked.query)
        if not self.may_write:
            told = "403 Forbidden - You are not allowed to push into this branch"
            return Reply({"message": told}, 403)
        if rest == "/repository/commits":
            return self._write(asked.body)
        if asked.method == "DELETE" and rest.startswith("/repository/branches/"):
            name = unquote(rest.removeprefix("/repository/branches/"))
            if name not in self.repository.branches():
                return _absent("Branch")
            self.repository.remove_branch(name)
            return Reply(status=204)
        return self._request(asked.method, rest, asked.body)

    def _project(self, fullPath: str) -> dict[str, Any] | None:  # noqa: N803
        if fullPath != NAME:
            return None
        return {"repository": {"rootRef": "main", "tree": self._tree, "blobs": self._blobs}}

    def _tree(self, ref: str, recursive: bool = False) -> dict[str, Any]:
        def page(after: str) -> dict[str, Any]:
            start = int(after or 0)
            tree = self.repository.tree(ref)
            nodes = [blob._asdict() | {"type": "blob"} for blob in tree[start : start + _PAGE]]
            more = start + _PAGE < len(tree)
            return {
                "nodes": nodes,
                "pageInfo": {"endCursor": str(start + _PAGE), "hasNextPage": more},
            }

        commit = {"sha": self.repository.head(ref), "message": self.repository.subject(ref)}
        return {"lastCommit": commit, "blobs": page}

    def _blobs(self, ref: str, paths: list[str]) -> dict[str, Any]:
        blobs = (self.repository.find(ref, path) for path in paths)
        return {"nodes": [self._blob(blob) for blob in blobs if blob]}

    def _blob(self, blob: Blob) -> dict[str, Any]:
        content = self.repository.blob(blob.sha)
        text = None if b"\0" in content else content.decode("utf-8", "replace")
        return {"path": blob.path, "oid": blob.sha, "size": str(blob.size), "rawTextBlob": text}

    def _read(self, rest: str, query: dict[str, str]) -> Reply:
        if rest == "/users":
            return Reply([_CLAIRE])
        if rest == "/repository/compare":
            return self._compared(query["from"], query["to"])
        if rest.startswith("/repository/files/") and rest.endswith("/raw"):
            path = unquote(rest.removeprefix("/repository/files/").removesuffix("/raw"))
            content = self.repository.read(path, query["ref"])
            return _absent("File") if content is None else Reply(content=content)
        if rest.startswith("/repository/files/"):
            return self._file(unquote(rest.removeprefix("/repository/files/")), query["ref"])
        if rest == "/merge_requests":
            found = [request for request in self.requests.values() if _matches(request, query)]
            return Reply([self._shown(request) for request in found])
        if rest.endswith("/diffs"):
            branch = self.requests[int(rest.split("/")[2])]["source_branch"]
            return Reply([_diff(*change) for change in self.repository.changes(branch)])
        if rest.startswith("/merge_requests/"):
            return Reply(self._shown(self.requests[int(rest.split("/")[2])]))
        if rest == "/deployments" or rest.endswith("/statuses"):
            return Reply([])
        if rest.startswith("/repository/branches/"):
            head = self.repository.head(unquote(rest.split("/")[-1]))
            return Reply({"commit": {"id": head}}) if head else _absent("Branch")
        if rest == "/repository/commits":
            return Reply([])
        raise NotImplementedError(rest)

    def _compared(self, base: str, head: str) -> Reply:
        if not self.repository.has(head):
            return _absent("Ref")
        commits = self.repository.git("rev-list", "--reverse", f"{base}..{head}").decode().split()
        return Reply(
            {
                "commits": [{"id": sha} for sha in commits],
                "diffs": [_diff(*change) for change in self.repository.changes(head, base)],
            }
        )

    def _file(self, path: str, ref: str) -> Reply:
        blob = self.repository.find(ref, path)
        if blob is None:
            return _absent("File")
        content = self.repository.blob(blob.sha)
        encoded = {
            "file_path": path,
            "encoding": "base64",
            "content": base64.b64encode(content).decode(),
            "content_sha256": hashlib.sha256(content).hexdigest(),
            "blob_id": blob.sha,
            "last_commit_id": self.repository.last_commit(ref, path),
        }
        return Reply(encoded)

    def _write(self, body: dict[str, Any]) -> Reply:
        branch, start = body["branch"], body.get("start_branch", "")
        exists = branch in self.repository.branches()
        if start and exists:
            return _refused(f"A branch called '{branch}' already exists.")
        if not start and not exists:
            return _refused("You can only create or edit files when you are on a branch")
        written: dict[str, bytes | None] = {}
        for action in body["actions"]:
            path, former_path = (
                action["file_path"],
                action.get("previous_path") or action["file_path"],
            )
            former = self.repository.find(start or branch, former_path)
            if action["action"] == "create" and former:
                return _refused("A file with this name already exists")
            if action["action"] != "create":
                if former is None:
                    return _refused("A file with this name doesn't exist")
                last = action.get("last_commit_id")
                if last and last != self.repository.last_commit(start or branch, former_path):
                    told = f"The file has changed since you started editing it: {former_path}"
                    return _refused(told)
            content = action["content"]
            is_text = action["encoding"] == "text"
            if former_path != path:
                written[former_path] = None
            is_gone = action["action"] == "delete"
            written[path] = (
                None if is_gone else content.encode() if is_text else base64.b64decode(content)
            )
        if start:
            self.repository.branch(branch, self.repository.head(start))
        commit = self.repository.commit(branch, written, body["commit_message"], _AUTHOR)
        return Reply({"id": commit, "committed_date": NOW}, 201)

    def _shown(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return *request* with the last commit of its branch, until it is closed."""
        if request["state"] == "opened":
            request["sha"] = self.repository.head(request["source_branch"]) or request["sha"]
        return request

    def _request(self, method: str, rest: str, body: dict[str, Any]) -> Reply:
        """Answer what is done with merge requests."""
        if method == "POST" and rest == "/merge_requests":
            for request in self.requests.values():
                if _matches(request, {"source_branch": body["source_branch"], "state": "opened"}):
                    told = "Another open merge request already exists for this source branch"
                    return Reply({"message": [f"{told}: !{request['iid']}"]}, 409)
            number = len(self.requests) + 1
            self.requests[number] = {
                "iid": number, "id": 100 + number, "title": body["title"], "state": "opened",
                "labels": body["labels"].split(","), "source_branch": body["source_branch"],
                "sha": self.repository.head(body["source_branch"]), "author": _CLAIRE,
                "web_url": f"{self.origin}/{NAME}/-/merge_requests/{number}",
                "created_at": NOW, "updated_at": NOW, "detailed_merge_status": "mergeable",
            }  # fmt: skip
            return Reply(self.requests[number], 201)
        number = int(rest.split("/")[2])
        request = self.requests[number]
        if rest.endswith("/merge"):
            return self._merge(request, body)
        gone = body.get("remove_labels", "").split(",")
        more = [body["add_labels"]] if "add_labels" in body else []
        request["labels"] = [label for label in request["labels"] if label not in gone] + more
        request["title"] = body.get("title", request["title"])
        self._shown(request)
        if body.get("state_event") == "close":
            request["state"] = "closed"
        return Reply(request)

    def _merge(self, request: dict[str, Any], body: dict[str, Any]) -> Reply:
        if not self.may_merge:
            return Reply({"message": "401 Unauthorized"}, 401)
        request["detailed_merge_status"] = self.refuses_merge or "mergeable"
        is_open = request["state"] == "opened" and not request["title"].startswith("Draft:")
        if self.refuses_merge or not is_open:
            return Reply({"message": "405 Method Not Allowed"}, 405)
        if body.get("sha") not in (None, self._shown(request)["sha"]):
            told = f"SHA does not match HEAD of source branch: {request['sha']}"
            return Reply({"message": told}, 409)
        try:
            self.repository.merge(request["source_branch"], body["merge_commit_message"])
        except subprocess.CalledProcessError:
            request |= {"detailed_merge_status": "conflict", "has_conflicts": True}
            return Reply({"message": "Branch cannot be merged"}, 422)
        request["state"] = "merged"
        if body["should_remove_source_branch"]:
            self.repository.remove_branch(request["source_branch"])
        return Reply(request)


def _matches(request: dict[str, Any], query: dict[str, str]) -> bool:
    branch = query.get("source_branch", request["source_branch"])
    is_labelled = query.get("labels", request["labels"][0]) in request["labels"]
    return (
        query["state"] in ("all", request["state"])
        and is_labelled
        and request["source_branch"] == branch
    )


def _diff(status: str, path: str) -> dict[str, Any]:
    return {
        "old_path": path, "new_path": path, "deleted_file": status == "D", "renamed_file": False,
    }  # fmt: skip


def _absent(kind: str) -> Reply:
    return Reply({"message": f"404 {kind} Not Found"}, 404)


def _refused(message: str) -> Reply:
    return Reply({"message": message}, 400)
