"""Pictures and films that another host holds: what a build could not show is a link. Pure.

Pages load from the site alone, so such a picture would be a hole in the page; as a link readers
find it, until `--fetch` brings it.
"""

import posixpath
import re
from urllib.parse import unquote, urlsplit

from sitegen.importing.former import ImportNote
from sitegen.importing.links import outside_code
from sitegen.markup.shortcodes.embeds import find_embed

_ADDRESS = r"(?:https?:)?//"
_CALL = re.compile(
    rf"^::: (?P<name>figure|video) (?:\"(?P<quoted>{_ADDRESS}[^\"\n]*)\"|(?P<word>{_ADDRESS}\S+))"
    r"(?P<rest>.*)$",
    re.MULTILINE,
)
_NAMED = re.compile(r"(\w+)=(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
_PICTURE = re.compile(
    r"(?P<linked>\[)?!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]\(\s*"
    rf"(?:<(?P<angled>{_ADDRESS}[^<>\n]*)>|(?P<bare>{_ADDRESS}(?:[^\s()<>]|\([^\s()]*\))*))"
    r"(?:\s+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'))?\s*\)(?:\{[^{}\n]*\})?"
    r"(?P<end>(?(linked)\](?=\()|))"
)
_TAG = re.compile(
    rf"<img\b(?P<rest>[^<>]*?\bsrc\s*=\s*[\"']?(?P<src>{_ADDRESS}[^\s\"'<>]+)[^<>]*)>"
)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_GALLERY = re.compile(r"^::: gallery(?P<rest>[^\n]*)\n(?P<lines>(?:.*\n)*?):::[ ]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*-->")
_LINK = re.compile(r"\[.*\]\(.*\)")
_PLAIN = re.compile(r"[^\s()<>]+")


_DEFINED = re.compile(
    rf"^[ ]{{0,3}}\[(?!\^)(?P<key>[^\]\n]+)\]:[ \t]*<?(?P<address>{_ADDRESS}[^\s<>]+)>?",
    re.MULTILINE,
)
_BY_KEY = re.compile(
    r"(?P<linked>\[)?!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\](?:\[(?P<key>[^\]\n]*)\])?(?![\[(])"
    r"(?P<end>(?(linked)\](?=[\[(])|))"
)
"""A picture whose address stands elsewhere in the text (CommonMark 6.4)."""


def without_foreign(markdown: str) -> tuple[str, list[ImportNote]]:
    """Return *markdown* with links for what a build could not show, and a note for each picture."""
    notes: list[ImportNote] = []

    def note(address: str) -> str:
        notes.append(ImportNote("picture elsewhere", address, address))
        return address

    def call(match: re.Match[str]) -> str:
        address = match["quoted"] or match["word"]
        if match["name"] == "video" and find_embed(address):
            return match[0]
        named = {
            match[1]: match[2] or match[3] or match[4] or ""
            for match in _NAMED.finditer(match["rest"])
        }
        said = named.get("title") or named.get("caption") or named.get("alt") or ""
        return _link(said, note(address))

    def picture(match: re.Match[str]) -> str:
        address = note(match["angled"] or match["bare"])
        said = match["alt"].strip() or match["double"] or match["single"] or ""
        if match["linked"]:
            return f"[{said or _name(address)}]"
        return _link(said, address)

    defined = {match["key"].casefold(): match["address"] for match in _DEFINED.finditer(markdown)}

    def by_key(match: re.Match[str]) -> str:
        key = match["key"] or match["alt"]
        address = defined.get(key.casefold())
        if address is None:
            return match[0]
        said = match["alt"].strip() or _name(address)
        note(address)
        return f"[{said}]" if match["linked"] else f"[{said}][{key}]"

    def tag(match: re.Match[str]) -> str:
        address, alt = note(match["src"]), _ALT.search(match["rest"])
        said = (alt[1] or alt[2] or "").strip() if alt else ""
        return f'<a href="{address}">{said or _name(address)}</a>'

    def change(text: str) -> str:
        text = _BY_KEY.sub(by_key, text) if defined else text
        text = _TAG.sub(tag, _PICTURE.sub(picture, _CALL.sub(call, text)))
        return _GALLERY.sub(_gallery, text) if "::: gallery" in text else text

    if "//" not in markdown and "::: gallery" not in markdown:
        return markdown, notes
    return outside_code(markdown, change), notes


def _link(said: str, address: str) -> str:
    label = said or _name(address)
    return f"[{label}]({address if _PLAIN.fullmatch(address) else f'<{address}>'})"


def _name(address: str) -> str:
    """Return what a file is called, for a picture that nobody described."""
    parts = urlsplit(address)
    return unquote(posixpath.basename(parts.path)).translate(_UNSIGNED) or parts.netloc


_UNSIGNED = str.maketrans("[]<>\\`*_", "()()/'  ")
"""Signs of Markdown and HTML, of which a label may hold none."""


def _gallery(match: re.Match[str]) -> str:
    """Return a gallery of what is here, behind it links to the rest, and what is nowhere."""
    lines = [line for line in match["lines"].splitlines() if line.strip()]
    links = [f"- {line}" for line in lines if _LINK.fullmatch(line.strip())]
    gone = [line for line in lines if _COMMENT.fullmatch(line.strip())]
    if not links and not gone:
        return match[0]
    held = [line for line in lines if f"- {line}" not in links and line not in gone]
    blocks = ["\n".join(part) for part in (links, gone) if part]
    if held:
        blocks.insert(0, "\n".join([f"::: gallery{match['rest']}", *held, ":::"]))
    return "\n\n".join(blocks)
