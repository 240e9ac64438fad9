"""What sitegen says to authors, in the language of their locale.

The environment chooses (LANGUAGE, LC_ALL, LC_MESSAGES, LANG, as gettext has it); English stands in
the code. What readers of a *site* see is another matter: see `rendering/messages.py`.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

FOLDER = Path(__file__).parent / "locales"
"""`<language>/LC_MESSAGES/sitegen.po`, and the `.mo` that scripts/compile_words.py makes of it."""


@cache
def _catalogue() -> "NullTranslations":
    from gettext import translation

    return translation("sitegen", FOLDER, fallback=True)


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

    bindtextdomain("sitegen", str(FOLDER))
    textdomain("sitegen")
