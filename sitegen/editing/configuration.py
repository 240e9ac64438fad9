"""All that the page is made from: the editor's settings, and what its own scripts need to know."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec

from sitegen.config import EditingConfig, SiteConfig
from sitegen.digest import digest
from sitegen.editing.bundle import edition, words_for
from sitegen.editing.collections import (
    DATA_FOLDER,
    CollectionForms,
    DocumentFolder,
    data_forms,
    places,
    settings_form,
)
from sitegen.editing.components import components
from sitegen.editing.forms import Form, Former, Translate
from sitegen.editing.texts import page_texts
from sitegen.engine.tool import tool_digest
from sitegen.markup.values import DeclaredShortcode
from sitegen.model import EventFields, FrontMatter, SectionFrontMatter
from sitegen.site.index import Index
from sitegen.sources.document import Document
from sitegen.wording.translation import words_file, words_of

MAXIMUM = 25_000_000
"""Bytes of a file that is brought along; hosts of code refuse larger ones, or slow down."""
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class EditedSite(NamedTuple):
    """What the page is made from, of a site."""

    config: SiteConfig
    documents: Mapping[str, Document]
    data: Mapping[str, Any]
    files: frozenset[str]
    """All files of the content."""
    shortcodes: tuple[DeclaredShortcode, ...]
    sections: tuple[str, ...]
    """The folders of the sections that `site.yaml` names, in their order."""


class PageAnswers(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page asks of a site: while these are the same, so is the page."""

    title: str
    url: str
    language: str
    content_folder: str
    has_workflow: bool
    sections: tuple[str, ...]
    """The folders of the sections that `site.yaml` names, in their order."""
    titles: tuple[tuple[str, str], ...]
    """Of sections, by their folders."""
    places: tuple[DocumentFolder, ...]
    data_files: tuple[str, ...]
    shortcodes: tuple[DeclaredShortcode, ...]
    suggestions: dict[str, list[str]]
    hosts: list[str]
    """That the page asks, besides its own."""
    backend: Form


def answers_of(material: EditedSite, backend: Form, *, is_local: bool = False) -> PageAnswers:
    """Return what the page asks of *material*. *is_local*: it is the preview's, and asks nobody."""
    config = material.config
    titles = {
        document.folder: document.title
        for document in material.documents.values()
        if document.section_front is not None
    }
    titles |= {name: config.sections[name].title for name in material.sections}
    return PageAnswers(
        title=config.title,
        url=config.url,
        language=config.language,
        content_folder=config.content_folder,
        has_workflow=config.editing.workflow,
        sections=tuple(config.sections),
        titles=tuple(sorted((folder, title) for folder, title in titles.items() if title)),
        places=tuple(places(material.documents, material.sections)),
        data_files=tuple(sorted(name for name in material.files if name.startswith(DATA_FOLDER))),
        shortcodes=material.shortcodes,
        suggestions=suggestions(material),
        hosts=[] if is_local else hosts_of(config.editing),
        backend=backend,
    )


def digest_of(answers: PageAnswers) -> bytes:
    """Return what is another wherever the page that *answers* make is another."""
    words = (words_file(answers.language), edition(answers.language))
    return digest(tool_digest(), *words, _encode(answers))


def configuration(answers: PageAnswers) -> Form:
    """Return what the page reads: the editor's own settings, and those of its scripts."""
    former = Former(words_of(answers.language), answers.language)
    made = CollectionForms(answers.sections, answers.content_folder, former, dict(answers.titles))
    folder = "" if answers.content_folder == "." else f"{answers.content_folder}/"
    return {
        "language": answers.language,
        "words": words_for(answers.language),
        "texts": page_texts(former.translate),
        "hosts": answers.hosts,
        "formats": formats(former),
        "suggestions": answers.suggestions,
        "components": components(answers.shortcodes, former),
        "editor": {
            "load_config_file": False,
            "backend": answers.backend | {"commit_messages": _messages(former.translate)},
            "app_title": answers.title,
            "site_url": answers.url,
            "media_folder": f"{folder}images",
            "public_folder": "/images",
            "media_libraries": {"default": {"config": _media()}, "stock_assets": {"providers": []}},
            "show_preview_links": False,
            "publish_mode": "editorial_workflow" if answers.has_workflow else "simple",
            "output": {"omit_empty_optional_fields": True},
            "slug": {"encoding": "ascii", "clean_accents": True, "timezone": "local"},
            "collections": [made.entries(place) for place in answers.places],
            "singletons": made.data(answers.data_files),
        },
    }


