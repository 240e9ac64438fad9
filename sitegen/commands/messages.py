"""``sitegen messages``: what a site's own templates say, gathered for its translators."""

import sys
from typing import TYPE_CHECKING

import click

from sitegen.commands.command import DONE, EXIT_CODES, WRITTEN, Command, option
from sitegen.commands.options import ending_on_mistakes, root_folder
from sitegen.report.streams import write
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.scaffold.translating import Translated


@click.command(
    "messages",
    cls=Command,
    examples=[
        ("sitegen messages", "the catalogues that are there, and that of the site's language"),
        ("sitegen messages pl", "begin one in Polish, or bring it up to date"),
        ("sitegen messages fr --all", "also what the theme below translates, to say it otherwise"),
        ("sitegen messages --check", "in CI: exit code 1 if a word is not translated"),
    ],
    exit_codes={**EXIT_CODES, 1: "with --check: a word is not translated; the disk refuses"},
    read_on="docs/words.md",
)
@click.argument("languages", metavar="[LANGUAGE]…", nargs=-1)
@option(
    "--all", "has_all", is_flag=True, group=WRITTEN, help="Also what the themes below translate."
)
@option("--check", "is_check", is_flag=True, group=DONE, help="Write nothing; tell what lacks.")
def command(languages: tuple[str, ...], has_all: bool, is_check: bool) -> None:
    """Bring the catalogues of a site's own words up to date.

    What the theme's templates say is gathered, and written to
    themes/THEME/locales/LANGUAGE.po: what no theme below says in that language.
    Translations that are there stay. Where a text was changed, the former
    translation is kept as a guess, which readers are not shown.
    """
    from sitegen.config import SiteFile
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.errors import UsageError
    from sitegen.report.diagnostics import print_diagnostics
    from sitegen.scaffold.themes import OwnTheme
    from sitegen.scaffold.translating import CatalogueWriter
    from sitegen.theme.chain import find_chain

    root = root_folder()
    with ending_on_mistakes():
        written = SiteFile(read_site_file(root))
        chain, wrong = find_chain(root, written.theme, written.place("theme"))
        if chain is None:
            raise UsageError(*wrong)
        translator = CatalogueWriter(root, OwnTheme(root, chain))
        chosen = dict.fromkeys(languages or (*translator.languages(), *written.languages))
        translations = [
            translator.bring_up_to_date(language, has_all=has_all) for language in chosen
        ]
        for translation in translations:
            if translation.is_changed and not is_check:
                translator.write(translation)
    for translation in translations:
        write(_told(translation))
    if is_check:
        print_diagnostics([lack for translation in translations for lack in translation.lacking])
        if any(translation.lacking for translation in translations):
            sys.exit(1)


def _told(translation: "Translated") -> str:
    """Return what there is in a catalogue, in a line."""
    if not translation.text:
        return _("{file}: nothing to translate, the themes below have all words").format(
            file=visible(translation.path)
        )
    number = translation.messages
    words = ngettext("{number} message", "{number} messages", number).format(number=number)
    line = _("{file}: {messages}, {lacking} to translate")
    return line.format(
        file=visible(translation.path), messages=words, lacking=len(translation.lacking)
    )
