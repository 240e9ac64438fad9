"""A snapshot opened for rendering: in this process, or in a worker that was told where it is."""

from collections.abc import Callable, Mapping, Set
from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.engine.compiled_themes import know_compiled
from sitegen.engine.file_reader import FileReader
from sitegen.engine.kit_cache import KitCache
from sitegen.engine.snapshot import Snapshot
from sitegen.engine.tool import sheet_digest
from sitegen.errors import BrokenStateError, Diagnostic
from sitegen.plugins.known import Plugins, plugins_of
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.site.access import Folders
from sitegen.site.answers import Answers
from sitegen.site.assets import Asset, AssetFacts, make_asset
from sitegen.site.audiences import audiences
from sitegen.site.index import Index, Planned, complete
from sitegen.site.indexing.inputs import IndexInputs
from sitegen.site.indexing.whole_site import index_of_site
from sitegen.site.languages.versions import ByLanguage, by_language
from sitegen.site.plan.plugins import plan_of_plugins
from sitegen.site.questions.answering import Questions
from sitegen.site.questions.audience import AudienceQuestions
from sitegen.site.urls import encode_path, with_base
from sitegen.sources.document import Document
from sitegen.theme.folders import SHEETS, Theme
from sitegen.wording.phrases import with_gaps

if TYPE_CHECKING:
    from sitegen.engine.timing.templates import TemplateTimes
    from sitegen.rendering.render import Renderer
    from sitegen.rendering.templates.theme import ThemeTemplates


_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class SiteSession:
    """All that can be asked of a snapshot, and the renderer that asks: see `open_session`."""

    def __init__(
        self,
        snapshot: Snapshot,
        documents: Mapping[str, Document],
        index: Index,
        read_body: Callable[[str], bytes],
        files: FileReader,
        templates: "ThemeTemplates | None" = None,
    ) -> None:
        """*templates*: those of an earlier session, where they would be the same."""
        self._snapshot, self.documents, self.index = snapshot, documents, index
        self.files = files
        self.kits: KitCache | None = None
        """Where PDFs are kept that were made; set before the first page."""
        self.template_times: TemplateTimes | None = None
        """What measures the templates, if somebody wants to know; set before the first page."""
        self.told_of_plugins: list[Diagnostic] = []
        """What is wrong with the pages that plugins plan, once they are planned."""
        closures = self._closures(snapshot.config.language)
        self.static = _assets(snapshot.static, snapshot.config)
        self.sheets = _assets(_sheets(snapshot, closures), snapshot.config)
        self._read_body, self._templates = read_body, templates
        self._private: dict[str, dict[str, AudienceQuestions]] = {}
        """What readers of private pages are answered, by language and name of their audience."""
        self.questions = self._questions(index, closures)
        self.versions = {
            language: self._questions(version, self._closures(language))
            for language, version in index.versions.items()
        }
        """What pages in other languages of the site are answered."""
        self.questions.answers.versions = self.versions

    @property
    def plugins(self) -> Plugins:
        """The site's own code."""
        return self.index.plugins

    def _closures(self, language: str) -> TemplateClosures:
        return TemplateClosures(self._snapshot.theme, language, self.plugins.naming)

    def _read_whole(self, document_id: str) -> str:
        html = self._read_body(document_id)
        document = self.documents[document_id]
        if digest(html) != document.body_digest:  # SQLite keeps no checksums
            raise BrokenStateError(with_gaps("the text of {page} is damaged", page=document_id))
        return html.decode()

    def _questions(self, index: Index, closures: TemplateClosures) -> Questions:
        """Return what pages of *index* may ask; *closures*: of templates in its language."""
        answers = self._answers(index, closures, self.files.size)
        questions = Questions(answers)
        complete(index, plan_of_plugins=partial(self._plan_of_plugins, answers))
        for name, audience in index.audiences.items():
            # How large something private is, is not told.
            own = self._answers(audience.index, closures, lambda _: 0)
            asked = AudienceQuestions(own, audience, questions)
            answers.private[name] = asked
            language = index.config.language if index.first else ""
            self._private.setdefault(language, {})[name] = asked
        return questions

    def _plan_of_plugins(self, answers: Answers) -> Planned:
        planned, wrong = plan_of_plugins(answers)
        self.told_of_plugins += wrong
        return planned

    def _answers(
        self, index: Index, closures: TemplateClosures, size_of: Callable[[str], int | None]
    ) -> Answers:
        static = self.static | self.sheets
        if index.config.has_own_host:  # it has the theme's files once more
            static = {
                path: msgspec.structs.replace(
                    asset, url=with_base(index.config.root_path, encode_path(f"/{path}"))
                )
                for path, asset in static.items()
            }
        return Answers(
            index,
            static,
            self._read_whole,
            closures.digest,
            partial(self.files.read, index),
            size_of,
            self.plugins,
        )

    @property
    def layouts(self) -> list[str]:
        """The layouts that the theme has."""
        return self._snapshot.theme.layouts

    def take_texts(self, documents: Mapping[str, Document], changed: Set[str]) -> None:
        """Go on with *documents*, of which only the texts of those in *changed* are others.

        What is known about them is forgotten; all other answers stand.
        """
        self.documents = documents
        languages = _languages(self._snapshot, documents)
        self.index.take_texts(languages.first)
        for language, index in self.index.versions.items():
            index.take_texts(languages.versions[language])
        for questions in (self.questions, *self.versions.values()):
            questions.forget(changed)
        for audiences_of in self._private.values():
            for answered in audiences_of.values():
                answered.forget(changed)
        if "renderer" in self.__dict__:
            self.renderer.forget(changed)

    def templates_for(self, snapshot: Snapshot, plugins: Plugins) -> "ThemeTemplates | None":
        """Return the templates of this session, if those of *snapshot* would be the same."""
        return self.templates_of(snapshot.theme, snapshot.config.language, plugins)

    def templates_of(
        self, theme: Theme, language: str, plugins: Plugins
    ) -> "ThemeTemplates | None":
        """Return the templates of this session, if those of *theme* would be the same."""
        own = self._snapshot
        is_same = own.theme == theme and own.config.language == language
        return self._templates if is_same and self.plugins.refs == plugins.refs else None

    @cached_property
    def renderer(self) -> "Renderer":
        """The renderer; Jinja and the writers are imported with the first page."""
        from sitegen.rendering.render import Answered, Renderer
        from sitegen.rendering.templates.theme import ThemeTemplates

        if self._templates is None:
            know_compiled()
            timed = self.template_times.template_class() if self.template_times else None
            theme, language = self._snapshot.theme, self._snapshot.config.language
            self._templates = ThemeTemplates(theme, language, timed, plugins=self.plugins)
        answered = {
            language: Answered(questions, self._private.get(language, {}))
            for language, questions in self.versions.items()
        }
        return Renderer(
            self.questions,
            self._templates,
            self._private.get("", {}),
            store=self.kits,
            versions=answered,
        )


