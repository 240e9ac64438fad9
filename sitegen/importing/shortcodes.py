"""Lines of shortcodes, written so that they are read back as meant. Pure."""

import re

from sitegen.markup.shortcodes.embeds import find_embed, is_web_address

_PLAIN = re.compile(r"[^\s\"'=“”„«»‘’]+")
_CONTAINER = re.compile(r"\s*(?:[-*+>|]|\d{1,9}[.)]\s)")
"""How a line begins that belongs to a list, a quotation or a table."""
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


def _quoted(value: str) -> str:
    value = " ".join(value.split())
    if _PLAIN.fullmatch(value):
        return value
    return (
        f"'{value}'" if '"' in value and "'" not in value else '"' + value.replace('"', "”") + '"'
    )
