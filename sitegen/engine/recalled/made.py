"""What is made of edited texts and titles: answers that are others now, and pages. Does I/O."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple, cast

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.engine.compiled_themes import keep_compiled, know_compiled
from sitegen.engine.configuring import Configuration
from sitegen.engine.recalled.answers import RecalledQuestions
from sitegen.engine.recalled.answers_now import (
    Answers,
    other_answers,
    pages_given,
)
from sitegen.engine.recalled.cards import Redrawn
from sitegen.engine.recalled.edits import Edit
from sitegen.engine.recalled.found import Recalled
from sitegen.engine.recalled.index import RecalledAssets, RecalledDocuments, RecalledIndex
from sitegen.engine.recalled.kept import KeptFromEdit, KnownEntries, MadeFrom, made_from
from sitegen.engine.recalled.kits import cache_of, can_be_made, files_of
from sitegen.engine.recalled.pages import (
    MadePage,
    Recalling,
    render_kits,
    render_pages,
    told_of_kits,
)
from sitegen.engine.recalled.titles import Retitled
from sitegen.engine.stages.contents import is_data
from sitegen.engine.stages.read_data import read_data
from sitegen.engine.stages.read_theme import theme_of
from sitegen.engine.stages.scan import Scan
from sitegen.engine.state.mentions import with_mentions
from sitegen.engine.state.state import State
from sitegen.errors import BrokenStateError
from sitegen.names import CONTENT
from sitegen.plugins.known import plugins_of
from sitegen.rendering.render import Answered, Renderer
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.rendering.templates.theme import ThemeTemplates
from sitegen.site.agenda.editions import Noted
from sitegen.site.index import Index
from sitegen.site.questions.recorded import UnansweredError
from sitegen.theme.folders import Theme, static_files
from sitegen.wording.phrases import with_gaps


class Made(NamedTuple):
    """What came of an edit."""

    answers: Answers
    """Those that are others now."""
    pages: dict[str, MadePage]
    """Those that were given them, by path."""
    cards: tuple[Redrawn, ...] = ()
    """Those with another title."""
    kept: KeptFromEdit | None = None
    """What the next edit need not make again."""


def make(
    recalled: Recalled,
    configuration: Configuration,
    edited: Mapping[str, Edit],
    retitled: Mapping[str, Retitled],
) -> Made | None:
    """Return what is made of the *edited* documents, of which some are *retitled*.

    None where more is another, or takes the whole way. Raises `UnansweredError` likewise.
    """
    state = recalled.disk.state
    last, frame = _frame(recalled, configuration)
    known_entries = KnownEntries(state, last.entries if last else {})
    before = _questions(recalled, configuration, frame, edited, known_entries)
    questions = before
    if retitled:
        questions = before.retitled((each.language, each.after) for each in retitled.values())
    retold = other_answers(state, before, questions, edited, retitled)
    stale = pages_given(state, retold.answers) if retold else None
    if retold is None or stale is None:
        return None
    others, cards = retold
    kits = {path: given for path, given in stale.items() if given[0].page.traits.made == "kit"}
    is_possible = can_be_made(recalled, (record.page for record, _ in kits.values()))
    if not is_possible or (cards and not _can_be_drawn(recalled, cards)):
        return None
    renderer = Renderer(
        questions,
        frame.templates,
        store=cache_of(recalled) if kits else None,
        versions={
            language: Answered(version, {}) for language, version in questions.versions.items()
        },
        earlier=last.parts if last else None,
    )
    recalling = Recalling(state, questions, renderer, others)
    pages = render_kits(kits, recalling)
    if pages is None:
        return None
    if pages:
        others |= told_of_kits(recalling, pages)
        stale = pages_given(state, others)
    if stale is None:
        return None
    left = {path: given for path, given in stale.items() if path not in pages}
    more = render_pages(left, recalling)
    if more is None:
        return None
    pages |= more
    keep_compiled(frame.theme)
    kept = KeptFromEdit(*frame, known_entries.known, renderer.parts()) if recalled.memory else None
    return Made(others, pages, tuple(cards), kept)


class _Frame(NamedTuple):
    """What is the same for all edits while settings, theme and plugins are."""

    made_from: MadeFrom
    theme: Theme
    closures: Mapping[str, TemplateClosures]
    """By language, as the site's versions are known: empty for the first one."""
    templates: ThemeTemplates


def _frame(recalled: Recalled, configuration: Configuration) -> tuple[KeptFromEdit | None, _Frame]:
    """Return what the last edit of this process left, where it stands, and theme and templates."""
    memory = recalled.memory
    now = made_from(recalled.standing)
    kept = memory.kept if memory else None
    if kept and kept.made_from == now:
        return kept, _Frame(now, kept.theme, kept.closures, kept.templates)
    theme = _theme(recalled.scan, configuration, recalled.disk.state)
    config, plugins = configuration.config, plugins_of(configuration.plugins)
    language = config.language
    closures = {
        version: TemplateClosures(theme, version or language, plugins.naming)
        for version in ("", *config.versions)
    }
    last = memory.last_build if memory else None
    templates = last.session.templates_of(theme, language, plugins) if last else None
    know_compiled()
    templates = templates or ThemeTemplates(theme, language, plugins=plugins)
    return None, _Frame(now, theme, closures, templates)


def _can_be_drawn(recalled: Recalled, cards: Iterable[Redrawn]) -> bool:
    """Whether *cards* are to be drawn now, at addresses where nothing else stands."""
    present = recalled.present() if cards else {}
    is_free = not any(card.page.path in present for card in cards)
    return recalled.options.with_images and is_free


def _questions(
    recalled: Recalled,
    configuration: Configuration,
    frame: _Frame,
    edited: Mapping[str, Edit],
    known: KnownEntries,
) -> RecalledQuestions:
    state, content = recalled.disk.state, recalled.scan.content
    documents = RecalledDocuments(state, edited)
    assets, static = RecalledAssets(state), RecalledAssets(state, "static:")
    files = files_of(recalled, configuration)

    def data() -> dict[str, object]:
        found = {key[len(CONTENT) + 1 :]: source for key, source in content.items() if is_data(key)}
        return read_data(found, recalled.scan, configuration.config.languages)[0]

    def noted() -> Mapping[str, Noted]:
        from sitegen.engine.published_file import read_published  # where a title's event is listed

        published = read_published(recalled.options.root)
        return published.listing.known().events if published else {}

    def body(key: str) -> str:
        html = edited[key].result.body if key in edited else state.body(key)
        if digest(html) != documents[key].body_digest:  # SQLite keeps no checksums
            raise BrokenStateError(with_gaps("the text of {page} is damaged", page=key))
        return html.decode()

    def questions(
        config: SiteConfig, language: str, versions: Mapping[str, RecalledQuestions]
    ) -> RecalledQuestions:
        index = RecalledIndex(config, documents, assets, data, noted, known, language)
        template_digest, read = (
            frame.closures[language].digest,
            partial(files.read, cast(Index, index)),
        )
        return RecalledQuestions(index, body, template_digest, static, read, versions)

    config = configuration.config
    versions = {tag: questions(own, tag, {}) for tag, own in config.versions.items()}
    return questions(config, "", versions)


def _theme(scan: Scan, configuration: Configuration, state: State) -> Theme:
    theme, wrong = theme_of(
        scan, static_files(scan.layers, configuration.chain.without)[1], configuration.plugins
    )
    if wrong:
        raise UnansweredError
    return with_mentions(theme, state)
