"""What is told of pages whose address cannot be, or is another's: at what it was made of. Pure."""

from collections.abc import Iterator, Mapping
from operator import attrgetter

from sitegen.border.addresses import names_elsewhere
from sitegen.errors import Diagnostic
from sitegen.model import Page
from sitegen.model.kinds import REDIRECT, SECTION
from sitegen.model.taxonomies import TAXONOMIES
from sitegen.names import CONTENT, SITE_FILE
from sitegen.site.index import Index
from sitegen.site.urls import alias_path
from sitegen.sources.document import Document
from sitegen.wording.phrases import Words, with_gaps


def refusal(
    index: Index, page: Page, code: str, values: Mapping[str, Words]
) -> Iterator[Diagnostic]:
    """Yield that *page* is refused, by the *code* of a message, with what that says.

    Nothing is told of what goes with a section's page, such as its feed.
    """
    if page.traits.family == "plugins":
        plugin, _, _ = page.kind.rpartition(".")
        other = values.get("other") or with_gaps("an address that no file can have")
        told = {"plugin": plugin, "address": address_of(page)[:200], "other": other}
        yield Diagnostic("plugin-address", SITE_FILE, 0, 0, told)
    elif document := index.version(page.language).documents.get(page.subject):
        yield _of_document(document, page, code, values)
    elif (document := naming(index, page)) is None:
        yield from _of_list(index, page, code, values)
    elif page.kind == SECTION.name:
        code = "section-taken" if code == "address-twice" else code
        yield document.diagnostic(code, "section", **{**values, "section": page.subject})


def _of_document(
    document: Document, page: Page, code: str, values: Mapping[str, Words]
) -> Diagnostic:
    """Return what is told of a *page* of *document*, at the key that its address comes from."""
    if page.kind == REDIRECT.name:
        number = [alias_path(alias) for alias in document.front.aliases].index(page.path)
        key, alias = f"aliases.{number}", document.front.aliases[number]
        code = "alias-taken" if code == "address-twice" else code
        if code == "unsafe-address" and names_elsewhere(alias):
            code, values = "alias-with-host", {"address": alias, "suggestion": _path(alias)}
        return document.diagnostic(code, key, **values)
    key = "slug"  # where there is none the file's name is the mistake
    if code == "unsafe-address" and key not in (marks := document.details.marks):
        key = "section" if "section" in marks else "title"
    return document.diagnostic(code, key, **values)


def _of_list(
    index: Index, page: Page, code: str, values: Mapping[str, Words]
) -> Iterator[Diagnostic]:
    """Yield what is told of a *page* that sitegen makes, at a file that it is made of."""
    if code != "address-twice" or page.traits.subject in ("document", "file"):
        yield Diagnostic(code, _file_of(index, page) or _maker(page), values=dict(values))
    else:
        values = {**values, "what": _in_words(page)}
        yield Diagnostic("list-address-twice", _file_of(index, page) or SITE_FILE, values=values)


def _file_of(index: Index, page: Page) -> str:
    """Return the path of what *page*, a list, is made of: a section's text or folder, a text that
    has the tag or the author; nothing where it is of the whole site.
    """
    version = index.version(page.language)
    kind, value = page.scope
    if kind == SECTION.name:
        introduction = version.section_documents.get(value)
        return f"{CONTENT}/{introduction.id if introduction else value}"
    terms_of = TAXONOMIES[kind].terms_of if kind in TAXONOMIES else None
    for entry in sorted(version.entries.values(), key=attrgetter("id")) if terms_of else ():
        if terms_of and any(getattr(term, "slug", "") == value for term in terms_of(entry)):
            return f"{CONTENT}/{entry.id}"
    return ""


def naming(index: Index, page: Page) -> Document | None:
    """Return a document that names the section of *page*, a list or what goes with one."""
    if page.scope.kind != SECTION.name:
        return None
    section = page.scope.value
    documents = index.version(page.language).documents.values()
    return next(
        (document for document in documents if document.front.section == section != ""), None
    )


def address_of(page: Page) -> str:
    """Return the address at which readers find *page*, from the site's root."""
    return f"/{page.path.removesuffix('index.html')}"


def claimant(page: Page) -> Words:
    """Return who has the address of *page*: a document, or what sitegen makes."""
    maker = _maker(page)
    if maker.startswith("content/"):
        return maker
    return with_gaps("a page that sitegen makes ({page})", page=_in_words(page))


def _in_words(page: Page) -> Words:
    """Return what *page* is, as authors know it: `section news`."""
    kind, value = page.scope
    words = page.traits.words
    if page.traits.subject == "list":
        return with_gaps("{kind} `{name}`", kind=words, name=value)
    if kind in TAXONOMIES:
        of = with_gaps("{kind} `{name}`", kind=TAXONOMIES[kind].one, name=value)
        return with_gaps("{kind}, {other}", kind=words, other=of)
    return words


def _maker(page: Page) -> str:
    """Return what an author would look for: the source of *page*, or what it is."""
    if page.traits.subject in ("document", "file"):
        return f"content/{page.subject}"
    return f"{page.kind} {page.subject}".strip()


def _path(address: str) -> str:
    """Return what follows the host in *address*."""
    return "/" + address.partition("//")[2].partition("/")[2]
