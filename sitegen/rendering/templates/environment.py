"""Jinja as sitegen wants it: strict, escaping, with its messages translated when it compiles."""

import sys
from collections.abc import Callable, Mapping, MutableMapping
from functools import cache
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.environment import TemplateModule
from jinja2.utils import missing

from sitegen.plugins.known import NO_PLUGINS
from sitegen.rendering.templates.generator import Generator
from sitegen.rendering.templates.includes import Includes, can_stand_in_place, number_lines
from sitegen.rendering.templates.messages import Phrases, Translator
from sitegen.rendering.templates.runtime import Context, Template
from sitegen.rendering.words.messages import Catalogue
from sitegen.site.pictures import PictureSource
from sitegen.wording.phrases import Words, with_gaps


class Undefined(jinja2.StrictUndefined):
    """What a template names and is not there: an error that says what it was looked for in."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> Words:  # type: ignore[override]
        """Jinja would name our classes by their modules, which say nothing to a theme's maker."""
        from difflib import get_close_matches  # only where something is wrong

        holder, name = self._undefined_obj, str(self._undefined_name)
        if self._undefined_hint or holder is missing:
            told: str = super()._undefined_message
            return told
        known = holder if isinstance(holder, Mapping) else dir(holder)
        words = [str(word) for word in known if not str(word).startswith("_")]
        near = get_close_matches(name, words, 1)
        kind = _KINDS.get(type(holder), type(holder).__name__.lower())
        if not near:
            return with_gaps("`{object}` has no `{name}`", object=kind, name=name)
        text = "`{object}` has no `{name}`; did you mean `{near}`?"
        return with_gaps(text, object=kind, name=name, near=near[0])


_KINDS = {
    str: "text",
    int: "number",
    float: "number",
    tuple: "list",
    dict: "mapping",
    type(None): "none",
    PictureSource: "source",
}
"""What templates are given of types whose names are none of a theme maker's words."""


_SYNTAX: dict[str, Any] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
}
"""How templates are read, whoever reads them."""


_KEPT: dict[str, nodes.Template] = {}
"""Trees of sources that were parsed to see what they name: the same build compiles most of them.
Compiling changes a tree, so that each is given once."""


def parse_template(source: str, *, is_kept: bool = False) -> nodes.Template:
    """Return the tree of a template; raises `jinja2.TemplateSyntaxError`.

    *is_kept*: whether who compiles that source next may have the tree too.
    """
    tree = _parser().parse(source)
    if is_kept:
        _KEPT[source] = tree
    return tree


def forget_trees() -> None:
    """Let go of the trees that nobody compiled."""
    _KEPT.clear()


@cache
def _parser() -> jinja2.Environment:
    parser = jinja2.Environment(**_SYNTAX)
    parser.newstyle_gettext = True  # type: ignore[attr-defined] # as `Environment` installs it
    return parser


