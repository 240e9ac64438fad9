"""A snapshot opened for rendering: in this process, or in a worker that was told where it is."""

import os
from collections.abc import Callable, Mapping, Set
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import msgspec

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.engine.kit_cache import KitCache
from sitegen.engine.tool import sheet_digest
from sitegen.errors import BrokenStateError, Diagnostic, RenderingError, disk_refused
from sitegen.imaging.metadata import CLEANED, why_private, without_metadata
from sitegen.plugins.known import Remembered, plugins_of
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.sealing.keys import Ring
from sitegen.site.access import Folders
from sitegen.site.assets import Asset, AssetFacts, make_asset
from sitegen.site.audiences import Audience, audiences
from sitegen.site.index import Index, Planned, complete
from sitegen.site.indexing.inputs import IndexInputs
from sitegen.site.indexing.languages import index_of_site
from sitegen.site.origins import NOTHING_KNOWN, Known
from sitegen.site.plan.plugins import plan_of_plugins
from sitegen.site.publication import Clock
from sitegen.site.questions.answering import Questions
from sitegen.site.questions.audience import AudienceQuestions
from sitegen.site.questions.kind import Answers
from sitegen.site.urls import encode_path, with_base
from sitegen.site.versions import ByLanguage, by_language
from sitegen.site.withholding import NOTHING_HELD, Held
from sitegen.sources.document import Document
from sitegen.theme.folders import SHEETS, Theme
from sitegen.wording.phrases import with_gaps

if TYPE_CHECKING:
    from sitegen.engine.timing.templates import TemplateTimes
    from sitegen.rendering.render import Renderer
    from sitegen.rendering.templates.theme import ThemeTemplates


_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class Snapshot(msgspec.Struct, frozen=True):
    """Every input at one moment, but the documents, which stand in the state."""

    config: SiteConfig
    clock: Clock
    files: dict[str, AssetFacts]
    """What is copied, by path below ``content/``."""
    data: dict[str, Any]
    theme: Theme
    static: dict[str, AssetFacts]
    """The theme's files, by path below its ``static/``."""
    unread: frozenset[str] = frozenset()
    """Documents that have mistakes."""
    held: Held = NOTHING_HELD
    """What does not stand as it is written."""
    known: Known = NOTHING_KNOWN
    """What subscribers' programs know of the site."""
    folders: dict[str, str] = {}
    """Folders that are private by what documents say that have mistakes, and for whom."""
    plugins: tuple[Remembered, ...] = ()
    """The site's own code, with what it declares and what it read of the world."""
    waiting: frozenset[str] = frozenset()
    """Translations that wait for their original, which is new and has mistakes."""
    rings: tuple[Ring, ...] = ()
    """The keys of private pages. Never written down: what tells them apart is `Ring.identity`."""


