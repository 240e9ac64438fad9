"""Blocks of Osuny, which hold the whole text of a page in YAML, become HTML. Pure."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from sitegen.importing.former import ImportNote
from sitegen.importing.values import plain


def media_address(identity: Any) -> str:
    """Return what a picture is called by its identity; nothing for none."""
    return f"/media/{identity}" if identity else ""


def to_html(contents: Any) -> tuple[str, tuple[ImportNote, ...]]:
    """Return the blocks of a page as HTML, and notes of those that hold nothing of their own."""
    pieces: list[str] = []
    notes: list[ImportNote] = []
    for block in contents if isinstance(contents, list) else ():
        if not isinstance(block, Mapping):
            continue
        name = str(block.get("template") or block.get("kind") or "")
        values = block.get("data") if isinstance(block.get("data"), Mapping) else {}
        title = plain(block.get("title"))
        if title:
            level = (
                (block.get("ranks") or {}).get("self")
                if isinstance(block.get("ranks"), Mapping)
                else 2
            )
            pieces.append(f"<h{level or 2}>{escape(title)}</h{level or 2}>")
        write = _WRITERS.get(name)
        if write is not None:
            pieces += [piece for piece in write(values or {}) if piece]
        elif name not in ("title", "heading"):
            notes.append(ImportNote("block", name, title))
    return "\n".join(pieces), tuple(notes)


def _chapter(values: Mapping[str, Any]) -> Iterable[str]:
    yield str(values.get("text") or "")
    yield _picture(values.get("image"))
    yield str(values.get("notes") or "")


def _image(values: Mapping[str, Any]) -> Iterable[str]:
    yield _picture(values.get("image"), plain(values.get("text")))


def _gallery(values: Mapping[str, Any]) -> Iterable[str]:
    for row in _rows(values, "images"):
        yield _picture(row.get("image", row), plain(row.get("text")))


def _call_to_action(values: Mapping[str, Any]) -> Iterable[str]:
    yield str(values.get("text") or "")
    links = [
        _link(row.get("url"), row.get("title")) for row in _rows(values, "buttons", "elements")
    ]
    yield "<ul>" + "".join(f"<li>{link}</li>" for link in links if link) + "</ul>" if links else ""


def _links(values: Mapping[str, Any]) -> Iterable[str]:
    yield str(values.get("description") or "")
    for row in _rows(values, "links"):
        about = escape(plain(row.get("description")))
        yield f"<p>{_link(row.get('url'), row.get('title'))}{about and f' — {about}'}</p>"


def _files(values: Mapping[str, Any]) -> Iterable[str]:
    yield str(values.get("description") or "")
    for row in _rows(values, "files"):
        address = media_address(row.get("id") or row.get("file")) or str(row.get("url") or "")
        yield f"<p>{_link(address, row.get('title') or address)}</p>"


def _testimonials(values: Mapping[str, Any]) -> Iterable[str]:
    for row in _rows(values, "testimonials"):
        who = ", ".join(filter(None, (plain(row.get("author")), plain(row.get("job")))))
        speaker = f"<p>{escape(who)}</p>" if who else ""
        yield f"<blockquote>{row.get('text') or ''}{speaker}</blockquote>"


def _timeline(values: Mapping[str, Any]) -> Iterable[str]:
    yield str(values.get("description") or "")
    for row in _rows(values, "events", "elements"):
        yield f"<h3>{escape(plain(row.get('title')))}</h3>{row.get('text') or ''}"


def _definitions(values: Mapping[str, Any]) -> Iterable[str]:
    terms = (
        f"<dt>{escape(plain(row.get('title')))}</dt><dd>{row.get('description') or ''}</dd>"
        for row in _rows(values, "elements")
    )
    yield f"<dl>{''.join(terms)}</dl>"


def _key_figures(values: Mapping[str, Any]) -> Iterable[str]:
    figures = (
        " ".join(
            filter(None, map(plain, (row.get("number"), row.get("unit"), row.get("description"))))
        )
        for row in _rows(values, "figures")
    )
    yield "<ul>" + "".join(f"<li>{escape(figure)}</li>" for figure in figures) + "</ul>"


def _datatable(values: Mapping[str, Any]) -> Iterable[str]:
    heads = "".join(
        f"<th>{escape(plain(_cell(value)))}</th>" for value in values.get("columns") or ()
    )
    rows = (
        "<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in _cells(row)) + "</tr>"
        for row in values.get("rows") or ()
    )
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _video(values: Mapping[str, Any]) -> Iterable[str]:
    yield str(values.get("description") or "")
    address = str(values.get("url") or "").strip()
    title = escape(plain(values.get("video_title")), quote=True)
    yield (
        f'<iframe src="{escape(address, quote=True)}" title="{title}"></iframe>' if address else ""
    )
    yield str(values.get("transcription") or "")


def _embed(values: Mapping[str, Any]) -> Iterable[str]:
    yield str(values.get("code") or "")
    yield str(values.get("transcription") or "")


def _cell(cell: Any) -> str:
    value = cell.get("text", cell.get("title", "")) if isinstance(cell, Mapping) else cell
    return str(value or "")


def _cells(row: Any) -> list[Any]:
    cells = row.get("cells") if isinstance(row, Mapping) else row
    return cells if isinstance(cells, list) else []


def _rows(values: Mapping[str, Any], *names: str) -> list[Mapping[str, Any]]:
    blocks: list[Any] = next(
        (values[name] for name in names if isinstance(values.get(name), list)), []
    )
    return [block for block in blocks if isinstance(block, Mapping)]


def _link(url: Any, title: Any) -> str:
    address = str(url or "").strip()
    words = escape(plain(title) or address)
    return f'<a href="{escape(address, quote=True)}">{words}</a>' if address else words


def _picture(picture: Any, caption: str = "") -> str:
    address = (
        media_address(picture.get("id") or picture.get("file"))
        if isinstance(picture, Mapping)
        else ""
    )
    if not address:
        return ""
    credit = plain(picture.get("credit"))
    words = " — ".join(filter(None, (caption, credit)))
    alt = escape(plain(picture.get("alt")), quote=True)
    shown = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    return f'<figure><img src="{escape(address, quote=True)}" alt="{alt}">{shown}</figure>'


_WRITERS: dict[str, Callable[[Mapping[str, Any]], Iterable[str]]] = {
    "chapter": _chapter,
    "image": _image,
    "gallery": _gallery,
    "call_to_action": _call_to_action,
    "links": _links,
    "files": _files,
    "testimonials": _testimonials,
    "timeline": _timeline,
    "definitions": _definitions,
    "key_figures": _key_figures,
    "datatable": _datatable,
    "video": _video,
    "embed": _embed,
}
