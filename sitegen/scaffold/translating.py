"""A site's own words: what its templates say, and the catalogue that translates it. Does I/O.

Messages are found and catalogues brought up to date by Babel, as `pybabel` does it.
"""

import io
import os
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import jinja2
from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from sitegen.border.text import decode
from sitegen.disk.reading import read_or_nothing
from sitegen.errors import Diagnostic, Place, UsageError
from sitegen.model.languages import language_of
from sitegen.scaffold.themes import OwnTheme
from sitegen.theme.plurals import catalogue_mistake

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_KEYWORDS: dict[str, Any] = {"_": None, "gettext": None, "ngettext": (1, 2)}
"""What templates ask for, and where its texts stand among the arguments."""
_OPTIONS = {
    "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "newstyle_gettext": "true",
    "silent": "false",
}
"""How templates are read, as `rendering/templates/environment.py` reads them."""
_COMMENTS = ("Translators:",)
_SHOWN = 60
"""Letters of a message that are told."""
_HEADER = re.compile(r'\A(?:#[^\n]*\n|\s*\n)*msgid ""\nmsgstr "[^\n]*\n(?:"[^\n]*\n)*')

Key = str | tuple[str, str]
"""What a message is known by: its English text, or those for one and for many."""


class TemplateMessage(NamedTuple):
    """A message of a template."""

    key: Key
    places: tuple[tuple[str, int], ...]
    """Templates, as the site shows them, and lines."""
    comments: tuple[str, ...]


class Translated(NamedTuple):
    """A site's own catalogue in a language, brought up to date."""

    path: str
    """From the site's root."""
    former: str
    text: str
    """What is to stand there; empty where there is nothing to translate."""
    messages: int
    lacking: tuple[Diagnostic, ...]
    """A line for each message without a translation, or with a guess of one."""

    @property
    def is_changed(self) -> bool:
        return self.text != self.former


class CatalogueWriter:
    """The messages of a site's theme, and the catalogues of its own and of the themes below."""

    def __init__(self, root: str, theme: OwnTheme) -> None:
        """Raise `UsageError` for a template that cannot be read."""
        self._root = root
        self._theme = theme
        self._below = theme.files_below()
        templates = {name: path for name, path in self._below.items() if _is_template(name)}
        templates |= {name: path for name, path in theme.files() if _is_template(name)}
        messages = (_messages(name, path, self._shown) for name, path in templates.items())
        self._asked = _gathered(messages)

    def languages(self) -> list[str]:
        """Return the languages of the site's own catalogues."""
        folder = os.path.join(self._theme.folder, "locales")
        names = os.listdir(folder) if os.path.isdir(folder) else []
        return sorted(name.removesuffix(".po") for name in names if name.endswith(".po"))

    def bring_up_to_date(self, language: str, *, has_all: bool = False) -> Translated:
        """Return the catalogue of *language* as it should be; nothing is written.

        *has_all*: also what the themes below translate. Raises `UsageError` for what is no tag of a
        language, and for a catalogue that cannot be read.
        """
        if not _TAG.fullmatch(language):
            raise UsageError(Diagnostic("bad-language", values={"value": language}))
        path = os.path.join(self._theme.folder, "locales", f"{language}.po")
        shown = os.path.relpath(path, self._root).replace(os.sep, "/")
        former = _read(path, shown) if os.path.isfile(path) else ""
        below = self._words_below(language)
        head = _HEADER.match(former)
        header = head[0] if head else _header(language, below.forms, self._theme.name)
        own = _catalogue(former or header, language)
        kept = {_key(message) for message in own if any(_forms_of(message))}
        own.update(
            self._wanted(own, lambda key: has_all or key in kept or key not in below, below),
            update_header_comment=False,
            update_creation_date=False,
        )
        for key in [key for key, message in own.obsolete.items() if not any(_forms_of(message))]:
            del own.obsolete[key]
        if not any(message.id for message in own) and not own.obsolete:
            return Translated(shown, former, former, 0, ())
        text = f"{header.rstrip()}\n\n{_written(own)}"
        lacking = tuple(_lacking(own, below, former, shown))
        return Translated(shown, former, text, sum(bool(message.id) for message in own), lacking)

    def _wanted(self, own: Catalog, is_wanted: Callable[[Key], bool], below: "_Words") -> Catalog:
        """Return the messages that *own* is to have, as a template of it."""
        wanted = Catalog(locale=own.locale)
        for asked in self._asked:
            if is_wanted(asked.key):
                told = [f"below: {below[asked.key]}"] if asked.key in below else []
                places = [(self._relative(place), line) for place, line in asked.places]
                wanted.add(asked.key, locations=places, auto_comments=[*asked.comments, *told])
        return wanted

    def write(self, translation: Translated) -> None:
        """Write what is to stand there; raises `UsageError` where the disk refuses."""
        self._theme.write(os.path.join(self._root, translation.path), translation.text.encode())

    def _shown(self, path: str) -> str:
        """Return *path* as the site shows it: that of a theme below from its folder's name."""
        inside = os.path.relpath(path, self._root)
        if not inside.startswith(os.pardir):
            return inside.replace(os.sep, "/")
        folder, _, rest = path.replace(os.sep, "/").rpartition("/templates/")
        return f"themes/{os.path.basename(folder)}/templates/{rest}"

    def _relative(self, place: str) -> str:
        """Return the place of a template from the site's own theme, else with the theme's name."""
        own = f"themes/{self._theme.name}/"
        return place.removeprefix(own if place.startswith(own) else "themes/")

    def _words_below(self, language: str) -> "_Words":
        """Return what the themes below say in *language*, the nearest of each; English as it is."""
        words = _Words()
        for name in (f"{language}.po", f"{language_of(language).primary}.po"):
            for path in self._theme.paths_below(f"locales/{name}"):
                text = _read(path, path)
                words.forms = words.forms or _forms(text)
                for message in _catalogue(text, language):
                    said = _forms_of(message)[-1]
                    if message.id and said and not message.fuzzy:
                        words.setdefault(_key(message), said)
        if language_of(language).primary == "en":
            for asked in self._asked:
                words.setdefault(
                    asked.key, asked.key if isinstance(asked.key, str) else asked.key[1]
                )
        return words


