"""Which document translates which: those of one place, and what `translates:` says. Pure."""

from collections.abc import Mapping
from posixpath import relpath

import msgspec

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.markup.references import read_address
from sitegen.site.languages.undeclared import undeclared
from sitegen.sources.document import Document


class Originals(msgspec.Struct, frozen=True):
    """Which document translates which."""

    of: Mapping[str, str]
    """Each translation with its original."""
    withheld_with: Mapping[str, str]
    """The same, with documents of languages that the site does not have, and what they would
    translate."""
    left_out: frozenset[str]
    """A second one of the same place and language."""
    diagnostics: tuple[Diagnostic, ...]

    def root(self, key: str) -> str:
        return self.line(key)[-1]

    def line(self, key: str) -> list[str]:
        """Return *key*, its original, the original of that, and so on; each of them once."""
        return line_of(key, self.of)

    def above(self, key: str) -> list[str]:
        """Return those that *key* is withheld with."""
        return line_of(key, self.withheld_with)[1:]


def originals_of(documents: Mapping[str, Document], config: SiteConfig) -> Originals:
    """Return what each of *documents* translates, and what cannot be."""
    places, told = undeclared(documents, config)
    links = _Links(documents, config, told)
    links.link_places()
    for key, document in documents.items():
        if document.front.translates:
            links.link(key, document)
    links.refuse_seconds()
    return Originals(
        links.originals,
        {**places, **links.originals},
        frozenset(links.left_out),
        tuple(links.diagnostics),
    )


class _Links:
    """Links translations with their originals, step by step."""

    def __init__(
        self, documents: Mapping[str, Document], config: SiteConfig, told: list[Diagnostic]
    ) -> None:
        self._documents = documents
        self._config = config
        self.diagnostics = told
        self.left_out: set[str] = set()
        self.originals: dict[str, str] = {}

    def link_places(self) -> None:
        """Link the documents of one place: that of the first language is what others translate."""
        order = {tag: number for number, tag in enumerate(self._config.typographies)}
        places: dict[str, dict[str, str]] = {}
        for key, document in self._documents.items():
            at = places.setdefault(document.place, {})
            other = at.setdefault(document.language, key)
            if other != key:
                values = {"other": f"content/{other}", "language": self._name(document)}
                self.diagnostics.append(document.diagnostic("translation-twice", "title", **values))
                self.left_out.add(key)
        for at in places.values():
            if len(at) > 1:
                first = min(at, key=lambda tag: (tag != "", order.get(tag, 0)))
                self.originals |= {at[tag]: at[first] for tag in at if tag != first}

    def link(self, key: str, document: Document) -> None:
        """Link *document* with what it names under `translates:`."""
        written = document.front.translates
        target = named_original(document)
        other = self._documents.get(target)
        if other is None:
            return  # told as a link that is broken
        if _language_of(other, self._config) == _language_of(document, self._config):
            values = {"target": written, "language": self._name(document)}
            self.diagnostics.append(
                document.diagnostic("translation-same-language", "translates", **values)
            )
        elif (circle := self._circle(key)) and key != min(circle):
            self.originals[key] = target  # told once; what withholds one of them withholds all
        elif circle:
            values = {"documents": " → ".join(f"content/{document_id}" for document_id in circle)}
            self.diagnostics.append(
                document.diagnostic("translation-circle", "translates", **values)
            )
        else:
            above = self._target(other) or self.originals.get(target, "")
            if above and above != key:
                suggestion = relpath(above, document.folder or ".")
                values = {"target": written, "suggestion": suggestion}
                self.diagnostics.append(
                    document.diagnostic("translation-of-translation", "translates", **values)
                )
            self.originals[key] = target
            self.originals.pop(target, None) if self.originals.get(target) == key else None

    def _target(self, document: Document) -> str:
        """Return the document that *document* says it translates, or nothing."""
        target = named_original(document)
        return target if target in self._documents else ""

    def _circle(self, key: str) -> list[str]:
        """Return the documents from *key* back to it, where each says that it translates the next;
        or nothing.
        """
        steps = [key]
        while (target := self._target(self._documents[steps[-1]])) and target not in steps:
            steps.append(target)
        return [*steps, key] if target == key and len(steps) > 1 else []

    def refuse_seconds(self) -> None:
        """Note documents that translate what another one of their language translates."""
        known: dict[tuple[str, str], str] = {}
        # Those of the same place first: who says that it translates can be mended.
        in_order = sorted(self._documents.items(), key=lambda pair: bool(pair[1].front.translates))
        for key, document in in_order:
            if key in self.left_out:
                continue
            other = known.setdefault(
                (line_of(key, self.originals)[-1], _language_of(document, self._config)), key
            )
            if other != key and document.front.translates:
                values = {"other": f"content/{other}", "language": self._name(document)}
                self.diagnostics.append(
                    document.diagnostic("translation-twice", "translates", **values)
                )
                self.originals.pop(key, None)

    def _name(self, document: Document) -> str:
        return _language_of(document, self._config)


def line_of(key: str, originals: Mapping[str, str]) -> list[str]:
    """Return *key* and what it goes back to by *originals*, each once."""
    line = [key]
    while (above := originals.get(line[-1], "")) and above not in line:
        line.append(above)
    return line


def named_originals(documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the documents that say which one of *documents* they translate, each with that one."""
    named = {key: named_original(document) for key, document in documents.items()}
    return {key: target for key, target in named.items() if target in documents and target != key}


def named_original(document: Document) -> str:
    """Return the path that *document* says it translates, below ``content/``; or nothing."""
    written = document.front.translates
    address = read_address(written, document.folder) if written else None
    return address.target if address else written


def _language_of(document: Document, config: SiteConfig) -> str:
    return document.front.lang or document.language or config.language
