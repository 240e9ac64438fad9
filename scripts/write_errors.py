#!/usr/bin/env python3
"""Write docs/errors.md and docs/erreurs.md from the catalogue and the examples that the tests run.

    python scripts/write_errors.py [--check]

With --check nothing is written: exit code 1 says that a page is out of date.
"""

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from scripts import errors_french as french  # noqa: E402
from sitegen.catalogue import FAMILIES, MESSAGES, STRICT_CHECKS  # noqa: E402
from sitegen.errors import Diagnostic  # noqa: E402
from sitegen.report.diagnostics import format_diagnostic  # noqa: E402
from sitegen.wording.translation import words_of  # noqa: E402
from tests.messages.example import TOLD, Example, examples  # noqa: E402

PAGE = PROJECT / "docs" / "errors.md"
FRENCH_PAGE = PROJECT / "docs" / "erreurs.md"
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
at all). What is in error stands as it was published, in its page and in all that tells of it: lists, feeds,
calendars, menus and search; what was changed soundly beside it is published, and what is new and in error is
left out and linked from nowhere. Where a build cannot tell these apart it writes nothing ([SG271](#sg271)). A
**warning** changes no exit code, but with `--strict`.
"""  # noqa: E501


def page() -> str:
    """Return the page as it should be; runs every example."""
    shown = {example.code: example for example in examples()}
    return _page(TOP, {name: name for name in FAMILIES}, lambda code: section(shown[code]))


def french_page() -> str:
    """Return the page in French: what it says of a message is the program's own."""
    shown = {example.code: example for example in examples()}
    return _page(french.TOP, french.FAMILIES, lambda code: french_section(shown[code]))


def _page(top: str, names: dict[str, str], shown: Callable[[str], str]) -> str:
    families = {
        names[name]: sorted(family, key=lambda code: MESSAGES[code].id)
        for name, family in FAMILIES.items()
    }
    contents = "\n".join(
        f"- [{name}](#{name.lower().translate(_ANCHOR)}): "
        + " ".join(f"[{MESSAGES[code].id}](#{MESSAGES[code].id.lower()})" for code in codes)
        for name, codes in families.items()
    )
    parts = [top, contents]
    for name, codes in families.items():
        parts.append(f"## {name}")
        parts += map(shown, codes)
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


def french_section(example: Example) -> str:
    """Return what a message says in French, and the files that it is said of."""
    message, words = MESSAGES[example.code], words_of("fr")
    text = words(message.text).replace("{where}", "").replace("{{", "{").replace("}}", "}")
    level = french.SEVERITIES[message.severity]
    level = french.CHECKED if example.code in STRICT_CHECKS else level
    hint = words(message.hint).replace("{{", "{").replace("}}", "}") if message.hint else ""
    lines = [
        f'<a id="{message.id.lower()}"></a>',
        f"### {message.id} {_as_said(text)}",
        f"*{level}.* {_as_said(hint)}".strip(),
    ]
    lines += map(_in_french, written(example.written.get("first") or {}, "Published before"))
    lines += map(_in_french, written(example.files, ""))
    lines += map(_in_french, written(example.mended, "Mended"))
    lines.append(f"[{french.MORE}](errors.md#{message.id.lower()})")
    return "\n\n".join(lines)


def _as_said(text: str) -> str:
    """Return *text* as Markdown that shows it as it is; what stands in backticks is code."""
    around = text.split("`")
    around[::2] = (re.sub(r"([\[\]()<*_#!])", r"\\\1", part) for part in around[::2])
    return "`".join(around)


def _in_french(block: str) -> str:
    """Return *block* with the words of its first line, but what stands in backticks, in French."""
    line, end, rest = block.partition("\n")
    around = line.split("`")
    for number in range(0, len(around), 2):
        for said, french_words in french.WRITTEN.items():
            around[number] = re.sub(rf"\b{re.escape(said)}", french_words, around[number])
    return "`".join(around).replace(": `", " : `") + end + rest


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
    pages = {PAGE: page(), FRENCH_PAGE: french_page()}
    if "--check" in sys.argv[1:]:
        return int(any(path.read_text(encoding="utf-8") != text for path, text in pages.items()))
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
