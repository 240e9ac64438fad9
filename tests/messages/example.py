"""An example of a message: a small site with one mistake, what sitegen says of it, and the mend.

Each file `examples/<identifier>-<code>.yaml` is one. Its keys:

`about`        when it happens, for docs/errors.md
`files`        path → what stands there, in a site that has a title and an address and nothing else.
               A text; or a mapping: `text` with `encoding`, or with `times` (repeated, between
               `before` and `after`), `link` (a symbolic link), `pipe` (a named pipe), `copy` (a
               file of this repository, with `bytes` so many of them alone). Nothing: it is removed.
`command`      what follows `sitegen`; [check] if not given
`first`        `files` with which the site is built before `files` are written
`environment`  variables
`held`         a lock of .sitegen/ that another process has
`at`           the place that is told: path, line and column; nothing where there is none
`also`         identifiers of what cannot but be told beside it
`mended`       the files that change: with them the message is gone
`mended_command`  where the command is what was wrong
`mend`         words, where no file and no option mends it: nothing is run
`test`         a test that makes it happen, where no site on disk does: `path::name`
`sample`       with `test`: the values of the message's placeholders, for docs/errors.md
"""

import importlib
import math
import os
import re
import traceback
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import yaml
from click.testing import CliRunner, Result

from sitegen.engine.lock import BuildLock
from sitegen.wording.translation import _catalogue

FOLDER = Path(__file__).parent / "examples"
REPOSITORY = Path(__file__).parent.parent.parent
SITE = {"site.yaml": "title: Le hub\nurl: https://hub.example.org/\n"}
NOW = "1795345200"
"""2026-11-22 12:00 in Paris, as SOURCE_DATE_EPOCH."""
KEYS = set(re.findall(r"^`(\w+)`", __doc__ or "", re.MULTILINE))


_ID = re.compile(r"\[(SG\d{3})\]$", re.MULTILINE)


class Said(NamedTuple):
    """What a command printed of problems."""

    text: str
    exit_code: int
    codes: list[str]
    """The identifiers, in order."""

    @property
    def errors(self) -> set[str]:
        """The identifiers that are told as errors."""
        codes = re.findall(r"\b(?:error|erreur)\b.*\[(SG\d{3})\]$", self.text, re.MULTILINE)
        return set(codes)

    def without_advice(self, identifier: str) -> str:
        """Return the text without warnings of other identifiers, each with its mend below it.

        A site as small as an example has pages that nobody links to, and the like.
        """
        blocks = re.split(r"\n(?=\S)", self.text.strip("\n"))
        kept = {identifier} | self.errors
        return "\n".join(
            block for block in blocks if not (match := _ID.search(block)) or match[1] in kept
        )

    def of(self, identifier: str) -> list[str]:
        """The places at which *identifier* is told."""
        pattern = (
            rf"^(?:(.*?): )?(?:error|warning|erreur|avertissement)\u00a0?: .*\[{identifier}\]$"
        )
        return [match[1] or "" for match in re.finditer(pattern, self.text, re.MULTILINE)]


TOLD: dict[str, str] = {}
"""What was said of each example that ran, in English: docs/errors.md shows it too."""


class Example:
    """One file of `examples/`."""

    def __init__(self, path: Path) -> None:
        self.identifier, _, self.code = path.stem.partition("-")
        self.written: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert set(self.written) <= KEYS, f"{path.name}: {set(self.written) - KEYS}"
        self.about: str = self.written["about"].strip()
        self.files: dict[str, Any] = self.written.get("files", {})
        self.mended: dict[str, Any] = self.written.get("mended", {})
        self.mend: str = self.written.get("mend", "")
        self.test: str = self.written.get("test", "")
        self.command: list[str] = self.written.get("command", ["check"])
        self.mended_command: list[str] = self.written.get("mended_command", self.command)

    def run(self, root: Path) -> Said:
        """Lay the site out in *root* (an empty folder) and run the command in it."""
        self.lay_out(root)
        said = self.run_again(root)
        TOLD[self.identifier] = said.without_advice(self.identifier)
        return said

    def lay_out(self, root: Path) -> None:
        """Lay the site out in *root* (an empty folder)."""
        first = self.written.get("first")
        (root / "content").mkdir()
        _lay_out(root, SITE | (first or {}))
        if first is not None:
            _run(root, ["build", "--quiet"], {}, "en")
        _lay_out(root, self.files)

    def fix(self, root: Path) -> Said:
        """Lay the site out in *root* (an empty folder), and let `sitegen check` mend it."""
        self.lay_out(root)
        return _run(root, ["check", "--fix"], {}, "en")

    def run_again(self, root: Path, *, language: str = "en") -> Said:
        """Run the command once more in the same site."""
        with ExitStack() as held:
            if lock := self.written.get("held"):
                held.enter_context(BuildLock(str(root / ".sitegen" / lock)))
            return _run(root, self.command, self.written.get("environment", {}), language)

    def run_mended(self, root: Path) -> Said:
        """Mend the site in *root* and run the command again."""
        _lay_out(root, self.mended)
        return _run(root, self.mended_command, {}, "en")


def examples() -> list[Example]:
    return [Example(path) for path in sorted(FOLDER.glob("*.yaml"))]


def _run(root: Path, command: list[str], environment: dict[str, str], language: str) -> Said:
    module = importlib.import_module(f"sitegen.commands.{command[0]}")
    variables = {"SOURCE_DATE_EPOCH": NOW, "LANGUAGE": language, "LC_ALL": "fr_FR.UTF-8"}
    before = Path.cwd()
    os.chdir(root)
    _catalogue.cache_clear()
    try:
        quick = patch("sitegen.report.progress.PAUSE", math.inf)  # however busy the machine is
        with quick, patch.dict(os.environ, variables | environment):
            result = CliRunner().invoke(module.command, command[1:])
    finally:
        os.chdir(before)
        _catalogue.cache_clear()
    _refuse_traceback(result)
    text = result.stderr.replace(str(root), "/srv/hub").replace(str(root.resolve()), "/srv/hub")
    return Said(text, result.exit_code, re.findall(r"\[(SG\d{3})\]$", text, re.MULTILINE))


def _refuse_traceback(result: Result) -> None:
    error = result.exception
    if error is not None and not isinstance(error, SystemExit):
        raise AssertionError("".join(traceback.format_exception(error)))


def _lay_out(root: Path, files: dict[str, Any]) -> None:
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink() or target.exists():
            target.unlink()
        if content is not None:
            _write(target, content)


def _write(target: Path, content: Any) -> None:
    if isinstance(content, str):
        target.write_text(content, encoding="utf-8")
    elif "link" in content:
        target.symlink_to(content["link"])
    elif "pipe" in content:
        os.mkfifo(target)
    elif "copy" in content:
        target.write_bytes((REPOSITORY / content["copy"]).read_bytes()[: content.get("bytes")])
    else:
        repeated = content["text"] * content.get("times", 1)
        text = content.get("before", "") + repeated + content.get("after", "")
        target.write_bytes(text.encode(content.get("encoding", "utf-8")))
