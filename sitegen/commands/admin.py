"""``sitegen admin``: the editing page, for a repository on a host of code."""

import sys

import click

from sitegen.commands.command import EXIT_CODES, Command, option
from sitegen.commands.options import build_options, ending_on_mistakes, root_folder
from sitegen.report.streams import write
from sitegen.wording.translation import _, ngettext


@click.command(
    "admin",
    cls=Command,
    examples=[
        ("sitegen admin", "before each build that publishes, as the CI file of init does"),
        ("sitegen admin --check", "whether the page is the one of today's settings"),
    ],
    exit_codes={**EXIT_CODES, 1: "the page is another (--check), or cannot be written"},
    read_on="docs/editing.md",
)
@option("--check", "is_check", is_flag=True, help="Write nothing; end with 1 if it would.")
def command(is_check: bool) -> None:
    """Make the page on which texts are written in a browser.

    It stands in content/admin/, and is published with the site, at /admin/. Texts
    go from the browser straight to the repository that `editing:` in site.yaml
    names, under the account of whoever writes. Its forms are the site's own keys;
    of the site it holds what is public, no more. Write it anew when keys, sections
    or settings changed: what is the same is left alone.

    On this machine no repository is needed: sitegen serve --edit.
    """
    from sitegen.editing.writing import page_of, write_page
    from sitegen.engine.build import look

    root = root_folder()
    with ending_on_mistakes():
        page = look(build_options(None), page_of)
        changed = write_page(root, page, is_check=is_check)
    if not changed:
        write(_("{folder}: nothing to do.").format(folder=page.folder))
        return
    counted = ngettext("{number} file written", "{number} files written", len(changed))
    if is_check:
        counted = ngettext("{number} file would be", "{number} files would be", len(changed))
    counted = counted.format(number=len(changed))
    write(_("{folder}: {files}").format(folder=page.folder, files=counted))
    if is_check:
        sys.exit(1)
