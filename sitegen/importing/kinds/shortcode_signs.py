"""Shortcodes in square brackets, as WordPress writes them: found, paired, replaced. Pure.

https://codex.wordpress.org/Shortcode_API
"""

import html
import re
from collections.abc import Callable
from typing import NamedTuple

_SIGN = re.compile(r"\[(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^\[\]]{0,8000})\]")
_ARGUMENT = re.compile(
    r"([\w-]+)\s*=\s*\"([^\"]*)\"|([\w-]+)\s*=\s*'([^']*)'|([\w-]+)\s*=\s*([^\s'\"]+)|\"([^\"]*)\"|(\S+)"
)
_CODE = re.compile(r"<(pre|code|script|style)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


class Sign(NamedTuple):
    """One shortcode of a text."""

    name: str
    arguments: dict[str, str]
    """Those without a key under `0`, `1` …"""
    content: str
    """What stands between it and its end, replaced already."""
    is_paired: bool
    written: str
    """Its opening, as it was typed."""


Replace = Callable[[Sign], str | None]
"""What stands for a shortcode; None: it is none, and stays."""


def replace_signs(text: str, replace: Replace) -> str:
    """Return *text* with each shortcode outside of code replaced; `[[x]]` is `[x]`, typed."""
    pieces: list[str] = []
    at = 0
    for code in _CODE.finditer(text):
        pieces += [_replace(text[at : code.start()], replace), code[0]]
        at = code.end()
    return "".join([*pieces, _replace(text[at:], replace)])


def _replace(text: str, replace: Replace) -> str:
    signs = list(_SIGN.finditer(text))
    if not signs:
        return text
    ends = _pairs(signs)
    parts: list[list[str]] = [[]]
    opened: list[int] = []
    at = 0
    for number, match in enumerate(signs):
        parts[-1].append(text[at : match.start()])
        at = match.end()
        if text[match.start() - 1 : match.start()] == "[" and text[at : at + 1] == "]":
            parts[-1][-1] = parts[-1][-1].removesuffix("[")
            parts[-1].append(html.escape(match[0], quote=False).replace("[", "&#91;"))
            at += 1
        elif opened and ends[opened[-1]] == number:
            inner = "".join(parts.pop())
            parts[-1].append(_one(signs[opened.pop()], inner, True, match[0], replace))
        elif number in ends:
            opened.append(number)
            parts.append([])
        elif match["close"]:
            parts[-1].append("" if replace(_sign(match, "", True)) is not None else match[0])
        else:
            parts[-1].append(_one(match, "", False, "", replace))
    return "".join([*parts[0], text[at:]])


def _pairs(signs: list[re.Match[str]]) -> dict[int, int]:
    """Return the number of its end for each opening that has one, properly nested."""
    ends: dict[int, int] = {}
    open_signs: list[int] = []
    waiting: dict[str, int] = {}
    for number, match in enumerate(signs):
        name = match["name"]
        if not match["close"]:
            open_signs.append(number)
            waiting[name] = waiting.get(name, 0) + 1
        elif waiting.get(name):
            while open_signs:
                last = open_signs.pop()
                waiting[signs[last]["name"]] -= 1
                if signs[last]["name"] == name:
                    ends[last] = number
                    break
    return ends


def _sign(match: re.Match[str], content: str, is_paired: bool) -> Sign:
    return Sign(match["name"].lower(), arguments(match["rest"]), content, is_paired, match[0])


def _one(
    match: re.Match[str], content: str, is_paired: bool, closing: str, replace: Replace
) -> str:
    new = replace(_sign(match, content, is_paired))
    return f"{match[0]}{content}{closing}" if new is None else new


def arguments(written: str) -> dict[str, str]:
    """Return the arguments of a shortcode; quotation marks of word processors are straight ones."""
    plain = html.unescape(written).translate(_QUOTES).strip().rstrip("/")
    values: dict[str, str] = {}
    for match in _ARGUMENT.finditer(plain):
        key = match[1] or match[3] or match[5]
        value = next((text for text in (match[2], match[4], match[6]) if text is not None), "")
        if key is None:
            key, value = str(sum(word.isdigit() for word in values)), match[7] or match[8]
            value = value.lstrip("=")
        values[key.lower()] = value
    return values


_QUOTES = str.maketrans("“”«»″", '"' * 5)
