"""The translation of a document, begun: its place, its keys, and the text that is to be translated.

Does I/O.
"""

import os
import re
from posixpath import dirname

from sitegen.border.slugs import slugify
from sitegen.border.text import decode
from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic, UsageError
from sitegen.names import BUNDLE_TEXT, SECTION_TEXT, is_called, is_document, place_of
from sitegen.scaffold.archetypes import Archetype
from sitegen.scaffold.documents import Draft
from sitegen.sources import frontmatter
from sitegen.wording.translation import _


def translation(root: str, config: SiteConfig, written: str, language: str, title: str) -> Draft:
    """Return the translation of the document *written* (a path) into *language*, to be written;
    empty: into the one that it lacks. Its *title* may be empty.

    Raises `UsageError` where there is no such document, or no such language.
    """
    above = "" if config.content_folder == "." else f"{config.content_folder}/"
    original = written.replace("\\", "/").removeprefix("./").removeprefix(above).strip("/")
    path = os.path.join(root, config.content_folder, *original.split("/"))
    if not is_document(original) or not os.path.isfile(path):
        raise UsageError(Diagnostic("no-such-document", values={"path": written}))
    own, place = place_of(original, config.typographies)
    own = own or config.language
    tag = _language(root, config, own, place, language)
    target = _target(root, config, original, place, own, tag)
    with open(path, "rb") as file:
        text, wrong = decode(file.read(), f"content/{original}")
    parts = None if wrong else frontmatter.split(text, f"content/{original}", [])
    body = parts.body.strip("\n") if parts else ""
    known = _TITLE.search(parts.front) if parts else None
    return Draft(
        f"{above}{target}",
        config.content_folder,
        _text(place, title, known[0] if known else "title: …", body),
        Archetype(name="", path="", text=""),
    )


def _language(root: str, config: SiteConfig, own: str, place: str, wanted: str) -> str:
    """Return the language of the translation: *wanted*, or the first that has none yet."""
    others = [tag for tag in config.typographies if tag != own]
    if wanted in others:
        return wanted
    if wanted or not others:
        values = {"value": wanted, "known": ", ".join(others) or "–"}
        raise UsageError(Diagnostic("language-unknown", values=values))
    content = os.path.join(root, config.content_folder)

    def is_there(tag: str) -> bool:
        names = (f"{tag}/{place}", _suffixed(place, tag))
        return any(os.path.isfile(os.path.join(content, *name.split("/"))) for name in names)

    return next((tag for tag in others if not is_there(tag)), others[0])


def _target(root: str, config: SiteConfig, original: str, place: str, own: str, tag: str) -> str:
    """Return where it goes: into the tree of its language where there is one, else beside the
    original.
    """
    is_tree = os.path.isdir(os.path.join(root, config.content_folder, tag))
    if is_tree or original.startswith(f"{own}/"):
        return f"{tag}/{place}"
    beside = os.path.join(dirname(original), os.path.basename(place)).replace(os.sep, "/")
    return beside if tag == config.language else _suffixed(beside, tag)


def _suffixed(path: str, tag: str) -> str:
    stem, _dot, ending = path.rpartition(".")
    return f"{stem}.{tag}.{ending}"


_TITLE = re.compile(r"^title:.*$", re.MULTILINE)


def _text(place: str, title: str, known: str, body: str) -> str:
    """Return the document: its front matter, and what is to be translated below it.

    *known*: the line of the original's title, for want of one.
    """
    quoted = title.replace("'", "''")
    lines = [f"title: '{quoted}'" if title else known]
    is_listing = is_called(place, SECTION_TEXT)
    if not is_listing:
        if not is_called(place, BUNDLE_TEXT) or "/" in place:
            lines += [f"slug: {slugify(title)}"] if title else []
        lines.append("tags: []")
    lines.append("draft: true")
    told = _("Date, event and embargo are the original's. Remove `draft:` to publish it.")
    return "---\n# " + told + "\n" + "\n".join(lines) + f"\n---\n{body}\n"
