"""The channel that tells a page of changes: server-sent events (html.spec.whatwg.org §9.2)."""

import contextlib
import json
from collections.abc import Callable

from sitegen.server.preview import PageLook, PreviewedSite

BEAT = 15.0
"""Seconds of silence after which the channel sends a comment: it finds out who has left."""


def tell_changes(
    preview: PreviewedSite, page: str, shown: PageLook, write: Callable[[bytes], None]
) -> None:
    """Tell the page at *page*, which looks as *shown*, when it looks otherwise; until it leaves.

    *write* raises `OSError` then.
    """
    version = -1
    with contextlib.suppress(OSError):
        write(_event("", ""))  # the browser knows that it is connected
        while preview.is_open:
            before, version = version, preview.version
            look = preview.look(page)
            if look != shown:
                write(_events(preview, page, shown, look))
                shown = look
            elif before == version:
                write(_event("", ""))
            version = preview.wait(version, BEAT)


def _events(preview: PreviewedSite, page: str, shown: PageLook, look: PageLook) -> bytes:
    """Return what a page is told that looks as *shown*, and is to *look* otherwise."""
    if look.page != shown.page:
        return _event("page", "")
    told = b""
    if look.problems != shown.problems:
        told += _event("problems", json.dumps(preview.problems + preview.warnings))
    if look.sheets != shown.sheets:
        told += _event("sheets", json.dumps(preview.sheets(page)))
    return told + _event("look", str(look))


def _event(kind: str, text: str) -> bytes:
    """Return one event, or a comment when it has no *kind*."""
    return (f"event: {kind}\ndata: {text}\n\n" if kind else ":\n\n").encode()
