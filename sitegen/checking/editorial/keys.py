"""Markdown and HTML under keys whose text is shown as it is typed. Reads files of ``_data/``."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from html.entities import html5
from typing import Any

import msgspec

from sitegen.border.convert import Converter, reader_for
from sitegen.border.text import decode
from sitegen.border.yaml_nodes import compose
from sitegen.border.yaml_notes import INVALID
from sitegen.config import SiteFile
from sitegen.errors import Diagnostic
from sitegen.markup.typesetting import prose_of
from sitegen.model import DATA_FORMS, WHOLE_FORMS
from sitegen.site.index import Index
from sitegen.site.publication import is_meant_to_be_read
from sitegen.sources.data_forms import data_name, whole_name
from sitegen.sources.scan import Source

_TAGS = (
    "a|abbr|b|big|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|q|s|small"
    "|span|strike|strong|sub|sup|table|td|tr|u|ul"
)
_MARKUP = re.compile(
    rf"""</?(?:{_TAGS})(?:\s[^<>]*)?\s?/?>(?:[^<>]*</(?:{_TAGS})>)?   # <b>text</b>, a lone <br>
        |&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|(?P<name>[A-Za-z][A-Za-z0-9]{{1,31}}));
        |!?\[[^\[\]]+\]\([^()\s]+(?:\s[^()]*)?\)                      # a link, an image
        |<(?:https?://|mailto:)[^<>\s]+>
        |(?<![\w*\\])(?P<stars>\*{{1,3}})(?=[^\s*])[^*]*[^\s*](?P=stars)(?![\w*])
        |(?<![\w\\@/])(?P<lines>_{{1,3}})(?=[^\s_])[^_]*[^\s_](?P=lines)(?!\w)
        |(?<!~)~~(?=[^\s~])[^~]*~~
        |(?<!`)`[^`]+`(?!`)
        |\A\#{{1,6}}\s+(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Pairs of signs about words, and whole tags and entities: never a lone `*`, `_`, `&` or `<`."""
_SPACED = re.compile("(&#?[A-Za-z0-9]+)[\u00a0\u202f];")
"""An entity after French typography has been at it."""
_END = re.compile(r"\s|\Z")
_LINK = re.compile(r"!?\[([^\[\]]+)\]\([^()]*\)")
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|hr|/p|/li|/div)\b[^<>]*>", re.IGNORECASE)
_SIGNS = re.compile(r"[*`]|~~|(?<!\w)_+|_+(?!\w)|\A#+\s+|<(?=http|mailto)|(?<=\S)>\Z")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SHOWN = 80


def check_keys(index: Index, written: SiteFile, sources: Mapping[str, Source]) -> list[Diagnostic]:
    """Return where markup stands in a document's keys, in ``site.yaml`` and in people's, places'
    and organisations' names.

    Lists, feeds, calendars, `<title>` and shared links show these as they are, so that only a body
    has markup.
    """
    diagnostics: list[Diagnostic] = []
    for document in index.documents.values():
        if is_meant_to_be_read(document, index.clock, index.config.timezone):
            for key, text in prose_of(document.section_front or document.front):
                told = markup_in(key, text)
                diagnostics += (
                    document.diagnostic("markup-in-key", key, **mistake) for mistake in told
                )
    for key, text in prose_of(index.config):
        steps = [int(step) if step.isdecimal() else step for step in key.split(".")]
        place = written.place(*steps)
        diagnostics += (
            place.diagnostic("markup-in-key", **mistake) for mistake in markup_in(key, text)
        )
    for source in sources.values():
        is_read = data_name(source.key) in DATA_FORMS or whole_name(source.key)
        if is_read and source.key.endswith((".yaml", ".yml", ".json")):
            diagnostics += _of_data(source)
    return diagnostics


def _of_data(source: Source) -> Iterator[Diagnostic]:
    try:
        with open(source.disk_path, "rb") as file:
            text, _ = decode(file.read(), source.key)
    except OSError:  # removed just now
        return
    node = compose(text, source.key, 1, [])
    form: Any = WHOLE_FORMS.get(whole_name(source.key))
    form = form or dict[str, DATA_FORMS[data_name(source.key)]]  # type: ignore[misc]
    converter = Converter(text, source.key, 1)
    value = reader_for(form)(converter, node, "") if node else INVALID
    for name, entry in _structs(value):
        for key, words in prose_of(entry, name):
            place = _place(converter.marks, key)
            for values in markup_in(key.removeprefix(name), words):
                yield Diagnostic("markup-in-key", source.key, *place, values)


def _structs(value: Any) -> Iterator[tuple[str, msgspec.Struct]]:
    """Yield what a data file holds, after the beginning of the keys of each."""
    if isinstance(value, dict):
        yield from ((f"{name}.", part) for name, part in value.items())
    elif isinstance(value, tuple):
        yield from ((f".{position}.", part) for position, part in enumerate(value))
    elif isinstance(value, msgspec.Struct):
        yield "", value


def _place(marks: Mapping[str, tuple[int, int]], key: str) -> tuple[int, int]:
    """Return where *key* stands, or the nearest key above it that is known."""
    while key and key not in marks:
        key = key.rpartition(".")[0]
    return marks.get(key, (1, 1))


def markup_in(key: str, text: str) -> Iterable[dict[str, str]]:
    """Yield what a message says of the markup in *text*, each with the words that surround it."""
    if not any(sign in text for sign in "*_&<[`~#"):
        return
    text = _SPACED.sub(r"\1;", text)
    for match in _MARKUP.finditer(text):
        if match["name"] and f"{match['name']};" not in html5:
            continue
        begin = max(text.rfind(" ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        end = _END.search(text, match.end())
        fragment = text[begin : end.start() if end else len(text)]
        plain = _plain(fragment) or _plain(text) or "…"
        name = ".".join(step for step in key.split(".") if not step.isdecimal())
        yield {"key": name, "text": fragment[:_SHOWN], "suggestion": plain[:_SHOWN]}


def _plain(text: str) -> str:
    """Return *text* as readers are meant to see it."""
    text = re.sub(r"<sup>(\d+)</sup>", lambda match: match[1].translate(_RAISED), text)
    text = _TAG.sub("", _BREAK.sub(" ", _LINK.sub(r"\1", text)))
    return " ".join(unescape(_SIGNS.sub("", text)).split())
