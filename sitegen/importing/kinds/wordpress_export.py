"""Exports of WordPress (WXR, RSS with its own elements), read as a stream: channel and posts.

Versions 1.0 to 1.2 differ in their namespaces alone. https://developer.wordpress.org/advanced-administration/wordpress/import/
"""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

import msgspec

from sitegen.importing.former import Standing
from sitegen.importing.material import Material
from sitegen.importing.refusals import unlike
from sitegen.importing.xml import elements, local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

WHAT = "an export of WordPress (WXR)"
_WANTED = "the XML file of Tools → Export in WordPress, or the folder in which such files lie"
_STANDINGS: dict[str, Standing] = {
    "publish": "public", "inherit": "public", "private": "private", "future": "future",
    "trash": "trash", "auto-draft": "trash",
}  # fmt: skip
"""`draft`, `pending` and whatever plug-ins call what is not public yet: `draft`."""


class ExportedTerm(NamedTuple):
    domain: str
    slug: str
    name: str


class ExportedItem(msgspec.Struct, frozen=True, kw_only=True):
    """A post of any type, as the export has it."""

    id: str
    origin: str
    type: str
    standing: Standing
    title: str
    link: str
    slug: str
    """`post_name`, decoded."""
    parent: str
    order: int
    date: str
    """`2019-05-14 09:30:00` on the site's clocks; empty: none."""
    date_gmt: str
    modified: str
    creator: str
    content: str
    excerpt: str
    is_sticky: bool
    file_url: str
    """Of an attachment."""
    terms: tuple[ExportedTerm, ...]
    meta: dict[str, str]
    comments: int
    """How many that readers saw."""

    def names(self, domain: str) -> list[str]:
        return [term.name for term in self.terms if term.domain == domain]


class ExportedChannel(msgspec.Struct, kw_only=True):
    """What the export says of the site."""

    title: str = ""
    url: str = ""
    description: str = ""
    language: str = ""
    authors: dict[str, str] = {}
    """The names that readers saw, by login."""
    categories: dict[str, tuple[str, str]] = {}
    """Name and parent's slug, by slug."""
    category_ids: dict[str, str] = {}


def export_files(material: Material) -> list[str]:
    """Return the names of exports in *material*. Raises `UsageError` where there is none."""
    paths = [path for path in material.under("", ".xml") if is_export(material, path)]
    if not paths:
        is_file = material.is_file
        reason = "it has no `wxr_version`" if is_file else "no .xml file in it is an export"
        raise unlike("wordpress", material.path, reason, _WANTED)
    return paths


def is_export(material: Material, name: str) -> bool:
    """Whether the file *name* says so in its first lines."""
    with material.open(name) as file:
        start = file.read(65536)
    return b"wordpress.org/export/" in start or b"wxr_version" in start


def read_export(material: Material, name: str, channel: ExportedChannel) -> Iterator[ExportedItem]:
    """Yield the posts of *name*, and fill *channel* on the way."""
    for _around, element in elements(material, name, 2, WHAT):
        kind = local_name(element)
        if kind == "item":
            yield _item(element, name)
        elif kind == "author":
            values = _texts(element)
            login = values.get("author_login", "")
            channel.authors[login] = values.get("author_display_name") or login
        elif kind == "category":
            values = _texts(element)
            slug = unquote(values.get("category_nicename", ""))
            parent = unquote(values.get("category_parent", ""))
            channel.category_ids[values.get("term_id", "")] = slug
            channel.categories[slug] = (html.unescape(values.get("cat_name", slug)), parent)
        elif kind in ("title", "description", "language"):
            setattr(channel, kind, (element.text or "").strip())
        elif kind == "link" or (kind == "base_blog_url" and not channel.url):
            channel.url = (element.text or "").strip() or channel.url


def _texts(element: "Element") -> dict[str, str]:
    return {local_name(child): (child.text or "").strip() for child in element}


def _item(element: "Element", name: str) -> ExportedItem:
    values: dict[str, str] = {}
    terms: list[ExportedTerm] = []
    meta: dict[str, str] = {}
    comments = 0
    for child in element:
        kind = local_name(child)
        if kind == "category":
            slug = unquote(child.get("nicename", ""))
            terms.append(
                ExportedTerm(child.get("domain", ""), slug, html.unescape(child.text or slug))
            )
        elif kind == "postmeta":
            pair = _texts(child)
            meta.setdefault(pair.get("meta_key", ""), pair.get("meta_value", ""))
        elif kind == "comment":
            comments += _is_shown(_texts(child))
        elif kind == "encoded" and "excerpt" in child.tag:
            values["excerpt"] = child.text or ""
        elif kind != "description":
            values[kind] = child.text or ""
    status = values.get("status", "").strip()
    standing = _STANDINGS.get(status, "draft")
    if values.get("post_password", "").strip() and standing != "trash":
        standing = "password"
    number = values.get("post_id", "").strip() or values.get("guid") or values.get("link", "")
    return ExportedItem(
        id=number,
        origin=f"{name}#{number}",
        type=values.get("post_type", "").strip(),
        standing=standing,
        title=values.get("title", ""),
        link=values.get("link", "").strip(),
        slug=unquote(values.get("post_name", "").strip()),
        parent=values.get("post_parent", "").strip(),
        order=_number(values.get("menu_order", "")),
        date=_date(values.get("post_date", "")),
        date_gmt=_date(values.get("post_date_gmt", "")),
        modified=_date(values.get("post_modified", "")),
        creator=values.get("creator", "").strip(),
        content=values.get("encoded", ""),
        excerpt=values.get("excerpt", "").strip(),
        is_sticky=values.get("is_sticky", "").strip() == "1",
        file_url=values.get("attachment_url", "").strip(),
        terms=tuple(terms),
        meta=meta,
        comments=comments,
    )


def _is_shown(comment: dict[str, str]) -> bool:
    kind = comment.get("comment_type", "")
    return comment.get("comment_approved") == "1" and kind in ("", "comment")


def _date(written: str) -> str:
    return "" if written.startswith("0000") else written.strip()


def _number(written: str) -> int:
    return int(written) if re.fullmatch(r"\s*-?\d{1,9}\s*", written) else 0
