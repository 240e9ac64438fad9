"""Which lines belong to a container: an item, a definition, a note, a quotation."""

from sitegen.markup.engines.blocks.signs import (
    DEFINITION,
    INDENT,
    Lazy,
    begins_outside,
    leaves_paragraph_open,
    next_fence,
)
from sitegen.markup.engines.blocks.tables import columns_of


def take_indented(
    lines: list[str],
    index: int,
    first: str,
    width: int,
    *,
    reads_html: bool,
    is_definition: bool = False,
) -> tuple[list[str], int]:
    """The lines of a container that begins at *index* with *first*, and the index after them.

    They are those indented by *width*, which is taken off, and those that go on with its last
    paragraph. Empty lines at the end are not its own. Only a definition ends where another begins:
    no item is what a colon outside of it defines.
    """
    end = index + 1
    taken = [first if first.strip(" ") else ""]
    kept = 1
    fence = next_fence("", first)
    for at in range(end, len(lines)):
        line = lines[at]
        if not line:
            taken.append("")
            continue
        text = line.lstrip(" ")
        if type(line) is Lazy:
            taken.append(line)
        elif len(line) - len(text) >= width:
            line = line[width:]
            taken.append(line)
            if fence or "```" in line or "~~~" in line:
                fence = next_fence(fence, line)
        elif (
            fence
            or not _goes_on(taken[-1], lines, at, reads_html=reads_html)
            or (is_definition and DEFINITION.match(text))
        ):
            break
        else:
            taken.append(Lazy(text))
        kept = len(taken)
        end = at + 1
    return taken[:kept], end


def take_quoted(lines: list[str], index: int, *, reads_html: bool) -> tuple[list[str], int]:
    """The lines of the quotation that begins at *index*, without their `>`, and the index after."""
    taken: list[str] = []
    fence = ""
    for at in range(index, len(lines)):
        line = lines[at]
        if not line:
            return taken, at
        text = line.lstrip(" ")
        if type(line) is Lazy:
            taken.append(line)
        elif text[0] == ">" and len(line) - len(text) < INDENT:
            line = text[1:].removeprefix(" ")
            if fence or "```" in line or "~~~" in line:
                fence = next_fence(fence, line)
            taken.append(line if line.strip(" ") else "")
        elif fence or not _goes_on(taken[-1], lines, at, reads_html=reads_html):
            return taken, at
        else:
            taken.append(Lazy(text))
    return taken, len(lines)


def _goes_on(last: str, lines: list[str], index: int, *, reads_html: bool) -> bool:
    """Whether the line at *index*, outside a container that ends with *last*, goes on with it."""
    if not last or not leaves_paragraph_open(last):
        return False
    line = lines[index]
    text = line.lstrip(" ")
    if len(line) - len(text) >= INDENT:
        return True
    is_table = "|" in text and index + 1 < len(lines) and columns_of(text, lines[index + 1])
    return not is_table and not begins_outside(text, reads_html=reads_html)
