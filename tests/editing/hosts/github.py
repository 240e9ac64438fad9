"""GitHub, as docs.github.com has it: REST and GraphQL, pull requests with labels."""

import base64
import subprocess
from functools import partial
from typing import Any, ClassVar
from urllib.parse import unquote

from tests.editing.hosts.graphql import RefusedError, answered
from tests.editing.hosts.host import NAME, Asked, Host, Reply
from tests.editing.hosts.repository import NOW

_CLAIRE = {"id": 7, "login": "claire", "name": "Claire", "email": "claire@example.org"}
_AUTHOR = "Claire <claire@example.org>"
_REPOSITORY = f"/repos/{NAME}"
_CHANGES = {"A": "ADDED", "M": "MODIFIED", "D": "DELETED"}


class GitHub(Host):
    origin = "https://api.github.com"
    root = ""
    unauthorized: ClassVar[dict[str, str]] = {"message": "Bad credentials", "status": "401"}

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.requests: dict[int, dict[str, Any]] = {}
        """Pull requests by their number."""
        self.refuses_merge = ""
        """The rule by which nobody may merge at the moment."""
        self.limits: list[int] = []
        """The statuses by which the next questions for a request are too many; 0 of one that is
        answered."""

    def is_save(self, asked: Asked) -> bool:
        return "createCommitOnBranch" in asked.body.get("query", "")

    def answer(self, asked: Asked) -> Reply:
        if self.limits and "/pulls/" in asked.path and (status := self.limits.pop(0)):
            told = "You have exceeded a secondary rate limit. Please wait a few minutes."
            return Reply({"message": told}, status)
        if asked.path == "/graphql":
            roots = {
                "query": {"repository": self._repository},
                "mutation": {
                    "createCommitOnBranch": self._commit,
                    "createRef": self._create_branch,
                    "convertPullRequestToDraft": partial(self._draft, is_draft=True),
                    "markPullRequestReadyForReview": partial(self._draft, is_draft=False),
                },
            }
            return Reply(answered(asked.body["query"], asked.body["variables"], roots))
        if asked.path == "/user":
            face = "https://avatars.githubusercontent.com/u/7"
            return Reply(_CLAIRE | {"html_url": "https://github.com/claire", "avatar_url": face})
        rest = asked.path.removeprefix(_REPOSITORY)
        if asked.method == "GET":
            return self._read(rest, asked.query)
        if not self.may_write:
            return Reply({"message": "Resource not accessible by personal access token"}, 403)
        return self._change(asked.method, rest, asked.body)

    def _repository(self, owner: str, name: str) -> dict[str, Any] | None:
        if f"{owner}/{name}" != NAME:
            return None
        return {
            "id": "R_1",
            "defaultBranchRef": {"name": "main"},
            "ref": self._ref,
            "object": self._object,
            "pullRequests": self._pull_requests,
        }

    def _ref(self, qualifiedName: str) -> dict[str, Any] | None:  # noqa: N803
        name = qualifiedName.removeprefix("refs/heads/")
        head = self.repository.head(name)
        return {"name": name, "target": self._commit_of(head)} if head else None

    def _commit_of(self, sha: str) -> dict[str, Any]:
        def history(first: int, path: str = "") -> dict[str, Any]:
            commits = [self._commit_of(self.repository.last_commit(sha, path))]
            return {"nodes": commits[:first]}

        def file(path: str) -> dict[str, Any] | None:
            blob = self.repository.find(sha, path)
            return {"oid": blob.sha} if blob else None

        name, email = self.repository.author(sha)
        return {
            "oid": sha,
            "message": self.repository.subject(sha),
            "committedDate": NOW,
            "author": {"name": name, "email": email, "avatarUrl": "", "user": None},
            "history": history,
            "file": file,
        }

    def _object(self, oid: str = "", expression: str = "") -> dict[str, Any] | None:
        sha = oid
        if expression:
            revision, _, path = expression.partition(":")
            blob = self.repository.find(revision, path)
            if blob is None:
                return None
            sha = blob.sha
        content = self.repository.blob(sha)
        is_binary = b"\0" in content
        text = None if is_binary else content.decode("utf-8", "replace")
        return {
            "oid": sha, "byteSize": len(content), "isBinary": is_binary, "isTruncated": False,
            "text": text,
        }  # fmt: skip

    def _pull_requests(self, states: str, **asked: Any) -> dict[str, Any]:
        chosen = [request for request in self.requests.values() if request["state"] == "open"]
        if "labels" in asked:
            chosen = [
                request for request in chosen if set(asked["labels"]) & set(request["labels"])
            ]
        if "headRefName" in asked:
            chosen = [request for request in chosen if request["branch"] == asked["headRefName"]]
        return {"nodes": [self._node(request) for request in chosen], "totalCount": len(chosen)}

    def _node(self, request: dict[str, Any]) -> dict[str, Any]:
        changes = self.repository.changes(request["branch"])
        files = [{"path": path, "changeType": _CHANGES[status]} for status, path in changes]
        return {
            "id": request["node_id"], "number": request["number"], "title": request["title"],
            "url": request["html_url"], "isDraft": request["draft"], "isCrossRepository": False,
            "createdAt": NOW, "updatedAt": NOW, "headRefName": request["branch"],
            "headRefOid": self.repository.head(request["branch"]),
            "author": _CLAIRE | {"avatarUrl": "", "databaseId": 7},
            "labels": lambda first: {"nodes": [{"name": label} for label in request["labels"]]},
            "files": lambda first: {"nodes": files},
        }  # fmt: skip

    def _may_write(self) -> None:
        if not self.may_write:
            raise RefusedError("FORBIDDEN", "Resource not accessible by personal access token")

    def _commit(self, input: dict[str, Any]) -> dict[str, Any]:
        self._may_write()
        branch, expected = input["branch"]["branchName"], input["expectedHeadOid"]
        if self.repository.head(branch) != expected:
            told = f'Expected branch to point to "{expected}" but it did not.  Pull and try again.'
            raise RefusedError("STALE_DATA", told)
        changes = input["fileChanges"]
        files: dict[str, bytes | None] = {change["path"]: None for change in changes["deletions"]}
        files |= {
            change["path"]: base64.b64decode(change["contents"]) for change in changes["additions"]
        }
        made = self.repository.commit(branch, files, input["message"]["headline"], _AUTHOR)
        return {"commit": self._commit_of(made)}

    def _create_branch(self, input: dict[str, Any]) -> dict[str, Any]:
        self._may_write()
        name = input["name"].removeprefix("refs/heads/")
        if name in self.repository.branches():
            told = f'A ref named "{input["name"]}" already exists in the repository.'
            raise RefusedError("UNPROCESSABLE", told)
        self.repository.branch(name, input["oid"])
        return {"ref": {"name": name}}

    def _draft(self, input: dict[str, Any], is_draft: bool) -> dict[str, Any]:
        self._may_write()
        request = next(r for r in self.requests.values() if r["node_id"] == input["pullRequestId"])
        request["draft"] = is_draft
        return {"pullRequest": {"isDraft": is_draft}}

    def _read(self, rest: str, query: dict[str, str]) -> Reply:
        if rest == "/collaborators/claire":
            return Reply(status=204)
        if rest.startswith("/git/trees/"):
            tree = self.repository.tree(rest.removeprefix("/git/trees/"))
            return Reply({"tree": [blob._asdict() | {"type": "blob"} for blob in tree]})
        if rest.startswith("/git/blobs/"):
            return Reply(content=self.repository.blob(rest.removeprefix("/git/blobs/")))
        if rest.startswith("/contents/"):
            content = self.repository.read(unquote(rest.removeprefix("/contents/")), query["ref"])
            return (
                Reply({"message": "Not Found"}, 404) if content is None else Reply(content=content)
            )
        if rest.startswith("/git/ref/heads/"):
            sha = self.repository.head(unquote(rest.removeprefix("/git/ref/heads/")))
            return Reply({"object": {"sha": sha}}) if sha else Reply({"message": "Not Found"}, 404)
        if rest.startswith("/compare/"):
            return self._compared(*unquote(rest.removeprefix("/compare/")).split("..."))
        if rest == "/pulls":
            branch = query["head"].removeprefix("a:")
            asked = [one for one in self.requests.values() if one["branch"] == branch]
            states = ("open", "closed") if query["state"] == "all" else (query["state"],)
            return Reply([self._with_head(one) for one in asked if one["state"] in states])
        if rest.startswith("/pulls/"):
            return Reply(self.requests[int(rest.split("/")[2])])
        if rest.startswith("/issues/"):
            labels = self.requests[int(rest.split("/")[2])]["labels"]
            return Reply({"labels": [{"name": label} for label in labels]})
        raise NotImplementedError(rest)

    def _change(self, method: str, rest: str, body: dict[str, Any]) -> Reply:
        if rest.startswith("/git/refs/heads/"):
            name = unquote(rest.removeprefix("/git/refs/heads/"))
            if method == "DELETE":
                self.repository.remove_branch(name)
                return Reply(status=204)
            self.repository.branch(name, body["sha"])
            return Reply({"ref": f"refs/heads/{name}"})
        if (method, rest) == ("POST", "/pulls"):
            return self._open(body)
        request = self.requests[int(rest.split("/")[2])]
        if rest.endswith("/labels"):
            request["labels"] += [name for name in body["labels"] if name not in request["labels"]]
            return Reply([{"name": label} for label in request["labels"]])
        if rest.endswith("/merge"):
            if request["draft"]:
                return Reply({"message": "Pull Request is still a draft"}, 405)
            if request["merged"] or request["state"] == "closed":
                return Reply({"message": "Pull Request is not mergeable"}, 405)
            if self.refuses_merge:
                return Reply({"message": self.refuses_merge}, 405)
            if body["sha"] != self.repository.head(request["branch"]):
                told = "Head branch was modified. Review and try the merge again."
                return Reply({"message": told}, 409)
            try:
                self.repository.merge(request["branch"], body["commit_title"])
            except subprocess.CalledProcessError:
                request["mergeable"] = False
                return Reply({"message": "Pull Request is not mergeable"}, 405)
            request |= {"state": "closed", "merged": True, "head": {"sha": body["sha"]}}
            return Reply({"merged": True})
        if body.get("state") == "closed":
            request |= self._with_head(request)
        request |= body
        return Reply(request)

    def _with_head(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return *request* with the last commit of its branch, until it is closed."""
        head = self.repository.head(request["branch"]) if request["state"] == "open" else ""
        return request | {"head": {"sha": head or request["head"]["sha"]}}

    def _compared(self, base: str, head: str) -> Reply:
        if not self.repository.has(head):
            return Reply({"message": "Not Found"}, 404)
        names = {"A": "added", "M": "modified", "D": "removed"}
        changes = self.repository.changes(head, base)
        commits = self.repository.git("rev-list", "--reverse", f"{base}..{head}").decode().split()
        return Reply(
            {
                "commits": [{"sha": sha} for sha in commits],
                "files": [{"filename": path, "status": names[status]} for status, path in changes],
            }
        )

    def _open(self, body: dict[str, Any]) -> Reply:
        if any(
            one["branch"] == body["head"] and one["state"] == "open"
            for one in self.requests.values()
        ):
            told = f"A pull request already exists for a:{body['head']}."
            error = {"resource": "PullRequest", "code": "custom", "message": told}
            return Reply({"message": "Validation Failed", "errors": [error]}, 422)
        number = len(self.requests) + 1
        self.requests[number] = {
            "number": number, "node_id": f"PR_{number}", "title": body["title"], "state": "open",
            "draft": body["draft"], "branch": body["head"], "labels": [], "merged": False,
            "mergeable": True,
            "html_url": f"https://github.com/{NAME}/pull/{number}",
            "head": {"sha": self.repository.head(body["head"])},
            "created_at": NOW, "updated_at": NOW,
        }  # fmt: skip
        return Reply(self.requests[number], 201)
