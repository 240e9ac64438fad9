"""Where what is wrong in the output was written: a document, a template, site.yaml. Reads files.

The output has no memory of its sources. But a mistake holds words that somebody wrote (an address,
an id), and where a single source holds them, that is the place to mend.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from sitegen.border.text import decode
from sitegen.disk.reading import read_or_nothing
from sitegen.engine.opening import OpenSite
from sitegen.engine.site_yaml import read_site_file
from sitegen.model import Page
from sitegen.names import SITE_FILE

_SHORTEST = 4
"""Letters that words must have to be looked for: `/` and `#a` stand everywhere."""
_PATTERNS = {
    "address": r"(?<![\w/.:-])({})(?![\w/-])",
    "id": r"(?:=[\"']?|#|=[\"'][^\"'<>\n]* )({})(?![\w-])",
}
"""How the values of a mistake are written: an address anywhere, an id in an attribute."""

Asked = Mapping[str, frozenset[str]]
"""The templates that each page asked for."""


class Origin(NamedTuple):
    """A place in a source. `line` and `column` are 0 where the words stand there twice."""

    path: str
    line: int = 0
    column: int = 0


class Origins:
    """Finds what somebody wrote among the sources of a site."""

    def __init__(self, site: OpenSite, read_asked: Callable[[], Asked] | None = None) -> None:
        """*read_asked* tells which templates each page asked for.

        None: the output was made at another time, perhaps of other sources.
        """
        self.pages: Mapping[str, Page] = site.plan.pages
        self._site = site
        self._read_asked = read_asked
        self._texts: dict[str, str] = {}

    def find(self, values: Mapping[str, str], files: Collection[str]) -> Origin | None:
        """Return where the mistake with *values* was written, which stands in the output's *files*.

        In the document whose page is among them, if it is one; else in the templates or site.yaml.
        """
        if self._read_asked is None:
            return None
        words = list(self._words(values))
        document = self.document_of(files)
        if document:
            path = f"content/{document}"
            for pattern in words:
                if origin := _only(pattern, [(path, self._document(path))]):
                    return origin
        for pattern in words:
            if origin := _only(pattern, self._of_all_pages):
                return origin
        return None

    def document_of(self, files: Iterable[str]) -> str:
        """Return the id of the one document whose page is among *files*; nothing for several."""
        pages = (self.pages.get(file) for file in files)
        subjects = {page.subject for page in pages if page and page.traits.is_of_document}
        return subjects.pop() if len(subjects) == 1 else ""

    def template_of(self, files: Collection[str]) -> str:
        """Return the one template that all *files*, and no other pages, come from; or nothing."""
        wanted = set(files)
        names = [name for name, pages in self._pages_of_templates.items() if pages == wanted]
        return names[0] if len(names) == 1 else ""

    def _words(self, values: Mapping[str, str]) -> Iterable[re.Pattern[str]]:
        config = self._site.config
        for name, value in values.items():
            written = [value] if name in _PATTERNS else []
            if name == "address":  # templates and authors leave out where the site is published
                written += [value.removeprefix(config.origin), value.removeprefix(config.url)]
                written.append(value.removeprefix(config.base_path))
            for path in dict.fromkeys(written):
                if len(path) >= _SHORTEST:
                    yield re.compile(_PATTERNS[name].format(re.escape(path)))

    def _document(self, path: str) -> str:
        if path not in self._texts:
            source = self._site.scan.content.get(path)
            raw = read_or_nothing(source.disk_path) if source else b""
            self._texts[path] = decode(raw, path)[0]
        return self._texts[path]

    @cached_property
    def _of_all_pages(self) -> list[tuple[str, str]]:
        theme = self._site.inputs.snapshot.theme
        templates = [(theme.places[name], text) for name, text in theme.templates.items()]
        settings = decode(read_site_file(self._site.options.root), SITE_FILE)[0]
        return [*templates, (SITE_FILE, settings)]

    @cached_property
    def _pages_of_templates(self) -> dict[str, set[str]]:
        texts: dict[str, set[str]] = {}
        asked = self._read_asked() if self._read_asked else {}
        for path, names in asked.items():
            for name in names:
                texts.setdefault(name, set()).add(path)
        return texts


def _only(pattern: re.Pattern[str], texts: Iterable[tuple[str, str]]) -> Origin | None:
    """Return where *pattern* stands, if that is in one of *texts* alone."""
    matching = [(path, text) for path, text in texts if pattern.search(text)]
    if len(matching) != 1:
        return None
    path, text = matching[0]
    places = [match.start(1) for match in pattern.finditer(text)]
    if len(places) > 1:
        return Origin(path)
    line = text.count("\n", 0, places[0]) + 1
    return Origin(path, line, places[0] - text.rfind("\n", 0, places[0]))
