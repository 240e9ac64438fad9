"""A former site of files, imported and built: what tests of each kind look at."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import yaml

from sitegen.border.moments import parse_moment
from sitegen.engine.build import build
from sitegen.engine.options import BuildOptions
from sitegen.errors import Diagnostic
from sitegen.importing.folder import Folder
from sitegen.importing.material import Material
from sitegen.importing.move import ImportOptions, move
from sitegen.importing.registry import find_kind
from sitegen.importing.report import ImportReport
from tests.support import NOW


class Imported(msgspec.Struct, frozen=True):
    """A site that moved in."""

    folder: Path
    report: ImportReport

    def front(self, path: str) -> dict[str, Any]:
        """Return the front matter of a text below ``content/``."""
        text = (self.folder / "content" / path).read_text()
        loaded: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
        return loaded

    def body(self, path: str) -> str:
        return (self.folder / "content" / path).read_text().split("---\n", 2)[2].strip("\n")

    @property
    def settings(self) -> dict[str, Any]:
        loaded: dict[str, Any] = yaml.safe_load((self.folder / "site.yaml").read_text())
        return loaded

    @property
    def texts(self) -> list[str]:
        content = self.folder / "content"
        return sorted(str(path.relative_to(content)) for path in content.rglob("*.md"))

    def build(self) -> list[Diagnostic]:
        """Build the site and return what is told of it."""
        output = self.folder / "output"
        options = BuildOptions(root=str(self.folder), output=str(output), now=parse_moment(NOW))
        return list(build(options).diagnostics)

    def answers(self, address: str) -> bool:
        """Whether the built site has a file at *address*."""
        path = self.folder / "output" / address.lstrip("/")
        return path.is_file() or (path / "index.html").is_file()


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def import_from(kind: str, source: Path, folder: Path, *addresses: str) -> Imported:
    """Import the site of *kind* at *source* into *folder*."""
    with Folder(str(folder)) as new:
        reader = find_kind(kind)(Material(str(source)))
        report = move(reader, kind, new, ImportOptions(addresses=addresses))
    return Imported(folder, report)
