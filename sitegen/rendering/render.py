"""A page becomes bytes: `Page` in, `Rendered` out, errors as diagnostics."""

import importlib
import sqlite3
from collections.abc import Callable, Mapping, Set
from functools import cache, partial
from typing import Any, NamedTuple

import jinja2

from sitegen.errors import (
    BrokenStateError,
    Diagnostic,
    PluginError,
    RenderingError,
    SitegenError,
)
from sitegen.model import KINDS, Page, Rendered
from sitegen.model.kinds import ARTICLE, PAGE, PRIVATE, SEALED, SHEET, traits_of
from sitegen.rendering.plugins import bytes_of, feed_of
from sitegen.rendering.private.sealed import marks, sealed_file, sealed_page
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.rendering.templates.contexts import context_of, layout_of
from sitegen.rendering.templates.theme import (
    ThemeTemplates,
    frames_of_answers,
    is_raised_in_template,
)
from sitegen.rendering.view.plugins import with_questions
from sitegen.rendering.view.settings import OptionsView
from sitegen.rendering.view.shared import EarlierParts, ResultStore, Shared
from sitegen.rendering.view.site import PrivateSite, Site
from sitegen.site.in_hand import document_in, document_in_hand, unforeseen
from sitegen.site.questions import settings
from sitegen.site.questions.answering import Questions
from sitegen.site.questions.audience import AudienceQuestions
from sitegen.site.questions.recorded import UnansweredError
from sitegen.site.questions.versions import in_version
from sitegen.theme.folders import LAYOUTS, SHEETS

NOT_A_TEMPLATES = (
    SitegenError, BrokenStateError, UnansweredError, sqlite3.Error, MemoryError,
)  # fmt: skip
"""What reading the answers may raise, while a template asks: no mistake of the template."""


@cache
def writer_of(kind: str) -> Callable[[Site, Page], bytes] | None:
    """Return the function that writes pages of *kind* without a template, if they have none.

    It is imported when the first such page is rendered.
    """
    traits = traits_of(kind)
    if traits.family == "plugins":
        return None
    if traits.made not in ("writer", "kit"):
        return None
    module = importlib.import_module(f"sitegen.rendering.{traits.family}.write")
    write: Callable[[Site, Page], bytes] = getattr(module, f"write_{kind}")
    return write


class Answered(NamedTuple):
    """What the pages in a language of the site are answered."""

    questions: Questions
    private: Mapping[str, AudienceQuestions]
    """Those of its private pages, by the name of their audience."""


