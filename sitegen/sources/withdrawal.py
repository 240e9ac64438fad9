"""What a document that cannot be read says of being withdrawn: a slip undoes no wish. Pure.

Read is each line of its head for itself, since what stands between them may be what is wrong.
"""

import re
from functools import lru_cache
from typing import Any

import msgspec

from sitegen.border.convert import Converter
from sitegen.border.hiding import (
    OPEN,
    UNCLEAR,
    YES,
    Saying,
    denies_embargo,
    said_by,
    withholds_for_certain,
)
from sitegen.border.moments import parse_moment
from sitegen.border.suggestions import SURE, is_word_for_access, nearest_key, plain
from sitegen.border.yaml_nodes import compose
from sitegen.catalogue import MESSAGES
from sitegen.model import EventFields, FrontMatter, Moment
from sitegen.patterns import lazy_pattern
from sitegen.sources.head_keys import HeadKey, head_keys
from sitegen.sources.second_head import second_head

_HEAD = lazy_pattern(r"\s*---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_COMMENT = lazy_pattern(r"(?:^|\s)#.*", re.MULTILINE)
_WITH_ACCESS_OF_THEIR_OWN = ("preview", "extra")
"""Keys below which `access` means something else."""
KEYS = ("draft", "embargo", "expires", "access", "section")
"""Of the front matter, those that keep a document from readers whatever else it says."""
_READ = (*KEYS, "date", "slug")
NOBODY = " ?"
"""For whom a text is whose `access` cannot be understood: no name begins with a space."""
_WITHHELD: list[tuple[str, Any]] = [("draft", True), ("access", NOBODY)]
"""What hides a text in whatever form; of a section it may be meant for the whole folder."""


class Withdrawal(msgspec.Struct, frozen=True):
    """What is to keep a document from readers, as far as it can be read without doubt."""

    draft: bool = False
    embargo: Moment | None = None
    expires: Moment | None = None
    access: str = ""
    section: str = ""
    """Where that is private, the text is its readers'."""
    date: Moment | None = None
    """Nobody is to read it before."""
    slug: str = ""
    """What its address is made of: a page of that address may be its own."""
    text: str = ""
    """All of it, as far as it can be read: what it names may have to wait with it."""


def wish_of(text: str) -> Withdrawal | None:
    """Return what the head of a document with mistakes says of being withdrawn; None: it has none.

    An embargo whose end cannot be read is one without end: its author does not want it read now.
    Readers whose name cannot be read are `NOBODY`. What a second head below the first says counts
    as well; what stands twice counts as it hides most.
    """
    head = _HEAD.match(text)
    second = second_head(text[head.end() :]) if head else None
    said = list(head_keys(text))
    is_read = any(written.is_usual for written in said)
    values: dict[str, Any] = {}
    for written in (*said, *(head_keys(second[1]) if second else ())):
        if written.above == "extra" and MESSAGES["hiding-below-extra"].id in text:
            continue  # its author said that it is the theme's
        for key, value in _hiding(written):
            known = values.get(key, value)
            values[key] = value if known == value else _stricter(key, known, value)
    return Withdrawal(**values, text=text) if is_read or values else None


def _stricter(key: str, one: Any, other: Any) -> Any:
    """Return which of two values hides more."""
    if key == "draft":
        return one or other
    if key == "access":
        return NOBODY
    if isinstance(one, Moment) and isinstance(other, Moment):
        most = min if key == "expires" else max
        return most(one, other, key=lambda moment: moment.local)
    return one or other


_FIELDS = dict.fromkeys(FrontMatter.__struct_fields__)
_FIELDS_ANYWHERE = _FIELDS | dict.fromkeys(EventFields.__struct_fields__)
_OF_EVENTS = ("event", "events", "price")
_OF_TEXTS = frozenset((
    "params", "build", "cascade", "meta", "metadata", "frontmatter", "header", "options",
    "settings", "post", "page", "article", "wordpress", "wp", "publishing", "publish", "visibility",
    "visibilite",
))  # fmt: skip
"""Keys of other programs below which stands what is said of the text: `comments: {enabled: false}`,
`sitemap: {exclude: true}` or `lieu: {en ligne: non}` is none of it."""


def _hiding(written: HeadKey) -> list[tuple[str, Any]]:
    """Return what *written* says, by the keys of `Withdrawal`."""
    key, value = written.key, _value(written.value)
    if written.above:
        return _hiding_below(written, value)
    if (key not in _READ or not written.is_usual) and (said := said_by(key, value)):
        return _of_other_words(said, value)
    word = plain(value)
    if is_word_for_access(key):  # its value is no name of readers
        return [] if word in OPEN else [("access", NOBODY)]
    meant = key if key in _READ or not written.is_usual else nearest_key(key, _FIELDS)
    if meant not in _READ or denies_embargo(key):
        return []
    read = _read(meant, written.value)
    if read is not None and read != "":
        return [(meant, read)]
    if meant == "access":
        return [("access", NOBODY)]
    if meant == "draft" and word:
        return _WITHHELD
    return [("draft", True)] if meant == "embargo" else []


def _of_other_words(said: Saying, value: str) -> list[tuple[str, Any]]:
    if said.meaning == "withheld":
        return _WITHHELD
    if said.meaning in ("few", "unlisted"):
        return [("access", NOBODY)]
    return [(said.key, parse_moment(value))] if said.meaning == "when" else []


def _hiding_below(written: HeadKey, value: str) -> list[tuple[str, Any]]:
    """Return what a key says that stands below another one: a slip, if it is one of these."""
    if written.above == "extra" and withholds_for_certain(written.key, value):
        return _WITHHELD
    if written.above in _WITH_ACCESS_OF_THEIR_OWN:
        return []
    said = said_by(written.key, value, written.above)
    if written.key == "access":
        return [("access", _read("access", written.value) or NOBODY)]
    is_word = is_word_for_access(written.key) and plain(value) not in OPEN
    if not (said or is_word):
        return []
    is_meant = plain(written.above) in _OF_TEXTS or withholds_for_certain(written.key, value)
    if said and written.above not in _FIELDS and is_meant:
        return _of_other_words(said, value)
    if not is_word:
        return []
    is_price = _known_above(written.above) in _OF_EVENTS and plain(value) not in YES
    return [] if is_price else [("access", NOBODY)]


@lru_cache(maxsize=1024)  # of all keys below it
def _known_above(key: str) -> str:
    return nearest_key(key, _FIELDS_ANYWHERE, SURE)


def _value(written: str) -> str:
    """Return *written* without quotes and comments; nothing where nothing is there."""
    if not written.strip():
        return ""
    value = " ".join(_COMMENT.sub("", written).strip().rstrip(" ,}").split())
    if value[:1] in ("'", '"') and value[-1:] == value[0] and len(value) > 1:
        value = value[1:-1].strip()
        if not value:
            return ""
    return value if plain(value) else UNCLEAR


def _read(key: str, written: str) -> Any:
    text = f"{key}: {written.strip()}\n"
    node = compose(text, "", 1, [])
    if node is None:
        return None
    converter = Converter(text, "", 1)
    converter.convert(node, Withdrawal)
    return converter.sound.get(key)
