"""Texts in the shapes that people write, some thousands of them, made of templates and words.

Each is a block (a list, a table, a heading, …) after something and before something, with an empty
line between them or without; or within a quotation, an item or a `<div>`. The same ones every time.
"""

import random
from collections.abc import Iterator
from html.parser import HTMLParser

_WORDS = [
    "accueil",
    "adhésion",
    "agenda",
    "appel",
    "atelier",
    "bénévole",
    "budget",
    "collecte",
    "commune",
    "concert",
    "conseil",
    "débat",
    "département",
    "école",
    "élu",
    "énergie",
    "équipe",
    "fête",
    "financement",
    "forêt",
    "forum",
    "habitant",
    "jardin",
    "lecture",
    "logement",
    "marché",
    "mairie",
    "mobilité",
    "musique",
    "partenaire",
    "programme",
    "projet",
    "quartier",
    "rencontre",
    "réseau",
    "santé",
    "solidarité",
    "subvention",
    "territoire",
    "théâtre",
    "transition",
    "vélo",
]

BLOCKS = {
    # lists
    "a list": "- {0}\n- {1}\n- {2}",
    "a list of stars": "* {0}\n* {1}",
    "a list of pluses": "+ {0}\n+ {1}",
    "a numbered list": "1. {0}\n2. {1}\n3. {2}",
    "a list numbered with brackets": "1) {0}\n2) {1}",
    "a list that is all ones": "1. {0}\n1. {1}",
    "a list from another number": "4. {0}\n5. {1}",
    "a list with more spaces": "-   {0}\n-   {1}",
    "a list a little in": " - {0}\n - {1}",
    "a list of two in": "  * {0}\n  * {1}",
    "a loose list": "- {0}\n\n- {1}\n\n- {2}",
    "a loose numbered list": "1. {0}\n\n2. {1}",
    "a half loose list": "- {0}\n\n- {1}\n- {2}",
    "a list nested by two": "- {0}\n  - {1}\n  - {2}\n- {3}",
    "a list nested by three": "- {0}\n   - {1}\n   - {2}\n- {3}",
    "a list nested by four": "- {0}\n    - {1}\n    - {2}\n- {3}",
    "a list nested by a tab": "- {0}\n\t- {1}\n\t- {2}\n- {3}",
    "a list nested by one": "- {0}\n - {1}\n- {2}",
    "numbers nested by three": "1. {0}\n   1. {1}\n   2. {2}\n2. {3}",
    "numbers nested by four": "1. {0}\n    1. {1}\n    2. {2}\n2. {3}",
    "numbers nested by two": "1. {0}\n  - {1}\n2. {2}",
    "a list in numbers": "1. {0}\n   - {1}\n   - {2}\n2. {3}",
    "a list in numbers by four": "1. {0}\n    * {1}\n    * {2}\n2. {3}",
    "numbers in a list": "- {0}\n  1. {1}\n  2. {2}\n- {3}",
    "numbers in a list by four": "* {0}\n    1. {1}\n    2. {2}\n* {3}",
    "three levels by two": "- {0}\n  - {1}\n    - {2}\n    - {3}\n  - {0}\n- {1}",
    "three levels by four": "- {0}\n    - {1}\n        - {2}\n    - {3}",
    "three levels by three": "* {0}\n   * {1}\n      * {2}",
    "three levels and back": "- {0}\n  - {1}\n    - {2}\n- {3}",
    "a list nested after an empty line": "- {0}\n\n  - {1}\n  - {2}\n\n- {3}",
    "a list nested by four after an empty line": "- {0}\n\n    - {1}\n\n- {2}",
    "two lists by their signs": "- {0}\n- {1}\n* {2}\n* {3}",
    "numbers after a list": "- {0}\n- {1}\n1. {2}\n2. {3}",
    "a list after numbers": "1. {0}\n2. {1}\n\n- {2}\n- {3}",
    "an item of two lines": "- {0} {1}\n  {2}\n- {3}",
    "an item of two lines, lazily": "- {0} {1}\n{2} {3}\n- {0}",
    "an item of two lines, far in": "- {0}\n      {1}\n- {2}",
    "a number of two lines": "1. {0}\n   {1}\n2. {2}",
    "an item of two paragraphs": "- {0}\n\n  {1}\n\n- {2}",
    "an item of two paragraphs by four": "- {0}\n\n    {1}\n\n- {2}",
    "a number of two paragraphs by four": "1. {0}\n\n    {1}\n\n2. {2}",
    "a number with a list, then text": "1. {0}\n   - {1}\n\n   {2}\n2. {3}",
    "an item with a quotation": "- {0}\n  > {1}\n- {2}",
    "an item with a heading": "- ## {0}\n- {1}",
    "an item with a table": "- {0}\n\n  | {1} | {2} |\n  |---|---|\n  | 1 | 2 |\n- {3}",
    "an item with fenced code": "- {0}\n\n  ```\n  {1}\n  ```\n- {2}",
    "an item with fenced code at once": "1. {0}\n   ```sh\n   {1}\n\n   {2}\n   ```\n2. {3}",
    "an item with an image": "- {0}\n\n  ![{1}](photo.jpg)\n\n- {2}",
    "an item that is an image": "- ![{0}](photo.jpg)\n- ![{1}](autre.jpg)",
    "an item in bold": "- **{0}** : {1}\n- *{2}* ; {3}",
    "an item with a link": "- [{0}](https://example.org/)\n- [{1}](../a.md) et `{2}`",
    "an item with a mark": "- {0}[^n]\n- {1}\n\n[^n]: {2}.",
    "an empty item": "- {0}\n-\n- {1}",
    "items with attributes": "- {0}\n  {{.grand}}\n- {1}",
    "tasks": "- [ ] {0}\n- [x] {1}",
    "a long number": "10. {0}\n11. {1}",
    "a long number with a list": "10. {0}\n    - {1}\n11. {2}",
    "a year that begins a line": "{0} {1}\n1998. {2}",
    "a hyphen without a space": "-{0}\n-{1}",
    "a dash": "– {0}\n– {1}",
    # tables
    "a table": "| {0} | {1} |\n|---|---|\n| {2} | {3} |\n| 1 | 2 |",
    "a table without edges": "{0} | {1}\n--- | ---\n{2} | {3}",
    "a table with a left edge": "| {0} | {1}\n|---|---\n| {2} | {3}",
    "an aligned table": "| {0} | {1} | {2} |\n|:---|:---:|---:|\n| 1 | 2 | 3 |",
    "a table of one column": "| {0} |\n|---|\n| {1} |\n| {2} |",
    "a table without rows": "| {0} | {1} |\n|---|---|",
    "a table with too few cells": "| {0} | {1} |\n|---|---|\n| {2} |\n| {3} | 2 | 3 |",
    "a table with marks": "| *{0}* | `{1}` |\n|---|---|\n| [{2}](a.md) | **{3}** |",
    "a table with a bar": "| {0} | {1} |\n|---|---|\n| {2} \\| {3} | 2 |",
    "a table with a bar in code": "| {0} | {1} |\n|---|---|\n| `{2} \\| {3}` | 2 |",
    "a table with a plain bar in code": "| {0} | `{1}|{2}` |\n|---|---|\n| `{2}|{3}` | ``a`|`b`` |",
    "a table with empty cells": "| | {0} |\n|---|---|\n| {1} | |",
    "a table with a caption": "Tableau : {0}\n\n| {1} | {2} |\n|---|---|\n| 1 | 2 |",
    "a table a little in": "  | {0} | {1} |\n  |---|---|\n  | 1 | 2 |",
    "a table whose rule is short": "|{0}|{1}|\n|-|-|\n|{2}|{3}|",
    "no table: too few hyphens": "| {0} | {1} |\n|---|\n| {2} | {3} |",
    "no table: a bar in a sentence": "{0} | {1}\n{2} | {3}",
    # headings
    "a heading": "## {0}",
    "a heading of three": "### {0} {1}",
    "a closed heading": "## {0} ##",
    "a heading without a space": "##{0}",
    "a hash tag": "#{0} {1}",
    "a number sign": "# {0}",
    "two headings": "## {0}\n### {1}",
    "a heading with marks": "## *{0}* et `{1}`",
    "a heading with an id": "## {0} {{#ici}}",
    "an underlined heading": "{0}\n---",
    "an underlined title": "{0} {1}\n======",
    "two lines underlined": "{0}\n{1}\n---",
    # images
    "an image": "![{0}](photo.jpg)",
    "an image with a caption": '![{0}](photo.jpg "{1}")',
    "an image with a credit": '![{0}](photo.jpg "{1}"){{credit="{2}" .large}}',
    "two images": "![{0}](photo.jpg)\n![{1}](autre.jpg)",
    "an image in a link": "[![{0}](photo.jpg)](https://example.org/)",
    "an image in a sentence": "{0} ![{1}](photo.jpg) {2}",
    "an image whose name has spaces": "![{0}](photo de {1}.jpg)",
    "a file named with brackets": "[{0}](rapport (1) de {1}.pdf), [{2}](bilan (v2) x.pdf)",
    "a file named with an apostrophe": "[{0}](ordre du jour d'avril.pdf), [{1}](l'été (2).pdf)",
    "an image in a div": '<div class="x">\n\n![{0}](photo.jpg)\n\n</div>',
    "an image by reference": "![{0}][p]\n\n[p]: photo.jpg",
    "a figure": '::: figure photo.jpg alt="{0}"',
    "a figure in a div": '<div class="x">\n\n::: figure photo.jpg alt="{0}"\n\n</div>',
    "a figure in a div without empty lines": '<div class="x">\n::: figure photo.jpg alt="{0}"\n</div>',
    # notes
    "a note": "{0}[^a] {1}.\n\n[^a]: {2}.",
    "a note right under": "{0}[^a] {1}.\n[^a]: {2}.",
    "two notes": "{0}[^a] {1}[^b].\n\n[^a]: {2}.\n[^b]: {3}.",
    "a note of two lines": "{0}[^a].\n\n[^a]: {1}\n    {2}.",
    "a note of two lines, lazily": "{0}[^a].\n\n[^a]: {1}\n{2}.",
    "a note of two paragraphs": "{0}[^a].\n\n[^a]: {1}.\n\n    {2}.",
    "a note with a list": "{0}[^a].\n\n[^a]: {1} :\n\n    - {2}\n    - {3}",
    "a note cited twice": "{0}[^a] {1}[^a].\n\n[^a]: {2}.",
    "a note in capitals": "{0}[^Siege].\n\n[^siege]: {1}.",
    "a note given twice": "{0}[^a].\n\n[^a]: {1}.\n\n[^a]: {2}.",
    "a mark without a note": "{0}[^rien] {1}.",
    "a note in the middle": "{0}[^a].\n\n[^a]: {1}.\n\n{2}",
    # the rest
    "a paragraph": "{0} {1}, {2}.",
    "two lines": "{0} {1}\n{2}",
    "two lines broken by spaces": "{0}  \n{1}",
    "two lines broken by a backslash": "{0}\\\n{1}",
    "a quotation": "> {0} {1}\n> {2}",
    "a lazy quotation": "> {0} {1}\n{2}",
    "a quotation of two paragraphs": "> {0}\n>\n> {1}",
    "two quotations": "> {0}\n\n> {1}",
    "a quotation with a list": "> {0} :\n> - {1}\n> - {2}",
    "a quotation in a quotation": "> {0}\n>> {1}",
    "a rule": "***",
    "a rule of hyphens": "\n---",
    "a rule of spaced stars": "* * *",
    "fenced code": "```\n{0}\n\n- {1}\n```",
    "fenced code in a language": "```python\n{0} = '<b>'\n```",
    "fenced code with a title": '```python title="{0}"\n{1}\n```',
    "tildes": "~~~\n{0}\n~~~",
    "a definition": "{0}\n:   {1} {2}",
    "two definitions": "{0}\n:   {1}\n\n{2}\n:   {3}",
    "two terms": "{0}\n{1}\n:   {2}",
    "two meanings": "{0}\n:   {1}\n:   {2}",
    "a definition of two lines": "{0}\n:   {1}\n    {2}",
    "a loose definition": "{0}\n\n:   {1}",
    "a definition with a list": "{0}\n:   - {1}\n    - {2}",
    "text wrapped before a colon": "{0} {1}\n: {2}, {3}",
    "text wrapped before a colon in an item": "- {0} {1}\n  : {2}, {3}",
    "a div": "<div>\n<p>{0}</p>\n</div>",
    "a div with Markdown": "<div>\n\n*{0}*\n\n- {1}\n\n</div>",
    "a div with typed Markdown": "<div>\n*{0}*\n</div>",
    "details": "<details>\n<summary>{0}</summary>\n\n{1}\n\n</details>",
    "a comment": "<!-- {0} -->",
    "a comment with empty lines": "<!-- {0}\n\n- {1}\n-->",
    "an inline element": "<b>{0}</b> {1}",
    "a span alone": "<span>{0}</span>",
    "a reference": "[{0}][r] {1}\n\n[r]: https://example.org/ '{2}'",
    "a reference right under": "{0} [r]\n[r]: https://example.org/",
    "two references right under": "[a] [b]\n[a]: a.md\n[b]: b.md",
    "about": "~{0} et ~{1}~ {2}",
    "a struck word": "{0} ~~{1}~~ {2}",
    "attributes of a paragraph": "{0} {1}\n{{.chapeau}}",
    "another language": "{0} [smart city]{{lang=en}} {1}",
    "an alert": "::: alert\n{0}\n- {1}\n- {2}\n:::",
    "a quote": "::: quote {0}\n{1}\n\n{2}\n:::",
    "addresses": "{0} https://example.org/a_b_c?d=1&e=2, <https://example.org/> et a@example.org.",
}  # fmt: skip
"""Templates: places for words in braces."""