class Session:
    """All that can be asked of a snapshot, and the renderer that asks."""

    def __init__(
        self,
        snapshot: Snapshot,
        documents: Mapping[str, Document],
        read_body: Callable[[str], str],
        earlier: "Session | None" = None,
    ) -> None:
        """*earlier*: a session of the same site, from which is taken what would be the same."""
        config = snapshot.config
        self.plugins = plugins_of(snapshot.plugins)
        self.documents = documents
        """All of them, in whichever language."""
        self._waiting = snapshot.waiting
        self._unwritten = snapshot.held.left_out - snapshot.held.kept
        self._folders = Folders(snapshot.folders)
        languages = self._by_language(documents, config)
        self.index: Index = index_of_site(
            IndexInputs(
                languages.first,
                snapshot.files,
                snapshot.data,
                config,
                snapshot.clock,
                snapshot.unread,
                snapshot.held,
                snapshot.theme.templates,
                snapshot.known,
                self._folders,
                others=languages.others,
                rings={ring.name: ring for ring in snapshot.rings},
                plugins=self.plugins,
            ),
            languages,
            earlier.index if earlier else None,
        )
        self._audiences: dict[Index, dict[str, Audience]] = {}
        for index in self.index.everywhere:
            self._audiences[index] = audiences(
                index, index.documents, snapshot.files, snapshot.rings
            )
            complete(index, audiences=self._audiences[index])
        self.static = {
            path: make_asset(path, path, facts, config.base_path)
            for path, facts in snapshot.static.items()
        }
        closures = TemplateClosures(snapshot.theme, config.language, self.plugins.naming)
        self.sheets = {
            path: make_asset(path, path, self._sheet_facts(path, closures), config.base_path)
            for path in snapshot.theme.sheets
        }

        def read_whole(document_id: str) -> str:
            html = read_body(document_id)
            document = self.documents[document_id]
            if digest(html) != document.body_digest:  # SQLite keeps no checksums
                raise BrokenStateError(with_gaps("the text of {page} is damaged", page=document_id))
            return html

        static = self.static | self.sheets
        self.output = ""
        """The folder of the output, for how large files of kits are; set before it is asked."""
        self.disk_paths: Mapping[str, str] = {}
        """Where files are read from, for kits: `asset:<path>`, `static:<path>`."""
        self.kits: KitCache | None = None
        """Where PDFs are kept that were made; set before the first page."""
        self.told_of_plugins: list[Diagnostic] = []
        """What is wrong with the pages that plugins plan, once they are planned."""
        self._read_whole, self._closures, self._static = read_whole, closures, static
        self._private: dict[str, dict[str, AudienceQuestions]] = {}
        """What readers of private pages are answered, by language and name of their audience."""
        self.questions = self._questions(self.index, closures)
        self.versions: dict[str, Questions] = {
            language: self._questions(
                index, TemplateClosures(snapshot.theme, language, self.plugins.naming)
            )
            for language, index in self.index.versions.items()
        }
        """What pages in other languages of the site are answered."""
        self.questions.answers.versions = self.versions
        self._theme = snapshot.theme
        self._language = config.language
        self._templates: ThemeTemplates | None = None
        if earlier and (self._theme, self._language, self.plugins.refs) == (
            earlier._theme,
            earlier._language,
            earlier.plugins.refs,
        ):
            self._templates = earlier._templates
        self.template_times: TemplateTimes | None = None
        """What measures the templates, if somebody wants to know; set before the first page."""

    def _questions(self, index: Index, closures: TemplateClosures) -> Questions:
        """Return what pages of *index* may ask; *closures*: of templates in its language."""
        answers = self._answers(index, closures, self._size_of)
        questions = Questions(answers)
        complete(index, plan_of_plugins=partial(self._plan_of_plugins, answers))
        for name, audience in self._audiences[index].items():
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
        read_file = partial(self._read_file, index)
        static: Mapping[str, Asset] = self._static
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
            read_file,
            size_of,
            self.plugins,
        )

    def _read_file(self, index: Index, asset_id: str) -> bytes:
        """Return a file as readers of *index* get it. Raises `OutputError` if it cannot be read."""
        is_content = asset_id in index.assets
        path = self.disk_paths[f"{'asset' if is_content else 'static'}:{asset_id}"]
        try:
            with open(path, "rb") as file:
                raw = file.read()
        except OSError as error:
            raise disk_refused(error, path) from error
        if not is_content or index.assets[asset_id].format not in CLEANED:
            return raw
        if private := why_private(raw):  # the file was another when it was looked into
            values = {"reason": private}
            raise RenderingError(Diagnostic("image-private", f"content/{asset_id}", values=values))
        return without_metadata(raw)

    def _size_of(self, path: str) -> int | None:
        try:
            return os.stat(os.path.join(self.output, path)).st_size
        except OSError:
            return None

    @property
    def layouts(self) -> list[str]:
        """The layouts that the theme has."""
        return self._theme.layouts

    def _by_language(self, documents: Mapping[str, Document], config: SiteConfig) -> ByLanguage:
        return by_language(documents, config, self._waiting, self._unwritten, self._folders)

    def take_texts(self, documents: Mapping[str, Document], changed: Set[str]) -> None:
        """Go on with *documents*, of which only the texts of those in *changed* are others.

        What is known about them is forgotten; all other answers stand.
        """
        self.documents = documents
        languages = self._by_language(documents, self.index.config)
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

    def _sheet_facts(self, path: str, closures: TemplateClosures) -> AssetFacts:
        """Return what is known of a rendered static file without rendering it.

        Its bytes come from its template, the options that this names, and what renders it.
        """
        name = f"{SHEETS}{path}"
        values = self.index.config.theme_options
        named = closures.options(name)
        shown = sorted(values if named is None else named & values.keys())
        options = _encode([(option, values[option]) for option in shown])
        return AssetFacts(0, digest(sheet_digest(), closures.digest(name), options))

    @cached_property
    def renderer(self) -> "Renderer":
        """The renderer; Jinja and the writers are imported with the first page."""
        from sitegen.rendering.render import Answered, Renderer
        from sitegen.rendering.templates.theme import ThemeTemplates

        if self._templates is None:
            timed = self.template_times.template_class() if self.template_times else None
            self._templates = ThemeTemplates(
                self._theme, self._language, timed, plugins=self.plugins
            )
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
