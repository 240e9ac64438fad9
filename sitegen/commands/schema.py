"""``sitegen schema``: the keys of the front matter and of ``site.yaml``, for editors."""

import json

import click

from sitegen.report import write

KINDS = ("article", "section", "site")


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS))
def command(kind: str) -> None:
    """Print the JSON Schema of what authors write.

    \b
    article   the front matter of an article or a page
    section   that of a section's _index.md
    site      site.yaml

    \b
    For VS Code (extension YAML, by Red Hat):
      sitegen schema site > .vscode/site.json
      "yaml.schemas": {".vscode/site.json": "site.yaml"}   in .vscode/settings.json
    """
    import msgspec

    from sitegen.border.schema import document_schema
    from sitegen.config import SiteConfig
    from sitegen.model import FrontMatter, SectionFrontMatter

    kinds: dict[str, tuple[type[msgspec.Struct], str]] = {
        "article": (FrontMatter, "Front matter of an article or a page"),
        "section": (SectionFrontMatter, "Front matter of a section's _index.md"),
        "site": (SiteConfig, "site.yaml of a sitegen hub"),
    }
    struct, title = kinds[kind]
    write(json.dumps(document_schema(struct, title), ensure_ascii=False, indent=2))
