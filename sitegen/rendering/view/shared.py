"""What many pages show alike is made once; each page that shows it asks what was asked for it."""

from collections.abc import Callable, Hashable, Set
from typing import Any, NamedTuple, ParamSpec, Protocol, Self, TypeVar

import jinja2
import msgspec
from markupsafe import Markup, escape

from sitegen.markup.shortcodes.calls import decode_call
from sitegen.model import Question
from sitegen.plugins.arguments import arguments_of
from sitegen.plugins.known import NO_PLUGINS, Hook, Plugins
from sitegen.site.questions import plugins, settings
from sitegen.site.questions.answering import naming
from sitegen.site.questions.kind import QuestionKind

P = ParamSpec("P")
R = TypeVar("R")

MOST = 32_000_000
"""Bytes of values that are kept at most: a site of more shows its latest first."""
_SMALL = 200
"""Bytes that are counted for a value that is no text."""
_WIDE = 2
"""Bytes that Python keeps for a letter of a text with an apostrophe as French prints it."""
_PLAIN = frozenset((str, int, bool, Markup, type(None)))
"""Types of arguments that are told apart by their value, and from each other by their type."""
_DETAILED = (msgspec.Struct, tuple)
"""What the arguments are by which a part is that of few pages."""


class View(Protocol):
    """What asks questions and notes them: a `Site`."""

    asked: dict[Question, None]

    def ask(self, kind: QuestionKind[P, R], *arguments: P.args, **named: P.kwargs) -> R: ...

    def beside(self) -> Self:
        """Return a view of the same site that has asked nothing yet."""

    def as_plugin(self) -> Self:
        """Return what a plugin sees of the site."""


class ResultStore(Protocol):
    """Where results are kept, by their document and a key of what they were made from."""

    def get(self, document_id: str, key: bytes) -> bytes | None: ...

    def put(self, document_id: str, key: bytes, content: bytes) -> None: ...


class EarlierParts(NamedTuple):
    """The parts that were rendered for a former snapshot."""

    known: dict[Hashable, tuple[Any, dict[Question, None], Any]]
    digests: dict[Question, bytes]
    """Of the answers to all that was asked for them."""


