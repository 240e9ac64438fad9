"""What an author changes between two builds. One article is edited, the same in each round."""

from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path], None]


def body(folder: Path) -> None:
    """Add a sentence to an article's text."""
    with _edited(folder).open("a", encoding="utf-8") as file:
        file.write("\nUne phrase de plus.\n")


def title(folder: Path) -> None:
    """Change an article's title, which lists and neighbours show."""
    path = _edited(folder)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('title: "', 'title: "Re ', 1), encoding="utf-8")


ALL: dict[str, Edit] = {"one body edited": body, "one title edited": title}


def _edited(folder: Path) -> Path:
    return sorted((folder / "content").rglob("*.md"))[7]
