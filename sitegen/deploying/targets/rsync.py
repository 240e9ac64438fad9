"""rsync over the user's own ssh: only what differs within files travels. Does I/O."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from sitegen.deploying.ssh import as_one_word, environment, failure, ssh_command
from sitegen.deploying.target import SECONDS, DeployError, OutputFile, Target, above, emptied

_LISTED = re.compile(
    r"(?P<kind>[-dlbcps])\S{9}\S* +(?P<size>[\d,.]+) (?P<day>\S+) (?P<hour>\S+) (?P<name>.*)"
)
_ESCAPED = re.compile(r"\\#(\d{3})")
_NOT_THERE = re.compile(r"No such file or directory|link_stat .* failed", re.IGNORECASE)
_CUT = (10, 12, 30, 35, 255)
"""Exit codes of rsync: socket I/O, protocol stream, time-outs; of ssh: the connection."""


class RsyncTarget(Target):
    """Files of a stage are put in their places together, at its end (`--delay-updates`)."""

    program = "rsync"
    _scratch: "tempfile.TemporaryDirectory[str] | None" = None

    def open(self, now: int) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="sitegen-rsync-")
        self._environment: Mapping[str, str] = environment(self._scratch.name)
        place = self.destination
        host = f"[{place.host}]" if ":" in place.host else place.host
        self._folder = f"{host}:{place.path.rstrip('/') or ('/' if place.path else '.')}/"
        # One connection carries all runs of the program: a login takes longer than most of them.
        self._shared = f"-oControlPath={self._scratch.name}/ssh"
        shared = ["-oControlMaster=auto", "-oControlPersist=60", self._shared]
        self._shell = as_one_word([*ssh_command(place, self.root), *shared])
        self._present: set[str] = set()
        self._is_open = False

    def close(self) -> None:
        if self._scratch is not None:
            leave = ["ssh", self._shared, "-O", "exit", "--", self.destination.host]
            subprocess.run(leave, capture_output=True, check=False)
            self._scratch.cleanup()

    def list(self) -> dict[str, str]:
        listing = self._run(["-rl", "--list-only", "-8", self._folder], may_lack=True)
        self._is_open = True
        files = {}
        for line in listing.splitlines():
            matched = _LISTED.fullmatch(line)
            if matched is None or matched["kind"] == "d":
                continue
            name = matched["name"]
            if matched["kind"] == "l":
                files[_unescaped(name.rpartition(" -> ")[0])] = "link"
                continue
            size = re.sub(r"\D", "", matched["size"])
            files[_unescaped(name)] = f"{size}-{matched['day']}T{matched['hour']}"
        self._present = set(files)
        return files

    def read(self, path: str) -> bytes | None:
        if path not in self._present:
            return None
        assert self._scratch is not None
        place = os.path.join(self._scratch.name, "read")
        with suppress(FileNotFoundError):
            os.unlink(place)
        self._run([self._folder + path, place], may_lack=True)
        try:
            with open(place, "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None

    def stamp(self, file: OutputFile) -> str:
        import datetime as dt

        at = dt.datetime.fromtimestamp(file.mtime_ns // 10**9, dt.UTC)
        return f"{file.size}-{at:%Y/%m/%dT%H:%M:%S}"

    def holding(self, files: Sequence[OutputFile]) -> set[str]:
        differing: set[str] = set()
        for folder, group in _by_folder(files).items():
            told = self._send(folder, group, "-n", "--checksum", "--out-format=%i %n", "-8")
            lines = (line.partition(" ") for line in told.splitlines())
            differing |= {_unescaped(name) for sign, _, name in lines if sign.startswith("<f")}
        return {file.path for file in files} - differing

    def put(self, files: Sequence[OutputFile]) -> Iterator[tuple[str, str]]:
        for folder, group in _by_folder(files).items():
            mode = f"--chmod=D755,F{group[0].mode:o}"
            self._send(folder, group, "-t", "--checksum", "--delay-updates", "--mkpath", mode)
            for file in group:
                self._present.add(file.path)
                yield file.path, self.stamp(file)

    def remove(self, paths: Sequence[str]) -> None:
        """Remove by naming what is not here (`--delete-missing-args`), the inner folders first."""
        assert self._scratch is not None
        nothing = os.path.join(self._scratch.name, "nothing")
        for folder in {path_above for path in paths for path_above in above(path)}:
            os.makedirs(os.path.join(nothing, folder), exist_ok=True)
        os.makedirs(nothing, exist_ok=True)
        self._forget(nothing, paths)
        by_depth: dict[int, list[str]] = {}
        for folder in emptied(paths, self._present):
            by_depth.setdefault(folder.count("/"), []).append(folder)
        for folders in by_depth.values():
            for folder in folders:
                os.rmdir(os.path.join(nothing, folder))
            with suppress(DeployError):  # of somebody else's that is empty but for a folder
                self._forget(nothing, folders)
        self._present -= set(paths)

    def _forget(self, nothing: str, names: Sequence[str]) -> None:
        arguments = ["-r", "--files-from=-", "--from0", "--delete-missing-args"]
        self._run([*arguments, f"{nothing}/", self._folder], "\0".join(names))

    def _send(self, folder: str, files: Sequence[OutputFile], *arguments: str) -> str:
        """Send files that lie under their own paths below *folder*."""
        names = "\0".join(file.path for file in files)
        return self._run(
            [*arguments, "--files-from=-", "--from0", f"{folder}/", self._folder], names
        )

    def _run(
        self,
        arguments: Sequence[str],
        names: str = "",
        *,
        may_lack: bool = False,
    ) -> str:
        command = ["rsync", "-s", f"--timeout={SECONDS}", "-e", self._shell, *arguments]
        done = subprocess.run(
            command,
            input=os.fsencode(names),
            capture_output=True,
            env=self._environment,
            check=False,
        )
        said = done.stderr.decode("utf-8", "replace")
        is_lacking = may_lack and done.returncode == 23 and _NOT_THERE.search(said)
        if done.returncode and not is_lacking:
            is_cut = self._is_open and done.returncode in _CUT
            raise failure(said, self.destination, "deploy-cut" if is_cut else "deploy-refused")
        return os.fsdecode(done.stdout)


def _by_folder(files: Sequence[OutputFile]) -> dict[str, list[OutputFile]]:
    """Return *files* by the folder below which each lies under its own path."""
    groups: dict[str, list[OutputFile]] = {}
    for file in files:
        assert file.source.endswith(f"/{file.path}")
        groups.setdefault(file.source.removesuffix(f"/{file.path}"), []).append(file)
    return groups


def _unescaped(name: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), name)
