"""SPIP's own signs become Markdown: headings, emphasis, lists, links by number, notes. Pure."""

import re
from collections.abc import Callable
from typing import NamedTuple

from sitegen.importing.former import ImportNote

_CODE = re.compile(r"<(?P<tag>code|cadre)>(?P<inner>.*?)</(?P=tag)>", re.DOTALL)
_HEADING = re.compile(r"^[ \t]*\{\{\{(\**)\s*(.+?)\s*\}\}\}[ \t]*$", re.MULTILINE | re.DOTALL)
_BOLD = re.compile(r"\{\{\s*(.+?)\s*\}\}", re.DOTALL)
_ITALIC = re.compile(r"(?<!\{)\{\s*([^{}\n]+?)\s*\}(?!\})")
_LINK = re.compile(r"\[(?P<words>[^\[\]]*?)(?:\|[^\[\]]*?)?->(?P<target>[^\]\s]*)\]")
_NOTE = re.compile(r"\[\[(?:<[^>]*>)?\s*(.+?)\s*\]\]", re.DOTALL)
_ITEM = re.compile(r"^[ \t]*-(?P<signs>[*#]+)[ \t]*", re.MULTILINE)
_PLAIN_ITEM = re.compile(r"^-[ \t]+(?=\S)", re.MULTILINE)
_BREAK = re.compile(r"^_[ \t]+", re.MULTILINE)
_RULE = re.compile(r"^(?:-{4,}|_{4,})[ \t]*$", re.MULTILINE)
_DOCUMENT = re.compile(
    r"<(?P<kind>doc|img|emb|image|media|document)(?P<number>\d+)(?:\|[^>]*)?>", re.IGNORECASE
)
_MODEL = re.compile(r"<(?P<name>[a-z_]+)(?P<number>\d+)(?:\|[^>]*)?>", re.IGNORECASE)
_QUOTE = re.compile(r"<(?P<tag>quote|poesie|poetry)>(?P<inner>.*?)</(?P=tag)>", re.DOTALL)
_SUMMARY = re.compile(r"^[ \t]*\|\|(?P<caption>[^|]*)(?:\|[^|]*)?\|\|[ \t]*$", re.MULTILINE)
_ROW = re.compile(r"^[ \t]*\|(?P<cells>.*)\|[ \t]*$", re.MULTILINE)
_TABLE = re.compile(r"(?:^[ \t]*\|.*\|[ \t]*(?:\n|\Z))+", re.MULTILINE)
_TARGET = re.compile(
    r"(?P<kind>art|article|rub|rubrique|br[eè]ve|doc|document|img|mot|auteur|site)?(?P<number>\d+)$"
)


class Meanings(NamedTuple):
    """What numbers in SPIP's texts stand for."""

    address: Callable[[str, int], str]
    """`article`, 12 → its address; empty for nothing."""
    title: Callable[[str, int], str]


_KINDS = {
    None: "article", "art": "article", "article": "article", "rub": "rubrique",
    "rubrique": "rubrique", "breve": "breve", "brève": "breve", "doc": "document",
    "document": "document", "img": "document", "mot": "mot", "auteur": "auteur", "site": "site",
}  # fmt: skip


def is_picture(address: str) -> bool:
    """Whether *address* is that of a picture, by its ending."""
    return address.lower().endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"))


