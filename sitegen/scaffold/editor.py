"""What VS Code is given: schemas of what authors write, keys to choose from, the task that checks.

Its YAML extension (redhat.vscode-yaml) completes and checks `site.yaml` by a schema. It knows
nothing of a front matter in Markdown, and no line in the file changes that: there the keys are
snippets, which VS Code itself offers on Ctrl+Space, and mistakes come from `sitegen check`, whose
lines the task turns into marks in the text.
"""

import json
import re
from collections.abc import Callable
from typing import Any

import msgspec

from sitegen.border.schema import document_schema
from sitegen.config import SiteConfig
from sitegen.markup.shortcodes.declared import known_shortcodes
from sitegen.markup.shortcodes.shortcode import Shortcode
from sitegen.markup.values import DeclaredShortcode
from sitegen.model import FrontMatter, SectionFrontMatter
from sitegen.wording.translation import _, words_of

SCHEMA_KINDS: dict[str, tuple[type[msgspec.Struct], str]] = {
    "article": (FrontMatter, "Front matter of an article or a page"),
    "section": (SectionFrontMatter, "Front matter of a section's _index.md"),
    "site": (SiteConfig, "site.yaml of a sitegen hub"),
}
FOLDER = ".vscode"
_BODIES = {
    "event": ("event:", "  start: ${1:YYYY-MM-DD HH:MM}", "  end: ${2:HH:MM}",
              "  location: $0"),
    "image": ("image:", "  src: ${1:photo.jpg}", "  alt: $2", "  credit: $0"),
    "source": ("source:", "  name: $1", "  url: $0"),
    "repeat": ("repeat: {rrule: \"${1:FREQ=MONTHLY;COUNT=6}\"}",),
}  # fmt: skip
"""What is written for keys that hold others."""


def schema_of(
    kind: str,
    theme_options: dict[str, Any] | None = None,
    translate: Callable[[str], str] = _,
) -> dict[str, Any]:
    """Return the JSON Schema of *kind*, a key of `SCHEMA_KINDS`, with the options of a theme.

    *translate* gives the words in which editors explain the keys.
    """
    struct, title = SCHEMA_KINDS[kind]
    schema = document_schema(struct, title)
    if theme_options is not None:
        schema["properties"]["theme_options"] = theme_options
    translated: dict[str, Any] = _with_words(schema, translate)
    return translated | {"title": translate(title)}


def _with_words(schema: Any, translate: Callable[[str], str]) -> Any:
    """Return *schema* with its descriptions, at every depth, as *translate* gives them."""
    if isinstance(schema, list):
        return [_with_words(part, translate) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: translate(value)
        if key == "description" and isinstance(value, str)
        else _with_words(value, translate)
        for key, value in schema.items()
    }


def editor_files(theme_options: dict[str, Any], language: str) -> dict[str, str]:
    """Return the files of `.vscode/` by their path in the site's folder, in words of *language*."""
    translate = words_of(language)
    schemas = {kind: schema_of(kind, translate=translate) for kind in ("article", "section")}
    schemas["site"] = schema_of("site", theme_options, translate)
    files: dict[str, Any] = {f"schemas/{kind}.json": schemas[kind] for kind in SCHEMA_KINDS}
    files["settings.json"] = {
        "yaml.schemas": {f"./{FOLDER}/schemas/site.json": "site.yaml"},
        "search.exclude": {"output": True, ".sitegen": True},
        "[markdown]": {"editor.wordWrap": "on", "files.trimTrailingWhitespace": False},
    }
    files["extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    files["tasks.json"] = _tasks()
    files["sitegen.code-snippets"] = snippets((), translate)
    return {
        f"{FOLDER}/{name}": json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        for name, value in files.items()
    }


def snippets(
    shortcodes: tuple[DeclaredShortcode, ...], translate: Callable[[str], str] = _
) -> dict[str, Any]:
    """Return VS Code's snippets: keys of an article, and each shortcode, *shortcodes* included."""
    keys = _snippets(schema_of("article", translate=translate))
    known = known_shortcodes(shortcodes)
    described = {shortcode.name: shortcode.description for shortcode in shortcodes}
    return keys | {
        f"sitegen ::: {name}": {
            "scope": "markdown",
            "prefix": f":::{name}",
            "body": _body_of(struct),
            "description": described.get(name) or struct.example,
        }
        for name, struct in known.items()
    }


def _body_of(struct: type[Shortcode]) -> list[str]:
    """Return the lines of a shortcode, as its example has them."""
    example, _then, content = struct.example.partition(", then lines such as ")
    line = content.removesuffix(", then :::")
    inside = [f"${{0:{line}}}", ":::"] if line else ["$0", ":::"] if struct.content else []
    return [_escaped(example), *inside]


def _escaped(text: str) -> str:
    return re.sub(r"([$}\\])", r"\\\1", text)


def _snippets(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a snippet for each key of an article, and for those of its event."""
    event = schema["definitions"]["EventFields"]["properties"]
    inner = {key: event[key] for key in ("type", "online", "status", "registration", "repeat")}
    return {
        f"sitegen {key}": {
            "scope": "markdown",
            "prefix": key,
            "body": list(_BODIES.get(key, (f"{key}: {_choices(described) or '$0'}",))),
            "description": described["description"],
        }
        for key, described in {**schema["properties"], **inner}.items()
    }


def _choices(described: dict[str, Any]) -> str:
    """Return the words that may stand behind a key, to choose from; nothing if any may."""
    for part in described.get("anyOf", [described]):
        if "enum" in part:
            words = ["true", "false"] if True in part["enum"] else part["enum"]
            return f"${{1|{','.join(words)}|}}"
    return ""


def _tasks() -> dict[str, Any]:
    def matcher(severity: str, *words: str) -> dict[str, Any]:
        named = "|".join(re.escape(word) for word in dict.fromkeys(words))
        return {
            "owner": f"sitegen-{severity}",
            "fileLocation": ["relative", "${workspaceFolder}"],
            "severity": severity,
            "pattern": {
                "regexp": rf"^(.+?):(\d+):(\d+):\s*(?:{named})\s*:\s+(.+)$",
                "file": 1, "line": 2, "column": 3, "message": 4,
            },
        }  # fmt: skip

    check = {
        "label": "sitegen check",
        "type": "process",
        "command": "sitegen",
        "args": ["check"],
        "group": {"kind": "build", "isDefault": True},
        "presentation": {"reveal": "silent"},
        "problemMatcher": [
            matcher("error", "error", "erreur", _("error")),
            matcher("warning", "warning", "avertissement", _("warning")),
        ],
    }
    return {"version": "2.0.0", "tasks": [check]}
