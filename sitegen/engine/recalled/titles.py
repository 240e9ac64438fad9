"""What an edit of a title changes, from the answers that were kept.

A title stands in answers in two ways: in an entry, which stands there by its id; or as text,
which is then found in the answer's bytes. Where one is found as text, or where an answer that may
have it was not kept, the whole way is gone, as it is for what titles decide otherwise: the names of
events, the cards of shared links, the pages that a site's own plugins plan.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from sitegen.engine.configuring import Configuration
from sitegen.engine.recalled.answers import RecalledQuestions
from sitegen.engine.recalled.edits import Edit
from sitegen.engine.state.records import NOT_KEPT, AnswerRecord
from sitegen.engine.state.state import State
from sitegen.errors import Diagnostic
from sitegen.model import Entry
from sitegen.plugins.finding import DEFAULTS
from sitegen.site.questions.recorded import UnansweredError, decode_entry

MOST = 256
"""Answers with another title, up to which this is the shorter way."""


def retitled_entries(
    state: State,
    edited: Mapping[str, Edit],
    configuration: Configuration,
    told: Iterable[Diagnostic],
) -> dict[str, Entry] | None:
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
    images = configuration.config.images
    entries = {}
    for key, edit in renamed.items():
        raw, title = state.entry(key), edit.before.title
        entry = decode_entry(raw) if raw else None
        if (
            entry is None
            or entry.title != title
            or entry.events
            or (images.active and images.cards and entry.image is None)
            or any(title in value for value in values)
        ):
            return None
        entries[key] = replace(entry, title=edit.after.title)
    return entries


def answers_retitled(
    state: State,
    before: RecalledQuestions,
    after: RecalledQuestions,
    edited: Mapping[str, Edit],
) -> dict[int, AnswerRecord] | None:
    """Return the kept answers in which an entry with another title stands, each with the digest
    that it has now, by the number of its question. None: more may be another.

    *before* answers with the entries as they were, *after* as they are. Raises `UnansweredError`
    where an answer is not the one that was recorded.
    """
    titles = {key: edit.before.title for key, edit in edited.items() if edit.has_other_title}
    if not titles:
        return {}
    known = state.answers_with((*titles, *titles.values()))
    if len(known) > MOST:
        return None
    written = [title.encode() for title in titles.values()]
    others = {}
    for number, record in known.items():
        if record.answer == NOT_KEPT or any(title in record.answer for title in written):
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
