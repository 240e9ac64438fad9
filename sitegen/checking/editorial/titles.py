"""Titles and summaries that stand twice: what was copied and not changed. Pure."""

from collections.abc import Iterator

from sitegen.errors import Diagnostic
from sitegen.model import Entry
from sitegen.site.index import Index


def check_titles(index: Index) -> Iterator[Diagnostic]:
    """Yield the titles that another entry of the section has, and summaries that another one has.

    The newer one is told. In search results and feeds nobody could tell them apart.
    """
    titles: dict[tuple[str, str, str], Entry] = {}
    summaries: dict[str, Entry] = {}
    for entry in sorted(index.entries.values(), key=_oldest_first):
        document = index.documents[entry.id]
        section = entry.section.id if entry.section else ""
        twin = titles.setdefault((section, entry.lang, _folded(entry.title)), entry)
        if twin is not entry:
            yield document.diagnostic("title-twice", "title", other=f"content/{twin.id}")
        if document.front.summary:
            twin = summaries.setdefault(_folded(entry.summary), entry)
            if twin is not entry:
                yield document.diagnostic("summary-twice", "summary", other=f"content/{twin.id}")


def _oldest_first(entry: Entry) -> tuple[float, str]:
    return (entry.date.timestamp if entry.date else 0.0, entry.id)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
