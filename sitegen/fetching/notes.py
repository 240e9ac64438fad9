"""The notes of somebody else's text, known by their links, which lead there and back. Pure.

As the links that they are, they would lead to the other site.
"""

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urldefrag

from sitegen.importing.html import note_mark

if TYPE_CHECKING:
    from turbohtml import Element

_MOST = 200
_NOTES = frozenset(("li", "p", "div", "dd", "aside"))
_AROUND = ", ".join(f"{name}[id]" for name in sorted(_NOTES))
_LISTS = frozenset(("ol", "ul", "dl", "section", "div", "aside", "footer"))


class WithoutNotes(NamedTuple):
    html: str
    """A text, with a sign where each note is called."""
    notes: dict[str, str]
    """What they say, by their numbers."""


def take_notes(html: str, base: str) -> WithoutNotes:
    """Return *html*, which stands at *base*, and its notes; as it is where it has none."""
    if "#" not in html or "href=" not in html or "id=" not in html:
        return WithoutNotes(html, {})
    import turbohtml

    tree = turbohtml.parse_fragment(html)
    by_id = {str(element.attrs["id"]): element for element in tree.select("[id]")}
    calls: dict[str, list[Element]] = {}
    backs: dict[str, list[Element]] = {}
    for link in tree.select("a[href]"):
        target = _target(link, base)
        note = by_id.get(target)
        if note is None:
            continue
        holder = link.closest(_AROUND)
        if note.tag in _NOTES:
            calls.setdefault(target, []).append(link)
        elif holder is not None:
            backs.setdefault(str(holder.attrs["id"]), []).append(link)
    numbers: dict[str, str] = {}
    for target in [target for target in calls if target in backs][:_MOST]:
        numbers[target] = str(len(numbers) + 1)
        for link in backs[target]:
            _sign_of(link).decompose()
        for link in calls[target]:
            sign = _sign_of(link)
            sign.insert_adjacent_html("beforebegin", note_mark(numbers[target]))
            sign.decompose()
    notes = {number: by_id[target].inner_html for target, number in numbers.items()}
    for target in numbers:
        _remove(by_id[target])
    return WithoutNotes(tree.inner_html, notes) if notes else WithoutNotes(html, {})


def _target(link: "Element", base: str) -> str:
    """Return the id to which *link* leads on its own page; nothing for other links."""
    address, fragment = urldefrag(str(link.attrs["href"] or ""))
    return unquote(fragment) if address in ("", base) else ""


def _sign_of(link: "Element") -> "Element":
    """Return what stands around *link* alone, with its brackets: `<sup>[1]</sup>`."""
    around = link.closest("sup, span")
    if around is None or around.text.strip(" \xa0\t\n[]()") != link.text.strip():
        return link
    return around


def _remove(note: "Element") -> None:
    """Remove *note*, and what held notes alone: their list, with its heading."""
    import turbohtml

    around = note.parent
    note.decompose()
    while isinstance(around, turbohtml.Element) and around.tag in _LISTS:
        headings = "".join(heading.text for heading in around.select("h1, h2, h3, h4, h5, h6"))
        if around.text.strip() != headings.strip() or around.select_one("img"):
            return
        empty, around = around, around.parent
        empty.decompose()
