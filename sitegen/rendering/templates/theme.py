"""The Jinja environment of a theme, and the places of its errors."""

import re
from functools import partial
from types import FrameType, TracebackType

import jinja2

from sitegen.errors import Diagnostic
from sitegen.model.languages import language_of
from sitegen.plugins.known import NO_PLUGINS, Plugins
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.rendering.templates.compiled import CodeCache
from sitegen.rendering.templates.environment import Environment
from sitegen.rendering.templates.filters import FILTERS
from sitegen.rendering.templates.includes import written_at
from sitegen.rendering.templates.language_filters import language_filters
from sitegen.rendering.words.messages import catalogue_of
from sitegen.theme.folders import Theme
from sitegen.wording.phrases import Words, told_by, with_gaps

FRAME = "template:"
"""What the file name of a compiled template's code begins with: tells its frames in tracebacks."""


class ThemeTemplates:
    """A theme's templates, compiled once for a language."""

    def __init__(
        self,
        theme: Theme,
        language: str,
        template_class: type[jinja2.Template] | None = None,
        site_language: str = "",
        plugins: Plugins = NO_PLUGINS,
    ) -> None:
        """*template_class*: what Jinja makes of a template's code, where that is to be watched.

        *site_language*: that of the site, where these are for pages in another one.
        """
        self.theme = theme
        self._plugins = plugins
        self.language = language
        self.site_language = site_language or language
        self._template_class = template_class
        self._others: dict[str, ThemeTemplates] = {}
        self._versions: dict[str, ThemeTemplates] = {}
        catalogue = catalogue_of(theme.catalogues.get(theme.speaking(language), ()), language)
        closures = TemplateClosures(theme, language, plugins.naming)
        environment = Environment(
            self._load,
            catalogue,
            theme.resolve,
            closures.leads_to,
            closures.says,
            includes_in_place=template_class is None,  # what is watched is watched by itself
        )
        if template_class is None:
            code_of = partial(closures.code_of, deciding=self.site_language)
            environment.bytecode_cache = CodeCache(code_of)
        else:
            environment.template_class = template_class
        environment.filters |= FILTERS | language_filters(language, self.site_language)
        environment.plugins = plugins
        for name, hook in plugins.filters.items():
            environment.filters.setdefault(name, hook.call)
        for name, hook in plugins.functions.items():
            environment.globals.setdefault(name, hook.call)
        self.environment = environment

    def in_language(self, language: str) -> "ThemeTemplates | None":
        """Return the templates for pages in *language*; None where the theme has no words in it.

        Templates are written in English.
        """
        primary = language_of(language).primary
        if primary == language_of(self.language).primary:
            return None
        if primary != "en" and not self.theme.catalogues.keys() & {language, primary}:
            return None
        if language not in self._others:
            self._others[language] = ThemeTemplates(
                self.theme, language, self._template_class, self.language, self._plugins
            )
        return self._others[language]

    def of_version(self, language: str) -> "ThemeTemplates":
        """Return the templates for the version of the site in *language*, in whose words they are
        as far as the theme has some.
        """
        if language not in self._versions:
            self._versions[language] = ThemeTemplates(
                self.theme, language, self._template_class, plugins=self._plugins
            )
        return self._versions[language]

    def _load(self, name: str) -> tuple[str, str, None] | None:
        source = self.theme.templates.get(name)
        return None if source is None else (source, f"{FRAME}{name}", None)

    def diagnose(self, error: Exception, page_path: str) -> Diagnostic:
        """Return *error*, raised while *page_path* was rendered, with its place in a template."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            name, line = written_at(error.name or "", error.lineno)
        elif isinstance(error, jinja2.TemplateNotFound):
            name, line = written_at(*_template_frame(error.__traceback__))
            missing = {"template": str(error.name), "page": page_path}
            return Diagnostic("template-missing", *self._place(name, line), 0, missing)
        else:
            name, line = written_at(*_template_frame(error.__traceback__))
        reason = "it includes itself" if isinstance(error, RecursionError) else _reason_of(error)
        source = self.theme.templates.get(name, "").split("\n")
        excerpt = source[line - 1].strip() if 0 < line <= len(source) else ""
        told = reason or type(error).__name__
        values: dict[str, Words] = {"reason": told, "page": page_path, "excerpt": excerpt}
        return Diagnostic("template-failed", *self._place(name, line), 0, values)

    def _place(self, name: str, line: int) -> tuple[str, int]:
        """Return the file of a template, and the line of it that *line* of the template is."""
        shown = self.theme.places.get(name, f"templates/{name}" if name else "")
        source = self.theme.templates.get(name, "")
        return self._plugins.place_in_template(shown, source, line) or (shown, line)


_OF_JINJA = (
    "{name} is undefined",
    "No filter named {name}.",
    "Encountered unknown tag {name}.",
    "Expected an expression, got {found}",
)
"""What Jinja says of usual mistakes: a sentence of another program, taken apart where it comes."""


def _reason_of(error: Exception) -> Words:
    told = told_by(error)
    if not isinstance(told, str):
        return told
    for text in _OF_JINJA:
        before, gap, after = re.split(r"\{(\w+)\}", text)
        if told.startswith(before) and told.endswith(after):
            return with_gaps(text, **{gap: told[len(before) : len(told) - len(after)]})
    return told


def _template_frame(traceback: TracebackType | None) -> tuple[str, int]:
    """Return the template and line of the innermost frame that is one: the line for any error."""
    innermost = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename.startswith(FRAME):
            innermost = traceback
        traceback = traceback.tb_next
    if innermost is None:
        return "", 0
    frame, line = innermost.tb_frame, innermost.tb_lineno
    template = frame.f_globals.get("__jinja_template__")
    line = template.get_corresponding_lineno(line) if template else line
    return frame.f_code.co_filename.removeprefix(FRAME), line


def frames_of_answers(error: Exception) -> list[FrameType]:
    """Return the frames that answer a template's question, the innermost first; or none."""
    frames: list[FrameType] = []
    traceback = error.__traceback__
    while traceback is not None:
        frame = traceback.tb_frame
        if frame.f_code.co_filename.startswith(FRAME):
            frames.clear()
        frames.append(frame)
        traceback = traceback.tb_next
    is_answering = any(_answers(frame) for frame in frames)
    return frames[::-1] if is_answering else []


def _answers(frame: FrameType) -> bool:
    return frame.f_globals.get("__name__") == "sitegen.site.questions.answering"


def is_raised_in_template(error: Exception) -> bool:
    """Whether a template's own frame stands in the traceback, or Jinja refused to compile it."""
    return isinstance(error, jinja2.TemplateError) or bool(_template_frame(error.__traceback__)[0])
