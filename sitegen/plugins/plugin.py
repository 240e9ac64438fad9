"""`Plugin`: what a plugin declares. Each hook is a method that takes a function, or a class."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from sitegen.markup.values import DeclaredShortcode
from sitegen.plugins.arguments import declared_shortcode
from sitegen.plugins.declaring import NoOptions, check_first, check_options, check_texts
from sitegen.plugins.values import Words

F = TypeVar("F", bound=Callable[..., Any])


class PageKind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of page that a plugin has."""

    name: str
    words: str
    plan: Callable[..., Any]
    write: Callable[..., Any] | None
    template: str
    in_sitemap: bool


class FeedKind(msgspec.Struct, frozen=True, kw_only=True):
    """A format of feeds that a plugin has."""

    name: str
    words: str
    file: str
    write: Callable[..., Any]


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """What a plugin reads of the world before a build."""

    name: str
    read: Callable[..., Any]
    watch: Callable[..., Any] | None


class Plugin:
    """A plugin: what it asks for, and the hooks that its functions are given to.

    A module has one, called `plugin`. The first line of the module's docstring says what the plugin
    promises.
    """

    def __init__(
        self,
        *,
        version: str = "",
        sitegen: str = "",
        options: type[msgspec.Struct] = NoOptions,
        templates: Mapping[str, str] | None = None,
        words: Words | None = None,
    ) -> None:
        """*version*: its own; of a package that of the package. *sitegen*: the oldest that will do.

        *options*: a frozen `msgspec.Struct` whose fields are what a site may set. *templates*: by
        name, the lowest layer of the theme: a site's file of the same name comes first. *words*: by
        language, what these templates show in English, and its translation.
        """
        check_options(options)
        check_texts(templates or {}, words or {})
        self.name = ""
        """That of its file or its package: what site.yaml sets under `plugin_options`."""
        self.promise = ""
        """The first line of its module's docstring."""
        self.version = version
        self.wanted_sitegen = sitegen
        self.option_type = options
        self.options: Any = None
        """What the site set, with defaults: a value of the type that was given."""
        self.templates = dict(templates or {})
        self.words = dict(words or {})
        self.filters: dict[str, Callable[..., Any]] = {}
        self.functions: dict[str, Callable[..., Any]] = {}
        self.questions: dict[str, Callable[..., Any]] = {}
        self.shortcodes: dict[str, tuple[DeclaredShortcode, Callable[..., Any]]] = {}
        self.document_hooks: list[Callable[..., Any]] = []
        self.inputs: dict[str, Input] = {}
        self.page_kinds: dict[str, PageKind] = {}
        self.feed_kinds: dict[str, FeedKind] = {}
        self.checks: dict[str, Callable[..., Any]] = {}
        self.importers: dict[str, type] = {}
        self.sources: dict[str, Callable[..., Any]] = {}
        self.targets: dict[str, type] = {}
        self.build_hooks: list[Callable[..., Any]] = []

    @property
    def hooks(self) -> dict[str, tuple[str, ...]]:
        """The hooks that it uses, each with the names that it gives to it."""
        by_hook = {
            "documents": [function.__name__ for function in self.document_hooks],
            "question": self.questions,
            "filter": self.filters,
            "function": self.functions,
            "shortcode": self.shortcodes,
            "input": self.inputs,
            "pages": self.page_kinds,
            "feed": self.feed_kinds,
            "check": self.checks,
            "importer": self.importers,
            "source": self.sources,
            "target": self.targets,
            "after_build": [function.__name__ for function in self.build_hooks],
        }
        return {hook: tuple(names) for hook, names in by_hook.items() if names}

    def documents(self, function: F) -> F:
        """Change documents after their reading: `function(document) -> document`.

        Called once for each document that was read anew, in any order, in any process. It is given
        a `ReadDocument` and returns it, or one with other values. Pure: what it returns depends on
        the document and on the plugin's options alone.
        """
        self.document_hooks.append(function)
        return function

    def question(self, function: F) -> F:
        """Answer what pages may ask: `function(facts, …) -> answer`.

        Templates, shortcodes and other hooks that have `site` ask it as `site.<name>(…)`, with
        texts and numbers as arguments; without arguments as `site.<name>`. A page that asked is
        made anew when the answer is another.
        Answers are frozen plain values: texts, numbers, tuples, entries, frozen structs of them.
        """
        check_first(function, "facts")
        self.questions[function.__name__] = function
        return function

    def filter(self, function: F) -> F:
        """Give templates a filter: `function(value, …) -> value`, written `{{ value | name }}`.

        Pure: what it returns depends on its arguments and on the plugin's options alone.
        """
        self.filters[function.__name__] = function
        return function

    def function(self, function: F) -> F:
        """Give templates a function of that name: `{{ name(…) }}`.

        It is pure, as a filter is; a template that wants it to ask something gives it `site`.
        """
        self.functions[function.__name__] = function
        return function

    def shortcode(self, function: F) -> F:
        """Give authors a shortcode: `::: name argument="…"`.

        `function(site, …) -> html`; its arguments, by their annotations and defaults, are those of
        authors: `str`, `int`, `bool`, `Literal[…]`; without default it has to be written, and the
        first is what a value without a name is for. A `bool` is false where an author leaves it
        out, and true where its name stands. An argument `content: Markup` lets Markdown and
        `:::` follow. HTML is `markupsafe.Markup`: what is a plain `str` is shown as text. What it
        asks of *site* is noted for the page.
        """
        name = function.__name__.replace("_", "-")
        self.shortcodes[name] = (declared_shortcode(name, function), function)
        return function

    def input(self, *, watch: Callable[..., Any] | None = None) -> Callable[[F], F]:
        """Read what lies outside of the site before a build: `function(root) -> value`.

        *root*: the site's folder, a `str`; `pathlib.Path(root)` makes a path of it.
        The one place where a plugin may look at the world: git, a file elsewhere. It is called once
        in each build, before anything else; its value (plain values, of any size) is what a
        question gets with `facts.input("<name>")`. *watch*: `function(root) -> paths`, the files
        and folders whose change tells that the value may be another; with it a build that has
        nothing to do need not call the plugin at all.
        """

        def declare(function: F) -> F:
            name = function.__name__
            self.inputs[name] = Input(name=name, read=function, watch=watch)
            return function

        return declare

    def pages(
        self,
        words: str,
        *,
        write: Callable[..., Any] | None = None,
        template: str = "",
        in_sitemap: bool = False,
    ) -> Callable[[F], F]:
        """Plan pages of a kind: `function(facts) -> PlannedPage, …`.

        *words* say what such a page is. It is made by *template*, which is given `site` and `page`,
        or by *write*, `function(site, page) -> str or bytes`, for what is no HTML. What these ask
        of *site* is noted.
        """

        def declare(function: F) -> F:
            name = function.__name__
            self.page_kinds[name] = PageKind(
                name=name,
                words=words,
                plan=function,
                write=write,
                template=template,
                in_sitemap=in_sitemap,
            )
            return function

        return declare

    def feed(self, words: str, *, file: str) -> Callable[[F], F]:
        """Write feeds in another format: `function(feed, site) -> str or bytes`.

        For the whole site and for each list that has a feed there is then a *file* of that name
        beside its other feeds. *feed* is a `Feed`, ready to write.
        """

        def declare(function: F) -> F:
            name = function.__name__
            self.feed_kinds[name] = FeedKind(name=name, words=words, file=file, write=function)
            return function

        return declare

    def check(self, function: F) -> F:
        """Look for mistakes in `sitegen check`: `function(text) -> Finding, …`.

        *text* is one document as its author wrote it: `text.document`, `text.language`,
        `text.markdown`, `text.body` (code is blank in it) and `text.passages`: the title, the
        author's own summary, and all of the prose, in which code, tags, comments and addresses are
        blank. Each is a `Passage`: search its `words`, and `passage.at(match.start())` is line and
        column in the file. Pure, and nothing that is published depends on it.
        """
        self.checks[function.__name__] = function
        return function

    def importer(self, name: str) -> Callable[[type], type]:
        """Read former sites of a kind: a class as docs/development/importer.md describes.

        `sitegen import <name>` uses it.
        """

        def declare(source: type) -> type:
            self.importers[name] = source
            return source

        return declare

    def source(self, function: F) -> F:
        """Read what partners announce: `function(raw, url, zone) -> Told or None`.

        Asked by `sitegen fetch` for each answer of a partner's address, before sitegen's own
        kinds; None where it is nothing that it knows.
        """
        self.sources[function.__name__] = function
        return function

    def target(self, scheme: str) -> Callable[[type], type]:
        """Bring the output to another kind of place: a class as `sitegen.deploying.target.Target`.

        `sitegen deploy <scheme>://…` uses it.
        """

        def declare(target: type) -> type:
            self.targets[scheme] = target
            return target

        return declare

    def after_build(self, function: F) -> F:
        """Do something once a build has ended without errors and has written or removed a file.

        `function(built)`, with a `Built`. It may do what it likes: nothing that is published
        depends on it, and a mistake in it is a warning.
        """
        self.build_hooks.append(function)
        return function
