"""What an include of Jekyll shows: rows and galleries of the front matter, plain files. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from sitegen.importing.kinds.keys import FormerFront
from sitegen.importing.links import without_blocks
from sitegen.importing.shortcodes import shortcode
from sitegen.importing.values import plain
from sitegen.site.media_types import media_type

_PICTURES = ("image_url", "image_path", "src", "image", "path")
_MOST = 20_000
"""Characters of a file that is text, not a page."""


def shown_of(
    head: FormerFront, read: Callable[[str], str | None]
) -> Callable[[str, Mapping[str, str]], str | None]:
    """Return what makes Markdown of an include: of what *head* holds for it, or of its file.

    *read*: the name of an include → its file's text; None: there is none.
    """

    def shown(name: str, given: Mapping[str, str]) -> str | None:
        stem = name.rpartition("/")[2].partition(".")[0]
        key = given.get("id") or stem
        held = head.values.get(key)
        if stem in ("feature_row", "gallery") and isinstance(held, list):
            entries = [entry for entry in held if isinstance(entry, Mapping)]
            head.asked.add(key)
            caption = given.get("caption", "")
            return _gallery(entries, caption) if stem == "gallery" else _rows(entries)
        text = None if given else read(name)
        return text if text is None else _plain(text)

    return shown


def _rows(entries: list[Mapping[str, Any]]) -> str:
    """Return what `feature_row` of Minimal Mistakes shows: titles, pictures, words, links."""
    blocks: list[str] = []
    for entry in entries:
        title, address = plain(entry.get("title")), str(entry.get("url") or "")
        if title:
            blocks.append(f"## {title}")
        if entry.get("image_path"):
            blocks.append(_picture(str(entry["image_path"]), plain(entry.get("alt"))))
        if entry.get("excerpt"):
            blocks.append(without_blocks(str(entry["excerpt"]).strip()))
        if address:
            blocks.append(f"[{plain(entry.get('btn_label')) or title or address}](<{address}>)")
    return "\n\n" + "\n\n".join(blocks) + "\n\n"


def _gallery(entries: list[Mapping[str, Any]], caption: str) -> str:
    lines = []
    for entry in entries:
        large = str(entry.get("url") or "")  # of a thumbnail; or what it leads to
        source = large if media_type(large).startswith("image/") else next(
            (str(entry[key]) for key in _PICTURES if entry.get(key)), ""
        )  # fmt: skip
        said = plain(entry.get("caption") or entry.get("title"))
        alt = plain(entry.get("alt")) or said
        if source:
            lines.append(_picture(source, alt, said if said != alt else ""))
    return "\n\n" + "\n".join([shortcode("gallery", title=plain(caption)), *lines, ":::"]) + "\n\n"


def _picture(source: str, alt: str, title: str = "") -> str:
    alt = alt.replace("[", "(").replace("]", ")")
    behind = f' "{title.replace(chr(34), "”")}"' if title else ""
    return f"![{alt}](<{source}>{behind})"


def _plain(text: str) -> str | None:
    """Return *text* where it is nothing but words: no program fills it, none runs in it."""
    is_made = "{%" in text or "{{" in text or "<script" in text.lower()
    if is_made or len(text) > _MOST or not text.strip():
        return None
    return f"\n\n{without_blocks(text.strip())}\n\n"
