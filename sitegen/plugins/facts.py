"""`Facts`: what a plugin's question is answered from. Every look at it is one of the engine's."""

from collections.abc import Callable, Container, Hashable, Mapping
from typing import Any, Protocol, TypeVar

from sitegen.model import Entry
from sitegen.plugins.values import frozen

T = TypeVar("T")


class KnownConfig(Protocol):
    """What ``site.yaml`` says, with a field for each setting."""

    @property
    def has_own_host(self) -> bool: ...


class KnownIndex(Protocol):
    """What of a site plugins may look at: all that is public at one moment."""

    @property
    def config(self) -> KnownConfig: ...

    @property
    def entries(self) -> Mapping[str, Entry]: ...

    @property
    def data(self) -> Mapping[str, Any]: ...

    @property
    def assets(self) -> Container[str]: ...

    @property
    def first(self) -> object | None:
        """The site in its first language, of which this is another version."""


class KnownAnswers(Protocol):
    """What facts are read from: `site.answers.Answers`, which this room knows nothing of."""

    @property
    def index(self) -> KnownIndex: ...

    @property
    def read_file(self) -> Callable[[str], bytes]: ...

    def keep(self, name: Hashable, make: Callable[[], T]) -> T: ...


class Facts:
    """The site at one moment, without its texts: entries, data, settings, files, inputs.

    All of it is frozen, and the same for every page: what a question answers depends on it and on
    the question's arguments alone.
    """

    def __init__(self, answers: KnownAnswers, inputs: Callable[[str], Any]) -> None:
        self._answers = answers
        self._inputs = inputs

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that is public, articles and pages, in order of their files."""
        entries = self._answers.index.entries
        return tuple(entries[document_id] for document_id in sorted(entries))

    def entry(self, document_id: str) -> Entry | None:
        """Return what is published of a document, by its path below ``content/``; or None."""
        return self._answers.index.entries.get(document_id)

    def data(self, name: str) -> Any:
        """Return the value of ``content/_data/<name>.yaml`` (or .json, .csv), or None."""
        data = self._answers.index.data
        return self._answers.keep(("plugin-data", name), lambda: frozen(data.get(name)))

    def setting(self, name: str) -> Any:
        """Return a setting of ``site.yaml`` by its name, with its default."""
        return getattr(self._answers.index.config, name)

    def file(self, path: str) -> bytes | None:
        """Return the bytes of a file below ``content/`` that is published, or None."""
        index = self._answers.index
        return self._answers.read_file(path) if path in index.assets else None

    def has_file(self, path: str) -> bool:
        """Whether a file below ``content/`` is published."""
        return path in self._answers.index.assets

    @property
    def has_own_host(self) -> bool:
        """Whether this is the site's first language, or another one with a host of its own."""
        index = self._answers.index
        return index.first is None or index.config.has_own_host

    def input(self, name: str) -> Any:
        """Return what the plugin's own `input` of that name read before the build."""
        return self._inputs(name)
