"""Tags that are nearly the same, and tags that gather nothing. Pure."""

from collections.abc import Iterator

from sitegen.errors import Diagnostic
from sitegen.model.taxonomies import TAG
from sitegen.site.index import Index
from sitegen.site.urls import slugify

ENOUGH = 20
"""Articles from which on a tag that is used once says something."""
NAMED = 5
"""Tags used once that are called by their names."""


def check_tags(index: Index) -> Iterator[Diagnostic]:
    """Yield tags that are shown in another spelling, each spelling once, at its oldest article;
    tags that differ by a plural, a hyphen or a space alone; and count those used once.

    Case, accents and signs make no other tag: `Label` and `label` share one page, `C#` and `C++`
    as well.
    """
    lists, tags = index.collections, index.terms(TAG.name)
    yield from _spelt_otherwise(index)
    counts = {slug: len(lists.members(TAG.name, slug)) for slug in tags}
    alike: dict[str, list[str]] = {}
    for slug in sorted(counts):
        alike.setdefault(_stem(slug), []).append(slug)
    for slugs in alike.values():
        usual, *rare = sorted(slugs, key=lambda slug: (-counts[slug], slug))
        for slug in rare:
            entry = lists.members(TAG.name, slug)[0]
            document = index.documents[entry.id]
            position = [term.slug for term in entry.tags].index(slug)
            values = {"tag": tags[slug].name, "other": tags[usual].name}
            values["number"] = str(counts[usual])
            yield document.diagnostic("tags-alike", f"tags.{position}", **values)
    once = [tags[slug].name for slug, number in counts.items() if number == 1]
    if once and len(lists.members("all")) >= ENOUGH:
        names = ", ".join(sorted(once)[:NAMED]) + (", …" if len(once) > NAMED else "")
        yield Diagnostic("tags-once", values={"number": str(len(once)), "names": names})


def _spelt_otherwise(index: Index) -> Iterator[Diagnostic]:
    told: set[str] = set()
    tags = index.terms(TAG.name)
    for entry in reversed(index.collections.members("all")):
        document = index.documents[entry.id]
        for position, tag in enumerate(document.front.tags):
            shown = tags.get(slugify(tag))
            if shown and tag != shown.name and tag not in told:
                told.add(tag)
                values = {"tag": tag, "other": shown.name}
                yield document.diagnostic("tag-spelt-otherwise", f"tags.{position}", **values)


def _stem(slug: str) -> str:
    """Return what two spellings of a tag have in common: no hyphens, no mark of the plural."""
    return "".join(word[:-1] if word[-1] in "sx" else word for word in slug.split("-") if word)
