"""SPIP's own signs become Markdown: headings, emphasis, lists, links by number, notes. Pure."""

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple
from urllib.parse import quote as quoted

from sitegen.importing.former import FormerPicture, ImportNote
from sitegen.importing.kinds.spip_grid import TABLE, to_table
from sitegen.importing.shortcodes import embedded, figure

# What is opened and never closed is looked through up to the next such sign alone.
_CODE = re.compile(r"<(?P<tag>code|cadre)>(?P<inner>(?:(?!<(?P=tag)>).)*?)</(?P=tag)>", re.DOTALL)
_HEADING = re.compile(r"\{\{\{(\**)\s*((?:(?!\{\{\{).)+?)\s*\}\}\}", re.DOTALL)
_BOLD = re.compile(r"\{\{\s*((?:(?!\{\{).)+?)\s*\}\}", re.DOTALL)
_ITALIC = re.compile(r"(?<!\{)\{\s*([^{}\n]+?)\s*\}(?!\})")
_LINK = re.compile(r"\[(?P<words>[^\[\]]*?)(?:\|[^\[\]]*?)?->(?P<target>[^\[\]\s]*)\]")
_GLOSSARY = re.compile(r"\[\?(?P<words>[^\[\]|#\n]+)(?:[|#][^\[\]\n]*)?\]")
_ABBREVIATION = re.compile(r"\[(?P<words>[^\[\]|\n>]+)\|(?P<meaning>[^\[\]|\n>]+)\](?![(\[])")
_ANCHOR = re.compile(r"\[#?(?P<name>[\w-]+)<-\]")
_NOTE = re.compile(
    r"\[\[\s*(?:<(?P<name>[^<>]*)>)?\s*(?P<words>(?:(?!\[\[).)*?)\s*\]\](?!\])", re.DOTALL
)  # a note may end in a link: `[[Voir [ici->art12]]]`
_ITEM = re.compile(r"^[ \t]*-(?P<signs>[*#]+)[ \t]*", re.MULTILINE)
_PLAIN_ITEM = re.compile(r"^-[ \t]+(?=\S)", re.MULTILINE)
_BREAK = re.compile(r"^_[ \t]+", re.MULTILINE)
_RULE = re.compile(r"^(?:-{4,}|_{4,})[ \t]*$", re.MULTILINE)
_DOCUMENT = re.compile(
    r"<(?P<kind>doc|img|emb|image|media|document|audio|video)(?P<number>\d+)"
    r"(?P<parameters>\|[^<>]*)?>",
    re.IGNORECASE,
)
_MODEL = re.compile(
    r"<(?!h[1-6]>)(?P<name>[a-z_]+)(?:\d+(?:\|[^<>]*)?|\|[^<>]*)>", re.IGNORECASE
)  # `<h2>` is HTML
_TIE = re.compile(r"(?<=[\w«.°])~(?=[\w»:;!?€%])")
"""A space that does not break; not the one of `https://a.example/~nadia`."""
_NAMED = re.compile(r"(?:<(?:doc|img|emb|image|media|document|audio|video)|->(?:doc|img|emb))(\d+)")
_QUOTE = re.compile(
    r"<(?P<tag>quote|poesie|poetry)>(?P<inner>(?:(?!<(?P=tag)>).)*?)</(?P=tag)>", re.DOTALL
)
_TARGET = re.compile(
    r"(?P<kind>art|article|rub|rubrique|br[eè]ve|doc|document|img|emb|mot|auteur|site)?"
    r"(?P<number>\d+)$"
)
_PAGE = re.compile(
    r"(?:/?spip\.php)?\?(?:page=\w+&(?:amp;)?id_)?(?P<kind>article|rubrique|breve|mot|auteur)"
    r"=?(?P<number>\d+)(?:&.*)?$"
)
"""An address within the former site: `spip.php?article12`, `?page=article&id_article=12`."""


class Meanings(NamedTuple):
    """What numbers in SPIP's texts stand for."""

    address: Callable[[str, int], str]
    """`article`, 12 → its address; empty for nothing."""
    title: Callable[[str, int], str]
    picture: Callable[[int], FormerPicture | None] = lambda number: None
    """A document → what is known of it beside its title."""
    language: str = "fr"


