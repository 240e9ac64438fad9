"""``sitegen schema``: the keys of the front matter and of ``site.yaml``, for editors."""

import json
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from sitegen.commands.command import EXIT_CODES, Command
from sitegen.commands.options import ending_on_mistakes, root_folder
from sitegen.names import SITE_FILE
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.streams import write
from sitegen.wording.translation import _, words_of

if TYPE_CHECKING:
    from sitegen.config import SiteFile
    from sitegen.theme.chain import ThemeChain

KINDS = ("article", "section", "site", "snippets")


@click.command(
    "schema",
    cls=Command,
    exit_codes={code: EXIT_CODES[code] for code in (0, 2)},
    examples=[
        ("sitegen schema article", "front matter of an article or a page"),
        ("sitegen schema section", "that of a section's _index.md"),
        (
            "sitegen schema site > .vscode/schemas/site.json",
            "site.yaml; in a site, with its theme's options",
        ),
        (
            "sitegen schema snippets > .vscode/sitegen.code-snippets",
            "keys and shortcodes for VS Code, those of the site's theme too",
        ),
    ],
    read_on="docs/authors.md",
)
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
def command(kind: str) -> None:
    """Print the JSON Schema of what authors write, or snippets of it.

    `sitegen init` sets up VS Code with it. Elsewhere, with its YAML extension (by
    Red Hat): "yaml.schemas": {"./.vscode/schemas/site.json": "site.yaml"} in
    .vscode/settings.json. It completes site.yaml; no extension of that kind reads a
    front matter in Markdown. In a site the keys are explained in the site's language.
    """
    from sitegen.config import SiteFile
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.scaffold.editor import schema_of, snippets

    chain: ThemeChain | None = None
    is_site = False
    translate: Callable[[str], str] = _
    if os.path.exists(os.path.join(root_folder(), SITE_FILE)):
        with ending_on_mistakes():
            written = SiteFile(read_site_file(root_folder()))
        translate = words_of(written.language)
        is_site = True
        if kind in ("site", "snippets"):
            chain = _chain(root_folder(), written)
    if kind == "snippets":
        declared = chain.shortcodes if chain else ()
        if is_site:
            from sitegen.engine.plugins import shortcodes_of_plugins

            declared += shortcodes_of_plugins(root_folder(), written)
        schema = snippets(declared, translate)
    else:
        options = _options_schema(chain) if is_site and kind == "site" else None
        schema = schema_of(kind, options, translate)
    write(json.dumps(schema, ensure_ascii=False, indent=2), is_data=True)


def _chain(root: str, written: "SiteFile") -> "ThemeChain | None":
    """Return the theme of the site at *root* and those that it extends; what is wrong is told."""
    from sitegen.theme.chain import find_chain

    chain, wrong = find_chain(root, written.theme, written.place("theme"))
    print_diagnostics(wrong)
    return chain


def _options_schema(chain: "ThemeChain | None") -> dict[str, Any]:
    """Return the options of a theme; any at all if it is wrong."""
    from sitegen.theme.options import options_schema

    return {"type": "object"} if chain is None else options_schema(chain.options)