class Shared:
    """Keeps what was made for one snapshot, with the questions that decided it.

    A value may depend on its key and on its questions alone. Both are the same for every page, so
    whoever asks first, the value is the same.
    """

    def __init__(
        self,
        environment: jinja2.Environment,
        store: "ResultStore | None" = None,
        earlier: EarlierParts | None = None,
        digest: Callable[[Question], bytes] = lambda question: b"",
    ) -> None:
        """*store*: where results are kept that take long to make (`press/keeping.py`).

        *earlier*: parts that are taken over where all that was asked for them is answered as it
        was then; *digest* gives an answer's digest.
        """
        self._environment = environment
        self.store = store
        self.named: dict[tuple[str, tuple[Any, ...]], tuple[Question, Any]] = {}
        """Questions that name a setting, an option or the like, with their answers."""
        self._known: dict[Hashable, tuple[Any, dict[Question, None], Any]] = {}
        self._asked: dict[frozenset[Question], dict[Question, None]] = {}
        """Sets of questions, one object each: all rows of a list asked the same."""
        self._size = 0
        self._earlier = earlier
        self._digest = digest
        self._stands: dict[int, bool] = {}
        """Whether sets of questions of earlier parts are answered as they were, by their id()."""
        self._latest_of = ""
        self._latest: dict[str, tuple[Any, dict[Question, None]]] = {}
        """What was made of the one document that is at work: too large to be kept for all."""

    def value(self, site: View, key: Hashable, make: Callable[[Any], Any]) -> Any:
        """Return what *make* gives for a view of the site of its own; *key* names it."""
        return self._value(site, key, make, None)

    def part(self, site: View, name: str, arguments: dict[str, Any]) -> Markup:
        """Return the template *name* rendered with *arguments* and `site`, and nothing else."""
        parts: list[Hashable] = [name]
        for given, value in arguments.items():
            kind = type(value)
            parts += given, ((kind, value) if kind in _PLAIN else _identity(value))
        key = tuple(parts)
        known = self._known.get(key)
        if known is None:
            return self._rendered(site, key, name, lambda: arguments, tuple(arguments.values()))
        site.asked |= known[1]
        return known[0] if type(known[0]) is Markup else Markup(known[0].decode())

    def shortcode(self, site: View, name: str, encoded: str, content: str) -> Markup:
        """Return a shortcode as its template renders it; *content* is HTML."""

        def arguments() -> dict[str, Any]:
            return {"shortcode": decode_call(name, encoded), "content": Markup(content)}

        key = ("shortcode", name, encoded, content)
        known: Plugins = getattr(self._environment, "plugins", NO_PLUGINS)
        if hook := known.shortcodes.get(name):
            return self._of_plugin(site, key, hook, encoded, content)
        return self._rendered(site, key, f"shortcodes/{name}.html", arguments, None)

    def _of_plugin(
        self, site: View, key: Hashable, hook: Hook, encoded: str, content: str
    ) -> Markup:
        """Return a shortcode as the plugin makes it that declares it."""

        def make(own: View) -> bytes:
            own.ask(plugins.plugin, hook.ref.name)
            html = hook.call(
                own.as_plugin(), **arguments_of(hook.call.__wrapped__, encoded, Markup(content))
            )
            if not isinstance(html, str):
                raise hook.call.wrong(html, "Markup")
            return hook.call.encoded(str(escape(html)).strip())

        made: bytes = self._value(site, key, make, None)
        return Markup(made.decode())

    def _rendered(
        self,
        site: View,
        key: Hashable,
        name: str,
        arguments: Callable[[], dict[str, Any]],
        holding: Any,
    ) -> Markup:
        def make(own: View) -> bytes | Markup:
            own.ask(settings.template, name)
            template = self._environment.get_template(name)
            html = template.render(site=own, **arguments()).strip()
            # In UTF-8, half the size that Python gives a French text in memory; but what is not of
            # one document or event, such as a header, is few texts, each shown by many pages.
            is_of_few = holding is None or any(isinstance(value, _DETAILED) for value in holding)
            return html.encode() if is_of_few else Markup(html)

        kept: bytes | Markup = self._value(site, key, make, holding)
        return kept if isinstance(kept, Markup) else Markup(kept.decode())

    def of_document(
        self, site: View, document_id: str, name: str, make: Callable[[Any], Any]
    ) -> Any:
        """Return what *make* gives, kept under *name* until another document is asked for."""
        if self._latest_of != document_id:
            self._latest_of, self._latest = document_id, {}
        known = self._latest.get(name)
        if known is None:
            own = site.beside()
            known = self._latest[name] = (make(own), own.asked)
        site.asked |= known[1]
        return known[0]

    def forget(self, documents: Set[str]) -> None:
        """Forget what was made with questions about *documents* (ids)."""
        self._latest_of, self._latest = "", {}
        stale = {id(asked) for asked in self._asked.values() if naming(asked, documents)}
        for key in [key for key, known in self._known.items() if id(known[1]) in stale]:
            del self._known[key]

    def _value(self, site: View, key: Hashable, make: Callable[[Any], Any], holding: Any) -> Any:
        known = self._known.get(key)
        if known is None:
            known = self._of_earlier(key)
            if known is None:
                own = site.beside()
                value = make(own)
                asked = self._asked.setdefault(frozenset(own.asked), own.asked)
                known = (value, asked, holding)  # what is held keeps its identity
            if self._size < MOST:
                self._size += _size(known[0])
                self._known[key] = known
        site.asked |= known[1]
        return known[0]

    def _of_earlier(self, key: Hashable) -> tuple[Any, dict[Question, None], Any] | None:
        """Return the part that was made under *key* before, if it would be the same now."""
        known = self._earlier.known.get(key) if self._earlier else None
        if known is None or self._earlier is None:
            return None
        asked, before = known[1], self._earlier.digests
        stands = self._stands.get(id(asked))
        if stands is None:
            stands = all(self._digest(question) == before[question] for question in asked)
            self._stands[id(asked)] = stands
        return known if stands else None

    def parts(self) -> EarlierParts:
        """Return the parts that were rendered, for whoever shows the site after its next edit.

        Others are named by what they tell of, which may be another by then; a part is named by its
        arguments, which are held.
        """
        known = {key: part for key, part in self._known.items() if part[2] is not None}
        sets = {id(part[1]): part[1] for part in known.values()}
        digests = {
            question: self._digest(question) for asked in sets.values() for question in asked
        }
        return EarlierParts(known, digests)


def _size(value: Any) -> int:
    """Return about how many bytes *value* takes: the texts of a tuple count one by one."""
    if isinstance(value, bytes):
        return len(value)
    if isinstance(value, Markup):
        return _WIDE * len(value)
    if isinstance(value, tuple):
        return _SMALL + sum(len(raw) for raw in value if isinstance(raw, bytes))
    return _SMALL


def _identity(value: Any) -> Hashable:
    """Return what tells *value* from others while both live: a struct has one identity."""
    if isinstance(value, msgspec.Struct):
        return ("struct", id(value))
    if isinstance(value, tuple):
        return tuple(map(_identity, value))
    hash(value)
    return (type(value).__name__, value)
