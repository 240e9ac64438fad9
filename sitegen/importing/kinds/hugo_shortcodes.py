"""Shortcodes of Hugo, its own and a site's that hold a picture; the others are told. Pure."""

import posixpath
import re
from collections.abc import Callable, Collection
from textwrap import dedent

from sitegen.importing.former import ImportNote
from sitegen.importing.material import Material
from sitegen.importing.shortcodes import (
    alert_kind,
    embedded,
    figure,
    set_apart,
    shortcode,
    spoken,
)

_CALL = re.compile(
    r"\{\{[<%](?!/\*)\s*(?P<end>/)?\s*(?P<name>[\w./-]+)(?P<arguments>(?:\s+|\"[^\"]*\"|`[^`]*`|[^\"`>%]|[>%](?!\}\}))*?)"
    r"\s*/?\s*[>%]\}\}"
)
_PAIR = re.compile(
    r"\{\{(?P<open>[<%])\s*(?P<name>[\w./-]+)(?P<arguments>(?:\s+(?:[\w-]+\s*=\s*)?"
    r"(?:\"[^\"]*\"|`[^`]*`|[^\s\"`<>%/{}]+))*)\s*[>%]\}\}"
    r"(?P<inner>(?:(?!\{\{[<%]\s*(?P=name)[\s>%]).)*?)"
    r"\{\{[<%]\s*/\s*(?P=name)\s*[>%]\}\}",
    re.DOTALL,
)
"""A shortcode around a text, with none of its name within."""
_TOLD = "\ue006"
"""What opens a shortcode that is told: it is not looked at again."""
_DEEP = 20
"""Shortcodes of one name within each other, of which no text has so many."""
_TITLES = ("title", "summary", "header", "label", "name")
_FOLDED = ("details", "expand", "accordion", "collapse", "spoiler")
"""Shortcodes whose first argument is what readers open them by."""
_SHOWN = re.compile(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}", re.DOTALL)
_HIDDEN = re.compile(r"\{\{([<%])\s*comment\s*[>%]\}\}.*?\{\{\1\s*/comment\s*[>%]\}\}", re.DOTALL)
"""What Hugo's `comment` keeps from readers."""
_ARGUMENT = re.compile(
    r"(?:(?P<key>\w[\w-]*)\s*=\s*)?(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"`]+))"
)
_FILMS = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
    "dailymotion": "https://www.dailymotion.com/video/",
}
_LINKS = {
    "tweet": "https://twitter.com/i/status/", "x": "https://x.com/i/status/",
    "instagram": "https://www.instagram.com/p/", "gist": "https://gist.github.com/",
}  # fmt: skip
_PICTURES = ("src", "url", "file", "image", "img", "path", "0")


class ShortcodeCall:
    """One use of a shortcode: its arguments by name, those without one by number."""

    def __init__(self, name: str, written: str) -> None:
        self.name = name
        self.arguments: dict[str, str] = {}
        for number, match in enumerate(_ARGUMENT.finditer(written)):
            value = next(text for text in match.group("quoted", "raw", "bare") if text is not None)
            self.arguments[match["key"] or str(number)] = value

    def first(self, *names: str) -> str:
        return next((self.arguments[name] for name in names if self.arguments.get(name)), "")


def without_shortcodes(
    text: str, named: Callable[[str], str], pictures: Collection[str] = ()
) -> tuple[str, tuple[ImportNote, ...]]:
    """Return *text* with its shortcodes as they are here, and notes of those that have no like.

    *named*: what `ref` names → its path; *pictures*: shortcodes of the site that hold one picture.
    """
    notes: list[ImportNote] = []

    def replace(match: re.Match[str]) -> str:
        call = ShortcodeCall(match["name"].lower(), match["arguments"])
        if match["end"]:
            return ""
        known = _known(call, named, pictures)
        if known is None and match.string[: match.start()].endswith("]("):
            known = named(call.first("0")) if set(call.arguments) == {"0"} else None  # an address
        if known is None:
            known = spoken(call.name, call.arguments)
            known = f"\n{known}\n" if known and _stands_alone(match) else known
        return tell(match, match[0]) if known is None else set_apart(known, match)

    def tell(match: re.Match[str], written: str) -> str:
        notes.append(ImportNote("shortcode", match["name"], written[:80]))
        return f"<!-- {written.replace('--', '- -')} -->".replace("{{", _TOLD)  # once

    def paired(match: re.Match[str]) -> str:
        call = ShortcodeCall(match["name"].lower(), match["arguments"])
        inner = _CALL.sub(replace, match["inner"])
        kind = alert_kind(call.first("type", "variant", "style", "level", "0")) or alert_kind(
            call.name
        )
        if kind and alert_kind(call.name) and inner.strip() and "\n:::" not in f"\n{inner}":
            opened = shortcode("alert", kind, title=call.first("title"))
            return f"\n\n{opened}\n{dedent(inner).strip()}\n:::\n\n"
        told = tell(match, match[0][: match.start("inner") - match.start()])
        title = call.first(*_TITLES) or (call.first("0") if call.name in _FOLDED else "")
        return f"{told}\n\n**{title}**\n\n{inner}" if title else f"{told}{inner}"

    text = _HIDDEN.sub("", text)
    for _ in range(_DEEP):
        text, count = _PAIR.subn(paired, text)
        if not count:
            break
    text = _CALL.sub(replace, text).replace(_TOLD, "{{")
    text = _SHOWN.sub(r"{{\1\2\3}}", text)
    return text, tuple(notes)


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether a call is all that its line holds."""
    before = match.string[: match.start()].rpartition("\n")[2]
    return not before.strip() and not match.string[match.end() :].partition("\n")[0].strip()


def _known(
    call: ShortcodeCall, named: Callable[[str], str], pictures: Collection[str]
) -> str | None:
    if call.name in ("ref", "relref"):
        return named(call.first("0", "path"))
    if call.name in _FILMS:
        identity = call.first("id", "0")
        title = call.first("title")
        return embedded(_FILMS[call.name] + identity, title) if identity else None
    if call.name in _LINKS:
        identity = call.first("id", "0") + (f"/{call.first('1')}" if call.name == "gist" else "")
        return f"<{_LINKS[call.name]}{identity}>" if identity else None
    if call.name == "peertube" or call.name.endswith("iframe"):
        address = call.first("src", "url", "0")
        return embedded(address, call.first("title")) or None if "//" in address else None
    if call.name in ("figure", "img", "image") or call.name in pictures:
        return _picture(call)
    return None


def _picture(call: ShortcodeCall) -> str | None:
    source = call.first(*_PICTURES)
    if not source:
        return None
    caption = " ".join(filter(None, (call.first("title"), call.first("caption"))))
    alt = call.arguments.get("alt")
    if caption or call.first("attr"):
        return figure(source, alt, caption=caption, credit=call.first("attr"))
    return f"![{alt or ''}](<{source}>)" if " " in source else f"![{alt or ''}]({source})"


_IS_SHORTCODE = re.compile(r"(?:themes/[^/]+/)?layouts/_?shortcodes/.*")
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)


def picture_shortcodes(material: Material) -> frozenset[str]:
    """Return the names of shortcodes, also of a theme, that hold one picture and no inner text."""
    names = []
    for name in filter(_IS_SHORTCODE.fullmatch, material.under("", ".html")):
        template = material.read_text(name)
        is_of_one = len(_PICTURE.findall(template)) == 1
        if is_of_one and ".Inner" not in template and "range" not in template:
            names.append(posixpath.splitext(posixpath.basename(name))[0].lower())
    return frozenset(names)
