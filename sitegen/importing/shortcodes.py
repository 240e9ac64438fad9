"""Lines of shortcodes, written so that they are read back as meant. Pure."""

import re

from sitegen.markup.shortcodes.embeds import find_embed, is_web_address

_PLAIN = re.compile(r"[^\s\"'=“”„«»‘’]+")
_FOREIGN = re.compile(
    r"^::: (?P<name>figure|video) (?:\"(?P<quoted>https?://[^\"\n]*)\"|(?P<word>https?://\S+))"
    r"(?P<rest>.*)$",
    re.MULTILINE,
)
_NAMED = re.compile(r"(\w+)=(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
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


def without_foreign(markdown: str) -> str:
    """Return *markdown* with plain pictures and links for figures and films that a build could not
    show: those of another host."""
    return _FOREIGN.sub(_plain, markdown)


def _plain(match: re.Match[str]) -> str:
    name, address = match["name"], match["quoted"] or match["word"]
    if name == "video" and find_embed(address):
        return match[0]
    values = {
        match[1]: match[2] or match[3] or match[4] or "" for match in _NAMED.finditer(match["rest"])
    }
    if name == "video":
        return f"[{values.get('title') or address}](<{address}>)"
    caption = values.get("caption", "").replace('"', "”")
    title = f' "{caption}"' if caption else ""
    return f"![{values.get('alt', '')}](<{address}>{title})"


def _quoted(value: str) -> str:
    value = " ".join(value.split())
    if _PLAIN.fullmatch(value):
        return value
    return (
        f"'{value}'" if '"' in value and "'" not in value else '"' + value.replace('"', "”") + '"'
    )
