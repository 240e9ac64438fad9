"""Lines of shortcodes, written so that they are read back as meant. Pure."""

import re
from collections.abc import Mapping

from sitegen.markup.shortcodes.embeds import find_embed, is_web_address

_PLAIN = re.compile(r"[^\s\"'=“”„«»‘’]+")
_CONTAINER = re.compile(r"\s*(?:[-*+>|]|\d{1,9}[.)]\s)")
"""How a line begins that belongs to a list, a quotation or a table."""
_WORDS = ("text", "content", "message", "title", "label", "btn_label", "name")
_TARGETS = ("link", "href", "url", "file")
_SPEAKERS = ("cite", "author", "speaker", "by", "source", "name")
_MORE = ("subtitle", "description")
ALERTS = {
    "alert": "info", "callout": "info", "notice": "info", "info": "info", "note": "info",
    "tip": "info", "hint": "info", "admonition": "info", "success": "info",
    "important": "important", "attention": "important",
    "warning": "warning", "caution": "warning", "danger": "warning",
}  # fmt: skip
"""What notices are called elsewhere: in themes of Hugo and Jekyll, on GitHub, in containers."""
_MAPS = re.compile(
    r"https?://(?:umap\.|(?:www\.)?openstreetmap\.|(?:www\.)?google\.[a-z.]+/maps|maps\.google\.)"
)


def shortcode(name: str, *values: str, **arguments: str) -> str:
    """Return the line of the shortcode *name*; empty arguments are left out."""
    parts = [*map(_quoted, values)]
    parts += [f"{key}={_quoted(value)}" for key, value in arguments.items() if value]
    return " ".join((":::", name, *parts))


def embedded(address: str, title: str = "") -> str:
    """Return what stands for a frame of another site: a film, or a link to what it was."""
    address = f"https:{address}" if address.startswith("//") else address
    if not is_web_address(address):
        return ""
    film = find_embed(address)
    if film is not None:
        return shortcode("video", film.page, title=title or film.service)
    label = title or ("Carte" if _MAPS.match(address) else address)
    return f"[{label}](<{address}>)" if _PLAIN.fullmatch(label) is None else f"[{label}]({address})"


def set_apart(written: str, call: re.Match[str]) -> str:
    """Return what is *written* for *call*, a shortcode of another generator's within a text.

    Ours are lines: within a paragraph, readers would see its signs. An item of a list stays whole.
    """
    text = call.string
    before = text[text.rfind("\n", 0, call.start()) + 1 : call.start()]
    behind = text[call.end() :].partition("\n")[0]
    if not written.startswith("::: ") or _CONTAINER.match(before):
        return written
    above, below = ("\n\n" if words.strip() else "" for words in (before, behind))
    return f"{above}{written}{below}"


def figure(src: str, alt: str | None, caption: str = "", credit: str = "") -> str:
    """Return a picture with its caption; one that nobody described only decorates."""
    described = {"alt": alt} if alt else {}
    decorative = () if alt else ("decorative",)
    return shortcode("figure", src, *decorative, **described, caption=caption, credit=credit)


def spoken(name: str, given: Mapping[str, str]) -> str | None:
    """Return what readers read of another program's shortcode *name*: the words of a notice, or a
    link with its words; None: it holds none that can be told from what dresses it.
    """
    words = next((given[key].strip() for key in _WORDS if given.get(key, "").strip()), "")
    address = next((given[key].strip() for key in _TARGETS if given.get(key, "").strip()), "")
    kind = alert_kind(name)
    if kind and not words:
        named = next((key for key, value in given.items() if value and alert_kind(key)), "")
        kind, words = alert_kind(named) or kind, given.get(named, "")
    if address and words:
        label = words.replace("[", "\\[").replace("]", "\\]")
        described = next((given[key].strip() for key in _MORE if given.get(key, "").strip()), "")
        shown = f"[{label}](<{address}>)" if " " in address else f"[{label}]({address})"
        return f"{shown}: {described}" if described else shown
    if kind and words:
        return f"{shortcode('alert', kind)}\n{words}\n:::"
    if "quote" in name.lower() and words:
        by = next((given[key].strip() for key in _SPEAKERS if given.get(key, "").strip()), "")
        return f"\n\n> {words}\n" + (f">\n> {by}\n" if by else "") + "\n"
    return None


def alert_kind(name: str) -> str:
    """Return which `::: alert` a notice called *name* elsewhere is; empty: it is none."""
    return ALERTS.get(re.split(r"[/.]", name.lower())[0], "")


def _quoted(value: str) -> str:
    value = " ".join(value.split())
    if _PLAIN.fullmatch(value):
        return value
    return (
        f"'{value}'" if '"' in value and "'" not in value else '"' + value.replace('"', "”") + '"'
    )
