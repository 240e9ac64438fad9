"""The demo's PDF files, set as sitegen sets press kits: tagged, in fonts that it brings."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sitegen.rendering.press.pdf import make_pdf

Block = tuple[str, str]
"""An element of HTML and its text."""
_STYLE = (
    "body { font-family: Newsreader; line-height: 1.45 }"
    " h1, h2 { color: #14525c; line-height: 1.2 } section + section { break-before: page }"
)


def pdf(title: str, pages: Sequence[Sequence[Block]]) -> bytes:
    """Return *pages* as a document that can be read aloud (PDF/UA-1), in French."""
    sections = "".join(
        f"<section>{''.join(f'<{tag}>{escape(text)}</{tag}>' for tag, text in blocks)}</section>"
        for blocks in pages
    )
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    html = f'<!doctype html><html lang="fr"><head>{head}</head><body>{sections}</body></html>'
    return make_pdf(html, "https://communes-reliees.example.org/", lambda address: None)
