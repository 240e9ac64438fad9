"""What a document that cannot be read says of being withdrawn: a slip undoes no wish. Pure.

Read is each line of its head for itself, since what stands between them may be what is wrong.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import msgspec

from sitegen.border.convert import Converter
from sitegen.border.suggestions import nearest_key
from sitegen.border.yaml_nodes import compose
from sitegen.model import FrontMatter, Moment

_FENCE = re.compile(r"(?:[-–—](?:[ ]?[-–—]){1,3}|—|\+{3}|\.{3}|[*_=]{3,}|`{3,})\w*\s*")
_KEY = re.compile(r"[\"']?(?P<key>[^\W\d][\w-]*)[\"']?[ \u00a0\u202f]*[:=](?P<value>.*)")
_OF_OTHERS = {"published": "draft", "publié": "draft"}
"""Keys of other programs that say the contrary."""
_NO = ("false", "no", "non", "off")


class Wish(msgspec.Struct, frozen=True):
    """What is to keep a document from readers, as far as it can be read without doubt."""

    draft: bool = False
    embargo: Moment | None = None
    expires: Moment | None = None
    access: str = ""


def wish_of(text: str) -> Wish | None:
    """Return what the head of a document with mistakes says of being withdrawn; None: nothing.

    An embargo whose end cannot be read is one without end: its author does not want it read now.
    """
    found: dict[str, Any] = {}
    for key, written in _keys(text):
        meant = key if key in Wish.__struct_fields__ else nearest_key(key, _FIELDS)
        value = written.split(" #")[0].strip().strip("\"'").casefold()
        if _OF_OTHERS.get(key.casefold()) and value in _NO:
            found["draft"] = True
        elif meant in Wish.__struct_fields__:
            read = _read(meant, written)
            if read is not None:
                found[meant] = read
            elif meant == "embargo":
                found["draft"] = True
    wish = Wish(**found)
    return wish if wish != Wish() else None


_FIELDS = dict.fromkeys(FrontMatter.__struct_fields__)


def _keys(text: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of the head of *text*, up to its end: a fence, else an empty line."""
    lines = text.lstrip("\ufeff\n\t \u00a0\u200b\u2060").split("\n")
    if _FENCE.fullmatch(lines[0]):
        del lines[0]
    ends = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    head = lines[: ends[0]] if ends else takewhile(str.strip, lines)
    for line in head:
        if match := _KEY.fullmatch(line.strip("\u200b\u2060\r")):
            yield match["key"], match["value"].replace("\u00a0", " ")


def _read(key: str, written: str) -> Any:
    text = f"{key}: {written.strip()}\n"
    node = compose(text, "", 1, [])
    if node is None:
        return None
    converter = Converter(text, "", 1)
    converter.convert(node, Wish)
    return converter.sound.get(key)
