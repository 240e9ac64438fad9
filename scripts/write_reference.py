#!/usr/bin/env python3
"""Write docs/reference.md, its French and docs/reference-templates.md from the types that read.

``--check`` writes nothing and fails where a file is not what would be written, a key has no words
(or no French ones), or an example is not read or leaves a key out.
"""

import difflib
import inspect
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from key_reference import (
    GENERATED,
    MAPPINGS,
    ROOTS,
    WORDS,
    default_words,
    in_french,
    reference,
    structs_below,
    untranslated,
    value_words,
)

from sitegen.border.convert import Converter
from sitegen.border.schema import field_descriptions
from sitegen.border.yaml_nodes import compose
from sitegen.markup.shortcodes.values import SHORTCODES
from sitegen.rendering.view.asking import once
from sitegen.rendering.view.site import Site
from sitegen.theme.file import ThemeFile
from sitegen.theme.options import Option

PROJECT = Path(__file__).parent.parent
NOT_FOR_TEMPLATES = ("ask", "beside")


def templates_reference() -> str:
    """Return what themes let sites choose, what shortcodes take, and what `site` answers."""
    lines = [
        "---\ntitle: Reference for templates\n"
        "summary: Options of the theme, arguments of shortcodes, all that templates can ask.\n"
        "weight: 51\nkind: Reference\n---\n",
        GENERATED,
        "# Reference for templates\n",
        "How these fit together is told in [themes.md](themes.md).\n",
        "## Options of the theme `association`\n",
        "Under `theme_options:` of `site.yaml`.\n",
        "| option | value | default | what it is |",
        "|---|---|---|---|",
    ]
    path = PROJECT / "themes/association/theme.yaml"
    for name, option in ThemeFile(path.read_bytes(), path.name).declare({}).items():
        cells = (f"`{name}`", _option(option), _option_default(option), option.description)
        lines.append(f"| {' | '.join(cells)} |")
    lines += [
        "",
        "## Arguments of shortcodes\n",
        "Each is shown in [markdown.md](markdown.md#shortcodes).\n",
    ]
    for name, struct in SHORTCODES.items():
        lines += [f"### `{name}`\n", f"`{struct.example}`\n"]
        lines += ["| argument | value | default | what it is |", "|---|---|---|---|"]
        hints = typing.get_type_hints(struct)
        words = field_descriptions(struct)
        for field in msgspec.structs.fields(struct):
            told = words.get(field.name, "").replace("``", "`")
            lines.append(
                f"| `{field.name}` | {value_words(hints[field.name])} "
                f"| {default_words(field)} | {told} |"
            )
        lines.append("")
    lines += [
        "## What `site` answers\n",
        "Each is a question that sitegen remembers: a page is rendered again only when an answer\n"
        "has changed.\n",
        "| in a template | gives |",
        "|---|---|",
        *(f"| `site.{call}` | {text} |" for call, text in _methods()),
        "",
    ]
    return "\n".join(lines)


def _option(option: Option) -> str:
    chosen = ", ".join(f"`{choice}`" for choice in option.choices)
    kinds = {"colour": '`"#c2185b"`, `teal`', "boolean": WORDS[bool], "number": WORDS[int]}
    return {"choice": chosen, "choices": f"some of {chosen}"}.get(
        option.type, kinds.get(option.type, option.type)
    )


def _option_default(option: Option) -> str:
    value = option.default
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, list):
        return "all" if tuple(value) == option.choices else f"`[{', '.join(value)}]`"
    return f"`{value}`" if value else "–"


def _methods() -> Iterator[tuple[str, str]]:
    """Yield how each answer of `site` is called, and the words of its docstring."""
    for name in sorted(dir(Site)):
        member = inspect.getattr_static(Site, name)
        if name.startswith("_") or name in NOT_FOR_TEMPLATES:
            continue
        is_fact = isinstance(member, property | once)
        function = getattr(member, "fget", None) or getattr(member, "make", member)
        if not callable(function):
            continue
        text = " ".join((inspect.getdoc(function) or "").split())
        text = text.removeprefix("Return ").replace("``", "`").replace("|", "&#124;")
        call = name if is_fact else f"{name}({_parameters(function)})"
        yield call, text[:1].upper() + text[1:]


def _parameters(function: Any) -> str:
    shown = []
    for parameter in list(inspect.signature(function).parameters.values())[1:]:
        mark = {parameter.VAR_KEYWORD: "**", parameter.VAR_POSITIONAL: "*"}.get(parameter.kind, "")
        default = "" if parameter.default is parameter.empty else f"={_literal(parameter.default)}"
        shown.append(f"{mark}{parameter.name}{default}")
    return ", ".join(shown)


def _literal(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value).replace("False", "false")


def mistakes() -> Iterator[str]:
    """Yield what is wrong with the sources of the reference."""
    for struct in {struct_type: None for root in ROOTS for struct_type in structs_below(root)}:
        names = [field.encode_name for field in msgspec.structs.fields(struct)]
        words = field_descriptions(struct)
        for field in msgspec.structs.fields(struct):
            if field.name not in words:
                yield f"{struct.__name__}.{field.name} has no docstring"
        if struct not in MAPPINGS:
            yield f"{struct.__name__} has no title and example in scripts/reference_*.py"
            continue
        _title, _introduction, text = MAPPINGS[struct]
        converter = Converter(text, f"the example of {struct.__name__}", 1)
        node = compose(text, converter.path, 1, converter.diagnostics)
        if node is not None:
            converter.convert(node, struct)
            shown = [name.value for name, _ in typing.cast(Any, node).value]
            yield from (f"{converter.path} lacks `{name}`" for name in names if name not in shown)
        yield from (
            f"{diagnostic.path}:{diagnostic.line}: {diagnostic.code} {diagnostic.values}"
            for diagnostic in converter.diagnostics
        )
    yield from (f"scripts/reference_french.py lacks {text!r}" for text in untranslated())
    for struct in SHORTCODES.values():
        told = field_descriptions(struct)
        for described in msgspec.structs.fields(struct):
            if described.name not in told:
                yield f"{struct.__name__}.{described.name} has no docstring"
    yield from (f"site.{call} has no docstring" for call, text in _methods() if not text)


def main() -> int:
    if wrong := list(mistakes()):
        print(*wrong, sep="\n", file=sys.stderr)
        return 1
    status = 0
    pages: dict[str, Callable[[], str]] = {
        "reference": reference,
        "reference-fr": lambda: reference(in_french, "lang: fr\ntranslates: reference.md\n"),
        "reference-templates": templates_reference,
    }
    for name, make in pages.items():
        path = PROJECT / "docs" / f"{name}.md"
        text = make()
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif old != text:
            changes = difflib.unified_diff(old.splitlines(), text.splitlines(), lineterm="", n=0)
            print(f"docs/{name}.md: run scripts/write_reference.py", *changes, sep="\n")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