def _messages(translate: Translate) -> Form:
    """Return what commits are called, and the requests that others read and merge."""
    texts = {
        "create": "Write {section}: {name}",
        "update": "Correct {section}: {name}",
        "delete": "Remove {section}: {name}",
        "uploadMedia": "Add {file}",
        "deleteMedia": "Remove {file}",
    }
    places = {"section": "{{collection}}", "name": "{{slug}}", "file": "{{path}}"}
    return {kind: translate(text).format(**places) for kind, text in texts.items()}


def _media() -> Form:
    return {
        "max_file_size": MAXIMUM,
        "slugify_filename": True,
        "transformations": {"heic": {"format": "webp", "quality": 90}},
    }


def formats(former: Former) -> Form:
    """Return how the files of each kind are read and written."""
    article, section = former.mapping(FrontMatter)[1], former.mapping(SectionFrontMatter)[1]
    forms: Form = {
        "article": {"of": article, "extension": "md"},
        "section": {"of": section, "extension": "md"},
    }
    for name, made in data_forms(former).items():
        forms[name] = {"of": made.written, "extension": "yaml"}
    forms["settings"] = {"of": settings_form(former)[1], "extension": "yaml"}
    return forms


def suggestions(material: EditedSite) -> dict[str, list[str]]:
    """Return the words that the site knows, by what they are words of, each once and in order."""
    config, fronts = material.config, [document.front for document in material.documents.values()]
    events = [event for document in material.documents.values() for event in document.events]
    announced = [event for event in events if not isinstance(event, str)]
    contacts = config.organisation.contacts if config.organisation else {}
    return {
        "authors": _words([*_keys(material, "authors"), *_all(fronts, "author", "authors")]),
        "organisations": _words([*_keys(material, "organisations"), *_all(fronts, "signatories")]),
        "venues": _words([*_keys(material, "venues"), *_places(announced)]),
        "contacts": _words(contacts),
        "tags": _words(_all(fronts, "tags")),
        "kinds": _words(front.kind for front in fronts),
        "types": _words(event.type for event in announced),
        "audience": _words(_all(announced, "audience")),
        "sections": _words(material.sections),
    }


def public(material: EditedSite, index: Index) -> EditedSite:
    """Return what of *material* the public knows: the page stands where everybody may read it.

    A tag of a text under embargo, or the name of a private section, is in none of its settings.
    """
    shown: set[str] = set()
    sections: set[str] = set()
    for version in index.everywhere:
        shown |= version.urls.keys() | {text.id for text in version.section_documents.values()}
        sections |= version.sections.keys()
    return material._replace(
        documents={key: document for key, document in material.documents.items() if key in shown},
        data={},
        sections=tuple(name for name in material.sections if name in sections),
    )


def _keys(material: EditedSite, name: str) -> list[str]:
    value = material.data.get(name)
    return (
        [str(key) for key in value if not str(key).startswith("@")]
        if isinstance(value, Mapping)
        else []
    )


def _places(events: Iterable[EventFields]) -> list[str]:
    return [event.location.name for event in events if event.location]


def _all(values: Iterable[Any], *names: str) -> list[str]:
    return [word for value in values for name in names for word in getattr(value, name)]


def _words(values: Iterable[str]) -> list[str]:
    return sorted({str(word) for word in values if word}, key=str.casefold)


def hosted_backend(editing: EditingConfig) -> Form:
    """Return the editor's settings for a repository on a host of code."""
    name = "gitea" if editing.service == "forgejo" else editing.service
    backend: Form = {"name": name, "repo": editing.repository, "branch": editing.branch}
    if name == "gitea" or editing.url:
        backend["api_root"] = editing.api
    if name != "github" and editing.host:
        backend["base_url"] = editing.host
    if editing.sign_in:
        backend["base_url"] = editing.sign_in
    can_sign_in = bool(editing.client_id or editing.sign_in)
    if editing.client_id:
        backend["app_id"] = editing.client_id
        if name == "gitlab":
            backend["auth_type"] = "pkce"
    return backend | {"auth_methods": ["oauth", "token"] if can_sign_in else ["token"]}


def hosts_of(editing: EditingConfig) -> list[str]:
    """Return the hosts that the page asks: the service's, and who signs people in."""
    addresses = (editing.api, editing.host, editing.sign_in)
    return list(
        dict.fromkeys(f"https://{urlsplit(address).netloc}" for address in addresses if address)
    )


def local_backend(root: str, address: str) -> Form:
    """Return the editor's settings for a site that lies on this machine, served at *address*."""
    name = hashlib.sha256(root.encode()).hexdigest()[:12]
    return {
        "name": "gitea",
        "repo": f"local/{name}",
        "branch": "main",
        "base_url": address.rstrip("/"),
        "api_root": f"{address}api/v1",
        "auth_methods": ["token"],
    }
