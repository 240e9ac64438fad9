"""Put what was made of an edit into the output: pages, cards, the search index. Does I/O."""

from array import array
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sitegen.disk.stamps import Stamp
from sitegen.engine.configuring import Configuration
from sitegen.engine.options import BuildReport
from sitegen.engine.output import Output
from sitegen.engine.recalled.cards import Redrawn
from sitegen.engine.recalled.found import Recalled
from sitegen.engine.recalled.pages import MadePage
from sitegen.engine.state.records import PageRecord

if TYPE_CHECKING:
    from sitegen.engine.search.search_index import SearchIndex


def write_pages(
    made: Mapping[str, MadePage], output: Output, report: BuildReport
) -> dict[str, PageRecord]:
    """Bring the pages to the output; return what is remembered of them."""
    written = {}
    for path, page in made.items():
        content, stamp, is_written = output.bring(path, page.content, is_there=True)
        written[path] = PageRecord(
            page.record.page, array("I", page.asked), content, stamp, page.reason
        )
        report.rendered[path] = page.reason
        if is_written:
            report.written.append(path)
    report.done = len(made)
    return written


def has_other_texts(made: Mapping[str, MadePage], written: Mapping[str, PageRecord]) -> bool:
    """Whether a page that is found by searching is another than it was."""
    return any(
        page.record.page.traits.is_searched and page.record.output != written[path].output
        for path, page in made.items()
    )


def draw_cards(recalled: Recalled, cards: Collection[Redrawn]) -> dict[str, PageRecord] | None:
    """Draw *cards*; return what is remembered of them, None where one could not be drawn."""
    if not cards:
        return {}
    from sitegen.engine.recalled.drawing import draw  # what draws is loaded where that is wanted

    return draw(recalled, cards)


def replace_cards(
    cards: Iterable[Redrawn],
    drawn: Mapping[str, PageRecord],
    output: Output,
    report: BuildReport,
) -> None:
    """Remove the cards in whose place others are *drawn*, and note both."""
    report.removed = sorted(card.former for card in cards)
    output.remove(report.removed)
    report.rendered |= {path: record.reason for path, record in drawn.items()}
    report.written += drawn
    report.made += len(drawn)
    report.done += len(drawn)


class Brought(NamedTuple):
    """The stamps of files that may be others now, as they were and as they are."""

    before: Mapping[str, Stamp]
    after: Mapping[str, Stamp]

    @property
    def has_other_names(self) -> bool:
        return self.before.keys() != self.after.keys()

    def among(self, all_files: Mapping[str, Stamp]) -> dict[str, Stamp]:
        """Return the stamps of *all_files*, as they were, as they are."""
        kept = {path: stamp for path, stamp in all_files.items() if path not in self.before}
        return {**kept, **self.after}


def bring_indexes(
    recalled: Recalled,
    configuration: Configuration,
    written: Mapping[str, PageRecord],
    report: BuildReport,
) -> Brought:
    """Bring the search index of each version of the site up to date; return which of its files are
    others now.
    """
    from sitegen.engine.search.search_index import SearchIndex  # where that is wanted

    state, output, config = recalled.disk.state, recalled.disk.output, configuration.config
    indexes = {"": SearchIndex(state, output, None, config.language)}
    for tag, version in config.versions.items():
        indexes[tag] = SearchIndex(state, output, None, tag, version.folder)
    before: dict[str, Stamp] = {}
    after: dict[str, Stamp] = {}
    for language, index in indexes.items():
        own = {path: page for path, page in written.items() if page.page.language == language}
        brought = _bring_index(recalled, (language, index), own, report)
        before |= {path: stamp for path, stamp in index.left.items() if brought.get(path) != stamp}
        after |= {path: stamp for path, stamp in brought.items() if index.left.get(path) != stamp}
    return Brought(before, after)


def _bring_index(
    recalled: Recalled,
    of_version: "tuple[str, SearchIndex]",
    written: Mapping[str, PageRecord],
    report: BuildReport,
) -> dict[str, Stamp]:
    """Bring the search index of a version of the site up to date; return the stamps of its files.

    Its pages are those that it had: of the others it knows what the state does.
    """
    from sitegen.engine.search.search_index import pages_to_index

    state, (language, index) = recalled.disk.state, of_version
    pages = index.known_pages()
    if pages is None:
        records = state.pages()
        planned = {path: record.page for path, record in records.items()}
        if language and not any(page.language == language for page in planned.values()):
            return index.left  # nothing is written in it yet
        present, output = recalled.present(), recalled.disk.output
        pages = pages_to_index(planned, records, present, output, language, index.version)
    for path, record in written.items():
        if (name := path.removeprefix(index.version)) in pages:
            pages[name] = record.output
    return index.bring(
        pages,
        report,
        recalled.memory.is_interrupted if recalled.memory else lambda: False,
        lambda path: state.pages()[path].page.subject,
    )
