"""What a document that cannot be read says of being withdrawn: a slip undoes no wish. Pure.

Read is each line of its head for itself, since what stands between them may be what is wrong.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import msgspec

from sitegen.border.convert import Converter
from sitegen.border.suggestions import WORDS_FOR_ACCESS, nearest_key, plain
from sitegen.border.yaml_nodes import compose
from sitegen.model import FrontMatter, Moment
from sitegen.sources.second_head import second_head

_FENCE = re.compile(r"(?:[-–—](?:[ ]?[-–—]){1,3}|—|\+{3}|\.{3}|[*_=]{3,}|`{3,})\w*\s*")
_KEY = re.compile(r"[\"']?(?P<key>[^\W\d][\w-]*)[\"']?\s*[:=\uff1a](?P<value>.*)")
_CUT = re.compile(r"access(?:\s+(?P<value>\S+))?", re.IGNORECASE)
"""`access members`, whose author forgot the colon."""
_IN_BRACES = re.compile(r"[{,]\s*[\"']?(?P<key>access)[\"']?\s*:")
_HEAD = re.compile(r"\s*---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_INVISIBLE = re.compile("[\ufeff\u200b\u2060\r]")
_OPENING = re.compile(r"(?:[>|][\d+-]*)?(?:\s*#.*)?")
"""What stands behind a key whose value is below it."""
_WITH_ACCESS_OF_THEIR_OWN = ("preview", "extra")
"""Keys below which `access` means something else."""
KEYS = ("draft", "embargo", "expires", "access", "section")
"""Of the front matter, those that keep a document from readers whatever else it says."""
_READ = (*KEYS, "date", "slug")
NOBODY = " ?"
"""For whom a text is whose `access` cannot be understood: no name begins with a space."""
_OF_OTHERS = {"published": "draft", "publié": "draft"}
"""Keys of other programs that say the contrary."""
_NO = ("false", "no", "non", "off")
_OPEN = (*_NO, "public", "")
"""What stands behind another word for `access` where nothing is to be hidden."""


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
    as well.
    """
    wish = _wish_of(text)
    head = _HEAD.match(text)
    second = second_head(text[head.end() :]) if head else None
    other = _wish_of(second[1]) if second else None
    if wish is None or other is None:
        return wish
    ends = [moment for moment in (wish.embargo, other.embargo) if moment]
    return msgspec.structs.replace(
        wish,
        draft=wish.draft or other.draft,
        embargo=max(ends, key=lambda moment: moment.local, default=None),
        expires=wish.expires or other.expires,
        access=wish.access or other.access,
        section=wish.section or other.section,
        date=wish.date or other.date,
        slug=wish.slug or other.slug,
    )


def _wish_of(text: str) -> Withdrawal | None:
    values: dict[str, Any] = {}
    is_read = False
    for key, written in _keys(text):
        is_read = True
        meant = key if key in _READ else nearest_key(key, _FIELDS)
        value = written.split(" #")[0].strip().strip("\"'").casefold()
        if _OF_OTHERS.get(key.casefold()) and value in _NO:
            values["draft"] = True
        elif meant == "access" and plain(key) in WORDS_FOR_ACCESS and value in _OPEN:
            continue
        elif meant in _READ:
            read = _read(meant, written)
            if read is not None and read != "":
                values[meant] = read
            elif meant == "access":
                values[meant] = NOBODY
            elif meant == "embargo":
                values["draft"] = True
    return Withdrawal(**values, text=text) if is_read else None


_FIELDS = dict.fromkeys(FrontMatter.__struct_fields__)


def _keys(text: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of the head of *text*, up to its end: a fence, else an empty line."""
    lines = [_INVISIBLE.sub("", line) for line in text.split("\n")]
    while lines and not lines[0].strip():
        del lines[0]
    if lines and _FENCE.fullmatch(lines[0].strip()):
        del lines[0]
    ends = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    above = ""
    for line in lines[: ends[0]] if ends else takewhile(str.strip, lines):
        for key, value in _keys_of(line):
            if not (above and line[:1].isspace()):
                yield key, value
                above = key if _OPENING.fullmatch(value.strip()) else ""
            elif key == "access" and above not in _WITH_ACCESS_OF_THEIR_OWN:
                yield key, value  # a slip: nothing else has such a key below it


def _keys_of(line: str) -> Iterator[tuple[str, str]]:
    stripped = line.strip()
    if match := _KEY.fullmatch(stripped) or _CUT.fullmatch(stripped):
        yield match.groupdict().get("key") or "access", (match["value"] or "").replace("\xa0", " ")
    elif stripped.startswith("{"):
        yield from ((match["key"], "") for match in _IN_BRACES.finditer(stripped))


def _read(key: str, written: str) -> Any:
    text = f"{key}: {written.strip()}\n"
    node = compose(text, "", 1, [])
    if node is None:
        return None
    converter = Converter(text, "", 1)
    converter.convert(node, Withdrawal)
    return converter.sound.get(key)
