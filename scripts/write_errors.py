#!/usr/bin/env python3
"""Write docs/errors.md from the catalogue and the examples that the tests run.

    python scripts/write_errors.py [--check]

With --check nothing is written: exit code 1 says that the page is out of date.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from sitegen.catalogue import MESSAGES, STRICT_CHECKS  # noqa: E402
from sitegen.errors import Diagnostic  # noqa: E402
from sitegen.report.diagnostics import format_diagnostic  # noqa: E402
from tests.messages.example import TOLD, Example, examples  # noqa: E402

PAGE = PROJECT / "docs" / "errors.md"
YAML = "YAML, JSON, CSV and front matter"
FAMILIES = {
    "Files and encodings": ("SG001", "SG008"),
    YAML: ("SG010", "SG021"),
    "Keys and values": ("SG030", "SG047"),
    "Settings of the site": ("SG050", "SG058"),
    "Links, addresses and texts": ("SG060", "SG075"),
    "Themes": ("SG080", "SG081"),
    "Building, publishing, clusters": ("SG090", "SG102"),
    "Security and accessibility": ("SG103", "SG106"),
    "Events and calendars": ("SG110", "SG115"),
    "Images and search": ("SG120", "SG128"),
    "Shortcodes": ("SG132", "SG141"),
    "Options and chains of themes": ("SG142", "SG149"),
    "The preview": ("SG150", "SG151"),
    "New sites and documents": ("SG152", "SG159"),
    "Advice of `sitegen check`": ("SG160", "SG179"),
    "The output, looked through": ("SG180", "SG199"),
    "HTML in texts": ("SG200", "SG205"),
    "More": ("SG206", "SG999"),
}
"""Headings, and the first and last identifier below each."""
SETTINGS = ("SG126", "SG127", "SG129", "SG215", "SG216", "SG217", "SG218", "SG223")
LINKS = ("SG206", "SG208", "SG209", "SG212", "SG213", "SG220", "SG222", "SG244")
ELSEWHERE = {
    **dict.fromkeys(("SG095", "SG107"), "Building, publishing, clusters"),
    **dict.fromkeys(SETTINGS, "Settings of the site"),
    "SG219": "New sites and documents",
    "SG224": "The output, looked through",
    **dict.fromkeys(LINKS, "Links, addresses and texts"),
    **dict.fromkeys(("SG210", "SG211"), "Themes"),
    **dict.fromkeys(("SG207", "SG233", "SG234", "SG245"), "Keys and values"),
    **dict.fromkeys(("SG221", "SG225", "SG226", *(f"SG{n}" for n in range(235, 244))), YAML),
}
"""Identifiers that came later than their family."""
EVENTS = ("SG067", "SG068", "SG069", "SG070", "SG071", "SG072", "SG214", "SG246")
TOP = """---
title: What sitegen says, and what to do
summary: Every message by its identifier, with an example and its mend.
weight: 55
kind: Reference
---

# What sitegen says, and what to do

<!-- Written by scripts/write_errors.py from sitegen/catalogue/ and tests/messages/examples: edit those. -->

Each message ends with its identifier, such as `[SG031]`. Here is each one with an example: what was
written, what sitegen says of it, and what mends it. The wording follows your locale, English or French
(`LANG=fr_FR.UTF-8`); identifiers are the same in all languages and never change their meaning.