class _Words(dict[Key, str]):
    """Translations by their messages."""

    forms = ""
    """The line of the header that counts."""


def _lacking(own: Catalog, below: _Words, former: str, path: str) -> Iterator[Diagnostic]:
    """Yield the messages of *own* that readers see in English, where they stand in *former*."""
    lines = {_key(message): message.lineno or 0 for message in _catalogue(former, "")}
    for message in own:
        key = _key(message)
        values = {"words": (key if isinstance(key, str) else key[0])[:_SHOWN]}
        if not message.id or key in below:
            continue
        line = lines.get(key, 0)  # what is new stands nowhere yet
        place = Place(path, line, min(line, 1))
        if message.fuzzy:
            yield place.diagnostic("words-guessed", **values)
        elif not all(_forms_of(message)):
            yield place.diagnostic("words-untranslated", **values)


def _key(message: Message) -> Key:
    written: Any = message.id
    return written if isinstance(written, str) else (written[0], written[1])


def _forms_of(message: Message) -> tuple[str, ...]:
    """Return the translation, or each form of it; one that is empty where there is none."""
    said: Any = message.string
    return (said,) if isinstance(said, str) else tuple(said or ("",))


def _is_template(name: str) -> bool:
    return name.startswith("templates/")


def _messages(name: str, path: str, shown: Callable[[str], str]) -> Iterator[TemplateMessage]:
    place = shown(path)
    text, wrong = decode(read_or_nothing(path), place)
    if wrong:
        raise UsageError(*wrong)
    try:
        source = io.BytesIO(text.encode())
        method: Any = babel_extract
        extracted = list(extract(method, source, _KEYWORDS, _COMMENTS, _OPTIONS))
    except jinja2.TemplateSyntaxError as error:
        lines = text.split("\n")
        excerpt = lines[error.lineno - 1].strip() if error.lineno <= len(lines) else ""
        values = {"reason": str(error.message), "page": name, "excerpt": excerpt}
        raise UsageError(Diagnostic("template-failed", place, error.lineno, 0, values)) from error
    for line, message, comments, _ in extracted:
        key: Key = message if isinstance(message, str) else (message[0], message[1])
        yield TemplateMessage(key, ((place, line),), tuple(comments))


def _gathered(every_file: Iterator[Iterator[TemplateMessage]]) -> list[TemplateMessage]:
    """Return each message once, with all its places, and with its plural if one of them has one."""
    every: dict[str, TemplateMessage] = {}
    for message in (message for messages in every_file for message in messages):
        text = message.key if isinstance(message.key, str) else message.key[0]
        known = every.get(text, TemplateMessage(message.key, (), ()))
        key = message.key if isinstance(known.key, str) else known.key
        comments = tuple(dict.fromkeys((*known.comments, *message.comments)))
        every[text] = TemplateMessage(key, (*known.places, *message.places), comments)
    return list(every.values())


def _read(path: str, shown: str) -> str:
    """Return the text of a catalogue; raises `UsageError` where it cannot be read."""
    text, wrong = decode(read_or_nothing(path), shown)
    language = os.path.basename(path).removesuffix(".po")
    mistake = None if wrong else catalogue_mistake(text, shown, language)
    if wrong or mistake:
        raise UsageError(*wrong, *filter(None, (mistake,)))
    return text


def _catalogue(text: str, language: str) -> Catalog:
    return read_po(io.BytesIO(text.encode()), locale=_locale(language))


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-") if language else None
    except (UnknownLocaleError, ValueError):
        return None


def _forms(text: str) -> str:
    catalogue = _catalogue(text, "")
    return str(dict(catalogue.mime_headers).get("Plural-Forms", ""))


def _header(language: str, forms: str, theme: str) -> str:
    """Return the head of a new catalogue; it counts as the themes below do, or as Babel knows."""
    locale = _locale(language)
    name = (locale.english_name if locale else None) or language
    forms = forms or Catalog(locale=locale).plural_forms
    return (
        f"# {name}: words of the theme `{theme}`.\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {forms}\\n"\n'
    )


def _written(catalogue: Catalog) -> str:
    """Return the entries of *catalogue*, without its head: one keeps it as its owner wrote it."""
    result = io.BytesIO()
    write_po(result, catalogue, width=0, omit_header=True, include_lineno=False)
    return result.getvalue().decode().strip() + "\n"
