"""What stands before the items of lists, as browsers count them (HTML, `ol` and `li`). Pure."""

from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

BULLET = "- "
_ROMAN = tuple(zip(
    (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
    ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
    strict=True,
))  # fmt: skip

Attributes = Mapping[str, str | None]


def item_numbers(of_list: Attributes, of_items: Iterable[Attributes]) -> list[int]:
    """Return the number of each item of an `<ol>`: `start`, `reversed`, an item's `value`."""
    values = [_number(item.get("value")) for item in of_items]
    step = -1 if "reversed" in of_list else 1
    number = _number(of_list.get("start"))
    if number is None:
        number = 1 if step > 0 else len(values)
    numbers = []
    for value in values:
        number = number if value is None else value
        numbers.append(number)
        number += step
    return numbers


def item_marks(html: str) -> list[str]:
    """Return what stands before each `<li>` of *html*, in order: `3. `, `c. `, `iii. `, `- `."""
    lists = _Lists()
    lists.feed(html)
    lists.close()
    return lists.marks()


def _number(text: str | None) -> int | None:
    try:
        return int(text or "")
    except ValueError:
        return None


class _Lists(HTMLParser):
    """Gathers the lists and items of a document."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[tuple[str, Attributes, list[tuple[int, Attributes]]]] = []
        """The tag and attributes of each list; of each item its place among all, and attributes."""
        self._open: list[int] = []
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self._open.append(len(self._found))
            self._found.append((tag, dict(attrs), []))
        elif tag == "li":
            if self._open:
                self._found[self._open[-1]][2].append((self._count, dict(attrs)))
            self._count += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._open:
            self._open.pop()

    def marks(self) -> list[str]:
        marks = [BULLET] * self._count
        for tag, attributes, items in self._found:
            if tag == "ol":
                numbers = item_numbers(attributes, [item for _, item in items])
                for (place, _), number in zip(items, numbers, strict=True):
                    marks[place] = f"{_written(number, attributes.get('type') or '1')}. "
        return marks


def _written(number: int, kind: str) -> str:
    """Return *number* as a list of *kind* shows it: `1`, `a`, `A`, `i` or `I`."""
    text = ""
    if kind in ("a", "A") and number > 0:
        while number:
            number, letter = divmod(number - 1, 26)
            text = chr(ord("a") + letter) + text
    elif kind in ("i", "I") and 0 < number < 4000:
        for value, letters in _ROMAN:
            times, number = divmod(number, value)
            text += letters * times
    else:
        return str(number)
    return text.upper() if kind.isupper() else text
