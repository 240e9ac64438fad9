"""A question is declared once: a function whose name is its kind, from which all else is read."""

import inspect
from collections.abc import Callable
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from sitegen.model import Question
from sitegen.site.answers import Answers

P = ParamSpec("P")
R = TypeVar("R", covariant=True)
Argument = str | int


class QuestionKind(Generic[P, R]):
    """What pages may ask: its name, its arguments, its answer, and what tells answers apart."""

    def __init__(
        self,
        answer: Callable[Concatenate[Answers, P], R],
        digest: Callable[Concatenate[Answers, P], bytes] | None = None,
    ) -> None:
        self.answer = answer
        """An answer is a frozen value that depends on the snapshot and the arguments alone."""
        self.digest = digest
        """Its digest, where that is known without the answer; else it is made from the answer."""
        self.name: str = answer.__name__
        self.signature = inspect.signature(answer)
        code = answer.__code__
        self.parameters: tuple[str, ...] = code.co_varnames[1 : code.co_argcount]
        self.size = len(self.parameters)
        self.defaults: tuple[Argument, ...] = answer.__defaults__ or ()
        self.is_of_document = self.parameters[:1] == ("document_id",)
        """Few pages ask it of the same document; see `Questions.digest`."""
        self.is_by_name = self.parameters == ("name",)
        """Many pages ask the same few, of what is at hand: settings, options, templates, data."""

    def question(self, *arguments: P.args, **named: P.kwargs) -> Question:
        """Return the question with these arguments; raises `TypeError` where a call would."""
        return Question(self.name, self.complete(arguments, named))

    def complete(self, given: tuple[Any, ...], named: dict[str, Any]) -> tuple[Argument, ...]:
        """Return all arguments in their order, so that each way to call is the same question."""
        missing = self.size - len(given)
        if not named and 0 <= missing <= len(self.defaults):
            return given + self.defaults[len(self.defaults) - missing :]
        if missing < 0:
            raise TypeError(f"{self.name}() takes {self.size} arguments, not {len(given)}")
        defaults = dict(zip(self.parameters[::-1], self.defaults[::-1], strict=False))
        arguments = list(given)
        for parameter in self.parameters[len(given) :]:
            if parameter not in named and parameter not in defaults:
                raise TypeError(f"{self.name}() needs the argument `{parameter}`")
            arguments.append(named.pop(parameter, defaults.get(parameter)))
        if named:
            raise TypeError(f"{self.name}() has no argument `{next(iter(named))}`")
        return tuple(arguments)


def question(answer: Callable[Concatenate[Answers, P], R]) -> QuestionKind[P, R]:
    """Declare the question that *answer* answers. Its docstring is what templates are told."""
    return QuestionKind(answer)


def told_apart_by(
    digest: Callable[Concatenate[Answers, P], bytes],
) -> Callable[[Callable[Concatenate[Answers, P], R]], QuestionKind[P, R]]:
    """Declare a question whose answers are dear to make and cheap to tell apart, by *digest*."""

    def declare(answer: Callable[Concatenate[Answers, P], R]) -> QuestionKind[P, R]:
        return QuestionKind(answer, digest)

    return declare
