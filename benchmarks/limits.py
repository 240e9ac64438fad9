"""Print what parts of a cold build take where a library or the system works alone: its limits.

    python benchmarks/limits.py SITE

SITE is a folder with site.yaml, built before. Files are written to a folder beside its output, and
removed. Seconds of the processor, the least of five rounds, within one process; none of sitegen's
code runs in them.
"""

import os
import resource
import shutil
import sqlite3
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import command_line
from jinja2 import Environment
from pyromark import Markdown, Options

ROUNDS = 5
LOOKS = 200
"""So often an article's page of *association* asks for something and prints it, about."""


def least(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Return the seconds of *work*, of user and system; *before* is not counted."""
    rounds = []
    for _ in range(ROUNDS):
        before()
        begin = resource.getrusage(resource.RUSAGE_SELF)
        work()
        end = resource.getrusage(resource.RUSAGE_SELF)
        rounds.append(end.ru_utime - begin.ru_utime + end.ru_stime - begin.ru_stime)
    return min(rounds)


def write_all(files: dict[str, bytes], folder: Path) -> None:
    """Write *files* below *folder* as a build does: each beside its place, then renamed."""
    made: set[str] = set()
    for number, (path, content) in enumerate(files.items()):
        parent = os.path.dirname(f"{folder}/{path}")
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        temporary = f"{parent}/.tmp-{number}"
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.write(file, content)
        os.fstat(file)
        os.close(file)
        os.rename(temporary, f"{folder}/{path}")


def page_of(article: str) -> Callable[[], str]:
    """Return what renders a page as long as *article*, with `LOOKS` attributes printed in it."""
    size = len(article) // LOOKS
    constants = (article[at : at + size] for at in range(0, len(article), size))
    source = "{{ entry.title }}".join(
        piece.translate({ord("{"): " ", ord("}"): " "}) for piece in constants
    )
    template = Environment(autoescape=True).from_string(source)
    entry = type("Entry", (), {"title": "Une page & ses mots"})()
    return lambda: template.render(entry=entry)


def copy_rows(tables: dict[str, list[tuple[object, ...]]], path: Path) -> None:
    """Write the rows of the state into a database without a journal."""
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode = OFF")
        for name, rows in tables.items():
            columns = ", ".join(f"c{number}" for number in range(len(rows[0])))
            database.execute(f'CREATE TABLE "{name}" ({columns})')
            values = ", ".join("?" * len(rows[0]))
            database.executemany(f'INSERT INTO "{name}" VALUES ({values})', rows)
    database.close()


def rows_of(state: Path) -> dict[str, list[tuple[object, ...]]]:
    database = sqlite3.connect(state)
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE sql != ''")]
    tables = {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    database.close()
    return {name: rows for name, rows in tables.items() if rows}


def main() -> None:
    arguments = command_line.parser(__doc__)
    arguments.add_argument("site", type=Path)
    site: Path = arguments.parse_args().site.resolve()
    sources = sorted(site.glob("content/**/*.md"))
    texts = [path.read_text(encoding="utf-8").split("\n---\n", 1)[1] for path in sources]
    output = site / "output"
    files = {
        str(path.relative_to(output)): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }
    pages = [content.decode("utf-8", "replace") for content in files.values()]
    render = page_of(next(text for path, text in zip(files, pages, strict=True) if "-1/" in path))
    engine = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES)
    tables = rows_of(site / ".sitegen/state.db")
    written, copied = site / "limits", site / "limits.db"
    parts: dict[str, Callable[[], float]] = {
        "read the sources": lambda: least(lambda: [path.read_bytes() for path in sources]),
        "write the output": lambda: least(
            lambda: write_all(files, written), lambda: shutil.rmtree(written, ignore_errors=True)
        ),
        "encode it": lambda: least(lambda: [page.encode() for page in pages]),
        "digest it": lambda: least(lambda: [blake2b(content) for content in files.values()]),
        "CommonMark, natively": lambda: least(lambda: [engine.html(text) for text in texts]),
        f"Jinja, {LOOKS} looks a text": lambda: least(lambda: [render() for _ in texts]),
        "write the state": lambda: least(
            lambda: copy_rows(tables, copied), lambda: copied.unlink(missing_ok=True)
        ),
    }
    size = sum(map(len, files.values())) / 1e6
    print(f"{len(texts)} texts, {len(files)} files of {size:.1f} MB")
    try:
        for name, seconds in parts.items():
            print(f"{name:26} {seconds():7.3f} s")
    finally:
        shutil.rmtree(written, ignore_errors=True)
        copied.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