class Environment(jinja2.Environment):
    """An environment whose language is known before its templates are compiled."""

    context_class = Context
    template_class = Template
    code_generator_class = Generator

    def __init__(
        self,
        load: Callable[[str], tuple[str, str, None] | None],
        catalogue: Catalogue,
        resolve: Callable[[str, str], str] = lambda name, including: name,
        leads_to: Callable[[str, str], bool] = lambda including, name: True,
        calls: Callable[[str, str], bool] = lambda template, name: True,
        *,
        includes_in_place: bool = True,
    ) -> None:
        """*resolve* returns the template that a name stands for in another one.

        *leads_to*: whether a template was found to name another one, so that its digest has it.
        *calls*: whether a template was found to name a plugin's filter.
        *includes_in_place*: whether what a template includes is compiled with it.
        """
        super().__init__(
            loader=jinja2.FunctionLoader(load),
            autoescape=_is_markup,
            undefined=Undefined,
            auto_reload=False,
            cache_size=-1,
            **_SYNTAX,
        )
        # Some filters of Jinja's ask at each call whether they may have to wait: here never.
        self.filters |= {
            name: given.__wrapped__
            for name, given in self.filters.items()
            if hasattr(given, "jinja_async_variant")
        }
        self._resolve = resolve
        self._leads_to = leads_to
        self._found: dict[tuple[object, str | None], jinja2.Template] = {}
        self.imported: dict[tuple[str, str], TemplateModule] = {}
        """What templates define, by the name that another one, the second, imports them by."""
        self._includes_in_place = includes_in_place
        self._trees: dict[str, nodes.Template | None] = {}
        """Of templates that others include."""
        self._catalogue = catalogue
        self.plugins = NO_PLUGINS
        self._calls = calls
        self.phrases = Phrases(catalogue)
        self.install_gettext_callables(  # type: ignore[attr-defined]
            catalogue.gettext, catalogue.ngettext, newstyle=True
        )

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        """Return a template, found once for each that names it: a page does it 25 times."""
        if globals is not None:
            return super().get_template(name, parent, globals)
        known = self._found.get((name, parent))
        if known is None:
            known = self._found[name, parent] = super().get_template(name, parent)
        return known

    def macros(self, name: str, parent: str, context: Context) -> TemplateModule:
        """Return what the template *name* defines, for *parent*, which imports it."""
        template = self.get_template(name, parent)
        known = self.imported[name, parent] = template._get_default_module(context)
        return known

    def join_path(self, template: str, parent: str) -> str:
        """Return the template that *template* stands for where *parent* names it.

        Jinja asks this before it loads a template for another one. One that was not found in the
        other's text would be no part of its digest: pages would stay as they are when it changes.
        """
        name = self._resolve(template, parent)
        if not self._leads_to(parent, name):
            raise jinja2.TemplateRuntimeError(f"`{name}` is loaded and was not found to be named")
        return name

    def call_filter(self, name: str, value: Any, *arguments: Any, **named: Any) -> Any:
        """Return what a filter gives that another one names: `map("name")`.

        A plugin's name has to stand in a template, or that one's digest has nothing of the plugin.
        """
        context = named.get("context") or next(
            (argument for argument in arguments if isinstance(argument, jinja2.runtime.Context)),
            None,
        )
        if name in self.plugins.filters and context and not self._calls(context.name or "", name):
            text = f"the filter `{name}` is called and was not found to be named"
            raise jinja2.TemplateRuntimeError(text)
        return super().call_filter(name, value, *arguments, **named)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template as a dictionary of its own.

        Jinja chains mappings; each import of a macro then compares their keys one by one in Python,
        a tenth of a page's time. Nothing changes the globals after the first template.
        """
        return dict(self.globals) | dict(d or {})

    def compile(self, source: str | nodes.Template, *args: Any, **options: Any) -> Any:
        """Compile *source* with its messages already translated, and its includes in place."""
        name, filename = _names(*args, **options)
        if isinstance(source, str):
            source = self._parsed(source, name, filename)
        return super().compile(self._prepared(source, name or ""), *args, **options)

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raise what is handled as it is.

        Jinja gives each frame a program with as many lines as the template: where one includes
        itself, a thousand of them. The line is asked of the template that is told alone.
        """
        error = sys.exception()
        if error is None:
            super().handle_exception(source)
        if isinstance(error, jinja2.TemplateSyntaxError):
            error.translated = True  # so its text is the mistake alone
        raise error

    def _parsed(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _KEPT.pop(source, None) or self.parse(source, name, filename)

    def _prepared(self, tree: nodes.Template, name: str) -> nodes.Template:
        Translator(self._catalogue, is_markup=_is_markup(name)).visit(tree)
        if self._includes_in_place:
            Includes(name, self._tree, self.join_path).visit(tree)
        return tree

    def _tree(self, name: str) -> nodes.Template | None:
        """Return the tree of a template that stands in place of an include; None: it cannot.

        A template that leads to itself is found unfinished: Jinja includes it, and fails.
        """
        if name not in self._trees:
            self._trees[name] = None
            source, filename, _ = self.loader.get_source(self, name)  # type: ignore[union-attr]
            tree = self._parsed(source, name, filename)
            is_alike = _is_markup(name) and can_stand_in_place(tree)
            if is_alike and number_lines(name, tree):
                self._trees[name] = self._prepared(tree, name)
        return self._trees[name]


_PLAIN = (".css", ".js", ".json", ".txt")


def _is_markup(name: str | None) -> bool:
    """Whether what the template *name* prints is escaped: all but what has rules of its own."""
    return not (name or "").endswith(_PLAIN)


def _names(
    name: str | None = None, filename: str | None = None, **_: Any
) -> tuple[str | None, str | None]:
    return name, filename
