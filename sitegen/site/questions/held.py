"""What answers hold, by their kinds: events, titles."""

from typing import Any

from sitegen.site.questions import (
    agenda,
    calendars,
    documents,
    events,
    lists,
    pictures,
    plugins,
    press,
    private,
    sections,
    settings,
    versions,
)
from sitegen.site.questions.kind import QuestionKind

_OF_EVENTS: tuple[QuestionKind[..., Any], ...] = (
    *(agenda.upcoming, agenda.coming_days, agenda.past, agenda.occurrences),
    *(events.event, events.event_dates, events.next_date, events.reported),
    *(calendars.calendar, calendars.calendar_dates),
)
OF_EVENTS = frozenset(kind.name for kind in _OF_EVENTS)
"""Questions whose answers are events: of titles they hold those of texts that announce them."""
_UNTITLED: tuple[QuestionKind[..., Any], ...] = (
    *(settings.setting, settings.named_by, settings.option, settings.template, settings.data),
    *(documents.body, documents.outline, documents.frame_hosts, documents.address),
    documents.page_url,
    *(lists.page_count, lists.size, lists.archive, lists.sitemap),
    *(lists.feed_url, lists.rss_url, lists.box_url, lists.opml_url),
    *(sections.section, sections.sections, sections.terms, sections.term),
    *(agenda.upcoming_count, agenda.past_count, agenda.agenda_months, agenda.agenda_years),
    *(agenda.this_month, agenda.weeks_between, agenda.week_neighbours, agenda.month_neighbours),
    *(agenda.holidays, agenda.agenda_scopes),
    *(events.venue, events.event_date_count, events.phase, events.is_registration_over),
    *(calendars.open_agenda_url, calendars.calendar_url, calendars.calendar_title),
    *(pictures.picture, pictures.rendition, pictures.asset, pictures.static),
    *(press.original, press.file_content, plugins.plugin),
    *(versions.versions, versions.address_from, versions.sitemaps_of_versions),
    *(versions.sitemap_versions, private.private_address, private.waiting),
    *(private.readers, private.private_files),
)
WITHOUT_TITLES = frozenset(kind.name for kind in _UNTITLED)
"""Questions whose answers hold no title, and are neither chosen nor put in order by titles. An edit
of a title looks into the answers of all others."""