An **error** makes `sitegen build` and `sitegen check` end with exit code 1 (2 where nothing could be built
at all). What could be built is built, and pages with errors stay as they were published. A **warning**
changes no exit code, but with `--strict`.
"""  # noqa: E501


def family_of(identifier: str) -> str:
    if identifier in EVENTS:
        return "Events and calendars"
    if identifier in ELSEWHERE:
        return ELSEWHERE[identifier]
    return next(name for name, (first, last) in FAMILIES.items() if first <= identifier <= last)


def page() -> str:
    """Return the page as it should be; runs every example."""
    families: dict[str, list[str]] = {name: [] for name in FAMILIES}
    shown = {one.code: one for one in examples()}
    for code in sorted(MESSAGES, key=lambda code: MESSAGES[code].id):
        families[family_of(MESSAGES[code].id)].append(code)
    families = {name: codes for name, codes in families.items() if codes}
    contents = "\n".join(
        f"- [{name}](#{name.lower().translate(_ANCHOR)}): "
        + " ".join(f"[{MESSAGES[one].id}](#{MESSAGES[one].id.lower()})" for one in codes)
        for name, codes in families.items()
    )
    parts = [TOP, contents]
    for name, codes in families.items():
        parts.append(f"## {name}")
        parts += (section(shown[code]) for code in codes)
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


_ANCHOR = str.maketrans(" ", "-", ".,`")


def section(example: Example) -> str:
    message = MESSAGES[example.code]
    level = message.severity
    if example.code in STRICT_CHECKS:
        level = "warning; an error for `sitegen check`"  # type: ignore[assignment]
    title = message.text.replace("{where}", "").replace("{{", "{").replace("}}", "}")
    lines = [
        f'<a id="{message.id.lower()}"></a>',
        f"### {message.id} {title}",
        f"*{level[0].upper()}{level[1:]}.* {example.about}",
    ]
    if example.test:
        sample = example.written.get("sample", {})
        said = format_diagnostic(Diagnostic(example.code, values=sample))
    else:
        if example.identifier not in TOLD:
            with tempfile.TemporaryDirectory() as folder:
                example.run(Path(folder))
        said = TOLD[example.identifier].strip("\n")
        lines += written(example.written.get("first") or {}, "Published before")
        lines += written(example.files, "")
    command = " ".join(["sitegen", *example.command])
    shown = f"$ {command}\n{said}" if not example.test else said
    lines.append(fenced(shown, "text"))
    lines += written(example.mended, "Mended")
    if example.mended_command != example.command:
        lines.append(f"Mended: `{' '.join(['sitegen', *example.mended_command])}`")
    if example.mend:
        lines.append(f"Mended: {example.mend.strip()}")
    if near := related(example.code):
        lines.append("See also " + ", ".join(near) + ".")
    return "\n\n".join(lines)


def related(code: str) -> list[str]:
    """Return links to the messages of the same name with and without a suggestion."""
    twin = code.removesuffix("-near") if code.endswith("-near") else f"{code}-near"
    if twin not in MESSAGES:
        return []
    return [f"[{MESSAGES[twin].id}](#{MESSAGES[twin].id.lower()})"]


def written(files: dict[str, Any], label: str) -> list[str]:
    """Return the files as blocks of code, each under its name."""
    blocks = []
    for path, content in files.items():
        name = f"{label}: `{path}`" if label else f"`{path}`"
        if isinstance(content, str):
            language = path.rpartition(".")[2]
            language = {"md": "yaml", "csv": "text"}.get(language, language)
            shown = content.replace("\r\n", "\n").rstrip()
            blocks.append(f"{name}\n\n{fenced(shown, language)}")
        else:
            blocks.append(f"{name} {described(content)}")
    return blocks


def described(content: dict[str, Any] | None) -> str:
    """Return words for a file that cannot be shown."""
    if content is None:
        return "is not there."
    if "link" in content:
        return f"is a symbolic link to `{content['link']}`."
    if "pipe" in content:
        return "is a named pipe."
    if "copy" in content:
        return (
            f"holds the first {content['bytes']} bytes of an image."
            if "bytes" in content
            else ("is the whole image.")
        )
    if "times" in content:
        begin = content.get("before", "")
        begin = f"begins with {inline(begin)}, then " if begin else ""
        return f"{begin}holds {inline(content['text'])} {content['times']} times."
    return f"is saved with the encoding {content['encoding'].upper()}: {inline(content['text'])}"


def inline(text: str) -> str:
    return f"`{text.strip().replace(chr(10), '⏎')}`"


def fenced(text: str, language: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}{language}\n{text}\n{fence}"


def main() -> int:
    found = page()
    if "--check" in sys.argv[1:]:
        return int(PAGE.read_text(encoding="utf-8") != found)
    PAGE.write_text(found, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
