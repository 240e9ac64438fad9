"""An index, from what it is made of: step by step, each of the values of those before."""

from collections.abc import Iterable, Mapping

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.model import AnyTerm, Entry, Event, Term
from sitegen.model.taxonomies import TAG, TYPE
from sitegen.model.written_events import EventFields
from sitegen.site.agenda.calendar import Calendar, calendar_of
from sitegen.site.agenda.editions import Editions, editions_of
from sitegen.site.agenda.event_checks import check_events
from sitegen.site.agenda.translated_editions import translated_editions_of
from sitegen.site.assets import Asset
from sitegen.site.collections import collect
from sitegen.site.index import Index
from sitegen.site.indexing.arrangement import Arrangement, arrange, targets_of
from sitegen.site.indexing.inputs import IndexInputs, readers_of
from sitegen.site.indexing.public_entries import EntryBasis, make_entries
from sitegen.site.indexing.public_files import public_files
from sitegen.site.languages.translations import Translations, translations_of
from sitegen.site.letters import letters_of
from sitegen.site.origins import origins
from sitegen.site.people import directory_of
from sitegen.site.picture_plan import pictures_of
from sitegen.site.pictures import Pictures
from sitegen.site.places import texts_twice
from sitegen.site.press_room import press_room
from sitegen.site.readers import Readers
from sitegen.site.tags import tag_names
from sitegen.site.terms import Terms, shown_taxonomies
from sitegen.site.uids import host_of
from sitegen.site.urls import with_base
from sitegen.sources.document import Document


def make_index(given: IndexInputs, earlier: Index | None = None) -> Index:
    """Return the index of what is *given*.

    *earlier*: an index of the same site, whose entries are taken where they would be the same.
    """
    config, first, around = given.config, given.first, given.around
    readers = readers_of(given)
    unread = given.unread | readers.unwritten
    arranged = arrange(given, readers)
    known_by = _origins(given, arranged, readers)
    assets = public_files(given, readers, arranged)
    terms = Terms(config, shown_taxonomies(given.templates))
    beside = EntryBasis(config, given.data, assets, tag_names(arranged.articles), terms.taxonomies)
    directory = directory_of(given.data, config, terms.taxonomies)
    tags = around.terms(TAG.name) if around else None
    made = make_entries(given, arranged, beside, directory, terms, known_by, tags, earlier)
    entries = made.entries
    events = [event for entry in entries.values() for event in entry.events]
    calendar = calendar_of(events, given.clock.today)
    room = press_room(
        given.data, config, directory, entries, given.documents, assets, arranged.sections, unread
    )
    translations = _translations(given, entries)
    named_by = _named_by(given)
    return Index(
        config=config,
        clock=given.clock,
        data=given.data,
        documents=given.documents,
        others=given.others,
        first=first,
        around=around,
        held=given.held,
        templates=given.templates,
        listed=given.listed,
        named_by=named_by,
        readers=readers,
        declared=arranged.declared,
        section_documents=arranged.section_documents,
        sections=arranged.sections,
        urls=arranged.urls,
        targets=targets_of(config, given.documents, arranged, assets, readers.unwritten),
        origins=known_by,
        assets=assets,
        hidden_files=frozenset(given.files) - frozenset(assets),
        taxonomies=terms.taxonomies,
        directory=directory,
        tag_names=beside.tag_names,
        entries=entries,
        imperfect=made.imperfect,
        digests=dict(made.digests),
        collections=collect(entries.values(), terms),
        types=_types(config, calendar),
        calendar=calendar,
        editions=_editions(given, readers, entries, events, known_by),
        letters=letters_of(given.data, config),
        press_room=room,
        pictures=_pictures(given, arranged, assets, entries),
        translations=translations,
        diagnostics=(
            *texts_twice(given.documents.values()),
            *made.diagnostics,
            *room.diagnostics,
            *_wrong_events(given, entries, host_of(named_by)),
            # of a site in several languages: of all versions together
            *(() if config.languages or first else translations.diagnostics),
        ),
        rings=given.rings,
        plugins=given.plugins,
    )


def _origins(given: IndexInputs, arranged: Arrangement, readers: Readers) -> Mapping[str, str]:
    """Return the paths that ids of documents are made of, where they are not their own."""
    former = {document.id: document.front.aliases for document in given.documents.values()}
    return origins(given.listed, former, arranged.urls, given.unread | readers.unwritten)


def _named_by(given: IndexInputs) -> str:
    """Return the site's address that its ids are made of: the first one that is known."""
    if given.first is not None:
        return f"{given.first.named_by.rstrip('/')}/{given.config.folder}"
    return given.listed.url or given.config.url


def _types(config: SiteConfig, calendar: Calendar) -> dict[str, AnyTerm]:
    """Return the types of events as terms, by slug: each with its list in the agenda."""
    address = config.urls.agenda_filter
    return {
        slug: Term(name, slug, with_base(config.base_path, address(TYPE.name, slug)))
        for slug, name in calendar.types.items()
    }


def _editions(
    given: IndexInputs,
    readers: Readers,
    entries: Mapping[str, Entry],
    events: list[Event],
    known_by: Mapping[str, str],
) -> Editions:
    """Return the events beside what was noted of them; of a version, as the first one has them.

    A text that was moved and is kept from readers at once waits under its former name, too: known
    by its address, or by the id of an event that it announces.
    """
    first = given.first
    waiting = (given.documents.keys() | readers.unwritten) - entries.keys()
    former = {known_by[path] for path in waiting if path in known_by}
    listed = given.listed.addresses.values() if former else ()
    waiting |= {known.source for known in listed if known.origin in former}
    names = _names(given.documents[path] for path in waiting & given.documents.keys())
    noted = given.listed.events.items() if names else ()
    waiting |= {known.source for name, known in noted if name.partition(" ")[0] in names}
    if first is not None:
        language, origin = given.config.language, first.config.origin
        theirs = first.calendar.events
        return translated_editions_of(first.editions, theirs, events, waiting, language, origin)
    return editions_of(given.listed.events, events, waiting)


def _names(texts: Iterable[Document]) -> set[str]:
    """Return what the list calls the events that *texts* announce."""
    events = [fields for text in texts for fields in text.events if isinstance(fields, EventFields)]
    return {f"{kind}:{key}" for fields in events
            for kind, key in (("event", fields.id), ("uid", fields.uid)) if key}  # fmt: skip


def _pictures(
    given: IndexInputs,
    arranged: Arrangement,
    assets: Mapping[str, Asset],
    entries: Mapping[str, Entry],
) -> Pictures:
    """Return the pictures that pages show."""
    texts = (*arranged.articles, *arranged.section_documents.values())
    return pictures_of(given.config, assets, entries.values(), texts)


def _translations(given: IndexInputs, entries: Mapping[str, Entry]) -> Translations:
    """Return what says the same in other languages; for few readers, with the public's pages."""
    documents, around = given.documents, given.around
    if around is not None:
        documents = {**around.documents, **documents}
        entries = {**around.entries, **entries}
    return translations_of(documents, entries, given.config.language)


def _wrong_events(given: IndexInputs, entries: Mapping[str, Entry], host: str) -> list[Diagnostic]:
    """Return ids that two events share, and references to events that nobody announces."""
    around = given.around
    if given.first is not None:
        documents = {**given.first.documents, **given.documents}
        return check_events(entries.values(), documents, host)
    if around is None:
        return check_events(entries.values(), given.documents, host)
    public = [entry for key, entry in around.entries.items() if key not in entries]
    documents = {**around.documents, **given.documents}
    return check_events([*public, *entries.values()], documents, host, entries)
