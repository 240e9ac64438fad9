"""A branch of a Git repository, as Pages of code hosts show it, by the git program. Does I/O.

A site is a commit: readers see all of it or nothing, and what was there stays in the history.
The repository is fetched without its files, into a folder that is removed afterwards.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence

from sitegen.config.deploying import PASSWORD
from sitegen.deploying.ssh import (
    as_one_word,
    environment,
    failure,
    reason_in,
    ssh_command,
    why_denied,
)
from sitegen.deploying.target import CONNECT_SECONDS, SECONDS, OutputFile, Target, refusal
from sitegen.wording.phrases import with_gaps

_MOST_SECONDS = 3600
"""For what may take long: all of a large site."""
_REJECTED = re.compile(r"\[(?:remote )?rejected\]|non-fast-forward|fetch first|stale info")
_UNREACHED = re.compile(
    r"could not resolve host|failed to connect|connection (?:timed out|refused|reset|closed)|"
    r"couldn't connect|remote end hung up|operation timed out",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"authentication failed|could not read username|permission denied|http 40[13]|403", re.I
)


class GitTarget(Target):
    """The tree of one branch."""

    program = "git"
    adds = {".nojekyll": b""}  # noqa: RUF012 - or GitHub leaves out what begins with an underscore
    is_atomic = True
    _scratch: "tempfile.TemporaryDirectory[str] | None" = None

    def open(self, now: int) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="sitegen-git-")
        place = self.destination
        self._url = f"{place.scheme.removeprefix('git+')}://{place.rest}"
        self._branch = f"refs/heads/{place.config.branch}"
        self._repository = os.path.join(self._scratch.name, "site.git")
        self._environment = self._surroundings(self._scratch.name)
        self._changes: dict[str, str] = {}
        self._git("check-ref-format", self._branch, where=self._scratch.name)
        told = self._git("ls-remote", "--heads", "--", self._url, where=self._scratch.name)
        self._former = next(
            (
                line.split("\t")[0]
                for line in told.splitlines()
                if line.endswith(f"\t{self._branch}")
            ),
            "",
        )
        self._git("init", "--quiet", "--bare", self._repository, where=self._scratch.name)
        self._git("remote", "add", "origin", self._url)
        if self._former:
            self._git("config", "remote.origin.promisor", "true")
            self._git("config", "remote.origin.partialclonefilter", "blob:none")
            fetch = ("fetch", "--quiet", "--depth=1", "--no-tags", "--filter=blob:none", "origin")
            self._git(*fetch, self._former, seconds=_MOST_SECONDS)
            self._git("read-tree", self._former)

    def _surroundings(self, scratch: str) -> Mapping[str, str]:
        shell = as_one_word(ssh_command(self.destination, self.root))
        asks = sys.stdin is not None and sys.stdin.isatty()
        commands = {
            **environment(scratch),
            "GIT_TERMINAL_PROMPT": "1" if asks and not os.environ.get(PASSWORD) else "0",
            "GIT_SSH_COMMAND": os.environ.get("GIT_SSH_COMMAND") or shell,
            "GIT_ALLOW_PROTOCOL": "file:https:ssh",
            "GIT_INDEX_FILE": os.path.join(scratch, "index"),
            "GIT_HTTP_LOW_SPEED_LIMIT": "1",
            "GIT_HTTP_LOW_SPEED_TIME": str(SECONDS),
        }
        for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"):
            commands.pop(name, None)  # of a hook that calls sitegen
        return commands

    def close(self) -> None:
        if self._scratch is not None:
            self._scratch.cleanup()

    def list(self) -> dict[str, str]:
        if not self._former:
            return {}
        rows = self._git("ls-tree", "-r", "-z", self._former).split("\0")
        parts = (row.partition("\t") for row in rows if row)
        return {path: _blob(about.split(" ")) for about, _, path in parts}

    def read(self, path: str) -> bytes | None:
        return self._run(["cat-file", "blob", f"{self._former}:{path}"], self._repository)

    def stamp(self, file: OutputFile) -> str:
        return self._stamps([file])[0]

    def holding(self, files: Sequence[OutputFile]) -> set[str]:
        present = self.list()
        stamps = self._stamps(files)
        return {
            file.path
            for file, stamp in zip(files, stamps, strict=True)
            if present[file.path] == stamp
        }

    def put(self, files: Sequence[OutputFile]) -> Iterator[tuple[str, str]]:
        stamps = self._stamps(files, "-w")
        for file, stamp in zip(files, stamps, strict=True):
            self._changes[file.path] = f"100644 {stamp}"
            yield file.path, stamp

    def remove(self, paths: Sequence[str]) -> None:
        nothing = "0" * 40
        rows = (f"0 {nothing}\t{path}\0" for path in paths)
        self._git("update-index", "-z", "--index-info", told="".join(rows))

    def finish(self, message: str) -> None:
        rows = (f"{blob}\t{path}\0" for path, blob in self._changes.items())
        self._git("update-index", "-z", "--index-info", told="".join(rows))
        tree = self._git("write-tree", "--missing-ok").strip()
        parent = ["-p", self._former] if self._former else []
        commit = self._git("commit-tree", tree, *parent, told=message).strip()
        lease = f"--force-with-lease={self._branch}:{self._former}"
        goal = f"{commit}:{self._branch}"
        self._git("push", "--quiet", lease, "origin", goal, seconds=_MOST_SECONDS)

    def _stamps(self, files: Sequence[OutputFile], *arguments: str) -> Sequence[str]:
        names = "".join(f"{_quoted(file.source)}\n" for file in files)
        told = self._git("hash-object", *arguments, "--no-filters", "--stdin-paths", told=names)
        return told.split()

    def _git(self, *arguments: str, told: str = "", where: str = "", seconds: int = SECONDS) -> str:
        done = self._run(arguments, where or self._repository, told, seconds, must=True)
        return os.fsdecode(done or b"")

    def _run(
        self,
        arguments: Sequence[str],
        where: str,
        told: str = "",
        seconds: int = SECONDS + CONNECT_SECONDS,
        *,
        must: bool = False,
    ) -> bytes | None:
        try:
            done = subprocess.run(
                ["git", *arguments],
                cwd=where,
                input=os.fsencode(told),
                capture_output=True,
                env=self._named(),
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise refusal(
                "deploy-cut", reason=with_gaps("no answer in {seconds} s", seconds=str(seconds))
            ) from error
        if done.returncode == 0:
            return done.stdout
        if not must:
            return None
        said = done.stderr.decode("utf-8", "replace")
        if _REJECTED.search(said) and arguments[0] == "push":
            raise refusal("deploy-changed-meanwhile", path=self.destination.config.branch)
        if _DENIED.search(said) and not re.search(r"host key", said, re.IGNORECASE):
            host = self.destination.host
            raise refusal("deploy-denied", host=host, reason=why_denied(reason_in(said)))
        code = "deploy-cut" if _UNREACHED.search(said) else "deploy-refused"
        raise failure(said, self.destination, code)

    def _named(self) -> Mapping[str, str]:
        """Return the environment, with a name for commits where the user has told Git none."""
        if os.environ.get("GIT_AUTHOR_NAME") or _has_name():
            return self._environment
        name = {"NAME": "sitegen", "EMAIL": "sitegen@localhost"}
        roles = ("AUTHOR", "COMMITTER")
        return {
            **self._environment,
            **{f"GIT_{role}_{key}": value for role in roles for key, value in name.items()},
        }


def _has_name() -> bool:
    done = subprocess.run(["git", "config", "user.email"], capture_output=True, check=False)
    return done.returncode == 0


def _blob(about: Sequence[str]) -> str:
    """Return the id of a file's bytes; of a link or another repository that it is one."""
    mode, _kind, object_id = about
    return object_id if mode.startswith("100") else "link"


def _quoted(path: str) -> str:
    """Return *path* as git reads it from a line: in quotation marks where it begins with one."""
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"' if path[0] == '"' else path
