"""Lines of shortcodes, written so that they are read back as meant. Pure."""

import re

from sitegen.markup.shortcodes.embeds import find_embed, is_web_address

_PLAIN = re.compile(r"[^\s\"'=“”„«»‘’]+")
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