_KINDS = {
    None: "article", "art": "article", "article": "article", "rub": "rubrique",
    "rubrique": "rubrique", "breve": "breve", "brève": "breve", "doc": "document",
    "document": "document", "img": "document", "emb": "document", "mot": "mot",
    "auteur": "auteur", "site": "site",
}  # fmt: skip


def is_picture(address: str) -> bool:
    """Whether *address* is that of a picture, by its ending."""
    return address.lower().endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"))


def documents_named(text: str) -> set[int]:
    """Return the numbers of the documents that *text* shows or leads to."""
    return {int(number) for number in _NAMED.findall(text)}


def to_markdown(text: str, meanings: Meanings) -> tuple[str, tuple[ImportNote, ...]]:
    """Return a text of SPIP as Markdown, and what of it has no counterpart."""
    notes: list[ImportNote] = []
    kept: list[str] = []

    def hold(written: str) -> str:
        kept.append(written)
        return f"\ue006{len(kept) - 1}\ue007"

    def keep(match: re.Match[str]) -> str:
        inner = match["inner"].strip("\n")
        if "\n" not in inner and match["tag"] == "code":
            return hold(f"`{inner.strip()}`")
        return f"\n\n{hold(f'```{chr(10)}{inner}{chr(10)}```')}\n\n"

    def document(match: re.Match[str]) -> str:
        shown = _document(match, meanings)
        if not shown:
            notes.append(ImportNote("dead link", match[0]))
        return shown

    def model(match: re.Match[str]) -> str:
        notes.append(ImportNote("shortcode", match["name"], match[0]))
        return hold(f"<!-- {match[0].replace('--', '- -')} -->")

    def link(match: re.Match[str]) -> str:
        return _link(match["words"].strip(), match["target"], meanings, notes)

    def abbreviation(match: re.Match[str]) -> str:
        title = escape(match["meaning"].strip(), quote=True)
        return hold(f'<abbr title="{title}">{match["words"].strip()}</abbr>')

    def marked(words: str) -> str:
        words = _ABBREVIATION.sub(abbreviation, _GLOSSARY.sub(_glossary(meanings.language), words))
        return _ANCHOR.sub(lambda match: hold(f'<span id="{match["name"]}"></span>'), words)

    def inline(words: str) -> str:
        words = marked(words)
        words = _LINK.sub(lambda match: _html_link(match, meanings, notes), words)
        return _ITALIC.sub(r"<em>\1</em>", _BOLD.sub(r"<strong>\1</strong>", words))

    text = _CODE.sub(keep, text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _TIE.sub("\u00a0", text)
    text = TABLE.sub(lambda match: to_table(match[0], inline), text)
    text = _DOCUMENT.sub(document, text)
    text = _MODEL.sub(model, text)
    text, foot = _with_notes(text)
    text = _LINK.sub(link, marked(text))
    text = _HEADING.sub(_heading, text)
    text = _BOLD.sub(r"**\1**", text)
    text = _ITALIC.sub(r"*\1*", text)
    text = _RULE.sub("\n\n---\n\n", text)
    text = _ITEM.sub(_item, text)
    text = _PLAIN_ITEM.sub("- ", text)
    text = _QUOTE.sub(_quote, text)
    text = re.sub(r"([^\n])\n(?=_ )", r"\1  \n", text)
    text = _BREAK.sub("", text)
    foot = [_LINK.sub(link, marked(note)) for note in foot]
    foot = [_ITALIC.sub(r"*\1*", _BOLD.sub(r"**\1**", note)) for note in foot]
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    for number, note in enumerate(foot, 1):
        text += f"\n\n[^{number}]: {' '.join(note.split())}"
    for number in range(len(kept) - 1, -1, -1):
        text = text.replace(f"\ue006{number}\ue007", kept[number])
    return f"{text}\n" if text else "", tuple(notes)


def _heading(match: re.Match[str]) -> str:
    words = " ".join(_BOLD.sub(r"\1", match[2]).split())
    return f"\n\n{'#' * min(2 + len(match[1]), 6)} {words}\n\n"


def _quote(match: re.Match[str]) -> str:
    ending = "  " if match["tag"] != "quote" else ""
    lines = match["inner"].strip("\n").split("\n")
    quoted_lines = [f"> {line}{ending}" if ending else f"> {line}".rstrip() for line in lines]
    return "\n".join(["", "", *quoted_lines, "", ""])


def _item(match: re.Match[str]) -> str:
    signs = match["signs"]
    indent = "".join("   " if sign == "#" else "  " for sign in signs[:-1])
    return f"{indent}{'1.' if signs[-1] == '#' else '-'} "


def _document(match: re.Match[str], meanings: Meanings) -> str:
    """Return what stands for a document within a text; nothing for one that nobody has."""
    number = int(match["number"])
    address, title = meanings.address("document", number), meanings.title("document", number)
    if not address:
        return ""
    given = dict(re.findall(r"\|\s*(\w+)\s*=\s*([^|>]*)", match["parameters"] or ""))
    if is_picture(address):
        known = meanings.picture(number) or FormerPicture(src=address)
        alt = given.get("alt") or known.alt or title
        if match["kind"].lower() in ("img", "image") or not (known.caption or known.credit):
            return f"\n\n![{alt}](<{address}>)\n\n"
        shown = figure(address, alt, caption=known.caption, credit=known.credit)
        return f"\n\n{shown}\n\n"
    film = embedded(address, title) if "//" in address else ""
    if film.startswith(":::"):
        return f"\n\n{film}\n\n"
    return f"[{title or address.rpartition('/')[2]}](<{address}>)"


def _glossary(language: str) -> Callable[[re.Match[str]], str]:
    """Return what makes of `[?words]` the link that SPIP shows: to Wikipedia in *language*."""

    def link(match: re.Match[str]) -> str:
        words = match["words"].strip()
        entry = quoted(words.replace(" ", "_"))
        return f"[{words}](<https://{language}.wikipedia.org/wiki/{entry}>)"

    return link


class _Meant(NamedTuple):
    """What a link means."""

    label: str
    address: str
    """Empty: nothing that is there."""


def _meant(words: str, target: str, meanings: Meanings) -> _Meant:
    path, sign, anchor = target.partition("#")
    match = _TARGET.fullmatch(path) or _PAGE.fullmatch(path)
    if match is None:
        return _Meant(words or target, target)
    kind, number = _KINDS[match["kind"]], int(match["number"])
    address = meanings.address(kind, number)
    label = words or meanings.title(kind, number) or target
    return _Meant(label, f"{address}{sign}{anchor}" if address else "")


def _link(words: str, target: str, meanings: Meanings, notes: list[ImportNote]) -> str:
    if not target:
        return words
    label, address = _meant(words, target, meanings)
    if address:
        return f"[{label}](<{address}>)"
    notes.append(ImportNote("dead link", target, f"[{words}->{target}]"))
    return f"{label}<!-- {target} -->"


def _html_link(match: re.Match[str], meanings: Meanings, notes: list[ImportNote]) -> str:
    label, address = _meant(match["words"].strip(), match["target"], meanings)
    if address:
        return f'<a href="{escape(address, quote=True)}">{label}</a>'
    notes.append(ImportNote("dead link", match["target"], match[0]))
    return label


def _with_notes(text: str) -> tuple[str, list[str]]:
    """Return *text* with the signs of its notes, and these; one that was named before, such as
    `[[<a>]]` after `[[<a> Words.]]`, is the same note."""
    notes: list[str] = []
    numbers: dict[str, int] = {}

    def replace(match: re.Match[str]) -> str:
        name, words = match["name"] or "", match["words"]
        if not words and name in numbers:
            return f"[^{numbers[name]}]"
        if not words and not name:
            return match[0]
        notes.append(words or name)
        numbers[name] = len(notes)
        return f"[^{len(notes)}]"

    return _NOTE.sub(replace, text), notes