BEFORE = {
    "alone": "",
    "right under text": "{0} {1} :\n",
    "right under two lines": "{0} {1},\n{2} {3} :\n",
    "after an empty line": "{0} {1}.\n\n",
    "right under bold": "**{0}**\n",
    "right under a heading": "## {0}\n",
    "after a heading": "## {0}\n\n",
    "after a list": "- {0}\n- {1}\n\n",
    "right under a list": "1. {0}\n2. {1}\n",
    "right under a table": "| {0} | {1} |\n|---|---|\n| 1 | 2 |\n",
    "after a quotation": "> {0}\n\n",
}
AFTER = {
    "before text": "\n\n{0} {1}.",
    "right above text": "\n{0} {1}.",
    "right above a list": "\n- {0}\n- {1}",
    "right above a heading": "\n## {0}",
    "after three lines": "\n\n\n{0}",
}
CONTAINERS = {
    "in an item": ("- {0}\n\n", "  "),
    "in a number": ("1. {0}\n\n", "   "),
    "right in an item": ("- {0}\n", "  "),
    "in a quotation": ("", "> "),
    "in a div": ('<div class="x">\n\n', ""),
}
"""What comes before, and what each line begins with."""


def texts() -> Iterator[tuple[str, str]]:
    """Yield the name of each text, and the text."""
    chance = random.Random(2026)

    def fill(template: str) -> str:
        return template.format(*chance.sample(_WORDS, 4))

    for name, template in BLOCKS.items():
        for place, before in BEFORE.items():
            yield f"{name}, {place}", fill(before) + fill(template)
        for end, after in AFTER.items():
            yield f"{name}, {end}", fill(template) + fill(after)
            yield f"{name}, between text and {end}", f"{fill('{0} :')}\n{fill(template + after)}"
        for place, (before, prefix) in CONTAINERS.items():
            indented = "\n".join(f"{prefix}{line}".rstrip(" ") for line in template.split("\n"))
            yield f"{name}, {place}", fill(before) + fill(indented) + fill("\n\n{0}.")


class _Structure(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(" ".join([tag, *(f"{key}={value}" for key, value in sorted(attrs))]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("br", "hr", "img"):
            self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.found.append(f"“{words}”")


def structure(html: str) -> list[str]:
    """The elements of *html* with their attributes and texts, in order; runs of spaces are one."""
    parser = _Structure()
    parser.feed(html)
    parser.close()
    return parser.found
