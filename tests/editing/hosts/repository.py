"""A bare repository, through Git's own commands."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

NOW = "2027-01-01T10:00:00+00:00"


class Blob(NamedTuple):
    path: str
    sha: str
    size: int


class Repository:
    def __init__(self, path: Path, files: Mapping[str, bytes]) -> None:
        self.path = path
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(path)], check=True)
        self.commit("main", files, "The site", "Webmestre <web@example.org>")

    def git(self, *arguments: str, given: bytes = b"", index: str = "") -> bytes:
        environment = {
            "PATH": "/usr/bin:/bin",
            "GIT_DIR": str(self.path),
            "GIT_AUTHOR_DATE": NOW,
            "GIT_COMMITTER_DATE": NOW,
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": "/nonexistent",
        }
        if index:
            environment["GIT_INDEX_FILE"] = str(self.path / index)
        done = subprocess.run(
            ["git", *arguments], input=given, env=environment, capture_output=True, check=True
        )
        return done.stdout

    def head(self, branch: str = "main") -> str:
        """Return the last commit of *branch*; an empty text where there is no such branch."""
        return (
            self.git("for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")
            .decode()
            .strip()
        )

    def tree(self, revision: str = "main") -> list[Blob]:
        lines = self.git("ls-tree", "-r", "-l", "-z", revision).decode().split("\0")[:-1]
        columns = [(line.split("\t")[1], *line.split("\t")[0].split()[2:]) for line in lines]
        return [Blob(path, sha, int(size)) for path, sha, size in columns]

    def blob(self, sha: str) -> bytes:
        return self.git("cat-file", "blob", sha)

    def find(self, revision: str, path: str) -> Blob | None:
        return next((blob for blob in self.tree(revision) if blob.path == path), None)

    def read(self, path: str, revision: str = "main") -> bytes | None:
        blob = self.find(revision, path)
        return self.blob(blob.sha) if blob else None

    def last_commit(self, revision: str, path: str = "") -> str:
        paths = ["--", path] if path else []
        return self.git("log", "-1", "--format=%H", revision, *paths).decode().strip()

    def subject(self, revision: str = "main") -> str:
        return self.git("log", "-1", "--format=%s", revision).decode().strip()

    def author(self, revision: str = "main") -> tuple[str, str]:
        name, email = self.git("log", "-1", "--format=%an%n%ae", revision).decode().split("\n")[:2]
        return name, email

    def commit(
        self, branch: str, files: Mapping[str, bytes | None], message: str, author: str
    ) -> str:
        """Write *files* (None: remove) on *branch* in one commit, and return it."""
        former = self.head(branch)
        self.git("read-tree", former, index="own") if former else self.git(
            "read-tree", "--empty", index="own"
        )
        lines = []
        for path, content in files.items():
            sha = (
                self.git("hash-object", "-w", "--stdin", given=content).decode().strip()
                if content is not None
                else "0" * 40
            )
            lines.append(f"{'0' if content is None else '100644'} {sha}\t{path}\n")
        self.git("update-index", "--index-info", given="".join(lines).encode(), index="own")
        tree = self.git("write-tree", index="own").decode().strip()
        made = self._committed(tree, [former] if former else [], message, author)
        self.git("update-ref", f"refs/heads/{branch}", made, former or "0" * 40)
        return made

    def _committed(self, tree: str, parents: list[str], message: str, author: str) -> str:
        name, email = author.removesuffix(">").split(" <")
        identity = [f"user.name={name}", f"user.email={email}"]
        options = [part for setting in identity for part in ("-c", setting)]
        above = [part for parent in parents for part in ("-p", parent)]
        made = self.git(*options, "commit-tree", tree, *above, "-m", message)
        return made.decode().strip()

    def branch(self, name: str, commit: str) -> None:
        self.git("update-ref", f"refs/heads/{name}", commit)

    def remove_branch(self, name: str) -> None:
        self.git("update-ref", "-d", f"refs/heads/{name}")

    def branches(self) -> list[str]:
        return (
            self.git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads").decode().split()
        )

    def merge(self, branch: str, message: str) -> str:
        """Merge *branch* into `main`; raises `CalledProcessError` where both changed a line."""
        tree = self.git("merge-tree", "--write-tree", "main", branch).decode().split()[0]
        parents = [self.head(), self.head(branch)]
        made = self._committed(tree, parents, message, "Claire <claire@example.org>")
        self.git("update-ref", "refs/heads/main", made)
        return made

    def has(self, revision: str) -> bool:
        """Whether *revision* is a branch, or a commit."""
        return bool(self.head(revision)) or bool(re.fullmatch("[0-9a-f]{40}", revision))

    def changes(self, branch: str, base: str = "main") -> list[tuple[str, str]]:
        """Return the status (`A`, `M`, `D`) and the path of what *branch* changes of *base*."""
        changed = self.git("diff", "--name-status", "--no-renames", f"{base}...{branch}").decode()
        return [tuple(line.split("\t")) for line in changed.splitlines()]  # type: ignore[misc]
