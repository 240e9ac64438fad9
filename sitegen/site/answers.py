"""`Answers`: what all questions about the site are answered from."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Protocol, TypeVar

from sitegen.model import Question
from sitegen.plugins.known import NO_PLUGINS, Plugins
from sitegen.site.assets import Asset
from sitegen.site.index import Index

T = TypeVar("T")


class OtherAnswers(Protocol):
    """What pages in another language of the site are answered."""

    def answer(self, question: Question) -> Any: ...

    def digest(self, question: Question) -> bytes: ...


class PrivateAnswers(Protocol):
    """What the readers of private pages are answered."""

    @property
    def keys_mark(self) -> bytes:
        """Changes with their keys."""

    @property
    def files_mark(self) -> bytes:
        """Changes with the addresses of what there is for them."""

    def answer(self, question: Question) -> Any: ...

    def digest(self, question: Question) -> bytes: ...


class Answers:
    """What questions are answered from: one snapshot, and what several answers share."""

    def __init__(
        self,
        index: Index,
        static: Mapping[str, Asset],
        read_body: Callable[[str], str],
        template_digest: Callable[[str], bytes],
        read_file: Callable[[str], bytes] = lambda asset_id: b"",
        size_of: Callable[[str], int | None] = lambda path: None,
        plugins: Plugins = NO_PLUGINS,
    ) -> None:
        """*read_body*, *template_digest*, *read_file*: of a document's id, of a template's name, of
        a file's id. *size_of*: how large the file at a path of the output is, if it is there.
        """
        self.index = index
        self.static = static
        self.read_body = read_body
        self.template_digest = template_digest
        self.private: dict[str, PrivateAnswers] = {}
        """What readers of private pages are answered, by the name of their audience."""
        self.versions: Mapping[str, OtherAnswers] = {}
        """What pages in other languages of the site are answered, by language."""
        self.read_file = read_file
        self.size_of = size_of
        self.plugins = plugins
        self._kept: dict[Hashable, Any] = {}

    def keep(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return what *make* gives, made once for all answers that name it so."""
        if name not in self._kept:
            self._kept[name] = make()
        kept: T = self._kept[name]
        return kept
