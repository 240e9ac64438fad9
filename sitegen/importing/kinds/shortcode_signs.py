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
    for number, found in enumerate(signs):
        parts[-1].append(text[at : found.start()])
        at = found.end()
        if text[found.start() - 1 : found.start()] == "[" and text[at : at + 1] == "]":
            parts[-1][-1] = parts[-1][-1].removesuffix("[")
            parts[-1].append(html.escape(found[0], quote=False).replace("[", "&#91;"))
            at += 1
        elif opened and ends[opened[-1]] == number:
            inner = "".join(parts.pop())
            parts[-1].append(_one(signs[opened.pop()], inner, True, found[0], replace))
        elif number in ends:
            opened.append(number)
            parts.append([])
        elif found["close"]:
            parts[-1].append("" if replace(_sign(found, "", True)) is not None else found[0])
        else:
            parts[-1].append(_one(found, "", False, "", replace))
    return "".join([*parts[0], text[at:]])


def _pairs(signs: list[re.Match[str]]) -> dict[int, int]:
    """Return the number of its end for each opening that has one, properly nested."""
    ends: dict[int, int] = {}
    open_signs: list[int] = []
    waiting: dict[str, int] = {}
    for number, found in enumerate(signs):
        name = found["name"]
        if not found["close"]:
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


def _sign(found: re.Match[str], content: str, is_paired: bool) -> Sign:
    return Sign(found["name"].lower(), arguments(found["rest"]), content, is_paired, found[0])


def _one(
    found: re.Match[str], content: str, is_paired: bool, closing: str, replace: Replace
) -> str:
    new = replace(_sign(found, content, is_paired))
    return f"{found[0]}{content}{closing}" if new is None else new


def arguments(written: str) -> dict[str, str]:
    """Return the arguments of a shortcode; quotation marks of word processors are straight ones."""
    plain = html.unescape(written).translate(_QUOTES).strip().rstrip("/")
    values: dict[str, str] = {}
    for found in _ARGUMENT.finditer(plain):
        key = found[1] or found[3] or found[5]
        value = next((one for one in (found[2], found[4], found[6]) if one is not None), "")
        if key is None:
            key, value = str(sum(one.isdigit() for one in values)), found[7] or found[8]
            value = value.lstrip("=")
        values[key.lower()] = value
    return values


_QUOTES = str.maketrans("“”«»″", '"' * 5)
