"""HTML of a former site becomes Markdown: structure stays, dress goes, films become shortcodes.

turbohtml reads and writes it. What runs or asks for input is dropped; the build's own allow list
stands behind, so that nothing here has to be trusted for safety.
"""

import re
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.importing.former import ImportNote
from sitegen.importing.links import outside_code, without_blocks
from sitegen.importing.shortcodes import embedded, figure, shortcode
from sitegen.markup.shortcodes.embeds import is_web_address

if TYPE_CHECKING:
    from turbohtml import Element

_SILENT = "script, style, noscript, template, link, meta"
_TOLD = "object, embed, svg, math, form, input, select, textarea, canvas, applet"
_DRESS = (
    "style",
    "align",
    "bgcolor",
    "valign",
    "border",
    "class",
    "id",
    "cellpadding",
    "cellspacing",
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LETTER = r"(?:[^<>\n*_`\\\[\]]|\\[^\w\s<>])"
"""One that is no sign of Markdown within a line, or is escaped."""
_LINK = rf"\[{_LETTER}++\]\([A-Za-z0-9./?=&%#,:@~+_-]++\)"
_PLAIN_EMPHASIS = re.compile(
    r"(?<![\w*`>\\])<(?:(?P<strong>strong)|em)>"
    r"(?P<words>[\w«“(](?:[^<>\n*_`]*(?:[^\W_]|(?P<sign>[:.,;!?…»”)%])))?)"
    r"</(?(strong)strong|em)>(?(sign)(?=[\s.,:;!?…)»”]|\Z)|(?![\w*`<]))"
)
"""What turbohtml leaves as HTML where a word begins with an accent, or a sign ends it."""
_EMPHASIS_APART = re.compile(
    r"(?<!\S)<(?:(?P<strong>strong)|em)>"
    rf"(?P<words>(?!\s)(?:{_LETTER}|{_LINK})++(?<!\s))"
    r"</(?(strong)strong|em)>(?=[\s.,:;!?…)»”]|\Z)"
)
"""And where it begins with another sign, or holds a link."""
_BREAKS = re.compile(r"\n{3,}")
_KEPT = "former-code"
_BLOCK = "former-block"
NOTE = "former-note"
_PERMALINKS = ("#", "¶", "§")
"""Texts of the links that generators put beside headings."""


class ConvertedHtml(NamedTuple):
    markdown: str
    notes: tuple[ImportNote, ...] = ()


def kept_code(written: str) -> str:
    """Return HTML for what has no counterpart: in the Markdown it stands in a comment."""
    return f"<{_KEPT}>{escape(written, quote=False)}</{_KEPT}>"


def kept_block(markdown: str) -> str:
    """Return HTML for what is Markdown of ours already, such as a shortcode: it stays as it is."""
    return f"<{_BLOCK}>{escape(markdown, quote=False)}</{_BLOCK}>"


def note_mark(key: str) -> str:
    """Return HTML for the sign of a note: in the Markdown `[^key]`."""
    return f'<{NOTE} data-key="{escape(key)}"></{NOTE}>'


def note_text(key: str, html: str) -> str:
    """Return HTML for the text of a note, *html*: in the Markdown `[^key]: …`."""
    return f'<div><{NOTE} data-key="{escape(key)}">{html}</{NOTE}></div>'


def to_markdown(html: str) -> ConvertedHtml:
    """Return *html*, a fragment, as Markdown, and what had no counterpart in it."""
    import turbohtml

    tree = turbohtml.parse_fragment(_COMMENT.sub("", html))
    notes = list(_drop(tree))
    blocks: list[str] = []
    for element in tree.select(f"iframe, video, audio, figure, {_BLOCK}"):
        if element.parent is None or element.closest("figure") not in (None, element):
            continue  # it went with the figure around it
        block = _block(element, notes)
        if block is None:
            continue
        blocks.append(block)
        element.insert_adjacent_html("afterend", f"<p>{_mark(len(blocks) - 1)}</p>")
        element.decompose()
    notes += _without_layout(tree)
    for element in tree.select("table, table *"):
        for name in _DRESS:
            if name in element.attrs:
                del element.attrs[name]
    markdown = without_blocks(tree.to_markdown(_options()))
    if "<strong>" in markdown or "<em>" in markdown:
        markdown = outside_code(markdown, _with_signs)
    for number, block in enumerate(blocks):
        markdown = markdown.replace(_mark(number), block)
    markdown = _BREAKS.sub("\n\n", markdown).strip("\n")
    return ConvertedHtml(markdown + "\n" if markdown.strip() else "", tuple(notes))


def _with_signs(markdown: str) -> str:
    return _EMPHASIS_APART.sub(_emphasis, _PLAIN_EMPHASIS.sub(_emphasis, markdown))


def _emphasis(match: re.Match[str]) -> str:
    sign = "**" if match["strong"] else "*"
    return f"{sign}{match['words']}{sign}"


def _drop(tree: "Element") -> list[ImportNote]:
    notes = []
    for element in tree.select(f"{_SILENT}, {_TOLD}"):
        if element.tag in _TOLD.split(", "):
            notes.append(ImportNote("element", element.tag, " ".join(element.text.split())[:60]))
        element.decompose()
    for link in tree.select("a[href]"):
        if link.text.strip() in _PERMALINKS:
            link.decompose()
            continue
        scheme = str(link.attrs["href"]).strip().partition(":")[0].lower()
        if scheme in ("javascript", "vbscript", "data"):
            notes.append(ImportNote("link", scheme, " ".join(link.text.split())[:60]))
            link.unwrap()
    return notes


def _without_layout(tree: "Element") -> list[ImportNote]:
    """Take away the tables that only place what they hold, as mails do: paragraphs one after the
    other; one that holds another says nothing by its rows that Markdown could say.
    """
    import turbohtml

    notes = []
    for table in tree.select("table"):
        is_said = _attribute(table, "role").lower() in ("presentation", "none")
        holds_another = table.select_one("table") is not None
        cells = table.select("td, th")
        if not (is_said or holds_another or len(cells) == 1):
            continue
        if holds_another and not is_said:
            notes.append(ImportNote("element", "table", " ".join(table.text.split())[:60]))
        for part in table.select("td, th, caption, tr, tbody, thead, tfoot"):
            if part.closest("table") == table:
                if part.tag in ("td", "th", "caption"):
                    part.wrap_children(turbohtml.Element("div"))
                part.unwrap()
        table.unwrap()
    return notes


def _block(element: "Element", notes: list[ImportNote]) -> str | None:
    """Return what stands for *element*; None where Markdown has its own signs."""
    if element.tag == _BLOCK:
        return element.text.strip()
    if element.tag == "figure":
        return _figure(element)
    source = element.select_one("source[src]")
    address = _attribute(element, "src") or (_attribute(source, "src") if source else "")
    title = _attribute(element, "title")
    if element.tag == "iframe":
        block = embedded(address, title)
        if not block.startswith(":::"):
            notes.append(ImportNote("frame", "iframe", address[:80]))
        return block
    if element.tag == "video":
        if ":" in address and not is_web_address(address):
            notes.append(ImportNote("element", "video", address[:80]))
            return ""
        return shortcode("video", address, title=title or "Vidéo") if address else ""
    notes.append(ImportNote("element", "audio", address))
    return f"[{title or address}](<{address}>)" if address else ""


def _figure(element: "Element") -> str | None:
    frame = element.select_one("iframe, video")
    caption = element.select_one("figcaption")
    words = " ".join(caption.text.split()) if caption else ""
    if frame is not None:
        return "\n\n".join(filter(None, (_block(frame, []), words)))
    pictures = element.select("img[src]")
    if element.select_one("table, blockquote, pre"):
        return None
    if len(pictures) > 1:
        return _gallery(element, words) if element.select_one("figure, li") else None
    if not pictures:
        return None
    picture = pictures[0]
    if not words:
        return f"![{_attribute(picture, 'alt')}](<{_attribute(picture, 'src')}>)"
    alt = _attribute(picture, "alt") if "alt" in picture.attrs else None
    return figure(_attribute(picture, "src"), alt, caption=words)


def _gallery(element: "Element", words: str) -> str:
    """Return several pictures as a gallery: those of a figure that holds figures."""
    own = element.select_one("figure figcaption, li figcaption")
    lines = []
    for picture in element.select("img[src]"):
        holder = picture.closest("figure, li")
        caption = holder.select_one("figcaption") if holder and holder is not element else None
        said = " ".join(caption.text.split()).replace('"', "”") if caption else ""
        title = f' "{said}"' if said else ""
        src, alt = _attribute(picture, "src"), _attribute(picture, "alt")
        named = f"<{src}>" if re.search(r"[\s()<>]", src) else src
        lines.append(f"![{alt}]({named}{title})")
    last = element.select("figcaption")
    title = words if last and (own is None or last[-1].parent == element) else ""
    return "\n".join([shortcode("gallery", title=title), *lines, ":::"])


def _attribute(element: Any, name: str) -> str:
    value = element.attrs.get(name)
    return str(value).strip() if value else ""


def _mark(number: int) -> str:
    return f"\ue000{number}\ue001"


def _note(element: Any, inner: str) -> str:
    key = _attribute(element, "data-key")
    if not inner.strip():
        return f"[^{key}]"
    return f"\n\n[^{key}]: " + re.sub(r"\n+", "\n    ", inner.strip()) + "\n\n"


def _options() -> Any:
    from turbohtml import Markdown

    def kept(name: str) -> Any:
        return lambda element, inner: f"<{name}>{inner}</{name}>" if inner.strip() else inner

    return Markdown(
        tables=Markdown.Tables(header="first"),
        converters={
            _KEPT: lambda element, _inner: f"<!-- {element.text.replace('--', '- -')} -->",
            NOTE: _note,
            "sup": kept("sup"),
            "sub": kept("sub"),
            "dt": lambda _element, inner: f"\n\n{inner.strip()}\n",
            "dd": lambda _element, inner: f":   {inner.strip()}\n",
        },
    )
