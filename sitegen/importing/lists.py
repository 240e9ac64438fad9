"""Where a former site had its lists and their feeds, which the new one has elsewhere. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.importing.addresses import list_address
from sitegen.importing.links import plain_address
from sitegen.importing.placing import Seen
from sitegen.importing.source import FormerSource


class FormerLists(NamedTuple):
    """Former addresses, from the root."""

    tags: dict[str, str]
    """By the tag as texts write it."""
    feeds: dict[str, str]
    """Of a section's feed, by its folder."""
    same: tuple[str, ...] = ()
    """The lists of tags that the new site has itself, whatever stood there."""

    @property
    def answered(self) -> dict[str, str]:
        """Where these lead now, by the former address as `plain_address` writes it."""
        tags = {
            plain_address(word): list_address("tag", tag, "") for tag, word in self.tags.items()
        }
        feeds = {plain_address(feed): f"/{folder}/feed.xml" for folder, feed in self.feeds.items()}
        return {plain_address(address): address for address in self.same} | tags | feeds


def former_lists(source: FormerSource, seen: Iterable[Seen]) -> FormerLists:
    """Return the lists of tags that stood elsewhere, and the feeds of sections.

    Dated texts alone have lists here: a tag that only pages have leads nowhere.
    """
    public = [text for text in seen if text.standing == "public" and text.place.date is not None]
    tags, names = {}, sorted({tag for text in public for tag in text.tags})
    answered = set[str]()
    for name in names:  # two spellings of one tag have one list, there and here
        address = source.tag_address(name)
        if address and plain_address(address) not in {list_address("tag", name, ""), *answered}:
            tags[name] = address
            answered.add(plain_address(address))
    folders = {text.place.section for text in public} - {""}
    feeds = {
        folder: address for folder in sorted(folders) if (address := source.feed_address(folder))
    }
    return FormerLists(tags, feeds, tuple(list_address("tag", name, "") for name in names))
