"""Texts that both engines read alike are read by the faster one, whichever a site has chosen.

Python-Markdown builds a tree in Python; pulldown-cmark, native, takes a fortieth of the time. Where
a text holds nothing but what `_LINES` and `_BLOCKS` name, their HTML is the same, but for the lines
that tables are written on and what notes are numbered with, which `footnotes` does anew. They name
less than both read alike:
paragraphs, headings, simple lists and quotations, tables, notes, emphasis and links whose signs
stand where no rule of either could take them for others. All else is left to Python-Markdown.
"""

import re
import sys
from itertools import pairwise
from typing import Final

from pyromark import Markdown, Options

from sitegen.patterns import lazy_pattern

IS_READ = sys.version_info >= (3, 11, 5)
"""Before, `re` forgets where a possessive group began (CPython, 106052): nothing is alike."""
_MARKDOWN: Final = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES)

_ESCAPED = r"\\[!\"#$%'()*+,\-./:;=>?@\[\\\]^_`{}~]"
_WORDS = (
    r"(?:[^\x00-\x1f\x7f\x85\u2028\u2029`*_\[\]<&\\~|!]++|!(?!\[(?!\^))"
    rf"|&(?!\#|[A-Za-z0-9]*+;)|<(?=[ 0-9])|{_ESCAPED})"
)
"""What means nothing to either, within a line: `!` is no picture's, `&` and `<` begin nothing, and
of an escape the sign remains."""
_BEFORE = r"(?<![^ \n\xa0\u202f(«“’'-])"
"""Emphasis and links have before them: the beginning, a space, an opening sign."""
_AFTER = r"[ \n\xa0\u202f.,;:!?…)»”’'-]|\Z"
_BETWEEN = rf"(?=\S)(?>{_WORDS}++)(?<=\S)"
_ADDRESS = r"\([A-Za-z0-9./?=&%#,:@~+_-]++\)"
_SIGNS_OF_EMPHASIS = (r"\*\*", r"\*")
_STRESSED = "|".join(rf"{sign}{_BETWEEN}{sign}" for sign in _SIGNS_OF_EMPHASIS)
_LINKED = rf"\[{_BETWEEN}\]{_ADDRESS}"
_WITH_LINKS = rf"(?=\S)(?>(?:{_WORDS}|{_LINKED})++)(?<=\S)"
_EMPHASIS = "|".join(rf"{sign}{_WITH_LINKS}{sign}(?={_AFTER})" for sign in _SIGNS_OF_EMPHASIS)
_LINK = rf"\[(?>{_BETWEEN}|{_STRESSED})\]{_ADDRESS}(?={_AFTER}|\{{)"
_AUTOLINK = rf"<https?://[A-Za-z0-9./?=&%#,:@~+_-]++>(?={_AFTER})"
_IMAGE = rf"!\[[^\x00-\x1f\x7f\x85\u2028\u2029`*_\[\]<>&\\~|\"]*+\]{_ADDRESS}(?={_AFTER}|\{{)"
_CODE = r"`(?=\S)[^`\n\t<>&\\|]++(?<=\S)`(?!`)"
_LABEL = r"\[\^[A-Za-z0-9-]++\]"
_MARK = rf"(?<![\[\]]){_LABEL}(?![:(\[])"
_RAISED = r"<su(?>p>[^\W_]++</sup>|b>[^\W_]++</sub>)"
"""1<sup>er</sup>, CO<sub>2</sub>: nothing that sanitising would change."""
_SPANS = rf"{_BEFORE}(?:{_EMPHASIS}|{_LINK}|{_IMAGE}|{_AUTOLINK})"
_INLINE = rf"(?>(?:{_WORDS}|{_SPANS}|{_CODE}|{_MARK}|{_RAISED})++)"
_TEXT = r"[^\W\d_]|[^\x00-\x7f\s\w]|[(\"'.@$/&\\]|\*\*?[^\s*]|!?\[(?!\^)|`(?!``)|<http"
_BEGINS = rf"(?={_TEXT}|[0-9](?![0-9]{{0,8}}[.)]))"
"""How a line begins that is text: no sign of a block, no number of an item."""
_BEGINS_HEADING = rf"(?={_TEXT}|[0-9])"
_ENDS = r"(?:(?<=[^\s])|(?<=[^\s][ ]{2})(?=\n[^\n]))"
"""How such a line ends; with two spaces, the next one stands on a line of its own for readers."""
_NUMBER = "[0-9]{1,9}[.][ ]"
_SIGNS = rf"(?>[ ]{{4}}|[ ]{{2}})?-[ ]|{_NUMBER}|>[ ]|{_LABEL}:[ ]|[ ]{{2,4}}"
_HEADING = rf"\#{{1,6}}[ ]{_BEGINS_HEADING}"
_DELIMITERS = r"\|(?>(?:[ ]?:?-{2,}:?[ ]?\|)++)"
_LINES: Final = re.compile(
    rf"(?>(?:(?:(?:(?:{_SIGNS})?{_BEGINS}|{_HEADING}){_INLINE}{_ENDS}|{_DELIMITERS}(?=\n)"
    rf"|\|(?>(?:{_INLINE}\|)++)|>|---)?\n)*+)"
)
"""Each line by itself; what stands within one is compiled once."""


