"""Tables of SPIP's texts become tables of Markdown; those whose cells span others HTML. Pure."""

import re
from collections.abc import Callable, Sequence
from html import escape

_SUMMARY = re.compile(r"^[ \t]*\|\|(?P<caption>[^|]*)(?:\|[^|]*)?\|\|[ \t]*$", re.MULTILINE)
_ROW = re.compile(r"^[ \t]*\|(?P<cells>.*)\|[ \t]*$", re.MULTILINE)
TABLE = re.compile(r"(?:^[ \t]*\|.*\|[ \t]*(?:\n|\Z))+", re.MULTILINE)
"""Lines between bars, one below the other."""
_BOLD = re.compile(r"\{\{\s*(.+?)\s*\}\}")
_BAR = re.compile(r"\[[^\[\]\n]*\]|<[^<>\n]*>")
"""What holds bars of its own: a link with a title, a picture."""
_LEFT, _ABOVE = "<", "^"
"""A cell that holds one of these belongs to the one on its left, or above it."""


def to_table(written: str, inline: Callable[[str], str]) -> str:
    """Return *written*, a match of `TABLE`; *inline* makes HTML of what stands in a cell."""
    caption, rows = "", []
    for line in written.strip("\n").split("\n"):
        if summary := _SUMMARY.fullmatch(line):
            caption = summary["caption"].strip()
        elif row := _ROW.fullmatch(line):
            rows.append(_cells(row["cells"]))
    if not rows:
        return written
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    is_headed = all(cell.startswith("{{") or cell in ("", _LEFT) for cell in rows[0])
    if any(cell in (_LEFT, _ABOVE) for row in rows for cell in row):
        return f"\n\n{_spanning(rows, caption, inline, is_headed=is_headed)}\n\n"
    head = [_BOLD.sub(r"\1", cell) for cell in rows[0]] if is_headed else [""] * width
    lines = [head, ["---"] * width, *(rows[1:] if is_headed else rows)]
    shown = "\n".join(f"| {' | '.join(row)} |" for row in lines)
    return f"\n\n{f'Tableau : {caption}' + chr(10) * 2 if caption else ''}{shown}\n\n"


def _cells(row: str) -> list[str]:
    """Return the cells of a row; a bar within a link or a picture parts none."""
    whole = _BAR.sub(lambda match: match[0].replace("|", "\ue008"), row)
    return [cell.strip().replace("\ue008", "|") for cell in whole.split("|")]


def _spanning(
    rows: Sequence[Sequence[str]], caption: str, inline: Callable[[str], str], *, is_headed: bool
) -> str:
    covered: set[tuple[int, int]] = set()
    lines = ["<table>"]
    lines += [f"<caption>{escape(caption)}</caption>"] if caption else []
    for number, row in enumerate(rows):
        tag, cells = ("th" if is_headed and number == 0 else "td"), ""
        for column, cell in enumerate(row):
            if (number, column) in covered:
                continue
            wide, high = 1, 1
            while column + wide < len(row) and row[column + wide] == _LEFT:
                wide += 1
            while number + high < len(rows) and all(
                below == _ABOVE for below in rows[number + high][column : column + wide]
            ):
                high += 1
            covered |= {(number + down, column + right)
                        for down in range(high) for right in range(wide)}  # fmt: skip
            cell = "" if cell in (_LEFT, _ABOVE) else cell
            scope = ' scope="col"' * (tag == "th")
            span = scope + f' colspan="{wide}"' * (wide > 1) + f' rowspan="{high}"' * (high > 1)
            words = _BOLD.sub(r"\1", cell) if tag == "th" else cell
            cells += f"<{tag}{span}>{inline(words)}</{tag}>"
        lines.append(f"<tr>{cells}</tr>")
    return "\n".join([*lines, "</table>"])