def open_session(
    snapshot: Snapshot,
    documents: Mapping[str, Document],
    read_body: Callable[[str], bytes],
    files: FileReader,
    earlier: SiteSession | None = None,
) -> SiteSession:
    """Return what can be asked of the site that *snapshot* and *documents* make.

    *documents*: all of them, in whichever language. *earlier*: a session of the same site, from
    which is taken what would be the same.
    """
    index = _index(snapshot, documents, earlier.index if earlier else None)
    for version in index.everywhere:
        of_readers = audiences(version, version.documents, snapshot.files, snapshot.rings)
        complete(version, audiences=of_readers)
    templates = earlier.templates_for(snapshot, index.plugins) if earlier else None
    return SiteSession(snapshot, documents, index, read_body, files, templates)


def _index(snapshot: Snapshot, documents: Mapping[str, Document], earlier: Index | None) -> Index:
    languages = _languages(snapshot, documents)
    return index_of_site(
        IndexInputs(
            languages.first,
            snapshot.files,
            snapshot.data,
            snapshot.config,
            snapshot.clock,
            snapshot.unread,
            snapshot.held,
            snapshot.theme.templates,
            snapshot.known,
            Folders(snapshot.folders),
            others=languages.others,
            rings={ring.name: ring for ring in snapshot.rings},
            plugins=plugins_of(snapshot.plugins),
        ),
        languages,
        earlier,
    )


def _languages(snapshot: Snapshot, documents: Mapping[str, Document]) -> ByLanguage:
    unwritten = snapshot.held.left_out - snapshot.held.kept
    folders = Folders(snapshot.folders)
    return by_language(documents, snapshot.config, snapshot.waiting, unwritten, folders)


def _assets(facts: Mapping[str, AssetFacts], config: SiteConfig) -> dict[str, Asset]:
    """Return the theme's files, by path, as pages lead to them."""
    return {path: make_asset(path, path, each, config.base_path) for path, each in facts.items()}


def _sheets(snapshot: Snapshot, closures: TemplateClosures) -> dict[str, AssetFacts]:
    """Return what is known of the rendered static files without rendering them.

    Their bytes come from their template, the options that this names, and what renders it.
    """
    values = snapshot.config.theme_options
    facts = {}
    for path in snapshot.theme.sheets:
        name = f"{SHEETS}{path}"
        named = closures.options(name)
        shown = sorted(values if named is None else named & values.keys())
        options = _encode([(option, values[option]) for option in shown])
        facts[path] = AssetFacts(0, digest(sheet_digest(), closures.digest(name), options))
    return facts
