"""Texts of Pelican that are no Markdown: reStructuredText and HTML, with their metadata. Pure."""

import re
from html import unescape
from typing import Any

_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)
_META = re.compile(r"<meta\s+([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def read_html(text: str) -> tuple[dict[str, Any], str]:
    """Return the metadata of an HTML file, from its `<title>` and `<meta>`, and its body."""
    values: dict[str, Any] = {}
    if title := _TITLE.search(text):
        values["title"] = unescape(title[1].strip())
    for meta in _META.findall(text):
        attributes = {
            key.lower(): double or single for key, double, single in _ATTRIBUTE.findall(meta)
        }
        if "name" in attributes:
            key = {"keywords": "tags"}.get(attributes["name"].lower(), attributes["name"].lower())
            values[key] = unescape(attributes.get("content") or attributes.get("contents") or "")
    body = _BODY.search(text)
    return values, body[1] if body else text


def read_rst(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields at the head of a reStructuredText file, its title, and its text as HTML.

    Nothing is included and nothing is run: directives that read files are off. HTML that stands in
    the text comes over as that of any text does.
    """
    from docutils import nodes
    from docutils.core import publish_doctree, publish_from_doctree

    settings = {
        "file_insertion_enabled": False, "raw_enabled": True, "report_level": 5,
        "halt_level": 6, "input_encoding": "unicode", "initial_header_level": 2,
        "syntax_highlight": "none", "_disable_config": True, "math_output": "LaTeX",
        "smart_quotes": False,
    }  # fmt: skip
    tree = publish_doctree(text, settings_overrides=settings)
    values: dict[str, Any] = {}
    if title := tree.get("title"):
        values["title"] = title
    for info in list(tree.findall(nodes.docinfo)):
        for field in info.children:
            if isinstance(field, nodes.field):
                values[field[0].astext().lower()] = field[1].astext()
            elif isinstance(field, nodes.authors):
                values["authors"] = "; ".join(child.astext() for child in field.children)
            else:
                values[field.tagname] = field.astext()
        info.parent.remove(info)
    for title_node in list(tree.findall(nodes.title)):
        if isinstance(title_node.parent, nodes.document):
            title_node.parent.remove(title_node)
    parts = publish_from_doctree(tree, writer="html5", settings_overrides=settings)
    whole = parts.decode() if isinstance(parts, bytes) else str(parts)
    body = _BODY.search(whole)
    return values, body[1] if body else whole