def _lines(before: str, between: str) -> str:
    """A line of text after *before*, and others after *between*, each on a line of its own."""
    return rf"{before}{_BEGINS}[^\n]++(?>(?:\n{between}{_BEGINS}[^\n]++)*+)"


_WITHIN = "|".join(rf"(?:\n[ ]{{{depth}}}-[ ]{_BEGINS}[^\n]++)++" for depth in (4, 2))
_POINT = _lines("-[ ]", "[ ]{2}") + rf"(?>{_WITHIN})?+"
_NUMBERED = _lines(_NUMBER, "[ ]{3}")
_NO_OTHER_LIST = r"(?!\n\n++(?:-[ ]|[0-9]++\.))"
_BLOCK = "|".join((
    _lines("", ""),
    rf"{_HEADING}[^\n]++(?<!\#)",
    "---",
    rf"{_POINT}(?>(?:\n{_POINT})*+){_NO_OTHER_LIST}",
    rf"{_NUMBERED}(?>(?:\n{_NUMBERED})*+){_NO_OTHER_LIST}",
    _lines(">[ ]", r"(?:>\n)?+>[ ]"),
    _lines(f"{_LABEL}:[ ]", "[ ]{4}"),
    rf"\|[^\n]++\n{_DELIMITERS}(?>(?:\n\|[^\n]++)++)",
))  # fmt: skip
_BLOCKS: Final = re.compile(rf"\n*+(?>{_BLOCK})(?>(?:\n\n++(?>{_BLOCK}))*+)\n*+")
"""How lines make blocks, and blocks a text."""

_MAY_DELIMIT: Final = re.compile(r"^[|:> -]++$", re.MULTILINE)
"""The line below a table's head, wherever it stands."""
_LABELS: Final = re.compile(r"\[\^([A-Za-z0-9-]++)\](:?)")
_NESTED_LIST: Final = lazy_pattern(
    "".join(f"(?<!</{name}>)" for name in ("p", "h[1-6]", "ul", "ol", "blockquote", "div", "table"))
    + "\n<ul>"
)
_PICTURE: Final = lazy_pattern('<img src="([^"]*+)" alt="([^"]*+)" />')
_ON_LINES: Final = (
    ("<table>", "<table>\n"),
    ("<thead>", "<thead>\n"),
    ("<tr>", "<tr>\n"),
    ("</th>", "</th>\n"),
    ("</td>", "</td>\n"),
    ("</tr></thead>", "</tr>\n</thead>\n"),
    ("</tbody>", "</tbody>\n"),
)


def read_alike(text: str) -> str | None:
    """The HTML of *text*; None if it holds what the engines may read in two ways."""
    looked_at = text
    if "|" in text and not _MAY_DELIMIT.search(text):  # no table, so a bar is a sign like others
        looked_at = text.replace("|", "¦")
    if not (IS_READ and _LINES.fullmatch(f"{looked_at}\n") and _BLOCKS.fullmatch(looked_at)):
        return None
    has_table, has_marks = "|" in looked_at, "[^" in text
    if (has_table and not _has_even_rows(text)) or (has_marks and not _has_its_notes(text)):
        return None
    html = _MARKDOWN.html(text)
    if "  \n" in text:
        html = html.replace("<br />", "<br>")
    if "---" in text:
        html = html.replace("<hr />", "<hr>")
    if "\n    - " in text or "\n  - " in text:
        html = _NESTED_LIST.sub("<ul>", html)
    if "<img " in html:
        html = _PICTURE.sub(r'<img alt="\2" src="\1">', html)
    if has_table:
        html = _on_lines(html)
    return html.strip()


def _on_lines(html: str) -> str:
    """The *html* with lines for the parts of its tables, whose tags stand nowhere else."""
    begin, end = html.find("<table>"), html.rfind("</table>")
    if begin < 0:
        return html
    tables = html[begin:end]
    for tag, written in _ON_LINES:
        tables = tables.replace(tag, written)
    return html[:begin] + tables + html[end:]


def _has_even_rows(text: str) -> bool:
    """Whether the rows of each table have as many cells as its head."""
    tables = text[text.find("|") : text.rfind("|") + 1]
    bars = [line.count("|") if line.startswith("|") else 0 for line in tables.split("\n")]
    return all(above == count or not (above and count) for above, count in pairwise(bars))


def _has_its_notes(text: str) -> bool:
    """Whether each mark has one note, and each note a mark, spelt alike."""
    labels = _LABELS.findall(text)
    notes = {label for label, colon in labels if colon}
    are_different = len({label.casefold() for label in notes}) == sum(
        colon == ":" for _, colon in labels
    )
    return are_different and notes == {label for label, colon in labels if not colon}
