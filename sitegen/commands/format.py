"""``sitegen format``: documents in one form, so that changes show what was changed."""

import difflib
import os
import sys
from collections.abc import Iterator

import click

from sitegen.commands.command import DONE, EXIT_CODES, SHOWN, Command, option
from sitegen.commands.completing import complete_files
from sitegen.commands.options import ending_on_mistakes, root_folder
from sitegen.report.streams import write
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible


@click.command(
    "format",
    cls=Command,
    examples=[
        ("sitegen format", "all documents"),
        ("sitegen format content/news", "those of a folder; or name files"),
        ("sitegen format --diff", "what would change, and nothing written"),
        ("sitegen format --check", "in CI: exit code 1 if a document is not in form"),
    ],
    exit_codes={**EXIT_CODES, 1: "with --check: a document is not in form; the disk refuses"},
    read_on="docs/authors.md",
)
@click.argument("paths", metavar="[PATH]…", nargs=-1, shell_complete=complete_files)
@option("--check", "is_check", is_flag=True, group=DONE, help="Write nothing; name the documents.")
@option("--diff", "is_diff", is_flag=True, group=SHOWN, help="Write nothing; show each change.")
def command(paths: tuple[str, ...], is_check: bool, is_diff: bool) -> None:
    """Bring documents into one form. Readers see the same as before.

    Keys of the front matter in the order of the reference, quotes where they are
    needed, one empty line between paragraphs, `-` for lists, tables in columns.
    Comments stay with the key below them. A document is rendered before and after:
    what would show otherwise is left as it stands, and so is one with mistakes.
    """
    from sitegen.engine.configuring import load_config
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.formatting.files import format_files, write_text

    root = root_folder()
    changed, number = 0, 0
    with ending_on_mistakes():
        configuration = load_config(root, read_site_file(root))
        for file in format_files(root, configuration, paths):
            number += 1
            shown = visible(file.path.replace(os.sep, "/"))
            if file.formatted.outcome == "with mistakes":
                write(_("{file}: left alone, it has mistakes").format(file=shown), sys.stderr)
            elif file.formatted.outcome == "in part":
                line = _("{file}: a part would show otherwise in another form, and stays")
                write(line.format(file=shown), sys.stderr)
            if not file.is_changed:
                continue
            changed += 1
            write(shown)
            if is_diff:
                for line in _differences(file.former, file.formatted.text, shown):
                    write(visible(line))
            elif not is_check:
                write_text(os.path.join(root, file.path), file.former, file.formatted.text)
    word = ngettext("{number} document", "{number} documents", number).format(number=number)
    line = _("{documents}, {changed} brought into form")
    if is_check or is_diff:
        line = _("{documents}, {changed} not in form")
    write(line.format(documents=word, changed=changed), sys.stderr)
    if changed and is_check:
        sys.exit(1)


def _differences(former: bytes, text: str, path: str) -> Iterator[str]:
    lines = former.decode("utf-8", "replace").splitlines()
    yield from difflib.unified_diff(lines, text.splitlines(), path, path, lineterm="")
