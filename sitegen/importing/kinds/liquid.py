"""Liquid within texts: what names something becomes its address, the rest is told. Pure."""

import re
from collections.abc import Callable

from sitegen.importing.former import ImportNote
from sitegen.importing.shortcodes import embedded, figure, set_apart


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
    r"\{\{-?\s*([\"'])(?P<path>[^\"']*)\1\s*\|\s*(?:relative_url|absolute_url|prepend:[^}]*)\s*-?\}\}"
)
_FILM = re.compile(
    r"\{%-?\s*include\s+(?:\w*/)?(?P<kind>youtube|vimeo)\w*(?:\.html)?[^%]*?id=[\"'](?P<id>[\w-]+)[\"'][^%]*%\}"
)
_INCLUDE = re.compile(r"\{%-?\s*include\w*\s+[\w./-]+\s+(?P<arguments>[^%]*?)\s*-?%\}")
_ARGUMENT = re.compile(r"(\w+)=(?:\"([^\"]*)\"|'([^']*)')")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?.*)?", re.IGNORECASE)
_TAG = re.compile(r"\{%-?\s*(?P<tag>\w+)[^%]*?-?%\}|\{\{-?\s*(?P<value>[^{}]+?)\s*-?\}\}")
_ATTRIBUTES = re.compile(r"^[ ]{0,3}\{:\s*[^{}\n]*\}[ \t]*$\n?|\{:\s*[^{}\n]*\}", re.MULTILINE)
_FILMS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}


def without_liquid(
    text: str, named: Callable[[str], str], base: str
) -> tuple[str, tuple[ImportNote, ...]]:
    """Return *text* with its tags resolved, those without a counterpart as comments, and notes.

    *named*: what `post_url` and `link` name → its path from the root of the source.
    """
    notes: list[ImportNote] = []
    kept: list[str] = []

    def keep(written: str) -> str:
        kept.append(written)
        return f"\ue004{len(kept) - 1}\ue005"

    def tell(match: re.Match[str]) -> str:
        name = match["tag"] or match["value"].split("|")[0].strip()
        if name.startswith("end"):
            return ""
        notes.append(ImportNote("shortcode", name[:40], match[0][:80]))
        return f"<!-- {match[0].replace('--', '- -')} -->"

    def loop(match: re.Match[str]) -> str:
        notes.append(ImportNote("shortcode", "for", match["first"][:80]))
        is_filled = "{{" in match["inner"]  # with each of many: no words of the text's own
        return "" if is_filled else match["inner"]

    text = _RAW.sub(lambda match: keep(match["inner"]), text)
    text = _HIGHLIGHT.sub(
        lambda match: keep(f"```{match['language']}\n{match['inner'].strip(chr(10))}\n```"), text
    )
    text = _COMMENT.sub("", text)
    text = _NAMED.sub(lambda match: named(match[1].removesuffix("-").split("|")[0].strip()), text)
    text = _BASE.sub("/" if base == "/" else f"{base}/", text)
    text = _FILTERED.sub(lambda match: "/" + match["path"].lstrip("/"), text)
    text = _FILM.sub(
        lambda match: set_apart(embedded(_FILMS[match["kind"]] + match["id"]), match), text
    )
    text = _INCLUDE.sub(lambda match: set_apart(_picture(match), match), text)
    for _ in range(_DEEP):
        text, count = _LOOP.subn(loop, text)
        if not count:
            break
    text = _TAG.sub(tell, text)
    text = _ATTRIBUTES.sub("", text)
    for number, written in enumerate(kept):
        text = text.replace(f"\ue004{number}\ue005", written)
    return text, tuple(notes)


def _picture(match: re.Match[str]) -> str:
    """Return the picture that an include of the site's own shows; another one as it stands."""
    given = {
        match[1]: (match[2] or match[3] or "").strip() for match in _ARGUMENT.finditer(match[1])
    }
    shown = [key for key, value in given.items() if value and _ends_as_picture(value)]
    if len(shown) != 1:
        return match[0]
    alt = given.get("alt")
    caption = given.get("caption") or given.get("description") or given.get("title") or ""
    return (
        f"\n\n{figure(given[shown[0]], alt, caption=caption, credit=given.get('credit', ''))}\n\n"
    )


def _ends_as_picture(value: str) -> bool:
    return _PICTURE.search(value.rpartition("/")[2]) is not None
