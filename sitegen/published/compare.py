"""Which published addresses are gone, and what to write so that they lead on. Pure."""

from collections import defaultdict
from collections.abc import Iterator

from sitegen.config.redirects import GONE
from sitegen.errors import Diagnostic
from sitegen.names import CONTENT, PUBLISHED_FILE
from sitegen.published.identities import listed_identities, pairs_of
from sitegen.published.listing import Line, Listing
from sitegen.site.index import Index
from sitegen.site.origins import alias_address

_FEW = 3
"""Addresses of one folder that are told one by one; of more, the folder."""


def check_addresses(listing: Listing, now: Listing, index: Index) -> Iterator[Diagnostic]:
    """Yield what of *listing* is not among the addresses that there are *now*, nor in a language.

    Nothing is told of what its author keeps from readers: see `is_waiting`.
    """
    for language, number in listing.languages.items():
        if language not in index.versions:
            values = {"language": language}
            yield Diagnostic("published-language", PUBLISHED_FILE, number, 1, values)
    there = now.lines.keys() | given_up(index)
    gone = {address: line for address, line in listing.lines.items() if address not in there}
    lost = {address: line for address, line in gone.items() if not is_waiting(address, line, index)}
    if not lost:
        return
    moved = _moved(listing, now, index)
    new_places = {
        address: moved[line.source] for address, line in lost.items() if line.source in moved
    }
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for address, (_, new) in new_places.items():
        groups[_above(address), _above(new)].append(address)
    for (before, after), addresses in groups.items():
        if before != after and len(addresses) > _FEW:
            values = {"number": str(len(addresses)), "before": before, "after": after}
            first = min(lost[path].number for path in addresses)
            yield Diagnostic("addresses-moved", PUBLISHED_FILE, first, 1, values)
            lost = {address: line for address, line in lost.items() if address not in addresses}
    for address, line in lost.items():
        if address in new_places:
            document, new = new_places[address]
            values = {"address": address, "suggestion": new}
            yield Diagnostic("address-moved", f"{CONTENT}/{document}", 1, 1, values)
        else:
            values = {"address": address}
            yield Diagnostic("address-gone", PUBLISHED_FILE, line.number, 1, values)


def given_up(index: Index) -> set[str]:
    """Return the addresses of which the settings say that nothing will stand there again."""
    return {
        alias_address(redirect) for redirect, goal in index.config.redirects.items() if goal == GONE
    }


def is_waiting(address: str, line: Line, index: Index) -> bool:
    """Whether readers are not to have it now: a draft, under embargo, expired; or in error.

    Of a section, whether what stands in it is not.
    """
    source = line.source
    if source:
        is_hidden = source in index.every_document and source not in index.every_entry
        return is_hidden or source in index.hidden_files or source in index.unwritten
    folder = f"{address.rpartition('/')[0].lstrip('/')}/"
    hidden = (index.every_document.keys() | index.unwritten) - index.every_entry.keys()
    return folder != "/" and any(address.startswith(folder) for address in hidden)


def _moved(listing: Listing, now: Listing, index: Index) -> dict[str, tuple[str, str]]:
    """Return by former source the document that it is now, and where that stands."""
    places = {
        line.source: address
        for address, line in now.lines.items()
        if line.source in index.every_entry
    }
    places |= {line.source: address for address, line in now.lines.items() if line.names}
    origins = {source: (source, address) for source, address in places.items()}
    before = listed_identities(listing, index.config.base_path)
    for new, old in pairs_of(before, index):
        if new in places:
            origins[old] = (new, places[new])
    return origins


def _above(address: str) -> str:
    return f"{address.rstrip('/').rpartition('/')[0]}/"
