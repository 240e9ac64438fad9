"""Tables in plain text: in columns where they fit, else row by row. Pure."""

from textwrap import wrap

_GAP = "  "


class Table:
    """The rows of a table as they are read."""

    def __init__(self) -> None:
        self.caption = ""
        self.rows: list[list[str]] = []
        self.has_head = False
        self._is_caption = False

    def begin(self, tag: str) -> None:
        """Note that an element of the table begins: `caption`, `tr`, `th` or `td`."""
        self._is_caption = tag == "caption"
        if tag == "tr":
            self.rows.append([])
        elif tag == "th" and len(self.rows) == 1:
            self.has_head = True

    def end(self, text: str) -> None:
        """Note what stands in the element that ends."""
        if self._is_caption:
            self.caption = text
        elif self.rows:
            self.rows[-1].append(text)


def table_lines(table: Table, width: int) -> list[str]:
    """Return the lines of *table*, none longer than *width* columns (but for a longer word)."""
    rows = [row for row in table.rows if any(row)]
    lines = _wrapped(table.caption, width)
    if not rows:
        return lines
    count = max(map(len, rows))
    rows = [row + [""] * (count - len(row)) for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(count)]
    if lines:
        lines.append("")
    if sum(widths) + len(_GAP) * (count - 1) <= width:
        return lines + _columns(rows, widths, has_head=table.has_head)
    return lines + _records(rows, width, has_head=table.has_head)


def _columns(rows: list[list[str]], widths: list[int], *, has_head: bool) -> list[str]:
    lines = [
        _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    if has_head:
        lines.insert(1, _GAP.join("-" * width for width in widths))
    return lines


def _records(rows: list[list[str]], width: int, *, has_head: bool) -> list[str]:
    """Return each row as an item: its first cell, then the others, after what their column is."""
    heads = rows[0] if has_head else [""] * len(rows[0])
    lines = []
    for row in rows[1:] if has_head else rows:
        labelled = [row[0]]
        labelled += [f"{head}\u00a0: {cell}" if head else cell
                     for head, cell in zip(heads[1:], row[1:], strict=True) if cell]  # fmt: skip
        for number, cell in enumerate(labelled):
            first, *others = _wrapped(cell, width - 2) or [""]
            lines.append(f"{'  ' if number else '- '}{first}".rstrip())
            lines += [f"  {line}" for line in others]
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, max(width, 1), break_long_words=False, break_on_hyphens=False)
