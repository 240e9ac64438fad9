"""What a site's own theme changes and nobody asks for: blocks, templates, translations."""

import difflib
import io
import os
from collections.abc import Iterable, Iterator

import jinja2
from jinja2 import meta, nodes
from jinja2.ext import extract_from_ast

from sitegen.engine.opening import OpenSite
from sitegen.errors import Diagnostic
from sitegen.markup.shortcodes.declared import known_shortcodes
from sitegen.model.kinds import KINDS
from sitegen.model.letters import HTML_TEMPLATE, TEXT_TEMPLATE
from sitegen.rendering.templates.environment import parse_template
from sitegen.sources.scan import Source
from sitegen.theme.folders import LAYOUTS, SHEETS, Theme

_NOTES = (".md", ".txt")
"""What a theme's maker may keep among the templates, and is none."""
_SHOWN = 60


def check_overrides(site: OpenSite) -> list[Diagnostic]:
    """Return what in the site's own theme (``themes/<theme>/``) takes no place of anything.

    Themes below it are not looked at: what this one has put aside of them is no mistake.
    """
    own = os.path.join(site.options.root, "themes", site.config.theme)
    if not os.path.isdir(own):
        return []
    theme = site.inputs.snapshot.theme
    names = [name for name in theme.templates if not theme.folders.get(name)]
    chosen = {document.front.template for document in site.session.documents.values()} - {""}
    trees = _Trees(theme)
    return [
        *(block for name in names for block in _blocks(name, trees)),
        *_templates(names, trees, chosen | _of_shortcodes(site)),
        *_translations(site.scan.layers[0], trees),
    ]


def _of_shortcodes(site: OpenSite) -> set[str]:
    return {f"shortcodes/{name}.html" for name in known_shortcodes(site.chain.shortcodes)}


