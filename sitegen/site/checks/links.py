"""Whether what documents name exists, and whether their images have a text. Pure."""

import difflib
from collections.abc import Callable, Container, Iterable, Iterator
from posixpath import basename, dirname, relpath
from typing import Literal

from sitegen.border.addresses import meant_address
from sitegen.border.suggestions import nearest
from sitegen.errors import Diagnostic
from sitegen.markup.values import Lookup, Reference
from sitegen.names import BUNDLE_TEXT, SECTION_TEXT, is_document
from sitegen.site.assets import missing_file
from sitegen.site.checks.foreign import check_foreign
from sitegen.site.entries import find_asset
from sitegen.site.index import Index
from sitegen.site.urls import output_path
from sitegen.sources.document import Document
from sitegen.sources.withdrawal import NOBODY

_ALIKE = 0.7
"""Of names of files, beside that of their whole paths: `bilan.md` is no slip of `_index.md`."""
DEAD = (
    "broken-link",
    "broken-link-near",
    "broken-anchor",
    "broken-anchor-near",
    "missing-file",
    "missing-file-near",
    "missing-scheme",
)
"""What is told of links that lead nowhere: how severe that is, is the site's choice."""


def check_links(
    index: Index, planned: Container[str], unread: Iterable[Document] = ()
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the links and images of all public documents.

    *planned* are the paths of the output's pages, *unread* what could be read of documents that
    have errors: the files beside them are not published either, and wait for them. A link to a
    document that is not public (a draft, an expired notice) is a warning, and its text stays on the
    page without a link.
    """
    for document in index.texts(unread):
        for reference in document.references:
            if (document.id, _whole(reference)) in index.held.dead:
                continue  # it was told, and the page stands without the link
            mistake = _check(index, planned, document.id, reference)
            whole = _with_scheme(document.id, reference)
            if whole and mistake and mistake[0] in ("missing-file", "missing-file-near"):
                mistake = "missing-scheme", {"file": reference.target, "suggestion": whole}
            waits = document.id in index.unwritten and reference.target in index.hidden_files
            if mistake is not None and not waits:
                code, values = mistake
                path = f"content/{document.id}"
                is_dead = code in DEAD and not reference.is_image
                is_mild = is_dead and index.config.check.dead_links == "warning"
                level: Literal["warning", ""] = "warning" if is_mild else ""
                yield Diagnostic(code, path, reference.line, reference.column, values, level)
        for lookup in document.lookups:
            yield from _check_lookup(index, lookup, f"content/{document.id}")
        yield from check_foreign(document, index.config.security_policy)
        for image in document.silent_images:
            path, values = f"content/{document.id}", {"file": image.src}
            yield Diagnostic("image-without-alt", path, image.line, image.column, values)


def dead_targets(
    index: Index,
    planned: Container[str],
    documents: Container[str],
    is_gone: Callable[[str], bool],
) -> frozenset[tuple[str, str]]:
    """Return the links of public *documents* (ids) to what is gone: each document and target.

    To be told, and then to be left without a link: see `Held.dead`. Images are none of them, for a
    page cannot stand without. *is_gone*: whether what stood at a target was taken away.
    """
    return frozenset(
        (document.id, target)
        for document in index.texts()
        if document.id in documents
        for target in (
            *_dead_links(index, planned, document, is_gone),
            *_dead_attachments(index, document),
        )
    )


def _dead_links(
    index: Index, planned: Container[str], document: Document, is_gone: Callable[[str], bool]
) -> Iterator[str]:
    for reference in document.references:
        mistake = None if reference.is_image else _check(index, planned, document.id, reference)
        if mistake is not None and mistake[0] in DEAD and is_gone(reference.target):
            yield _whole(reference)


def _dead_attachments(index: Index, document: Document) -> Iterator[str]:
    for written in document.front.attachments:
        if find_asset(index.assets, document, written) is None:
            yield written


def _whole(reference: Reference) -> str:
    return f"{reference.target}#{reference.fragment}" if reference.fragment else reference.target


def _with_scheme(document_id: str, reference: Reference) -> str:
    """Return the address of the web or of a person that a path was meant to be; or ""."""
    if reference.is_image or reference.target.startswith("/"):
        return ""
    path = relpath(reference.target, dirname(document_id) or ".")
    whole = "" if is_document(path) else meant_address(path)
    if not whole or whole.startswith("mailto:"):
        return whole
    slash = "/" if reference.target.endswith("/") else ""
    fragment = f"#{reference.fragment}" if reference.fragment else ""
    return f"{whole}{slash}{fragment}"


def _nearest_document(target: str, others: list[str]) -> str:
    """Return the document that *target* is a slip of; a folder in common makes none of another."""

    def is_alike(name: str) -> bool:
        names = basename(target), basename(name)
        return difflib.SequenceMatcher(None, *names).ratio() >= _ALIKE

    return next(filter(is_alike, difflib.get_close_matches(target, others, 5, 0.8)), "")


def _document_of(index: Index, target: str) -> str:
    """Return the public document that *target* names without its ending, or as a folder."""
    names = (f"{target}.md", f"{target}/{BUNDLE_TEXT}.md", f"{target}/{SECTION_TEXT}.md")
    return next((name for name in names if name in index.documents and index.resolve(name)), "")


def _slip(document_id: str, target: str, meant: str) -> tuple[str, dict[str, str]]:
    """Return the message about a path to nothing: both as they are written in the document."""
    folder = dirname(document_id) or "."
    values = {"target": relpath(target, folder), "suggestion": relpath(meant, folder)}
    return "broken-link-near", values


def _check_lookup(index: Index, lookup: Lookup, path: str) -> Iterator[Diagnostic]:
    is_section = lookup.kind == "section"
    known = list(index.sections) if is_section else index.directory.known(lookup.kind)
    if lookup.value not in known:
        near = nearest(lookup.value, known)
        code = "unknown-choice-near" if near else "unknown-choice" if known else "none-declared"
        values = {"key": lookup.kind, "value": lookup.value, "suggestion": near}
        values["choices"] = ", ".join(known)
        yield Diagnostic(code, path, lookup.line, lookup.column, values)


def _check(
    index: Index, planned: Container[str], document_id: str, reference: Reference
) -> tuple[str, dict[str, str]] | None:
    target = reference.target
    if target.startswith("../"):
        if index.config.repository.view:
            return None
        code, values = missing_file(target, target, index.assets)
        return (
            (code, values) if code == "missing-file-near" else ("link-leaves", {"target": target})
        )
    if target.startswith("/"):
        path = output_path(target.split("?")[0])
        if path in planned or f"{path}/index.html" in planned:
            return None
        return "broken-link", {"target": target}
    if not is_document(target):
        if index.resolve(target):
            return None
        if target in index.hidden_files:
            return "link-unpublished", {"file": target, "target": target}
        if meant := _document_of(index, target):
            return _slip(document_id, target, meant)
        return missing_file(target, target, index.assets)
    target = index.standing(target)
    if target in index.unwritten:
        return None  # told where its own mistake is; until then the link's text stands alone
    linked = index.document(index.targets.meant(document_id, target))
    if linked is None:
        others = [
            document
            for document, other in index.documents.items()
            if document != document_id and not index.readers.is_for_others(other)
        ]
        if meant := _nearest_document(target, others):
            return _slip(document_id, target, meant)
        return "broken-link", {"target": target}
    is_withheld = index.readers.folders.name_of(linked) == NOBODY  # the mistake tells of it
    if index.resolve(target) is None and not is_withheld:
        code = "link-private" if index.readers.is_for_others(linked) else "link-unpublished"
        return code, {"target": target}
    if reference.fragment and reference.fragment not in (anchors := linked.details.anchors):
        near = difflib.get_close_matches(reference.fragment, anchors, 1, 0.6)
        code = "broken-anchor-near" if near else "broken-anchor"
        suggestion = near[0] if near else ""
        values = {"target": target, "anchor": reference.fragment, "suggestion": suggestion}
        return code, values
    return None
