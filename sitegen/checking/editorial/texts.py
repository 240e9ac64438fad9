"""Documents as their authors wrote them: what readers read, and where it stands. Reads files."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from sitegen.border.text import SOFT_BREAK, decode
from sitegen.errors import Diagnostic
from sitegen.markup.references import blank_code
from sitegen.markup.values import DeclaredShortcode
from sitegen.model import EventFields
from sitegen.site.index import Index
from sitegen.site.press import has_kit
from sitegen.site.publication import is_meant_to_be_read
from sitegen.sources import frontmatter
from sitegen.sources.document import Document
from sitegen.sources.scan import Source

Days = tuple[dt.date, dt.date]
"""The first and the last day of something."""

_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>]*>|\]\([^()\n]*\)", re.DOTALL)
"""What stands in Markdown and is not read: comments, tags, where links lead."""
_NEWLINE = re.compile("\n")
_NOT_NEWLINE = re.compile(r"[^\n]")


class Passage(NamedTuple):
    """Text that readers see, with the place of its first letter."""

    words: str
    path: str
    line: int
    column: int
    place: Callable[[int, int], tuple[int, int]] | None = None
    """The place in the file of one in the body, which stands there letter by letter; a title may
    be folded and quoted there."""

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column, in the file, of the letter at *offset* of `words`."""
        if self.place is None:
            return self.line, self.column
        starts = _line_starts(self.words)
        line = bisect_right(starts, offset)
        return self.place(line, offset - starts[line - 1] + 1)

    def diagnostic(self, code: str, offset: int, /, **values: str) -> Diagnostic:
        """Return a diagnostic that points to the letter at *offset*."""
        return Diagnostic(code, self.path, *self.at(offset), values)


@lru_cache(maxsize=1)
def _line_starts(words: str) -> list[int]:
    """Return where each line begins: kept, as thousands of findings may lie in one text."""
    return [0, *(match.end() for match in _NEWLINE.finditer(words))]


class Text:
    """A document with its source, and what the site knows about its dates."""

    def __init__(
        self,
        document: Document,
        raw: bytes,
        *,
        language: str,
        timezone: str,
        days: tuple[Days, ...],
        today: dt.date,
        engine: str = "markdown",
        shortcodes: tuple[DeclaredShortcode, ...] = (),
        has_kit: bool = False,
    ) -> None:
        """*language* and *timezone* are the site's; *days*: see `days_of`."""
        self.document = document
        self.language = document.front.lang or language
        self.timezone = timezone
        self.engine = engine
        """That which reads its Markdown."""
        self.shortcodes = shortcodes
        """Those that the theme declares."""
        self.has_kit = has_kit
        """Whether it goes to the press as PDF."""
        self.days = days
        """Of the events that it announces or is about."""
        self.today = today
        self.path = f"content/{document.id}"
        text, _ = decode(raw, self.path, soft_break=SOFT_BREAK)
        parts = frontmatter.split(text, self.path, [])
        self.markdown = parts.body if parts else ""
        self._parts = parts or frontmatter.Parts("", 1, "", 1)

    @cached_property
    def body(self) -> Passage:
        """The body; what stands in code is blank."""
        return Passage(blank_code(self.markdown), self.path, 1, 1, self._parts.place)

    @cached_property
    def prose(self) -> Passage:
        """The body; code, tags, comments and the addresses of links are blank."""
        words = _UNSEEN.sub(lambda match: _NOT_NEWLINE.sub(" ", match[0]), self.body.words)
        return self.body._replace(words=words)

    @property
    def passages(self) -> Iterator[Passage]:
        """The title, the author's own summary, the prose."""
        document = self.document
        written = [("title", document.title)]
        if document.front.summary:
            written.append(("summary", document.summary))
        for key, words in written:
            line, column = document.details.marks.get(key, (1, 1))
            yield Passage(words, self.path, line, column)
        yield self.prose

    @cached_property
    def lowered(self) -> str:
        """All of it in lower case: a quick way to know that a word does not stand in it."""
        front = self.document.front
        return f"{front.title}\n{front.summary}\n{self.markdown}".lower()


def read_texts(
    index: Index,
    documents: Iterable[Document],
    sources: Mapping[str, Source],
    shortcodes: tuple[DeclaredShortcode, ...] = (),
) -> Iterator[Text]:
    """Yield those of *documents* that are meant to be read, of *index* or as far as they are read
    of those in error.
    """
    for document in documents:
        source = sources.get(f"content/{document.id}")
        if source is None or not is_meant_to_be_read(document, index.clock, index.config.timezone):
            continue
        try:
            with open(source.disk_path, "rb") as file:
                raw = file.read()
        except OSError:  # removed just now
            continue
        yield Text(
            document,
            raw,
            language=index.config.language,
            timezone=index.config.timezone,
            days=days_of(document, index),
            today=index.clock.today,
            engine=index.config.markdown.engine,
            shortcodes=shortcodes,
            has_kit=document.id in index.entries and has_kit(index, index.entries[document.id]),
        )


def days_of(document: Document, index: Index) -> tuple[Days, ...]:
    """Return the days of the events that *document* announces or is about."""
    periods: list[Days] = []
    for event in document.events:
        if isinstance(event, EventFields):
            last = event.end.date if event.end else event.start.date
            periods.append((event.start.date, last))
    entry = index.entries.get(document.id)
    if entry is not None and document.events:
        about = [name.partition("@")[0] for name in entry.about]
        for event_id in (*about, *(event.id for event in entry.events if event.repeat)):
            dates = index.calendar.by_event.get(event_id, ())
            periods += ((date.first_day, date.last_day) for date in dates)
    return tuple(dict.fromkeys(periods))
