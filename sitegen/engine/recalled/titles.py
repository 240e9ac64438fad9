"""What an edit of a title changes, from the answers that were kept.

A title stands in answers in two ways: in an entry, or an event of it, which stand there by the
entry's id; or as text, which is then found in the answer's bytes. As text it is known what becomes
of it on the cards of shared links alone (`cards.py`). Where else one is found as text, or where an
answer that may have it was not kept, the whole way is gone, as it is for the pages that a site's
own plugins plan.
"""

import posixpath
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.config import SiteConfig
from sitegen.engine.configuring import Configuration
from sitegen.engine.recalled.answers import RecalledQuestions
from sitegen.engine.recalled.cards import Cards, Redrawn, redrawn
from sitegen.engine.recalled.edits import Edit
from sitegen.engine.state.records import NOT_KEPT, NOT_KEPT_EVENTS, AnswerRecord, entry_key
from sitegen.engine.state.state import State
from sitegen.errors import Diagnostic
from sitegen.model import Entry, Event, EventFields
from sitegen.plugins.finding import DEFAULTS
from sitegen.site.questions import pictures
from sitegen.site.questions.recorded import UnansweredError, decode_entry, encode_value

MOST = 256
"""Answers with another title, up to which this is the shorter way."""


class Retitled(NamedTuple):
    """An entry that has another title now."""

    language: str
    """Of the version of the site that has it, where that is not the first."""
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
) -> dict[str, Retitled] | None:
    """Return the entries that have another title now, by their keys; None where more may be
    another.

    *told*: what was told of the site as it stood.
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
    retitled = {}
    for key, edit in renamed.items():
        title = edit.before.title
        entries = entries_of(state, key, configuration.config)
        if not entries or any(title in value for value in values):
            return None
        for language, entry in entries.items():
            events = _renamed_events(entry, edit)
            if entry.title != title or events is None:
                return None
            after = replace(entry, title=edit.after.title, events=events)
            retitled[entry_key(language, key)] = Retitled(language, entry, after)
    return retitled


def entries_of(state: State, document_id: str, config: SiteConfig) -> dict[str, Entry]:
    """Return what became of a document in each version of the site that has it, by language."""
    raws = {
        language: state.entry(entry_key(language, document_id))
        for language in ("", *config.versions)
    }
    return {language: decode_entry(raw) for language, raw in raws.items() if raw}


def _renamed_events(entry: Entry, edit: Edit) -> tuple[Event, ...] | None:
    """Return the events of *entry* as the edited document calls them: by its title those that have
    no name of their own, and those that a translation has from its original. None where their dates
    are called so too.
    """
    names = [fields.name for fields in edit.after.events if isinstance(fields, EventFields)]
    if not edit.after.events:
        names = [""] * len(entry.events)
    if len(names) != len(entry.events):
        return None
    events = []
    for event, name in zip(entry.events, names, strict=True):
        if name:
            events.append(event)
        elif event.name != edit.before.title or event.is_in_slots:
            return None
        else:
            events.append(replace(event, name=edit.after.title))
    return tuple(events)


class Retold(NamedTuple):
    """What is answered otherwise, since entries have other titles."""

    answers: dict[int, AnswerRecord]
    """By the numbers of their questions, each with the digest that it has now."""
    cards: list[Redrawn]
    """Those with another title."""


def answers_retitled(
    state: State,
    before: RecalledQuestions,
    after: RecalledQuestions,
    retitled: Mapping[str, Retitled],
) -> Retold | None:
    """Return the answers in which one of the entries *retitled* stands; None: more may be another.

    *before* answers with the entries as they were, *after* as they are. Raises `UnansweredError`
    where an answer is not the one that was recorded.
    """
    if not retitled:
        return Retold({}, [])
    has_other_events = any(each.events for each in retitled.values())
    if has_other_events and after.versions and before.has_noted:
        return None  # another language counts its changes on top of those of the first
    config = after.index.config
    former_cards = Cards(config, [(each.language, each.before) for each in retitled.values()])
    cards = Cards(config, [(each.language, each.after) for each in retitled.values()])
    written = {each.before.title for each in retitled.values()}
    written |= set(map(posixpath.basename, former_cards.paths))
    ids = {each.before.id for each in retitled.values()}
    known = state.answers_with((*ids, *written), NOT_KEPT_EVENTS if has_other_events else NOT_KEPT)
    if len(known) > MOST:
        return None
    texts = [text.encode() for text in written]
    following = state.following_question()
    retold = Retold({}, [])
    for number, record in known.items():
        if record.answer in (NOT_KEPT, NOT_KEPT_EVENTS):
            return None
        if not record.answer:
            continue
        question = record.question
        before.know({number: record})
        if before.digest(question) != record.digest:
            raise UnansweredError(str(question))
        now = record
        if any(text in record.answer for text in texts):
            if before.answer(question) != former_cards.told_of(question):
                return None
            if question.kind == pictures.card.name:
                made, asked = redrawn(former_cards, cards, (number, record), following)
                after.know({following: asked})
                retold.answers[following] = replace(asked, digest=after.digest(asked.question))
                retold.cards.append(made)
                following += 1
                continue
            now = replace(record, answer=encode_value(cards.told_of(question)))
        after.know({number: now})
        now = replace(now, digest=after.digest(question))
        if now.digest != record.digest:
            retold.answers[number] = now
    return retold
