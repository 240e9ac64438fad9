"""What templates may ask is the question itself: every look at the site is one, and is noted."""

import inspect
from collections.abc import Callable, Hashable
from functools import cache
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar

from markupsafe import Markup

from sitegen.model import Question
from sitegen.plugins.values import frozen
from sitegen.rendering.view.shared import ResultStore, Shared
from sitegen.site.questions import settings
from sitegen.site.questions.kind import QuestionKind

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class Identified(Protocol):
    """What questions name by its id: an entry, an event."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Identified)


class Asking:
    """Asks questions of one snapshot and notes them in `asked`, in order."""

    def __init__(self, answer: Callable[[Question], Any], shared: Shared) -> None:
        self._answer = answer
        self._shared = shared
        self._language = ""
        """That of the page, where it is not the site's."""
        self._outer: Any = None
        """What the frame around such a page asks: a view in the site's own language. Where that is
        this one, nothing stands here: a view that led to itself would stay till the build's end,
        with all that it asked, for no garbage is collected before."""
        self.asked: dict[Question, None] = {}

    def in_language(self, language: str, shared: Shared) -> Self:
        """Return a view that speaks *language*; what it asks is noted here too.

        *shared*: what pages in that language show alike.
        """
        view = type(self)(self._answer, shared)
        view._language, view._outer, view.asked = language, self, self.asked
        return view

    def ask(self, kind: QuestionKind[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """Return the answer to a question of *kind*."""
        given: tuple[Any, ...] = arguments
        if named or len(given) != kind.size:
            given = kind.complete(given, named)
        question = Question(kind.name, given)
        self.asked[question] = None
        answer: R = self._answer(question)
        return answer

    def note(self, kind: QuestionKind[P, R], *arguments: P.args, **named: P.kwargs) -> None:
        """Note a question whose answer, told apart by its digest, is known and not wanted."""
        self.asked[kind.question(*arguments, **named)] = None

    @property
    def _around(self) -> Any:
        return self if self._outer is None else self._outer

    @property
    def store(self) -> ResultStore | None:
        """Where results are kept that take long to make; None: nowhere."""
        return self._shared.store

    def beside(self) -> Self:
        """Return a view of the same site that has asked nothing yet."""
        if not self._language:
            return type(self)(self._answer, self._shared)
        around: Self = self._around.beside()
        return around.in_language(self._language, self._shared)

    def as_plugin(self) -> Self:
        """Return what a plugin sees of the site: it asks as this does, and can change nothing."""
        kind: Any = type(self)
        view: Self = _frozen(kind)(self._answer, self._shared)
        view._language, view._outer, view.asked = self._language, self._outer, self.asked
        return view

    def part(self, name: str, **arguments: Any) -> Markup:
        """Return a template that sees `site` and *arguments* alone, rendered once for all pages.

        Arguments are numbers, texts, entries and the like, or tuples of them.
        """
        return self._shared.part(self, name, arguments)

    def frame(self, name: str, **arguments: Any) -> Markup:
        """Return a part as `part` does, in the site's language: what stands around a page in
        another one, such as the header and the foot.
        """
        around = self._around
        made: Markup = around._shared.part(around, name, arguments)
        return made

    def shared(self, key: Hashable, make: Callable[[Self], T]) -> T:
        """Return what *make* gives for a view of its own, once for all pages; *key* names it.

        It depends on the key and on what it asks alone (see `Shared`).
        """
        made: T = self._shared.value(self, key, make)
        return made

    def of_document(self, document_id: str, name: str, make: Callable[[Self], T]) -> T:
        """Return what *make* gives for a view of its own, once for all pages of a document.

        It depends on the document, *name* and what it asks alone.
        """
        made: T = self._shared.of_document(self, document_id, name, make)
        return made


@cache
def _frozen(view: Any) -> Any:
    def data(site: Asking, name: str) -> Any:
        return frozen(site.ask(settings.data, name))

    return type(view.__name__, (view,), {"data": data})


def asks(kind: QuestionKind[P, R]) -> Callable[Concatenate[Asking, P], R]:
    """Return the method that asks *kind*, called and documented as its answer is."""
    name, size, complete = kind.name, kind.size, kind.complete

    def ask(site: Asking, /, *given: Any, **named: Any) -> Any:
        # What `Asking.ask` does, in one step: pages call it some hundred times.
        if named or len(given) != size:
            given = complete(given, named)
        question = Question(name, given)
        site.asked[question] = None
        return site._answer(question)

    def ask_by_name(site: Asking, /, *given: Any, **named: Any) -> Any:
        if named or len(given) != size:
            given = complete(given, named)
        known = site._shared.named.get((name, given))
        if known is None:
            question = Question(name, given)
            known = site._shared.named[name, given] = (question, site._answer(question))
        site.asked[known[0]] = None
        return known[1]

    if kind.is_by_name:
        ask = ask_by_name
    ask.__name__, ask.__doc__ = name, kind.answer.__doc__
    ask.__signature__ = kind.signature  # type: ignore[attr-defined]
    return ask


def asks_of(
    holder: type[N], kind: QuestionKind[Concatenate[str, P], R]
) -> Callable[Concatenate[Asking, N, P], R]:
    """Return the method that asks *kind* of a value, by its id: `site.phase(event)`."""
    name, parameter = kind.name, holder.__name__.lower()
    ask_by_id: Callable[..., R] = asks(kind)

    def ask(site: Asking, /, *given: Any, **named: Any) -> Any:
        if parameter in named:
            given = (named.pop(parameter), *given)
        if not given:
            raise TypeError(f"{name}() needs the argument `{parameter}`")
        value, *others = given
        return ask_by_id(site, value.id, *others, **named)

    ask.__name__, ask.__doc__ = name, kind.answer.__doc__
    known = inspect.signature(kind.answer)
    first, second, *following = known.parameters.values()
    shown = (first, second.replace(name=parameter, annotation=holder), *following)
    ask.__signature__ = known.replace(parameters=shown)  # type: ignore[attr-defined]
    return ask


class once(Generic[R]):  # noqa: N801 - a decorator, as `property` is
    """An attribute of a view that is made when it is first looked at: the view has noted what was
    asked for it, and answers do not change while a page is made.
    """

    def __init__(self, make: Callable[[Any], R]) -> None:
        self.make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, site: Any, owner: Any = None) -> R:
        if site is None:
            return self  # type: ignore[return-value] # as a property is what a class has of it
        value = site.__dict__[self._name] = self.make(site)
        return value


class Fact(once[R]):
    """A question without arguments: templates write it as an attribute."""

    def __init__(self, kind: QuestionKind[[], R]) -> None:
        super().__init__(asks(kind))
