"""What readers are told of edits of texts and titles, and what is noted of it. Reads the state."""

from collections.abc import Iterator, Mapping

from sitegen.config import SiteConfig
from sitegen.engine.recalled.edits import Edit
from sitegen.engine.recalled.found import Recalled
from sitegen.engine.recalled.titles import Retitled, entries_of
from sitegen.engine.state import identities, told_before
from sitegen.engine.state.state import State
from sitegen.model import Event
from sitegen.published.changes import Changes, Moves
from sitegen.published.edition import date_told, text_mark


def note_told(
    recalled: Recalled, edited: Mapping[str, Edit], retitled: Mapping[str, Retitled]
) -> None:
    """Note what readers are told of the *edited* documents, inside a transaction."""
    state = recalled.disk.state
    if recalled.is_told:
        told = {key: (text_mark(edit.after), edit.after.title) for key, edit in edited.items()}
        told_before.note(state, told, dict(map(date_told, told_events(edited, retitled))))
    if not recalled.standing.withheld:
        titles = {key: edit.after.title for key, edit in edited.items() if edit.has_other_title}
        identities.note_titles(state, titles)


def changes_of(
    state: State,
    edited: Mapping[str, Edit],
    retitled: Mapping[str, Retitled],
    config: SiteConfig,
) -> Changes | None:
    """Return the texts and events that readers find changed; None where none was edited."""
    if not edited:
        return None
    articles: list[str] = []
    pages: list[str] = []
    sections: list[str] = []
    for key, edit in edited.items():
        entry = next(iter(entries_of(state, key, config).values()), None)
        if entry is None or text_mark(edit.before) == text_mark(edit.after):
            continue
        (articles if entry.is_article else pages).append(entry.title)
        if entry.is_article and entry.section and entry.section.title:
            sections.append(entry.section.title)
    return Changes(
        articles=Moves(changed=tuple(articles)),
        pages=Moves(changed=tuple(pages)),
        sections=tuple(dict.fromkeys(sections)),
        events=Moves(
            changed=tuple(dict.fromkeys(event.name for event in told_events(edited, retitled)))
        ),
    )


def told_events(edited: Mapping[str, Edit], retitled: Mapping[str, Retitled]) -> Iterator[Event]:
    """Yield the events that are called otherwise now. One that a translation has from its original
    is told by that.
    """
    for each in retitled.values():
        if edited[each.after.id].after.events:
            yield from each.events