class Renderer:
    """Renders pages of one snapshot."""

    def __init__(
        self,
        questions: Questions,
        templates: ThemeTemplates,
        private: Mapping[str, AudienceQuestions] | None = None,
        view: type[Site] = Site,
        store: ResultStore | None = None,
        versions: "Mapping[str, Answered] | None" = None,
        earlier: EarlierParts | None = None,
    ) -> None:
        """*private*: what readers of private pages are answered, by the name of their audience.

        *store*: where results are kept that take long to make. *versions*: what pages in other
        languages of the site are answered, by language. *earlier*: what `parts` returned for a
        former snapshot.
        """
        self._questions = questions
        self._templates = templates
        self._store = store
        self._shared = Shared(templates.environment, store, earlier, questions.digest)
        self._shared_in: dict[str, Shared] = {}
        """The same of pages in another language."""
        self._private = private or {}
        self._view = with_questions(view, questions.kinds)
        self._versions = versions or {}
        self._in_version: dict[str, Renderer] = {}
        """What renders pages in other languages of the site."""
        self._inner: dict[str, Renderer] = {}
        """What renders private pages, by audience: none shares with another, or the public."""

    def render(self, page: Page) -> tuple[Rendered | None, list[Diagnostic]]:
        """Return the page's bytes with what it asked, or None and why it cannot be rendered."""
        if page.language in self._versions:
            return self._render_version(page)
        if page.kind in (PRIVATE.name, SEALED.name):
            return self._render_sealed(page)
        return self._render(page, {})

    def in_language(self, language: str) -> "Renderer":
        """Return what renders pages in another language of the site; empty: the first one."""
        if not language:
            return self
        inner = self._in_version.get(language)
        if inner is None:
            questions, private = self._versions[language]
            templates = self._templates.of_version(language)
            inner = Renderer(questions, templates, private, store=self._store)
            self._in_version[language] = inner
        return inner

    def parts(self) -> EarlierParts:
        """Return the parts of the pages that were rendered: those of the site's own language."""
        return self._shared.parts()

    def _render_version(self, page: Page) -> tuple[Rendered | None, list[Diagnostic]]:
        """Return a page in another language of the site, by that version's answers and words."""
        rendered, wrong = self.in_language(page.language).render(page)
        if rendered is None:
            return None, wrong
        asked = (in_version(page.language, question) for question in rendered.asked)
        return Rendered(page, rendered.content, tuple(asked)), []

    def _render_sealed(self, page: Page) -> tuple[Rendered | None, list[Diagnostic]]:
        """Return the page that is rendered for few, sealed in one that all may have."""
        questions = self._private[page.scope.value]
        audience = self._questions.index.audiences[page.scope.value]
        inner = self._inner.get(audience.name)
        if inner is None:
            inner = self._inner[audience.name] = Renderer(
                questions, self._templates, view=PrivateSite
            )
        rendered, wrong = inner.render(audience.natural[page.path])
        if rendered is None:
            return None, wrong
        asked = dict.fromkeys(map(questions.noted, rendered.asked))
        asked |= dict.fromkeys(marks(audience.name, page))
        if page.kind == SEALED.name:
            return Rendered(page, sealed_file(audience, page, rendered.content), tuple(asked)), []
        outer, wrong = self._render(page, sealed_page(audience, page, rendered.content))
        if outer is None:
            return None, wrong
        asked |= dict.fromkeys(outer.asked)
        return Rendered(page, outer.content, tuple(asked)), []

    def _render(self, page: Page, more: dict[str, Any]) -> tuple[Rendered | None, list[Diagnostic]]:
        """Return the page; its template is given *more* beside what pages of its kind are."""
        site, templates = self._framed(page)
        writer = writer_of(page.kind) or self._writer_of_plugin(page)
        name = ""
        try:
            if writer is not None:  # it may show bodies, whose shortcodes are templates
                return Rendered(page, writer(site, page), tuple(site.asked)), []
            name, context = self._template(site, page)
            site.ask(settings.template, name)
            template = templates.environment.get_template(name)
            text = template.render({"site": site, "page": page} | context | more)
        except PluginError as error:
            return None, error.told_for(page.path)
        except RenderingError as error:
            return None, list(error.diagnostics)
        except jinja2.TemplateNotFound as error:
            if error.name == name:
                return None, self._missing_template(page, name)
            return None, [self._templates.diagnose(error, page.path)]
        except Exception as error:  # a template is code: whatever it raises is its maker's to mend
            if isinstance(error, NOT_A_TEMPLATES):
                raise
            is_templates = is_raised_in_template(error)
            # What an answer raised is no mistake of the template that asked.
            document_id = document_in(frames_of_answers(error)) if is_templates else ""
            if not is_templates:
                document_id = document_in_hand(error)
                if document_id not in self._questions.index.documents:
                    raise
            if document_id:
                return None, [unforeseen(error, document_id)]
            unfit = self._unfit_template(page, name)
            return None, [unfit or self._templates.diagnose(error, page.path)]
        return Rendered(page, text.encode(), tuple(site.asked)), []

    def _writer_of_plugin(self, page: Page) -> Callable[[Site, Page], bytes] | None:
        plugins = self._templates.environment.plugins
        if writer := plugins.writers.get(page.kind):
            return partial(bytes_of, writer)
        if writer := plugins.feed_writers.get(page.kind):
            return partial(feed_of, writer)
        return None

    def text(self, name: str, make: Callable[[Site], dict[str, Any]]) -> str:
        """Return what the template *name* makes beside the pages, with what *make* gives it.

        Raises `SitegenError` where the template is missing or has a mistake.
        """
        site = self._view(self._questions.answer, self._shared)
        try:
            template = self._templates.environment.get_template(name)
            return template.render({"site": site} | make(site))
        except jinja2.TemplateNotFound as error:
            values = {"template": str(error.name), "page": name}
            raise SitegenError(Diagnostic("template-missing", values=values)) from error
        except Exception as error:
            if isinstance(error, NOT_A_TEMPLATES) or not is_raised_in_template(error):
                raise
            raise SitegenError(self._templates.diagnose(error, name)) from error

    def _framed(self, page: Page) -> tuple[Site, ThemeTemplates]:
        """Return what *page* sees of the site, and the templates, in the words of its language.

        Of a document that is the document's, if the theme has words in it; but for one that stands
        in a version of the site for want of a translation.
        """
        site = self._view(self._questions.answer, self._shared)
        entry = site.entry(page.subject) if page.kind in (ARTICLE.name, PAGE.name) else None
        is_framed = entry is not None and entry.lang != "" and not entry.is_untranslated
        templates = self._templates.in_language(entry.lang) if entry and is_framed else None
        if entry is None or templates is None:
            return site, self._templates
        shared = self._shared_in.get(entry.lang)
        if shared is None:
            shared = self._shared_in[entry.lang] = Shared(templates.environment, self._store)
        return site.in_language(entry.lang, shared), templates

    def forget(self, documents: Set[str]) -> None:
        """Forget what was made from the texts of *documents* (ids)."""
        for shared in (self._shared, *self._shared_in.values()):
            shared.forget(documents)
        for inner in (*self._inner.values(), *self._in_version.values()):
            inner.forget(documents)

    def _template(self, site: Site, page: Page) -> tuple[str, dict[str, Any]]:
        """Return the name of the template that renders *page*, and what it is given."""
        if page.kind == SHEET.name:
            name = f"{SHEETS}{page.subject}"
            named = TemplateClosures(self._templates.theme, "").options(name)
            return name, {"site": OptionsView(site.option, named)}
        name = page.traits.template
        context = context_of(site, page)
        entry = context.get("entry")
        if entry is not None and entry.template and page.traits.is_of_document:
            name = entry.template
        elif page.traits.has_layouts and (layout := layout_of(site, context)):
            name = f"{LAYOUTS}{layout}/{name}"
        return name, context

    def _missing_template(self, page: Page, name: str) -> list[Diagnostic]:
        """Return what is told of it: nothing of an unknown layout, which is where it is chosen."""
        if name.startswith(LAYOUTS) and name.split("/")[1] not in self._templates.theme.layouts:
            return []
        document = self._questions.index.documents.get(page.subject)
        values = {"template": name, "page": page.path}
        if document is not None and document.front.template:
            return [document.diagnostic("template-missing", "template", **values)]
        return [Diagnostic("template-missing", values=values)]

    def _unfit_template(self, page: Page, name: str) -> Diagnostic | None:
        """Return what its author should know if *name*, which failed, is no template for *page*.

        None: the document did not choose it, or it is one for documents like this.
        """
        document = self._questions.index.documents.get(page.subject)
        if document is None or document.front.template != name:
            return None
        kinds = [
            kind for kind in KINDS.values() if kind.made == "template" and kind.template == name
        ]
        if not kinds or page.traits in kinds or PAGE in kinds:
            return None
        code = "template-wants-date" if ARTICLE in kinds else "template-of-others"
        return document.diagnostic(code, "template", template=name)
