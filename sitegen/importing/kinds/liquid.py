"""Liquid within texts: what names something becomes its address, the rest is told. Pure."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from sitegen.importing.former import ImportNote
from sitegen.importing.html import kept_block
from sitegen.importing.shortcodes import embedded, figure, set_apart, spoken


def _block(name: str, arguments: str = "") -> re.Pattern[str]:
    """Return what finds a block without another one of its kind within, in one look at a text,
    however many begin and never end.
    """
    inner = rf"(?P<inner>(?:(?!\{{%-?\s*{name}\b).)*?)"
    return re.compile(
        rf"(?P<first>\{{%-?\s*{name}\b{arguments}-?%\}}){inner}\{{%-?\s*end{name}\s*-?%\}}",
        re.DOTALL,
    )


_RAW, _COMMENT = _block("raw", r"\s*"), _block("comment", r"\s*")
_HIGHLIGHT = _block("highlight", r"\s++(?P<language>\w++)[^%]*+")
_LOOP = _block("for", "[^%]*+")
_DEEP = 20
"""Loops within loops, of which no template has so many."""
_NAMED = re.compile(r"\{%-?\s*(?:post_url|link)\s++([^%]++)%\}")
_BASE = re.compile(r"\{\{-?\s*(?:site\.(?:baseurl|url|github\.url)|page\.baseurl)\s*-?\}\}/?")
_FILTERED = re.compile(
    r"\{\{-?\s*([\"'])(?P<path>[^\"']*)\1\s*\|\s*"
    r"(?:relative_url|absolute_url|url|relativeUrl|absoluteUrl|prepend:[^}]*)\s*-?\}\}"
)
_FILM = re.compile(
    r"\{%-?\s*include\s+(?:\w*/)?(?P<kind>youtube|vimeo)\w*(?:\.html)?[^%]*?id=[\"'](?P<id>[\w-]+)[\"'][^%]*%\}"
)
_INNER = r"(?:[^%{]|%(?!\})|\{(?!%))*+"
"""What a tag holds: also a percent sign, as dates are written with: `{{ d | date: "%d" }}`."""
_INCLUDE = re.compile(rf"\{{%-?\s*include\w*\s+(?P<name>[\w./-]*\w)(?P<arguments>{_INNER})%\}}")
_ARGUMENT = re.compile(r"(\w+)=(?:\"([^\"]*)\"|'([^']*)')")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?.*)?", re.IGNORECASE)
_TAG = re.compile(rf"\{{%-?\s*(?P<tag>\w+){_INNER}%\}}|\{{\{{-?\s*(?P<value>[^{{}}]+?)\s*-?\}}\}}")
_HARMLESS = {"escape", "escape_once", "xml_escape", "strip", "strip_html", "markdownify",
             "smartify", "safe", "trim"}  # fmt: skip
"""Filters that leave words as they are."""
_ATTRIBUTES = re.compile(r"^[ ]{0,3}\{:\s*[^{}\n]*\}[ \t]*$\n?|\{:\s*[^{}\n]*\}", re.MULTILINE)
_FILMS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}


def without_liquid(
    text: str,
    named: Callable[[str], str],
    base: str,
    *,
    said: Callable[[str], str | None] = lambda _name: None,
    included: Callable[[str, Mapping[str, str]], str | None] = lambda _name, _given: None,
    is_html: bool = False,
) -> tuple[str, tuple[ImportNote, ...]]:
    """Return *text* with its tags resolved, those without a counterpart as comments, and notes.

    *named*: what `post_url` and `link` name → its path from the root of the source. *said*: a
    variable (`page.title`) → the words that it holds; None: nobody can tell. *included*: the name
    of an include and its arguments → the Markdown that stands for it; None: nothing does. In HTML
    (*is_html*) what is Markdown of ours is kept apart.
    """
    reading = _Reading(named, base, said, included, is_html=is_html)
    return reading.resolved(text), tuple(reading.notes)


class _Reading:
    """One text being read; its arguments are those of `without_liquid`."""

    def __init__(
        self,
        named: Callable[[str], str],
        base: str,
        said: Callable[[str], str | None],
        included: Callable[[str, Mapping[str, str]], str | None],
        *,
        is_html: bool,
    ) -> None:
        self._named = named
        self._base = base
        self._said = said
        self._included = included
        self._is_html = is_html
        self._kept: list[str] = []
        self.notes: list[ImportNote] = []

    def resolved(self, text: str) -> str:
        text = _RAW.sub(lambda match: self._keep(match["inner"]), text)
        text = _HIGHLIGHT.sub(self._code, text)
        text = _COMMENT.sub("", text)
        text = _NAMED.sub(self._address, text)
        text = _BASE.sub("/" if self._base == "/" else f"{self._base}/", text)
        text = _FILTERED.sub(_from_root, text)
        text = _FILM.sub(self._film, text)
        text = _INCLUDE.sub(self._include, text)
        for _ in range(_DEEP):
            text, count = _LOOP.subn(self._loop, text)
            if not count:
                break
        text = _TAG.sub(self._tell, text)
        text = _ATTRIBUTES.sub("", text)
        for number, written in enumerate(self._kept):
            text = text.replace(f"\ue004{number}\ue005", written)
        return text

    def _keep(self, written: str) -> str:
        """Put aside what is no Liquid: a sign stands for it meanwhile."""
        self._kept.append(written)
        return f"\ue004{len(self._kept) - 1}\ue005"

    def _code(self, match: re.Match[str]) -> str:
        inner = match["inner"].strip("\n")
        return self._keep(f"```{match['language']}\n{inner}\n```")

    def _address(self, match: re.Match[str]) -> str:
        return self._named(match[1].removesuffix("-").split("|")[0].strip())

    def _film(self, match: re.Match[str]) -> str:
        return self._placed(embedded(_FILMS[match["kind"]] + match["id"]), match)

    def _include(self, match: re.Match[str]) -> str:
        given = {
            key: (double or single).strip()
            for key, double, single in _ARGUMENT.findall(match["arguments"])
        }
        for written in (
            self._included(match["name"], given),
            _picture(given),
            spoken(match["name"], given),
        ):
            if written is not None:
                return self._placed(written, match)
        return match[0]

    def _placed(self, written: str, match: re.Match[str]) -> str:
        return kept_block(written) if self._is_html else set_apart(written, match)

    def _loop(self, match: re.Match[str]) -> str:
        self.notes.append(ImportNote("shortcode", "for", match["first"][:80]))
        is_filled = "{{" in match["inner"]  # with each of many: no words of the text's own
        return "" if is_filled else match["inner"]

    def _tell(self, match: re.Match[str]) -> str:
        name, *filters = (part.strip() for part in (match["tag"] or match["value"]).split("|"))
        if name.startswith("end"):
            return ""
        if match["value"] and _HARMLESS.issuperset(filters):
            words = self._said(name)
            if words is not None:
                return words
        self.notes.append(ImportNote("shortcode", name[:40], match[0][:80]))
        return f"<!-- {match[0].replace('--', '- -')} -->"


def said_by(page: Mapping[str, Any], site: Mapping[str, Any]) -> Callable[[str], str | None]:
    """Return what tells the words of a variable of Jekyll's: `page.title`, `site.description`."""

    def said(name: str) -> str | None:
        holder, dot, key = name.partition(".")
        value = {"page": page, "site": site}.get(holder, {}).get(key) if dot else None
        return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else None

    return said


def _from_root(match: re.Match[str]) -> str:
    path = match["path"]
    return path if re.match(r"[A-Za-z][\w+.-]*:|#", path) else "/" + path.lstrip("/")


def _picture(given: Mapping[str, str]) -> str | None:
    """Return the picture that an include of the site's own shows, if it shows one."""
    shown = [key for key, value in given.items() if value and _ends_as_picture(value)]
    if len(shown) != 1:
        return None
    alt = given.get("alt")
    caption = given.get("caption") or given.get("description") or given.get("title") or ""
    return (
        f"\n\n{figure(given[shown[0]], alt, caption=caption, credit=given.get('credit', ''))}\n\n"
    )


def _ends_as_picture(value: str) -> bool:
    return _PICTURE.search(value.rpartition("/")[2]) is not None
