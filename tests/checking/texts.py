"""Texts for the editorial checks, without a site."""

import datetime as dt
from collections.abc import Callable, Iterator

from sitegen.checking.editorial.texts import Days, Text
from sitegen.errors import Diagnostic
from sitegen.sources.parse import ParseSettings, parse_document

TODAY = dt.date(2026, 11, 22)


def text_of(
    body: str = "Un texte.",
    front: str = "",
    *,
    title: str = "title: A\n",
    name: str = "news/a.md",
    language: str = "fr",
    days: tuple[Days, ...] = (),
    today: dt.date = TODAY,
) -> Text:
    """Return a document of that body, with *title* and *front* above it."""
    front = front and f"{front}\n"
    raw = f"---\n{title}{front}---\n{body}\n".encode()
    settings = ParseSettings(language, "off", "markdown")
    parsed = parse_document(raw, name, settings)
    if parsed.document is None:  # a body that is refused: the checks get it nevertheless
        parsed = parse_document(f"---\n{title}{front}---\n".encode(), name, settings)
    assert parsed.document, parsed.diagnostics
    return Text(
        parsed.document, raw, language=language, timezone="Europe/Paris", days=days, today=today
    )


def told(check: Callable[[Text], Iterator[Diagnostic]], text: Text) -> list[str]:
    """Return what *check* finds as `line:column code`."""
    return [
        f"{diagnostic.line}:{diagnostic.column} {diagnostic.code}" for diagnostic in check(text)
    ]
