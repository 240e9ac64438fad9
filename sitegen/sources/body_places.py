"""What was found in a body, at its place in the file. Pure."""

from typing import TypeVar

import msgspec

from sitegen.catalogue import severity
from sitegen.errors import Diagnostic
from sitegen.markup.values import (
    ForeignSource,
    Lookup,
    Reference,
    SilentImage,
)
from sitegen.sources import frontmatter
from sitegen.sources.document import Document

P = TypeVar("P", Reference, SilentImage, ForeignSource)


def moved(mistake: Diagnostic, path: str, parts: frontmatter.Parts) -> Diagnostic:
    """Return what is wrong in a body with its place in the file."""
    values = mistake.values
    if "line" in values:
        values = {**values, "line": str(parts.place(int(str(values["line"])))[0])}
    line, column = parts.place(mistake.line, mistake.column)
    return msgspec.structs.replace(mistake, path=path, line=line, column=column, values=values)


def placed(findings: tuple[P, ...], parts: frontmatter.Parts) -> tuple[P, ...]:
    """Return what a body holds with its places in the file."""
    if not findings:
        return ()
    places = ((finding, parts.place(finding.line, finding.column)) for finding in findings)
    return tuple(
        msgspec.structs.replace(finding, line=line, column=column)
        for finding, (line, column) in places
    )


def looked_up(lookups: tuple[Lookup, ...], parts: frontmatter.Parts) -> tuple[Lookup, ...]:
    """Return the names that a body's shortcodes want known, with their places in the file."""
    if not lookups:
        return ()
    places = ((lookup, parts.place(lookup.line, lookup.column)) for lookup in lookups)
    return tuple(lookup._replace(line=line, column=column) for lookup, (line, column) in places)


def without_told(document: Document, diagnostics: list[Diagnostic]) -> Document:
    """Return *document* without what an error points to: one slip is told once."""
    told = {
        (diagnostic.line, diagnostic.column)
        for diagnostic in diagnostics
        if severity(diagnostic) == "error"
    }

    def untold(findings: tuple[P, ...]) -> tuple[P, ...]:
        return tuple(finding for finding in findings if (finding.line, finding.column) not in told)

    return msgspec.structs.replace(
        document,
        references=untold(document.references),
        silent_images=untold(document.silent_images),
        foreign=untold(document.foreign),
    )
