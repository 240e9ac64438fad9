"""What an edit of a title changes, from the answers that were kept.

A title stands in answers in two ways: in an entry, or an event of it, which stand there by the
entry's id; or as text, which is then found in the answer's bytes. Where one is found as text, or
where an answer that may have it was not kept, the whole way is gone, as it is for what titles
decide otherwise: the cards of shared links, the pages that a site's own plugins plan, how often
what subscribers see of an event has changed.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.engine.configuring import Configuration
from sitegen.engine.recalled.answers import RecalledQuestions
from sitegen.engine.recalled.edits import Edit
from sitegen.engine.site_yaml import published_stamp
from sitegen.engine.state.records import NOT_KEPT, NOT_KEPT_EVENTS, AnswerRecord
from sitegen.engine.state.state import State
from sitegen.errors import Diagnostic
from sitegen.model import Entry, Event, EventFields
from sitegen.plugins.finding import DEFAULTS
from sitegen.site.questions.recorded import UnansweredError, decode_entry

MOST = 256
"""Answers with another title, up to which this is the shorter way."""


class Retitled(NamedTuple):
    """An entry that has another title now."""

    before: Entry
    after: Entry

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that are called otherwise now."""
        pairs = zip(self.before.events, self.after.events, strict=True)
        return tuple(after for before, after in pairs if before != after)


def retitled_entries(
    state: State,
    edited: Mapping[str, Edit],
    configuration: Configuration,
    told: Iterable[Diagnostic],
    root: str,
) -> dict[str, Retitled] | None:
    """Return the entries that have another title now, by id; None where more may be another.

    *told*: what was told of the site as it stood. *root*: its folder.
    """
    renamed = {key: edit for key, edit in edited.items() if edit.has_other_title}
    if not renamed:
        return {}
    if any(
        (plugin.page_kinds or plugin.feed_kinds) and plugin.ref.written not in DEFAULTS
        for plugin in configuration.plugins
    ):
        return None
    values = [str(value) for diagnostic in told for value in diagnostic.values.values()]
    images = configuration.config.images
    retitled = {}
    for key, edit in renamed.items():
        raw, title = state.entry(key), edit.before.title
        entry = decode_entry(raw) if raw else None
        if (
            entry is None
            or entry.title != title
            or (images.active and images.cards and entry.image is None)
            or any(title in value for value in values)
        ):
            return None
        events = _renamed_events(entry, edit)
        if events is None or (events != entry.events and published_stamp(root)):
            return None
        after = replace(entry, title=edit.after.title, events=events)
        retitled[key] = Retitled(entry, after)
    return retitled


def _renamed_events(entry: Entry, edit: Edit) -> tuple[Event, ...] | None:
    """Return the events of *entry* as the edited document calls them: by its title those that have
    no name of their own. None where their dates are called so too.
    """
    announced = [fields for fields in edit.after.events if isinstance(fields, EventFields)]
    if len(announced) != len(entry.events):
        return None
    events = []
    for event, fields in zip(entry.events, announced, strict=True):
        if fields.name:
            events.append(event)
        elif event.name != edit.before.title or event.is_in_slots:
            return None
        else:
            events.append(replace(event, name=edit.after.title))
    return tuple(events)


def answers_retitled(
    state: State,
    before: RecalledQuestions,
    after: RecalledQuestions,
    edited: Mapping[str, Edit],
    *,
    with_events: bool,
) -> dict[int, AnswerRecord] | None:
    """Return the kept answers in which an entry with another title stands, each with the digest
    that it has now, by the number of its question. None: more may be another.

    *before* answers with the entries as they were, *after* as they are. *with_events*: whether
    events are called otherwise, too. Raises `UnansweredError` where an answer is not the one that
    was recorded.
    """
    titles = {key: edit.before.title for key, edit in edited.items() if edit.has_other_title}
    if not titles:
        return {}
    unknown = NOT_KEPT_EVENTS if with_events else NOT_KEPT
    known = state.answers_with((*titles, *titles.values()), unknown)
    if len(known) > MOST:
        return None
    written = [title.encode() for title in titles.values()]
    others = {}
    for number, record in known.items():
        if record.answer in (NOT_KEPT, unknown) or any(title in record.answer for title in written):
            return None
        if not record.answer:
            continue
        for questions in (before, after):
            questions.know({number: record})
        if before.digest(record.question) != record.digest:
            raise UnansweredError(str(record.question))
        now = after.digest(record.question)
        if now != record.digest:
            others[number] = replace(record, digest=now)
    return others
