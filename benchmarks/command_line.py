"""How a benchmark is asked for: its docstring is what `--help` prints, as it stands."""

import argparse
from pathlib import Path


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser without arguments yet; *description* is the docstring of the benchmark."""
    return argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def corpus(description: str | None, what: str) -> tuple[int, Path]:
    """Return how many of *what* a corpus was asked for, and into which folder."""
    arguments = parser(description)
    arguments.add_argument(what, type=int, help="how many")
    arguments.add_argument("folder", type=Path, help="where they are written")
    asked = arguments.parse_args()
    return getattr(asked, what), asked.folder
