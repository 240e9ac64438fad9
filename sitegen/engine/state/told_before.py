"""What the last build told its readers, to say what is different for them after the next."""

import msgspec
from msgspec.structs import replace

from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.published.edition import Date, PublishedContent

_KEY, _TEXTS, _DATES = "edition", "edition_texts", "edition_dates"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def remember(state: State, edition: PublishedContent) -> None:
    """Keep *edition*, if it is not what was kept."""
    raw = _encode(edition)
    if raw != state.meta(_KEY) or state.meta(_TEXTS) or state.meta(_DATES):
        with state.transaction():
            state.set_meta(_KEY, raw)
            state.set_meta(_TEXTS, b"")
            state.set_meta(_DATES, b"")


def note(state: State, texts: dict[str, tuple[str, str]], dates: dict[str, Date]) -> None:
    """Keep the marks (`text_mark`) and titles of edited *texts*, and the *dates* of their events
    (`date_told`) that are others, inside a transaction.
    """
    state.set_meta(_TEXTS, _encode(_texts(state) | texts))
    if dates:
        state.set_meta(_DATES, _encode(_dates(state) | dates))


def recall(state: State) -> PublishedContent | None:
    """Return what the last build told; None where nobody knows."""
    try:
        edition = msgspec.msgpack.decode(state.meta(_KEY), type=PublishedContent)
    except BROKEN:
        return None
    stories = edition.stories
    edited = {
        key: replace(stories[key], digest=mark, title=title)
        for key, (mark, title) in _texts(state).items()
        if key in stories
    }
    return replace(edition, stories=stories | edited, dates=edition.dates | _dates(state))


def _texts(state: State) -> dict[str, tuple[str, str]]:
    """Return marks and titles of the texts that changed since the edition was kept."""
    try:
        return msgspec.msgpack.decode(state.meta(_TEXTS), type=dict[str, tuple[str, str]])
    except BROKEN:
        return {}


def _dates(state: State) -> dict[str, Date]:
    """Return what is told now of the events that are called otherwise since."""
    try:
        return msgspec.msgpack.decode(state.meta(_DATES), type=dict[str, Date])
    except BROKEN:
        return {}
