"""Verdicts kept from one check to the next, for as long as they are believed. Does I/O.

A file of JSON, so that it can be read and cached by CI; whatever is wrong with it, it is empty.
"""

import contextlib
from collections.abc import Collection, Mapping

import msgspec

from sitegen.checking.output.external.verdicts import Verdict
from sitegen.disk.reading import read_or_nothing
from sitegen.disk.writing import replace_file


class RememberedVerdict(msgspec.Struct, frozen=True):
    """A verdict, and when it was made (seconds since 1970)."""

    verdict: Verdict
    time: float


def recall(path: str, now: float) -> dict[str, RememberedVerdict]:
    """Return what is still believed, by address."""
    try:
        verdicts = msgspec.json.decode(read_or_nothing(path), type=dict[str, RememberedVerdict])
    except msgspec.DecodeError:  # ValidationError is one
        return {}
    return {
        url: remembered
        for url, remembered in verdicts.items()
        if 0 <= now - remembered.time < remembered.verdict.lifetime
    }


def keep(path: str, known: Mapping[str, RememberedVerdict], linked: Collection[str]) -> None:
    """Write the verdicts on addresses that are still *linked*; a disk that refuses is no matter."""
    kept = {url: known[url] for url in sorted(known) if url in linked}
    with contextlib.suppress(OSError):
        replace_file(path, msgspec.json.format(msgspec.json.encode(kept)))
