"""``sitegen theme``: what themes there are, and a site's own, begun and kept up to date."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from sitegen.commands.command import DONE, EXIT_CODES, Command, option
from sitegen.commands.options import build_options, ending_on_mistakes, root_folder
from sitegen.report.streams import write
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.engine.opening import OpenSite
    from sitegen.errors import Diagnostic
    from sitegen.theme.chain import ThemeChain

ACTIONS = ("list", "new", "copy", "diff", "check")
_TEXT = """\
name: {name}
version: "1.0"
description: ""
# {extends_words}
extends: {extends}
# {options_words}
options:
  # accent: {{default: "#c2185b"}}
"""


@click.command(
    "theme",
    cls=Command,
    examples=[
        ("sitegen theme list", "the themes that the site could choose; its own has a star"),
        ("sitegen theme new mairie", "begin one that extends the site's, in themes/mairie/"),
        ("sitegen theme copy parts/footer.html", "copy a template of the theme below, to change"),
        ("sitegen theme diff", "after an upgrade: what changed in what your copies hide"),
        ("sitegen theme diff --seen", "your copies are up to date now: remember it"),
        ("sitegen theme check", "what of it nothing uses, and what is wrong on any kind of page"),
    ],
    exit_codes={**EXIT_CODES, 1: "copies hide what has changed; the theme has mistakes"},
    read_on="docs/themes.md",
)
@click.argument("action", metavar="ACTION", type=click.Choice(ACTIONS))
@click.argument("names", metavar="[NAME]…", nargs=-1)
@option(
    "--seen", "is_seen", is_flag=True, group=DONE, help="With diff: remember them as looked at."
)
def command(action: str, names: tuple[str, ...], is_seen: bool) -> None:
    """List themes; begin, change and check the site's own.

    list: what could stand under `theme:`, with those that pip installed. new NAME:
    a theme of the site's own that extends the present one. copy FILE: a template
    or static file of the theme below, into the site's folder. diff [FILE]: what
    changed in the files below since they were copied. check: blocks, templates,
    words and options of your theme that nothing uses; then every kind of page, of
    a sample site in your theme: templates that fail, links, HTML, and, with the
    extra `theme` and a chromium, contrast and the rules of axe.
    """
    if action in ("new", "copy") and not names:
        raise click.UsageError(
            _("Name what is meant: sitegen theme {action} …").format(action=action)
        )
    if action in ("list", "check") and names:
        raise click.UsageError(_("sitegen theme {action} takes no name.").format(action=action))
    if is_seen and action != "diff":
        raise click.UsageError(_("--seen goes with diff."))
    from sitegen.config import SiteFile
    from sitegen.engine.configuring import load_config
    from sitegen.engine.site_yaml import read_site_file

    root = root_folder()
    with ending_on_mistakes():
        raw = read_site_file(root)
        if action == "list":
            return _list(root, SiteFile(raw).theme)
        if action == "check":
            return _check()
        chain = load_config(root, raw).chain
        if action == "new":
            return _begin(root, chain, names)
        if action == "copy":
            return _copy(root, chain, names)
        return _compare(root, chain, names, is_seen=is_seen)


def _list(root: str, chosen: str) -> None:
    from sitegen.errors import Place
    from sitegen.theme.chain import find_chain
    from sitegen.theme.folders import known_themes

    for name in known_themes(root):
        chain, wrong = find_chain(root, name, Place("", 0, 0))
        parts = [f"* {name}" if name == chosen else f"  {name}"]
        if chain is None:
            parts.append(_("mistakes: {number}").format(number=len(wrong)))
        else:
            parts += [chain.version] if chain.version else []
            parts += [" → ".join(chain.names[1:])] if chain.names[1:] else []
            parts += [_(chain.description)] if chain.description else []
        write(visible("  ".join(parts)))


def _begin(root: str, chain: "ThemeChain", names: Sequence[str]) -> None:
    from sitegen.scaffold.themes import OwnTheme

    text = _TEXT.format(
        name=names[0],
        extends=chain.names[0],
        extends_words=_("What this theme lacks is that one's."),
        options_words=_("What a site may choose: a name, and below it type, default, description."),
    )
    path = OwnTheme(root, chain).begin(names[0], text)
    write(os.path.relpath(path, root))
    line = _("Choose it in site.yaml: `theme: {name}`. Then: sitegen theme copy parts/footer.html")
    write(line.format(name=names[0]), sys.stderr)


def _copy(root: str, chain: "ThemeChain", names: Sequence[str]) -> None:
    from sitegen.scaffold.themes import OwnTheme

    theme = OwnTheme(root, chain)
    for name in names:
        write(os.path.relpath(theme.copy(name), root))


def _compare(root: str, chain: "ThemeChain", names: Sequence[str], *, is_seen: bool) -> None:
    from sitegen.scaffold.themes import OwnTheme

    theme = OwnTheme(root, chain)
    theme_files = [
        file
        for file in theme.hidings()
        if not names or file.name in names or file.name.removeprefix("templates/") in names
    ]
    news = [file for file in theme_files if file.has_news]
    for file in news:
        if is_seen:
            theme.note_seen(file)
        elif file.copied is None:
            line = _("{name}: nobody noted what it was copied from; look, then: --seen")
            write(line.format(name=visible(file.name)))
        else:
            for line in file.differences():
                write(visible(line))
    word = ngettext(
        "{number} file hides one below", "{number} files hide one below", len(theme_files)
    )
    line = _("{files}; changed since: {news}")
    files = word.format(number=len(theme_files))
    write(line.format(files=files, news=len(news)), sys.stderr)
    if news and not is_seen:
        sys.exit(1)


def _check() -> None:
    from sitegen.catalogue import severity
    from sitegen.checking.overrides import check_overrides
    from sitegen.checking.specimen.check import check_specimen
    from sitegen.checking.theme_options import check_left_out, check_options
    from sitegen.checking.theme_syntax import check_syntax
    from sitegen.engine.build import look
    from sitegen.errors import placed, unique
    from sitegen.report.formats import print_findings
    from sitegen.report.progress import ProgressBar

    def ask(site: "OpenSite") -> list["Diagnostic"]:
        wrong = [
            diagnostic for diagnostic in site.diagnostics if diagnostic.path.startswith("themes/")
        ]
        wrong = _with_new(wrong, check_syntax(site))
        wrong += [*check_overrides(site), *check_options(site), *check_left_out(site)]
        return unique(_with_new(wrong, check_specimen(site, bar.advance)))

    with ProgressBar() as bar:
        diagnostics = placed(look(build_options(None), ask), "content")
    print_findings(diagnostics, "text", root=root_folder())
    if any(severity(diagnostic) != "note" for diagnostic in diagnostics):
        sys.exit(1)


def _with_new(wrong: list["Diagnostic"], others: Iterable["Diagnostic"]) -> list["Diagnostic"]:
    """Return *wrong*, and of *others* those at lines of which nothing is told yet."""
    told = {(mistake.path, mistake.line) for mistake in wrong if mistake.line}
    return [*wrong, *(mistake for mistake in others if (mistake.path, mistake.line) not in told)]
