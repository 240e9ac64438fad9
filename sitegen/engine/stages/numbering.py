"""The numbers of questions while a site is built: of those that are new, in few bytes each.

There are half a million at a hundred thousand articles, nearly all about one document. As a dozen
names of kinds, each with its documents, they take a third of what as many objects would.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sitegen.model import Question

_Arguments = str | tuple[str | int, ...]
"""The only argument, if it is a text; else all of them."""


class Numbering:
    """Gives numbers to questions; those that the state knows keep theirs."""

    def __init__(self, known: Mapping[Question, int], first: int) -> None:
        """*first*: the number of the first question that is new."""
        self.first = self.following = first
        self._known = known
        self._new: defaultdict[str, dict[_Arguments, int]] = defaultdict(dict)
        self._kinds: list[str] = []
        self._arguments: list[_Arguments] = []
        """Of the questions that are new, in order of their numbers."""

    def known(self, question: Question) -> int | None:
        """Return the number of *question*; None where it has none."""
        number = self._known.get(question)
        if number is None:
            number = self._new[question.kind].get(_short(question.arguments))
        return number

    def add(self, question: Question) -> int:
        """Return the number that *question* has from now on, which has none."""
        number, arguments = self.following, _short(question.arguments)
        self._new[question.kind][arguments] = number
        self._kinds.append(question.kind)
        self._arguments.append(arguments)
        self.following += 1
        return number

    def items(self) -> Iterator[tuple[Question, int]]:
        """Yield all questions with their numbers, those that are new in order."""
        yield from self._known.items()
        new = zip(self._kinds, self._arguments, strict=True)
        for number, (kind, arguments) in enumerate(new, self.first):
            yield Question(kind, (arguments,) if isinstance(arguments, str) else arguments), number


def _short(arguments: tuple[str | int, ...]) -> _Arguments:
    if len(arguments) == 1 and isinstance(arguments[0], str):
        return arguments[0]
    return arguments
