"""The forms in which answers are kept: what stands in them for entries, events and titles."""

from collections.abc import Callable
from functools import cache
from types import GenericAlias, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec

from sitegen.model import Entry, Event, Moment, Node, Occurrence, Translation
from sitegen.site.guides import Rank
from sitegen.site.questions import settings, versions
from sitegen.site.questions.answering import KINDS


class KeptEntry(msgspec.Struct, frozen=True, array_like=True):
    """Stands for an entry, by its id."""

    id: str


class KeptEvent(msgspec.Struct, frozen=True, array_like=True):
    """Stands for an event of an entry."""

    entry_id: str
    place: int
    """Among the events of the entry."""
    raw: bytes = b""
    """The event itself, where it is not as its entry announces it."""
    is_told: bool = False
    """Whether it is as calendars tell it: with its editions (`Editions.told`)."""


class KeptDate(msgspec.Struct, frozen=True, array_like=True):
    """Stands for a date of an event; what its event says too is left out."""

    event: KeptEvent
    start: Moment | None = None
    end: Moment | None = None
    slots: tuple[tuple[Moment, Moment | None], ...] = ()
    rule_start: Moment | None = None


class KeptTitled(msgspec.Struct, frozen=True, array_like=True):
    """Stands for a value that tells the title of a document."""

    name: str
    """Of the value's class."""
    raw: bytes
    """The value, without the title where that is the document's."""
    id: str = ""
    """The document; empty where the title is another one."""


class KeptNode(msgspec.Struct, frozen=True, array_like=True):
    """Stands for a node of a guide; its title decides where among its neighbours it stands."""

    rank: Rank
    node: KeptTitled
    children: tuple["KeptNode", ...] = ()


class OneOf(msgspec.Struct, frozen=True, array_like=True):
    """A value of one of several classes, with the name of its own."""

    name: str
    raw: bytes


Titled = Translation | settings.Moved | versions.Original | Node
TITLED: dict[str, Callable[[bytes], Any]] = {
    told.__name__: msgspec.msgpack.Decoder(told).decode for told in get_args(Titled)
}
_STANDING: dict[Any, Any] = {
    Entry: KeptEntry,
    Event: KeptEvent,
    Occurrence: KeptDate,
    **dict.fromkeys(get_args(Titled), KeptTitled),
    Node: KeptNode,
}
"""What stands in another form in answers that are kept."""


class Form(NamedTuple):
    """How the answers of a kind are kept."""

    decode: Callable[[bytes], Any]
    is_changed: bool
    """Whether entries, or values of several classes, stand in another form in them."""
    classes: dict[str, Callable[[bytes], Any]]
    """Decoders of values of several classes, by name."""


@cache
def form_of(name: str) -> Form | None:
    """Return how answers of the kind *name* are kept; None where they cannot be.

    Not those of plugins. Those of a kind that has a digest of its own can be dear to make, and are
    not kept: it could not be told whether they are sound.
    """
    kind = KINDS.get(name)
    if kind is None or kind.digest is not None:
        return None
    told = get_type_hints(kind.answer)["return"]
    if told is Any or told is object:
        return None
    classes: dict[str, Callable[[bytes], Any]] = {}
    kept = _kept_type(told, classes)
    return Form(msgspec.msgpack.Decoder(kept).decode, kept != told, classes)


def _kept_type(told: Any, classes: dict[str, Callable[[bytes], Any]]) -> Any:
    """Return the type *told* with what stands in it in another form; *classes* are filled."""
    if told in _STANDING:
        return _STANDING[told]
    members = get_args(told)
    if get_origin(told) in (Union, UnionType):
        structs = [member for member in members if _is_struct(member) and member not in _STANDING]
        if len(structs) > 1:  # nothing in their bytes tells them apart
            classes |= {
                struct.__name__: msgspec.msgpack.Decoder(struct).decode for struct in structs
            }
            members = (OneOf, *(member for member in members if member not in structs))
        return Union[tuple(_kept_type(member, classes) for member in members)]  # noqa: UP007
    if get_origin(told) is tuple:
        return GenericAlias(tuple, tuple(_kept_type(member, classes) for member in members))
    return told


def _is_struct(told: Any) -> bool:
    return isinstance(told, type) and issubclass(told, msgspec.Struct)
