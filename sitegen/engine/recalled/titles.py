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

from sitegen.engine.configuring import Configuration
from sitegen.engine.recalled.answers import RecalledQuestions
from sitegen.engine.recalled.cards import Redrawn, cards_of, redrawn, told_of
from sitegen.engine.recalled.edits import Edit
from sitegen.engine.state.records import NOT_KEPT, NOT_KEPT_EVENTS, AnswerRecord
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
    """Return the entries that have another title now, by id; None where more may be another.

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
        raw, title = state.entry(key), edit.before.title
        entry = decode_entry(raw) if raw else None
        if entry is None or entry.title != title or any(title in value for value in values):
            return None
        events = _renamed_events(entry, edit)
        if events is None:
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
    config = after.index.config
    former_cards = cards_of(config, (each.before for each in retitled.values()))
    cards = cards_of(config, (each.after for each in retitled.values()))
    written = [each.before.title for each in retitled.values()]
    written += map(posixpath.basename, former_cards.cards)
    unknown = NOT_KEPT_EVENTS if any(each.events for each in retitled.values()) else NOT_KEPT
    known = state.answers_with((*retitled, *written), unknown)
    if len(known) > MOST:
        return None
    texts = [text.encode() for text in written]
    following = state.following_question()
    retold = Retold({}, [])
    for number, record in known.items():
        if record.answer in (NOT_KEPT, unknown):
            return None
        if not record.answer:
            continue
        question = record.question
        before.know({number: record})
        if before.digest(question) != record.digest:
            raise UnansweredError(str(question))
        now = record
        if any(text in record.answer for text in texts):
            if before.answer(question) != told_of(former_cards, record):
                return None
            if question.kind == pictures.card.name:
                made, asked = redrawn(former_cards, cards, (number, record), following)
                after.know({following: asked})
                retold.answers[following] = replace(asked, digest=after.digest(asked.question))
                retold.cards.append(made)
                following += 1
                continue
            now = replace(record, answer=encode_value(told_of(cards, record)))
        after.know({number: now})
        now = replace(now, digest=after.digest(question))
        if now.digest != record.digest:
            retold.answers[number] = now
    return retold
