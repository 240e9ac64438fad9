"""What sitegen says to authors, in the language of their locale.

The environment chooses (LANGUAGE, LC_ALL, LC_MESSAGES, LANG, as gettext has it; on Windows, where
none is set, its own language); English stands in the code. What readers of a *site* see is another
matter: see `rendering/words/messages.py`.
"""

import os
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locales")
"""`<language>/LC_MESSAGES/sitegen.po`, and the `.mo` that scripts/compile_words.py makes of it."""


@cache
def _catalogue() -> "NullTranslations":
    from gettext import NullTranslations, translation

    locale = _locale()
    if _is_untranslated(locale):
        return NullTranslations()
    languages = None if locale or os.environ.get("LANGUAGE") else _system_languages()
    return translation("sitegen", FOLDER, languages, fallback=True)


def _locale() -> str:
    chosen = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, chosen), "")


def _is_untranslated(locale: str) -> bool:
    """Whether LANGUAGE counts for nothing, as in GNU's gettext: `C`, and `C.UTF-8` with it."""
    return locale.partition(".")[0] in ("C", "POSIX")


def _system_languages() -> list[str] | None:
    """Return the language of Windows, which sets no variables; None elsewhere."""
    if sys.platform != "win32":
        return None
    import ctypes
    from locale import windows_locale

    name = windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return [name] if name else None


def words_file(language: str) -> bytes:
    """Return what `words_of` *language* reads, compiled; empty where it is English."""
    from gettext import find

    path = find("sitegen", FOLDER, [language])
    if not path:
        return b""
    with open(path, "rb") as file:
        return file.read()


def words_of(language: str) -> Callable[[str], str]:
    """Return what translates a text into *language*, as `_` does into the user's."""
    from gettext import translation

    return translation("sitegen", FOLDER, [language], fallback=True).gettext


def _(text: str) -> str:
    """The *text* in the language of the user; itself where nobody has translated it."""
    return _catalogue().gettext(text) if text else ""


def ngettext(one: str, many: str, number: int) -> str:
    """The form of *one* or *many* that goes with *number*, in the language of the user."""
    return _catalogue().ngettext(one, many, number)


def translate_libraries() -> None:
    """Have libraries that ask gettext for their own words (click) find them in our catalogue.

    It is the default domain of the process, which belongs to the program that runs: so only the
    command line calls this.
    """
    from gettext import bindtextdomain, textdomain

    locale = _locale()
    if _is_untranslated(locale):  # the standard library would obey LANGUAGE, and mix two languages
        return
    if not locale and (languages := _system_languages()):
        os.environ.setdefault("LANGUAGE", languages[0])
    bindtextdomain("sitegen", FOLDER)
    textdomain("sitegen")
