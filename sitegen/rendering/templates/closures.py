"""What each template depends on: all that it extends, includes and imports.

Jinja's own parser tells it, so that no way of writing a tag is missed. Parsing forty templates
takes a tenth of a second, which a build that renders nothing need not pay: what was found is kept
by the template's text (`Theme.mentions`), and in this process too: a check, which looks at a site
and builds it anew, parses once.
"""

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sitegen.digest import digest
from sitegen.theme.folders import Mentions, Theme

if TYPE_CHECKING:
    from jinja2 import nodes


class CodeOf(NamedTuple):
    """What the code of a template is made from."""

    key: bytes
    """Changes with all that decides the code."""
    templates: tuple[str, ...]
    """The names of the template and of those that may be compiled with it."""
    is_lasting: bool
    """Whether it is made from what sitegen brings alone."""


class TemplateClosures:
    """The digests of a theme's templates with all that they lead to."""

    def __init__(
        self,
        theme: Theme,
        language: str,
        of_plugins: Callable[[str], Iterable[bytes]] = lambda source: (),
    ) -> None:
        """*of_plugins* returns the digests of the plugins that a template's source may call."""
        self._of_plugins = of_plugins
        self._theme = theme
        self._language = language
        self._digests: dict[str, bytes] = {}
        self._texts: dict[str, bytes] = {}
        self._mentions: dict[str, Mentions] = {}

    def digest(self, name: str) -> bytes:
        """Return the digest of *name*, of all that it leads to, and of the words it may show.

        A name that is computed at run time could be any template, so it counts as all of them.
        Templates that do not exist (`ignore missing`) are part of it, with no content.
        """
        known = self._digests.get(name)
        if known is None:
            parts: list[str | bytes] = [self._words]
            for template in sorted(self._closure(name)):
                parts += [template, self._text(template)]
            known = self._digests[name] = digest(*parts)
        return known

    def options(self, name: str) -> frozenset[str] | None:
        """Return the options that *name* and all that it leads to ask for, or None for any."""
        names: set[str] = set()
        for template in self._closure(name):
            options = self._of(template).options
            if options is None:
                return None
            names.update(options)
        return frozenset(names)

    def leads_to(self, including: str, name: str) -> bool:
        """Whether *including* was found to name the template *name*, and so depends on it."""
        named = self._of(including).templates
        return named is None or any(
            self._theme.resolve(template, including) == name for template in named
        )

    def code_of(self, name: str, deciding: str) -> CodeOf:
        """Return what the code of *name* is made from: its text, that of the templates that it
        includes by name, their words, and whatever else is *deciding*.
        """
        parts: list[str | bytes] = [self._language, deciding, name]
        templates, of_plugins = [name], 0
        for template in templates:  # it grows
            source = self._theme.templates.get(template, "")
            plugins = list(self._of_plugins(source))
            parts += [str(template in self._theme.templates), source, *plugins]
            of_plugins += len(plugins)
            for reference in self._of(template).included:
                resolved = self._theme.resolve(reference, template)
                parts += [reference, resolved]
                if resolved not in templates:
                    templates.append(resolved)
        speaking = self._theme.speaking(self._language)
        parts += self._theme.catalogues.get(speaking, ())
        has_own_words = speaking not in ("", *self._theme.brought_words)
        is_brought = self._theme.brought.issuperset(templates)
        is_lasting = is_brought and not has_own_words and not of_plugins
        return CodeOf(digest(*parts), tuple(templates), is_lasting)

    def says(self, name: str, word: str) -> bool:
        """Whether *word* stands in the template *name*, or in one that it leads to."""
        return any(
            word in self._theme.templates.get(template, "") for template in self._closure(name)
        )

    @cached_property
    def _words(self) -> bytes:
        """The digest of all words that the theme may show, and of the language of filters."""
        parts = [self._language]
        for language in sorted(self._theme.catalogues):
            parts += [language, *self._theme.catalogues[language]]
        return digest(*parts)

    def _text(self, name: str) -> bytes:
        """Return the digest of the template *name* alone: most belong to a dozen closures."""
        known = self._texts.get(name)
        if known is None:
            source = self._theme.templates.get(name, "")
            known = self._texts[name] = digest(source, *self._of_plugins(source))
        return known

    def _of(self, name: str) -> Mentions:
        known = self._theme.mentions.get(name) or self._mentions.get(name)
        if known is None:
            known = self._mentions[name] = find_mentions(self._theme.templates.get(name, ""))
        return known

    def _closure(self, name: str) -> set[str]:
        closure: set[str] = set()
        pending = [name]
        while pending:
            template = pending.pop()
            if template in closure:
                continue
            closure.add(template)
            references = self._of(template).templates
            if references is None:
                return set(self._theme.templates) | closure
            pending += [self._theme.resolve(reference, template) for reference in references]
        return closure


@lru_cache(maxsize=512)
def find_mentions(source: str) -> Mentions:
    """Return the templates and the options that *source* names.

    What cannot be read, or computes a name, may name any: a name too many costs a rendering, one
    too few a wrong page.
    """
    if "{" not in source:
        return Mentions((), ())
    import jinja2

    from sitegen.rendering.templates.environment import parse_template

    try:
        tree = parse_template(source, is_kept=True)
    except jinja2.TemplateError:
        return Mentions(None, None)
    return _named(tree)


def _named(tree: "nodes.Template") -> Mentions:
    """Return what *tree* names, found in one walk: four took a tenth of a small site's build."""
    from jinja2 import meta, nodes

    from sitegen.rendering.templates.includes import included_by_name

    leading: list[nodes.Node] = []
    calls: list[nodes.Call] = []
    looks = 0
    pending: list[nodes.Node] = [tree]
    while pending:
        node = pending.pop()
        pending.extend(node.iter_child_nodes())
        if isinstance(node, nodes.Call):
            calls.append(node)
        elif isinstance(node, nodes.Getattr):
            looks += node.attr == "option"
        elif isinstance(node, nodes.Const):
            looks += node.value == "option"
        elif isinstance(node, nodes.Extends | nodes.FromImport | nodes.Include | nodes.Import):
            leading.append(node)
    templates = set(meta.find_referenced_templates(nodes.Template(leading)))
    named: set[str] = set()
    for call in calls:
        match call:
            case nodes.Call(
                node=nodes.Getattr(attr="option") | nodes.Getitem(arg=nodes.Const(value="option")),
                args=[nodes.Const(value=str(name))],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ):
                named.add(name)
                looks -= 1
    return Mentions(
        None
        if None in templates
        else tuple(sorted(template for template in templates if template is not None)),
        tuple(sorted(named)) if not looks else None,
        tuple(sorted(name for node in leading if (name := included_by_name(node)))),
    )