def to_markdown(text: str, meanings: Meanings) -> tuple[str, tuple[ImportNote, ...]]:
    """Return a text of SPIP as Markdown, and what of it has no counterpart."""
    notes: list[ImportNote] = []
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        inner = match["inner"].strip("\n")
        kept.append(
            f"```\n{inner}\n```" if "\n" in inner or match["tag"] == "cadre" else f"`{inner}`"
        )
        return f"\ue006{len(kept) - 1}\ue007"

    def document(match: re.Match[str]) -> str:
        number = int(match["number"])
        address, title = meanings.address("document", number), meanings.title("document", number)
        if not address:
            notes.append(ImportNote("dead link", match[0]))
            return ""
        if is_picture(address):
            return f"\n\n![{title}](<{address}>)\n\n"
        return f"[{title or address.rpartition('/')[2]}](<{address}>)"

    def model(match: re.Match[str]) -> str:
        notes.append(ImportNote("shortcode", match["name"], match[0]))
        return f"<!-- {match[0]} -->"

    def link(match: re.Match[str]) -> str:
        return _link(match["words"].strip(), match["target"], meanings, notes)

    def quote(match: re.Match[str]) -> str:
        ending = "  " if match["tag"] != "quote" else ""
        lines = match["inner"].strip("\n").split("\n")
        quoted = [f"> {line}{ending}" if ending else f"> {line}".rstrip() for line in lines]
        return "\n".join(["", "", *quoted, "", ""])

    text = _CODE.sub(keep, text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _TABLE.sub(_table, text)
    text = _DOCUMENT.sub(document, text)
    text = _MODEL.sub(model, text)
    text, foot = _with_notes(text)
    text = _LINK.sub(link, text)
    text = _HEADING.sub(
        lambda match: f"\n\n{'#' * (2 + len(match[1]))} {' '.join(match[2].split())}\n\n", text
    )
    text = _BOLD.sub(r"**\1**", text)
    text = _ITALIC.sub(r"*\1*", text)
    text = _RULE.sub("\n\n---\n\n", text)
    text = _ITEM.sub(_item, text)
    text = _PLAIN_ITEM.sub("- ", text)
    text = _QUOTE.sub(quote, text)
    text = re.sub(r"([^\n])\n(?=_ )", r"\1  \n", text)
    text = _BREAK.sub("", text)
    foot = [_LINK.sub(link, note) for note in foot]
    foot = [_ITALIC.sub(r"*\1*", _BOLD.sub(r"**\1**", note)) for note in foot]
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    for number, note in enumerate(foot, 1):
        text += f"\n\n[^{number}]: {' '.join(note.split())}"
    for number, code in enumerate(kept):
        text = text.replace(f"\ue006{number}\ue007", code)
    return f"{text}\n" if text else "", tuple(notes)


def _item(match: re.Match[str]) -> str:
    signs = match["signs"]
    indent = "".join("   " if sign == "#" else "  " for sign in signs[:-1])
    return f"{indent}{'1.' if signs[-1] == '#' else '-'} "


def _link(words: str, target: str, meanings: Meanings, notes: list[ImportNote]) -> str:
    match = _TARGET.fullmatch(target.partition("#")[0])
    anchor = target.partition("#")[2]
    if match is None:
        return f"[{words or target}](<{target}>)" if target else words
    kind, number = _KINDS[match["kind"]], int(match["number"])
    address = meanings.address(kind, number)
    label = words or meanings.title(kind, number) or target
    if not address:
        notes.append(ImportNote("dead link", target, f"[{words}->{target}]"))
        return f"{label}<!-- {target} -->"
    return f"[{label}](<{address}{'#' + anchor if anchor else ''}>)"


def _with_notes(text: str) -> tuple[str, list[str]]:
    notes: list[str] = []

    def replace(match: re.Match[str]) -> str:
        notes.append(match[1])
        return f"[^{len(notes)}]"

    return _NOTE.sub(replace, text), notes


def _table(match: re.Match[str]) -> str:
    caption = ""
    rows = []
    for line in match[0].strip("\n").split("\n"):
        if summary := _SUMMARY.fullmatch(line):
            caption = summary["caption"].strip()
        elif row := _ROW.fullmatch(line):
            rows.append([cell.strip() for cell in row["cells"].split("|")])
    if not rows:
        return match[0]
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    is_headed = all(cell.startswith("{{") or not cell for cell in rows[0])
    head = [_BOLD.sub(r"\1", cell) for cell in rows[0]] if is_headed else [""] * width
    lines = [head, ["---"] * width, *(rows[1:] if is_headed else rows)]
    shown = "\n".join(f"| {' | '.join(row)} |" for row in lines)
    return f"\n\n{f'Tableau : {caption}' + chr(10) * 2 if caption else ''}{shown}\n\n"
