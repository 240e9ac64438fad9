"""Taxonomies: what articles and events have in common, and lists, feeds and calendars are made of.

Each is declared here once, and all others ask it: which terms an article has, what people call
them. A term has an address (``urls:`` of site.yaml), a list in pages and a feed; a calendar, where
articles of it announce events. Its kinds of page are made of this too (``model/kinds.py``).
"""

from collections.abc import Callable, Iterable

import msgspec

from sitegen.model.entries import Entry
from sitegen.model.terms import Author, Organisation, Section, Term

AnyTerm = Term | Author | Organisation | Section
"""All have a `name`, a `slug`, which is the value of its scope, and a `description`."""


class Taxonomy(msgspec.Struct, frozen=True, kw_only=True):
    """One way to gather articles; words are in English, and told in the language of the user."""

    name: str
    """Of its scopes, of the kind of its terms' pages, of their address under `urls:`."""
    one: str
    """What people call a term: `tag`."""
    many: str
    """What they call several: `tags`."""
    overview: str
    """What they call the page of all of them, whose kind is the name with an s; empty for none."""
    of: str
    """What they call a list, a feed or a calendar of one: `tag {value}`."""
    terms_of: Callable[[Entry], Iterable[AnyTerm | str]] | None = None
    """The terms of an article, in order; texts are names of terms that have nothing but that."""
    has_calendar: bool = True
    """Whether there is a calendar of what articles of a term announce."""
    narrows_agenda: bool = False
    """Whether the agenda of a term has a page of its own."""
    is_for_every_theme: bool = False
    """Whether a theme must have a template for it; where others have none, there are no pages."""


def _organisations_of(entry: Entry) -> Iterable[AnyTerm]:
    """Return who signs an article, and who announced it elsewhere, each once."""
    found = (*entry.signatories, *entry.announcers)
    return {one.slug: one for one in reversed(found) if one.page}.values() if found else ()


SECTION = Taxonomy(
    name="section",
    one="section",
    many="sections",
    overview="",
    of="section {value}",
    terms_of=lambda entry: (entry.section,) if entry.section else (),
    is_for_every_theme=True,
)
TAG = Taxonomy(
    name="tag",
    one="tag",
    many="tags",
    overview="all tags",
    of="tag {value}",
    terms_of=lambda entry: entry.tags,
    narrows_agenda=True,
    is_for_every_theme=True,
)
AUTHOR = Taxonomy(
    name="author",
    one="author",
    many="authors",
    overview="all authors",
    of="author {value}",
    terms_of=lambda entry: entry.authors,
    has_calendar=False,
    is_for_every_theme=True,
)
ORGANISATION = Taxonomy(
    name="organisation",
    one="organisation",
    many="organisations",
    overview="all organisations",
    of="organisation {value}",
    terms_of=_organisations_of,
)
TYPE = Taxonomy(
    name="type",
    one="type of event",
    many="types of events",
    overview="",
    of="type {value}",
    narrows_agenda=True,
    is_for_every_theme=True,
)
"""Of events, not of articles: it has no list and no feed."""

TAXONOMIES: dict[str, Taxonomy] = {
    taxonomy.name: taxonomy for taxonomy in (SECTION, TAG, AUTHOR, ORGANISATION, TYPE)
}
"""All taxonomies by name, in the order in which their pages claim addresses."""
LISTED = tuple(taxonomy for taxonomy in TAXONOMIES.values() if taxonomy.overview)
"""Those whose terms are named in articles, and have an address under `urls:`."""
