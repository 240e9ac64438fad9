"""Tables (GFM §4.10): a row of headers, a row of hyphens, and rows until another block begins."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from sitegen.markup.engines.blocks.signs import DELIMITERS
from sitegen.patterns import lazy_pattern

_CODE = lazy_pattern(r"(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_BAR = "\x00"
"""Stands for a bar in code; no text has this character."""
_CELL_END = lazy_pattern(r"(?<!\\)\|")


def columns_of(header: str, delimiters: str) -> list[str] | None:
    """The alignment of each column ("" for none), or None where the two lines head no table."""
    if "|" not in delimiters or not DELIMITERS.match(delimiters):
        return None
    signs = _split_row(delimiters)
    if len(_split_row(header)) != len(signs) or "|" not in header:
        return None
    return [_ALIGNMENTS[sign[0] == ":", sign[-1] == ":"] for sign in signs]


_ALIGNMENTS = {
    (False, False): "",
    (True, False): "left",
    (False, True): "right",
    (True, True): "center",
}


def write_table(parent: Element, header: str, columns: Sequence[str], rows: Sequence[str]) -> None:
    """Append a table to *parent*: cells beyond the header's left out, missing ones empty."""
    table = SubElement(parent, "table")
    _write_row(SubElement(table, "thead"), "th", header, columns)
    body = SubElement(table, "tbody")
    for row in rows:
        _write_row(body, "td", row, columns)


def _write_row(parent: Element, tag: str, row: str, columns: Sequence[str]) -> None:
    line = SubElement(parent, "tr")
    cells = _split_row(row)
    for number, alignment in enumerate(columns):
        cell = SubElement(line, tag)
        cell.text = cells[number] if number < len(cells) else ""
        if alignment:
            cell.set("style", f"text-align: {alignment}")


def bars_in_code(row: str, written: str) -> str:
    """The *row* with *written* for each bar within code, where it ends no cell."""
    return _CODE.sub(lambda code: code[0].replace("\\|", "|").replace("|", written), row)


def _split_row(row: str) -> list[str]:
    row = row.strip(" ").removeprefix("|")
    if "`" in row and "|" in row:
        row = bars_in_code(row, _BAR)
    cells = [cell.strip(" ") for cell in _CELL_END.split(row)]
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    return [cell.replace("\\|", "|").replace(_BAR, "|") for cell in cells]
