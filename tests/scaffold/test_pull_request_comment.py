"""The comment below a pull request: one, brought up to date, whatever a stranger hands on.

The script of the workflow is run as GitHub runs it, against a server of what it asks of the API
(docs.github.com/rest): pulls, artifacts of a run, comments. An artifact's address leads to another
host, which gets no token.
"""

import io
import json
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest
import yaml

from tests.scaffold.command import Result
from tests.scaffold.test_ci import Plain, made, vendored

COMMIT = "a" * 40
MARK = "<!-- sitegen check -->"
FINDING = {
    "id": "SG163", "severity": "warning", "path": "content/a.md", "line": 7,
    "message": "`aura lieu` stands before a day that is past",
}  # fmt: skip


class Hub:
    """A repository `a/hub` on GitHub, with a pull request of a fork."""

    def __init__(self) -> None:
        self.pulls = [{"number": 5, "head": {"sha": COMMIT}}]
        self.artifacts: dict[str, bytes] = {}
        self.comments: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str, dict[str, list[str]]]] = []
        self.tokens: dict[str, str | None] = {}
        """By what was asked for: the API, or the host of artifacts."""
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hub.answer(self)

            do_POST = do_PATCH = do_GET  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.servers = [ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(2)]
        for server in self.servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        self.api, self.store = (f"http://127.0.0.1:{one.server_address[1]}" for one in self.servers)

    def close(self) -> None:
        for server in self.servers:
            server.shutdown()
            server.server_close()

    def hand_on(self, told: Any, name: str = "findings.json") -> None:
        """Let the run have an artifact `findings`."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, told if isinstance(told, bytes) else json.dumps(told))
        self.artifacts["findings"] = packed.getvalue()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(request.path)
        is_store = request.server is self.servers[1]
        self.tokens["store" if is_store else "api"] = request.headers.get("Authorization")
        if is_store:
            self.send(request, 200, self.artifacts[parts.path.strip("/")])
            return
        self.asked.append((request.command, parts.path, parse_qs(parts.query)))
        if parts.path.startswith("/zip/"):
            request.send_response(302)
            request.send_header("Location", f"{self.store}/{parts.path.removeprefix('/zip/')}")
            request.end_headers()
            return
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        value = self.value(request.command, parts.path, json.loads(body or b"{}"))
        self.send(request, 200, json.dumps(value).encode())

    def value(self, method: str, path: str, body: dict[str, Any]) -> Any:
        rest = path.removeprefix("/repos/a/hub/")
        if (method, rest) == ("GET", "pulls"):
            return self.pulls
        if (method, rest) == ("GET", "actions/runs/77/artifacts"):
            listed = [
                {
                    "id": number, "name": name, "size_in_bytes": len(content),
                    "archive_download_url": f"{self.api}/zip/{name}",
                }
                for number, (name, content) in enumerate(self.artifacts.items(), 30)
            ]  # fmt: skip
            return {"total_count": len(listed), "artifacts": listed}
        if rest == "issues/5/comments":
            if method == "POST":
                user = {"login": "github-actions[bot]"}
                self.comments.append({"id": len(self.comments) + 1, "user": user, **body})
                return self.comments[-1]
            return self.comments
        if method == "PATCH" and rest.startswith("issues/comments/"):
            comment = self.comments[int(rest.rpartition("/")[2]) - 1]
            comment |= body
            return comment
        raise NotImplementedError(method, path)

    @staticmethod
    def send(request: BaseHTTPRequestHandler, status: int, content: bytes) -> None:
        request.send_response(status)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)


@pytest.fixture
def hub() -> Iterator[Hub]:
    hub = Hub()
    yield hub
    hub.close()


@pytest.fixture(scope="module")
def workflow(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("github")
    Result(folder, "init", "--host", "github", "--language", "en")
    text = (folder / ".github/workflows/comment.yml").read_text(encoding="utf-8")
    workflow: dict[str, Any] = yaml.load(text, Plain)
    return workflow


def run(workflow: dict[str, Any], hub: Hub) -> None:
    (step,) = workflow["jobs"]["comment"]["steps"]
    given = {name: text for name, text in step["env"].items() if "${{" not in text}
    given |= {"GH_TOKEN": "secret", "API": f"{hub.api}/repos/a/hub", "RUN": "77"}
    given |= {"PAGE": "https://github.com/a/hub", "OWNER": "eve", "BRANCH": "x&state=all"}
    done = subprocess.run(
        [sys.executable, "-c", step["run"]], capture_output=True, text=True, check=False,
        timeout=60, env={"PATH": os.environ["PATH"], "COMMIT": COMMIT, **given},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_github_accepts_the_workflow_which_runs_nothing_of_the_pull_request(
    workflow: dict[str, Any], tmp_path: Path
) -> None:
    jsonschema.Draft7Validator(vendored("github-workflows.json")).validate(workflow)
    site = made(tmp_path, "github", ".github/workflows/site.yml")
    job = workflow["jobs"]["comment"]
    (step,) = job["steps"]

    assert workflow["on"]["workflow_run"]["workflows"] == [site["name"]]
    assert workflow["permissions"] == {}
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert "uses" not in step  # no checkout, no action
    assert "${{" not in step["run"]  # what strangers name is no part of the script
    assert site["permissions"] == {"contents": "read"}
    uploaded = {
        step["with"]["name"]: step["with"]["path"]
        for step in site["jobs"]["build"]["steps"]
        if step.get("uses", "").startswith("actions/upload-artifact@")
    }
    assert uploaded == {"findings": "findings.json", "preview": "output"}


def test_one_comment_follows_the_pull_request(workflow: dict[str, Any], hub: Hub) -> None:
    hub.hand_on({"diagnostics": [FINDING, FINDING | {"severity": "note", "message": "advice"}]})
    hub.artifacts["preview"] = b"PK"
    run(workflow, hub)
    first = hub.comments[0]["body"]
    hub.hand_on({"diagnostics": []})
    run(workflow, hub)

    assert first.startswith(MARK)
    line = "content/a.md:7: warning: `aura lieu` stands before a day that is past [SG163]"
    assert f"<pre>{line}</pre>" in first
    assert "https://github.com/a/hub/actions/runs/77/artifacts/31)" in first
    assert len(hub.comments) == 1
    assert "Nothing to mend." in hub.comments[0]["body"]
    assert hub.tokens == {"api": "Bearer secret", "store": None}
    assert hub.asked[0] == (
        "GET",
        "/repos/a/hub/pulls",
        {"state": ["open"], "head": ["eve:x&state=all"], "per_page": ["30"]},
    )


def test_what_a_stranger_hands_on_is_shown_as_plain_text_and_bounded(
    workflow: dict[str, Any], hub: Hub
) -> None:
    told = "</pre>\n\n<img src=x> @maire [a](https://evil.example) \x1b\u202e" + "x" * 5000
    hub.hand_on({"number": 1, "diagnostics": [FINDING | {"message": told}] * 100})
    run(workflow, hub)
    body = hub.comments[0]["body"]

    assert body.count("</pre>") == body.count("<pre>") == 1
    inside = body.split("<pre>")[1].split("</pre>")[0]
    assert "&lt;/pre&gt; &lt;img src=x&gt; @maire [a](https://evil.example)" in inside
    assert "<" not in inside
    assert "\u202e" not in body
    assert len(inside.splitlines()) == 21
    assert len(body) < 10_000


@pytest.mark.parametrize(
    "told",
    [
        b"no JSON", b"[]", b'{"diagnostics": 7}', b'{"diagnostics": [{}]}', b"\xff\xfe",
        b'{"diagnostics": "' + b"x" * 2_000_000 + b'"}',
    ],
)  # fmt: skip
def test_what_is_no_list_of_findings_is_said_to_be_none(
    told: bytes, workflow: dict[str, Any], hub: Hub
) -> None:
    hub.hand_on(told)
    run(workflow, hub)

    assert "The build ended before it could be checked." in hub.comments[0]["body"]


def test_an_archive_that_is_none_or_too_large_is_not_read(
    workflow: dict[str, Any], hub: Hub
) -> None:
    hub.artifacts["findings"] = b"no archive"
    run(workflow, hub)
    hub.artifacts["findings"] = os.urandom(1_000_001)
    asked = len(hub.asked)
    run(workflow, hub)
    hub.hand_on({"diagnostics": []}, name="another.json")
    run(workflow, hub)

    assert len(hub.comments) == 1
    assert "ended before" in hub.comments[0]["body"]
    later = [path for _method, path, _query in hub.asked[asked:]]
    assert later.count("/zip/findings") == 1  # the last


def test_a_commit_that_is_not_the_last_is_not_told_of(workflow: dict[str, Any], hub: Hub) -> None:
    hub.pulls = [{"number": 5, "head": {"sha": "b" * 40}}]
    hub.hand_on({"diagnostics": [FINDING]})
    run(workflow, hub)

    assert hub.comments == []


def test_a_comment_of_somebody_else_is_left_alone(workflow: dict[str, Any], hub: Hub) -> None:
    """Although it begins as ours does."""
    theirs = {"id": 1, "user": {"login": "eve"}, "body": f"{MARK}\nAll is well."}
    hub.comments = [dict(theirs)]
    hub.hand_on({"diagnostics": [FINDING]})
    run(workflow, hub)

    assert hub.comments[0] == theirs
    assert len(hub.comments) == 2
