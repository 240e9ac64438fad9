"""What is different for readers, as an editor says it: a line, Markdown, JSON."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sitegen.patterns import lazy_pattern
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.published.changes import Changes

_MOST_NAMED = 30
"""Titles of one sort that Markdown names."""
_MARKDOWN = lazy_pattern(r"^[-+]|[\\`*_{}\[\]()<>#!|~@&]")


def summary_line(changes: "Changes | None", *, is_first: bool = False) -> str:
    """Return the whole in one line; *is_first*: readers have nothing of it yet."""
    if is_first:
        return _("The site is brought there for the first time: all of it is new.")
    if changes is None or (changes.tells_nothing and changes.basis != "nothing"):
        return _("No text, event, picture or file is different for readers.")
    if changes.basis == "nothing":
        return _("Nothing to compare with: the site as it was is not known here.")
    told = _("; ").join(part for part in _parts(changes) if part)
    if changes.basis == "addresses":
        return _("Compared with published.txt: {told}").format(told=told)
    return told[:1].upper() + told[1:]


def _parts(changes: "Changes") -> Iterator[str]:
    articles = ", ".join(
        _some(
            (len(changes.articles.new), "{number} new article", "{number} new articles"),
            (
                len(changes.articles.changed),
                "{number} changed article",
                "{number} changed articles",
            ),
        )
    )
    yield f"{articles} ({', '.join(changes.sections)})" if changes.sections else articles
    yield ", ".join(
        _some(
            (len(changes.pages.new), "{number} new page", "{number} new pages"),
            (len(changes.pages.changed), "{number} changed page", "{number} changed pages"),
        )
    )
    yield _agenda(changes)
    for moves, new, replaced in (
        (
            changes.pictures,
            ("{number} new picture", "{number} new pictures"),
            ("{number} replaced picture", "{number} replaced pictures"),
        ),
        (
            changes.files,
            ("{number} new file", "{number} new files"),
            ("{number} replaced file", "{number} replaced files"),
        ),
    ):
        yield ", ".join(_some((len(moves.new), *new), (len(moves.changed), *replaced)))
    yield _removed(changes)


def _agenda(changes: "Changes") -> str:
    events = changes.events
    told = _some(
        (len(events.new), "{number} new event", "{number} new events"),
        (len(changes.moved), "{number} event moved", "{number} events moved"),
        (len(changes.off), "{number} event called off", "{number} events called off"),
        (len(events.changed), "{number} event changed", "{number} events changed"),
        (len(events.gone), "{number} event removed", "{number} events removed"),
    )
    if not told:
        return ""
    line = _("agenda: {events}, subscribers will see it")
    return line.format(events=", ".join(told))


def _removed(changes: "Changes") -> str:
    told = _some(
        (len(changes.articles.gone), "{number} article", "{number} articles"),
        (len(changes.pages.gone), "{number} page", "{number} pages"),
        (len(changes.pictures.gone), "{number} picture", "{number} pictures"),
        (len(changes.files.gone), "{number} file", "{number} files"),
    )
    return _("removed: {things}").format(things=", ".join(told)) if told else _("nothing removed")


def _some(*counts: tuple[int, str, str]) -> list[str]:
    return [
        ngettext(singular, plural, number).format(number=number)
        for number, singular, plural in counts
        if number
    ]


def summary_markdown(changes: "Changes | None") -> str:
    """Return it for people who look a change over: the line, then what is meant by name."""
    lines = [f"## {_('What is different for readers')}", "", summary_line(changes), ""]
    for heading, names in _named(changes) if changes else ():
        more = len(names) - _MOST_NAMED
        lines += [f"### {heading}", ""]
        lines += [f"- {_escaped(name)}" for name in names[:_MOST_NAMED]]
        lines += [f"- {_('… and {number} more').format(number=more)}"] if more > 0 else []
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _named(changes: "Changes") -> Iterator[tuple[str, tuple[str, ...]]]:
    moved = tuple(f"{name}{_(': ')}{_day(a)} → {_day(b)}" for name, a, b in changes.moved)
    for heading, names in (
        (_("New articles"), changes.articles.new),
        (_("Changed articles"), changes.articles.changed),
        (_("Removed articles"), changes.articles.gone),
        (_("New pages"), changes.pages.new),
        (_("Changed pages"), changes.pages.changed),
        (_("Removed pages"), changes.pages.gone),
        (_("New events"), changes.events.new),
        (_("Events moved"), moved),
        (_("Events called off"), changes.off),
        (_("Changed events"), changes.events.changed),
        (_("Removed events"), changes.events.gone),
        (_("Pictures, new or replaced"), (*changes.pictures.new, *changes.pictures.changed)),
        (_("Removed pictures"), changes.pictures.gone),
        (_("Files, new or replaced"), (*changes.files.new, *changes.files.changed)),
        (_("Removed files"), changes.files.gone),
    ):
        if names:
            yield heading, names


def _day(moment: str) -> str:
    """Return an ISO date as it is, a date-time without its seconds and its offset."""
    return moment[:16].replace("T", " ")


def _escaped(text: str) -> str:
    """Return *text* so that Markdown shows it as it is: titles are no markup, and call nobody."""
    return _MARKDOWN.sub(r"\\\g<0>", visible(text))


def summary_json(changes: "Changes | None") -> str:
    """Return it for programs: the line, and lists by sort."""
    import msgspec

    told: dict[str, Any] = {"summary": summary_line(changes)}
    if changes is not None:
        told |= msgspec.to_builtins(changes)
        told["moved"] = [{"name": name, "from": a, "to": b} for name, a, b in changes.moved]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def write_summary(path: str, changes: "Changes | None") -> None:
    """Write it to the file *path*: JSON where that ends so, else Markdown.

    Raises `OutputError` where that cannot be written.
    """
    from sitegen.errors import disk_refused

    is_json = path.lower().endswith(".json")
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(summary_json(changes) if is_json else summary_markdown(changes))
    except OSError as error:
        raise disk_refused(error, path) from error
