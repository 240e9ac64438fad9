"""What each template depends on: all that it extends, includes and imports, read without Jinja.

Compiling forty templates takes a tenth of a second; a build that renders nothing need not pay it.
"""

import re

from sitegen.digest import digest
from sitegen.rendering.themes import Theme

_REFERENCE = re.compile(r"\{%[-+]?\s*(extends|include|import|from)\s(.*?)%\}", re.DOTALL)
_ENDINGS = {
    "extends": re.compile(r"[-+]?$"),
    "include": re.compile(r"(?:\bignore\s+missing\b|\bwith(?:out)?\s+context\b|\s)*[-+]?$"),
    "import": re.compile(r"\bas\s.*$", re.DOTALL),
    "from": re.compile(r"\bimport\s.*$", re.DOTALL),
}
"""What may follow the name in each tag."""
_LITERALS = re.compile(r"""\s*[\[(]?\s*(?:(?:"[^"\\]*"|'[^'\\]*')\s*,?\s*)+[\])]?\s*$""")
_LITERAL = re.compile(r"""["']([^"']*)["']""")

_OPTION = re.compile(r"""[.'"]option\b(?:\(\s*["']([^"']*)["']\s*\))?""")
"""A look at an option, with its name if that is written out."""


class TemplateClosures:
    """The digests of a theme's templates with all that they lead to."""

    def __init__(self, theme: Theme, language: str) -> None:
        self._theme = theme
        self._language = language
        self._digests: dict[str, bytes] = {}
        self._references: dict[str, set[str] | None] = {}

    def digest(self, name: str) -> bytes:
        """Return the digest of *name*, of all that it leads to, and of the words it may show.

        A name that is computed at run time could be any template, so it counts as all of them.
        Templates that do not exist (`ignore missing`) are part of it, with no content.
        """
        known = self._digests.get(name)
        if known is None:
            parts: list[str | bytes] = [self._language]  # filters and words have that language
            for one in sorted(self._closure(name)):
                parts += [one, self._theme.templates.get(one, "")]
            for language in sorted(self._theme.catalogues):
                parts += [language, *self._theme.catalogues[language]]
            known = self._digests[name] = digest(*parts)
        return known

    def options(self, name: str) -> frozenset[str] | None:
        """Return the options that *name* and all that it leads to ask for, or None for any."""
        found: set[str] = set()
        for one in self._closure(name):
            for mention in _OPTION.finditer(self._theme.templates.get(one, "")):
                if mention[1] is None:
                    return None
                found.add(mention[1])
        return frozenset(found)

    def _closure(self, name: str) -> set[str]:
        found: set[str] = set()
        pending = [name]
        while pending:
            one = pending.pop()
            if one in found:
                continue
            found.add(one)
            if one not in self._references:
                self._references[one] = find_references(self._theme.templates.get(one, ""))
            references = self._references[one]
            if references is None:
                return set(self._theme.templates) | found
            pending += [self._theme.resolve(reference, one) for reference in references]
        return found


def find_references(source: str) -> set[str] | None:
    """Return the templates that *source* names, or None if it computes a name.

    What stands in a comment or a raw block counts too: a name too many costs a rendering, one too
    few a wrong page.
    """
    found: set[str] = set()
    for tag, expression in _REFERENCE.findall(source):
        name = _ENDINGS[tag].sub("", expression, count=1)
        if not _LITERALS.match(name):
            return None
        found.update(_LITERAL.findall(name))
    return found