class _Trees:
    """The templates of *theme*, parsed when they are asked for."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._known: dict[str, nodes.Template | None] = {}

    def of(self, name: str) -> nodes.Template | None:
        """Return the tree of *name*; None where it is not there, or is told by every build."""
        if name not in self._known:
            try:
                self._known[name] = parse_template(self.theme.templates[name])
            except (KeyError, jinja2.TemplateError):
                self._known[name] = None
        return self._known[name]

    def parent(self, name: str) -> str | None:
        """Return the template that *name* extends: nothing, a name, or None for a computed one."""
        tree = self.of(name)
        extends = next(tree.find_all(nodes.Extends), None) if tree else None
        if extends is None:
            return ""
        match extends.template:
            case nodes.Const(value=str(written)):
                return self.theme.resolve(written, name)
        return None


def _blocks(name: str, trees: _Trees) -> Iterator[Diagnostic]:
    """Yield the blocks of *name* that none of the templates has which it extends.

    One that stands within another block goes where that goes; one that is called (`self.title()`)
    needs no place.
    """
    tree, parent = trees.of(name), trees.parent(name)
    if tree is None or not parent:
        return
    first, known, called = parent, set[str](), _called(tree)
    while parent:
        above = trees.of(parent)
        if above is None:
            return
        known |= {block.name for block in above.find_all(nodes.Block)}
        called |= _called(above)
        parent = trees.parent(parent) if parent != name else ""
    if parent is None:
        return
    for block in _outermost(tree):
        if block.name not in known | called:
            shown = trees.theme.places[name]
            values = {
                "name": block.name,
                "parent": trees.theme.places[first].partition("/templates/")[2],
                "known": ", ".join(sorted(known)) or "–",
            }
            yield Diagnostic("block-unknown", shown, block.lineno, 1, values)


def _outermost(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost(child)


def _called(tree: nodes.Template) -> set[str]:
    """Return the blocks that a template shows a second time."""
    return {
        look.attr
        for look in tree.find_all(nodes.Getattr)
        if isinstance(look.node, nodes.Name) and look.node.name == "self"
    }


def _templates(names: Iterable[str], trees: _Trees, chosen: set[str]) -> Iterator[Diagnostic]:
    """Yield those of *names* that no page is made with, nor any template that one is made with.

    *chosen*: what documents have under `template:`, and those of shortcodes.
    """
    theme = trees.theme
    laid_out = {kind.template for kind in KINDS.values() if kind.has_layouts}
    named = {
        kind.template
        for kind in KINDS.values()
        if kind.made == "template" or (kind.made == "kit" and kind.template_file)
    }
    roots = named | chosen | {name for name in theme.templates if name.startswith(SHEETS)}
    roots |= {HTML_TEMPLATE, TEXT_TEMPLATE}
    roots |= {f"{LAYOUTS}{layout}/{name}" for layout in theme.layouts for name in laid_out}
    used = _reached(roots, trees)
    if used is None:
        return
    known = sorted((named | chosen | used).difference(names))
    for name in names:
        if name in used or name.endswith(_NOTES):
            continue
        suggestion = _meant(name, known)
        code = "template-unused-near" if suggestion else "template-unused"
        values = {"template": name, "suggestion": suggestion}
        yield Diagnostic(code, theme.places[name], 0, 0, values)


def _meant(name: str, known: Iterable[str]) -> str:
    """Return the template of *known* that lies beside *name* and is spelt nearly so, or that has
    its name in another folder; or nothing.
    """
    folder, _, file = name.rpartition("/")
    there = {path.rpartition("/")[2]: path for path in known if path.rpartition("/")[0] == folder}
    stem = file.removesuffix(".html")
    stems = {stem.removesuffix(".html"): path for stem, path in there.items()}
    if near := difflib.get_close_matches(stem, stems, 1, 0.8):
        return stems[near[0]]
    return next((path for path in known if path.rpartition("/")[2] == file), "")


def _reached(roots: set[str], trees: _Trees) -> set[str] | None:
    """Return *roots* and all templates that these lead to; None where a name is computed: it may
    be any.

    A part is shown by a tag or by `site.part("parts/title.html", …)`, and its name may come from a
    list: so each text in a template that is another's name counts.
    """
    names: set[str] = set()
    pending = [root for root in roots if root in trees.theme.templates]
    while pending:
        name = pending.pop()
        if name in names:
            continue
        names.add(name)
        tree = trees.of(name)
        named = [None] if tree is None else [*meta.find_referenced_templates(tree), *_parts(tree)]
        if tree is None or None in named:
            return None
        named += [
            literal.value
            for literal in tree.find_all(nodes.Const)
            if isinstance(literal.value, str)
        ]
        resolved = {trees.theme.resolve(other, name) for other in named if other}
        pending += resolved & trees.theme.templates.keys()
    return names


def _parts(tree: nodes.Template) -> Iterator[str | None]:
    """Yield what a template shows by `site.part(…)`, None for a name that is computed."""
    for call in tree.find_all(nodes.Call):
        match call:
            case nodes.Call(node=nodes.Getattr(attr="part"), args=[nodes.Const(value=name), *_]):
                yield name
            case nodes.Call(node=nodes.Getattr(attr="part")):
                yield None


def _translations(layer: dict[str, Source], trees: _Trees) -> Iterator[Diagnostic]:
    """Yield the messages in the catalogues of *layer* that no template shows."""
    catalogues = [name for name in layer if name.startswith("locales/") and name.endswith(".po")]
    words = _words(trees) if catalogues else None
    if words is None:
        return
    from babel.messages.pofile import read_po

    for name in catalogues:
        language = name.removeprefix("locales/").removesuffix(".po")
        texts = trees.theme.catalogues.get(language, ("",))
        for message in read_po(io.BytesIO(texts[0].encode())):
            is_plural = not isinstance(message.id, str)
            written = str(message.id[0] if is_plural else message.id)
            if not written or (written, is_plural) in words:
                continue
            known = [word for word, plural in words if plural == is_plural and word != written]
            near = difflib.get_close_matches(written, known, 1, 0.8)
            code = "words-unused-near" if near else "words-unused"
            values = {"words": written[:_SHOWN], "suggestion": near[0] if near else ""}
            yield Diagnostic(code, layer[name].key, message.lineno or 0, 1, values)


def _words(trees: _Trees) -> set[tuple[str, bool]] | None:
    """Return the messages of all templates, and whether each has a plural; None where one is
    computed: it may be any.
    """
    names = set()
    for name in trees.theme.templates:
        tree = trees.of(name)
        if tree is None:
            return None
        for _, function, message in extract_from_ast(tree, ("_", "gettext", "ngettext")):
            first = message[0] if isinstance(message, tuple) else message
            if first is None:
                return None
            names.add((first, function == "ngettext"))
    return names
