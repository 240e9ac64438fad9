"""What stands in texts and data files of Eleventy: templates, containers, values. Pure."""

import json
import re
from collections.abc import Callable
from typing import Any

from sitegen.importing.former import ImportNote
from sitegen.importing.kinds.liquid import without_liquid
from sitegen.importing.links import without_blocks
from sitegen.importing.shortcodes import embedded, figure, shortcode

_EXPORT = re.compile(r"(?:module\.exports\s*=|export\s+default)\s*(\{.*\})\s*;?\s*\Z", re.DOTALL)
_PLAIN_LINE = re.compile(r"^\s*[\"']?(\w+)[\"']?\s*:\s*([\"'])([^\"'\n]*)\2\s*,?\s*$", re.MULTILINE)
_LINE_COMMENT = re.compile(r"(?<![:\"'\w])//[^\n]*|/\*.*?\*/", re.DOTALL)
_KEY = re.compile(r"([{,]\s*)([A-Za-z_$][\w$]*)\s*:")
_SINGLE = re.compile(r"'((?:[^'\\\n]|\\.)*)'")
_TRAILING = re.compile(r",(\s*[}\]])")
_CALL = re.compile(
    r"\{%-?\s*(?P<name>image\w*|figure|video|youtube|vimeo)\s+(?P<arguments>[^%]*?)-?%\}"
)
_STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_CONTAINER = re.compile(
    r"^[ ]{0,3}:::+[ \t]*(?P<name>\w+)(?P<rest>[^\n]*)\n"
    r"(?P<inner>(?:(?!^[ ]{0,3}:::+[ \t]*\w).)*?)^[ ]{0,3}:::+[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_HIDDEN = re.compile(r"\{#(?![\w:.-]*\})(?:(?!\{#).)*?#\}", re.DOTALL)
"""A comment of Nunjucks, which readers never saw; `{#id}` of a heading is none."""
_ALERTS = {"callout": "info", "info": "info", "tip": "info", "note": "info", "alert": "important",
           "warning": "warning", "danger": "warning"}  # fmt: skip


def read_script(text: str) -> Any:
    """Return the object that a data file exports, where it is nothing but values.

    Raises `ValueError` for a program: nothing is run.
    """
    match = _EXPORT.search(_LINE_COMMENT.sub("", text))
    if match is None:
        raise ValueError("a program")
    quoted = _SINGLE.sub(lambda match: json.dumps(match[1].replace("\\'", "'")), match[1])
    return json.loads(_TRAILING.sub(r"\1", _KEY.sub(r'\1"\2":', quoted)))


def plain_lines(text: str) -> dict[str, str]:
    """Return what a data file that is a program says plainly: a key and its text on one line."""
    return {match[1]: match[3] for match in _PLAIN_LINE.finditer(text)}


def without_templates(
    text: str, said: Callable[[str], str | None] = lambda _name: None
) -> tuple[str, tuple[ImportNote, ...]]:
    """Return *text* with its shortcodes and containers as they are here, and what had no like.

    *said*: the words of a variable that a template shows; None: nobody can tell.
    """
    notes: list[ImportNote] = []

    def call(match: re.Match[str]) -> str:
        given = [double or single for double, single in _STRING.findall(match["arguments"])]
        if not given:
            return match[0]
        if match["name"].startswith(("image", "figure")):
            words = given[1:]
            if len(words) > 1 and " " not in words[0] and " " in words[1]:
                words = words[1:]  # before them stands a class
            alt = words[0] if words else None
            caption = words[1] if len(words) > 1 else ""
            return figure(given[0], alt, caption) if caption else f"![{alt or ''}](<{given[0]}>)"
        films = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}
        address = given[0] if "//" in given[0] else films.get(match["name"], "") + given[0]
        if "//" not in address:
            return shortcode("video", address, title=given[1] if len(given) > 1 else "Vidéo")
        return embedded(address, given[1] if len(given) > 1 else "")

    def container(match: re.Match[str]) -> str:
        name, rest = match["name"].lower(), match["rest"].strip()
        inner = without_blocks(match["inner"])
        if name in _ALERTS:
            return f"{shortcode('alert', _ALERTS[name], title=rest)}\n{inner}:::"
        if name == "quote":
            lines = inner.strip("\n").split("\n")
            quoted = "\n".join(f"> {line}".rstrip() for line in lines)
            return f"{quoted}\n>\n> {rest}" if rest else quoted
        notes.append(ImportNote("block", name, match[0][:80]))
        return inner

    def hidden(match: re.Match[str]) -> str:
        notes.append(ImportNote("guess", "{# … #}", match[0][:80]))
        return ""

    text = _HIDDEN.sub(hidden, text)
    pieces, at = [], 0
    for match in _CONTAINER.finditer(text):
        pieces += [without_blocks(text[at : match.start()]), container(match)]
        at = match.end()
    text = _CALL.sub(call, "".join([*pieces, without_blocks(text[at:])]))
    text, more = without_liquid(text, lambda path: path, "/", said=said)
    return text, (*notes, *more)
