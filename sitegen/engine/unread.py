"""What else is wrong with texts that cannot be read: all of a text's mistakes are told at once.

What a build finds beyond reading (dates in the wrong order, dead links, former addresses in use) it
finds in documents. So the site is planned once more, with what could be read of these texts: what
is told of them counts, all else is forgotten, and nothing is published of it.
"""

from collections.abc import Iterable, Iterator, Set

from msgspec.structs import replace

from sitegen.engine.opening import OpenSite, planned
from sitegen.errors import Diagnostic
from sitegen.names import CONTENT
from sitegen.sources.document import Document


def site_as_meant(site: OpenSite) -> OpenSite | None:
    """Return the site as it would be with what could be read of its unread texts; None: all are
    read, or nothing more is known of these than that. Who asks closes it.
    """
    inputs = site.written.inputs
    unread = {key: document for key, document in inputs.unread.items() if document.details.marks}
    if not unread:
        return None
    snapshot = replace(inputs.snapshot, unread=inputs.snapshot.unread - unread.keys())
    others = {key: document for key, document in inputs.unread.items() if key not in unread}
    documents = dict(sorted({**inputs.documents, **unread}.items()))
    meant = replace(inputs, snapshot=snapshot, documents=documents, unread=others)
    return planned(site.task, site.written, meant, None, lambda planned_site: planned_site)


def told_of_unread(site: OpenSite, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what of *found*, in the site as it was meant, is true of texts not read by *site*.

    What may come of a key that could not be read is not told.
    """
    inputs = site.written.inputs
    unread = {f"{CONTENT}/{key}": document for key, document in inputs.unread.items()}
    told = {mistake.sort_key[:4] for mistake in (*site.diagnostics, *inputs.diagnostics)}
    wrong = {path: _wrong_keys(path, text, inputs.diagnostics) for path, text in unread.items()}
    for mistake in found:
        is_new = mistake.path in unread and mistake.sort_key[:4] not in told
        if is_new and wrong[mistake.path].isdisjoint(_OF_ABSENT.get(mistake.code, ())):
            yield mistake


_ADDRESS = ("date", "slug", "section", "lang")
_LANGUAGE = ("lang", "translates")
_DAYS = ("date", "event", "events")
_READERS = ("access", "preview", "draft", "embargo", "expires", "date")
_OF_ABSENT = {
    "address-twice": _ADDRESS,
    "slug-unused": _ADDRESS,
    "alias-taken": _ADDRESS,
    "section-text-twice": _LANGUAGE,
    "language-undeclared": _LANGUAGE,
    "translation-twice": _LANGUAGE,
    "translation-same-language": _LANGUAGE,
    "translation-circle": _LANGUAGE,
    "translation-of-translation": _LANGUAGE,
    "original-missing": _LANGUAGE,
    "kit-boilerplate-language": _LANGUAGE,
    "agenda-without-event": ("event", "events", "section"),
    "template-wants-date": ("date",),
    "kit-of-page": ("date",),
    "kit-without-contact": ("contact", "press", "section"),
    "kit-without-boilerplate": ("press", "section"),
    "kit-picture-without-licence": ("image",),
    "correction-too-early": ("date",),
    "updated-before": ("date",),
    "updated-ahead": _READERS,
    "announced-late": _DAYS,
    "registration-over": _DAYS,
    "weekday-doubtful": _DAYS,
    "preview-over": _READERS,
    "event-private": _READERS,
    "never-public": _READERS,
}
"""What is told since a key says nothing, or the usual, with these keys."""


def _wrong_keys(path: str, text: Document, found: Iterable[Diagnostic]) -> Set[str]:
    """Return the keys of *text* that say something else than is known."""
    written = {key for key in text.details.marks if "." not in key}
    values = (mistake.values for mistake in found if mistake.path == path)
    named = (str(each.get(name, "")) for each in values for name in ("key", "suggestion", "above"))
    unsound = {key for key in written if not getattr(text.front, key, None)}
    return unsound | {key.partition(".")[0] for key in named}
