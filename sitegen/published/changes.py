"""What is different for readers between two editions of a site. Pure."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from sitegen.names import is_document
from sitegen.published.edition import PublishedContent, Story, StoryKind
from sitegen.published.listing import Listing

_OFF = ("cancelled", "postponed")


class Moves(msgspec.Struct, frozen=True, kw_only=True):
    """What is new, changed and gone of one sort, by title; pictures and files by address."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What is different for readers."""

    articles: Moves = Moves()
    sections: tuple[str, ...] = ()
    """What readers call the sections in which articles are new or changed."""
    pages: Moves = Moves()
    events: Moves = Moves()
    moved: tuple[tuple[str, str, str], ...] = ()
    """Events that have another date: name, former date, new date."""
    off: tuple[str, ...] = ()
    """Events that were cancelled or put off."""
    pictures: Moves = Moves()
    files: Moves = Moves()
    basis: Literal["edition", "addresses", "nothing"] = "edition"
    """What was compared with: the former site, a list of its addresses, or nothing."""

    @property
    def tells_nothing(self) -> bool:
        return self == Changes(basis=self.basis)


def changes(
    before: PublishedContent | None, after: PublishedContent, listing: Listing | None = None
) -> Changes:
    """Return what *after* tells that *before* did not; without a former one by a *listing* of the
    addresses that readers know."""
    if before is None:
        return _by_addresses(listing, after) if listing else Changes(basis="nothing")
    is_same_tool = before.tool == after.tool
    moved, off, other = [], [], []
    for key, date in after.dates.items():
        former = before.dates.get(key)
        if former is None or former == date:
            continue
        if date.status in _OFF and former.status not in _OFF:
            off.append(date.name)
        elif (former.start, former.end) != (date.start, date.end):
            moved.append((date.name, former.start, date.start))
        elif former.status != date.status or (is_same_tool and former.rest != date.rest):
            other.append(date.name)
    articles = _story_moves(before, after, ("article",))
    return Changes(
        articles=articles,
        sections=_sections(articles, after),
        pages=_story_moves(before, after, ("page", "section")),
        events=Moves(
            new=tuple(date.name for key, date in after.dates.items() if key not in before.dates),
            changed=tuple(other),
            gone=tuple(date.name for key, date in before.dates.items() if key not in after.dates),
        ),
        moved=tuple(moved),
        off=tuple(off),
        pictures=_file_moves(before.pictures, after.pictures),
        files=_file_moves(before.files, after.files),
    )


def _story_moves(
    before: PublishedContent, after: PublishedContent, kinds: tuple[StoryKind, ...]
) -> Moves:
    """A text that has another file and the same address is the same text."""
    old_files = _otherwise(before, after, kinds)
    new_files = _otherwise(after, before, kinds)
    former = {story.url: story for story in old_files.values()}
    now = {story.url: story for story in new_files.values()}
    renamed = {
        story.url: old
        for key, old in old_files.items()
        if (story := after.stories.get(key)) and story.url not in former
    }
    is_same_tool = before.tool == after.tool
    changed = [
        story.title
        for url, story in now.items()
        if (old := former.get(url) or renamed.get(url))
        and (
            (is_same_tool and old.digest != story.digest)
            or (old.title, old.url) != (story.title, story.url)
        )
    ]
    known = former.keys() | renamed.keys()
    left = now.keys() | {old.url for old in renamed.values()}
    return Moves(
        new=tuple(story.title for url, story in now.items() if url not in known),
        changed=tuple(changed),
        gone=tuple(story.title for url, story in former.items() if url not in left),
    )


def _otherwise(
    edition: PublishedContent, other: PublishedContent, kinds: tuple[StoryKind, ...]
) -> dict[str, Story]:
    """Return the texts of *edition*, by document, that *other* has not just so: few, as a rule."""
    return {
        key: story
        for key, story in edition.stories.items()
        if story.kind in kinds and other.stories.get(key) != story
    }


def _sections(articles: Moves, after: PublishedContent) -> tuple[str, ...]:
    """Return the sections of new and changed *articles*, in the order of the site."""
    titles = {*articles.new, *articles.changed}
    stories = (story for story in after.stories.values() if story.title in titles)
    return tuple(dict.fromkeys(story.section for story in stories if story.section))


def _file_moves(before: Mapping[str, str], after: Mapping[str, str]) -> Moves:
    return Moves(
        new=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(
            sorted(path for path in after if before.get(path, after[path]) != after[path])
        ),
        gone=tuple(sorted(before.keys() - after.keys())),
    )


def _by_addresses(listing: Listing, after: PublishedContent) -> Changes:
    """Return what a list of addresses tells: what is new, and what is gone; no titles of these."""
    known = {line.source: address for address, line in listing.lines.items() if line.source}

    def moves(kinds: tuple[StoryKind, ...]) -> Moves:
        now = {key: story for key, story in after.stories.items() if story.kind in kinds}
        return Moves(new=tuple(story.title for key, story in now.items() if key not in known))

    there = after.stories.keys()
    gone = {
        key: (address, listing.lines[address])
        for key, address in known.items()
        if key not in there and is_document(key)
    }
    articles, pages = moves(("article",)), moves(("page",))
    fed = tuple(address for address, line in gone.values() if "feed" in line.names)
    rest = tuple(address for address, line in gone.values() if "feed" not in line.names)
    return Changes(
        articles=msgspec.structs.replace(articles, gone=fed),
        sections=_sections(articles, after),
        pages=msgspec.structs.replace(pages, gone=rest),
        basis="addresses",
    )
