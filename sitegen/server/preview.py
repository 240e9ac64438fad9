"""What is served at this moment: the folder, what is wrong, who waits for a change. Reads files."""

import os
import re
import stat
import time
from collections.abc import Mapping, Sequence
from threading import Condition
from typing import NamedTuple

from sitegen.digest import digest
from sitegen.disk.reading import read_or_nothing
from sitegen.errors import Diagnostic
from sitegen.model import Withheld
from sitegen.server.additions import problems_dialog, warnings_fold
from sitegen.server.addresses import steps_of
from sitegen.server.marks import mark_links, marked_links

_SHEET = re.compile(rb"(?<![\w./%~+-])([\w./%~+-]+\.css)(\?[\w=&.-]*)?")
_SOURCES = re.compile(rb"""\s(?:src|srcset|href|poster)\s*=\s*["']([^"']+)["']""")
_SHOWN_ENDINGS = (
    "css", "js", "svg", "png", "jpg", "jpeg", "webp", "avif", "gif", "mp4", "webm", "mp3",
)  # fmt: skip


class FoundFile(NamedTuple):
    """What answers to an address."""

    path: str
    """On disk; empty when there is nothing."""
    name: str = ""
    """Below the output, with slashes."""
    status: int = 200
    """200; 301 when the address lacks its last slash; 404."""


class PageLook(NamedTuple):
    """How a page looks now: three digests, so that a browser knows which of them changed."""

    page: str
    """Of its HTML (but the versions of its sheets) and of the files that it shows."""
    sheets: str
    """Of its style sheets."""
    problems: str
    """Of what is wrong with the site."""

    @classmethod
    def parse(cls, text: str) -> "PageLook":
        return cls(*[*text.split("."), "", "", ""][:3])

    def __str__(self) -> str:
        return ".".join(self)


class PreviewedSite:
    """Shared by the thread that builds and those that serve."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder)
        self.base_path = ""
        self.problems = ""
        """HTML of the dialog that tells what is wrong; empty when all is well."""
        self.warnings = ""
        """HTML of what is told beside it, folded."""
        self.zone = "UTC"
        """The site's own time zone."""
        self.withheld: Mapping[str, Withheld] = {}
        self.clock: float | None = None
        """The site's clock, as a timestamp, where it stands still."""
        self.version = 0
        self.is_open = True
        self._condition = Condition()

    # The side that builds

    def publish(self, root: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Say what is wrong since the last build, and that files may have changed."""
        self.problems = problems_dialog(root, diagnostics)
        self.warnings = warnings_fold(root, diagnostics)
        self.tick()

    def tick(self) -> None:
        """Tell all who wait that files may have changed."""
        with self._condition:
            self.version += 1
            self._condition.notify_all()

    def close(self) -> None:
        self.is_open = False
        self.tick()

    # The side that serves

    def wait(self, version: int, seconds: float) -> int:
        """Return the version once it is another than *version*, or after *seconds*."""
        with self._condition:
            self._condition.wait_for(lambda: self.version != version, seconds)
            return self.version

    def find(self, path: str) -> FoundFile:
        """Return the file that answers to *path* (percent-encoded, without query)."""
        below = self._below_base(path)
        steps = None if below is None else steps_of(below)
        if steps is None:
            return self._not_found()
        is_folder = steps[-1] == ""
        if is_folder:
            steps[-1] = "index.html"
        file = self._file(steps)
        if file is not None:
            return file
        if not is_folder and self._file([*steps, "index.html"]) is not None:
            return FoundFile("", "", 301)
        return self._not_found(steps[:-1])

    def _below_base(self, path: str) -> str | None:
        if not path.startswith(f"{self.base_path}/"):
            return None
        return path[len(self.base_path) :]

    def _file(self, steps: list[str]) -> FoundFile | None:
        """Return the regular file at *steps*, reached without a symbolic link; else nothing."""
        path = os.path.join(self.folder, *steps)
        try:
            if not stat.S_ISREG(os.lstat(path).st_mode) or os.path.realpath(path) != path:
                return None
        except (OSError, ValueError):
            return None
        return FoundFile(path, "/".join(steps))

    def _not_found(self, folder: Sequence[str] = ()) -> FoundFile:
        """Return the nearest page that says so: in the language of the address, where there are
        several.
        """
        steps = list(folder)
        while (file := self._file([*steps, "404.html"])) is None and steps:
            steps.pop()
        return file._replace(status=404) if file else FoundFile("", "", 404)

    def withheld_at(self, name: str) -> Withheld | None:
        """Return why readers do not see the page *name* yet."""
        page = self.withheld.get(name)
        now = time.time() if self.clock is None else self.clock
        return page if page is not None and now < page.until else None

    def marked(self, content: bytes) -> bytes:
        """Return a page with a mark at each link to what readers do not see yet."""
        if not self.withheld:
            return content
        return mark_links(content, self.base_path, self.withheld_at)

    def look(self, path: str, content: bytes | None = None) -> PageLook:
        """Return how the page at *path* looks now; *content*: its bytes, if they are known."""
        file = self.find(path)
        if content is None:
            content = read_or_nothing(file.path)
        plain = _SHEET.sub(rb"\1", content)
        shown: dict[str, bytes] = {}
        for written in _SOURCES.findall(content):
            for part in written.split(b",") if b", " in written else (written,):
                source = part.strip().split(b" ")[0].split(b"?")[0].split(b"#")[0]
                address = source.decode("utf-8", "replace")
                if address.rpartition(".")[2].lower() in _SHOWN_ENDINGS:
                    absolute = address if address.startswith("/") else _join(path, address)
                    shown[address] = _stamp(self.find(absolute))
        files = sorted(shown.items())
        sheets = [stamp for address, stamp in files if address.endswith(".css")]
        others = [stamp for address, stamp in files if not address.endswith(".css")]
        withheld = str(self.withheld_at(file.name))
        if self.withheld:
            withheld += "\n".join(marked_links(content, self.base_path, self.withheld_at))
        return PageLook(
            _short(b"%d" % file.status, plain, withheld, *others),
            _short(*sheets),
            _short(self.problems, self.warnings) if self.problems or self.warnings else "",
        )

    def sheets(self, path: str) -> list[str]:
        """Return the addresses of the page's style sheets, as they are written in it now."""
        matches = _SHEET.finditer(read_or_nothing(self.find(path).path))
        return sorted({match[0].decode("utf-8", "replace") for match in matches})


def _join(page: str, address: str) -> str:
    """Return *address* as seen from the page at *page*, from the root; nothing for other hosts."""
    from urllib.parse import urljoin

    try:
        joined = urljoin(page, address)
    except ValueError:  # `http://[`: no address at all
        return ""
    return joined if joined.startswith("/") and not joined.startswith("//") else ""


def _stamp(file: FoundFile) -> bytes:
    try:
        status = os.stat(file.path)
    except OSError:
        return b""
    return b"%s %d %d" % (file.name.encode(), status.st_size, status.st_mtime_ns)


def _short(*parts: str | bytes) -> str:
    return digest(*parts).hex()[:12]
