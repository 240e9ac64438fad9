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

KINDS = ("article", "section", "site")


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
    ],
    read_on="docs/authors.md",
)
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
def command(kind: str) -> None:
    """Print the JSON Schema of what authors write.

    `sitegen init` sets up VS Code with it. Elsewhere, with its YAML extension (by
    Red Hat): "yaml.schemas": {"./.vscode/schemas/site.json": "site.yaml"} in
    .vscode/settings.json. It completes site.yaml; no extension of that kind reads a
    front matter in Markdown. In a site the keys are explained in the site's language.
    """
    from sitegen.config import SiteFile
    from sitegen.engine.site_file import read_site_file
    from sitegen.scaffold.editor import schema_of

    options: dict[str, Any] | None = None
    translate: Callable[[str], str] = _
    if os.path.exists(os.path.join(root_folder(), SITE_FILE)):
        with ending_on_mistakes():
            written = SiteFile(read_site_file(root_folder()))
        translate = words_of(written.language)
        if kind == "site":
            options = _options_schema(root_folder(), written)
    schema = schema_of(kind, options, translate)
    write(json.dumps(schema, ensure_ascii=False, indent=2), is_data=True)


def _options_schema(root: str, written: "SiteFile") -> dict[str, Any]:
    """Return the options of the theme of the site at *root*; any at all if that is wrong."""
    from sitegen.theme.chain import find_chain
    from sitegen.theme.options import options_schema

    chain, wrong = find_chain(root, written.theme, written.place("theme"))
    print_diagnostics(wrong)
    return {"type": "object"} if chain is None else options_schema(chain.options)
