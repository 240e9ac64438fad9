#!/bin/sh
# playwright 1.65.2 (PyPI), read on 2026-11-29.
# Behaviour: the synchronous API can be started once at a time in a thread. A second start, as a library makes
# one that is handed no page, fails with a sentence about asyncio, though neither program uses it; in a thread of
# its own it succeeds.
# Output seen: Error "It looks like you are using Playwright Sync API inside the asyncio loop."; then: started.
# One would have guessed: a second driver, or an error that says that one is running already.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check playwright==1.65.2 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import threading

from playwright.sync_api import Error, sync_playwright

told, in_a_thread = "", []


def start():
    with sync_playwright() as other:
        in_a_thread.append(other.chromium.name)


with sync_playwright():
    try:
        with sync_playwright():
            pass
    except Error as error:
        told = str(error).splitlines()[0]
    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
print(told, in_a_thread)
assert "inside the asyncio loop" in told, "the behaviour has changed"
assert in_a_thread == ["chromium"], "the behaviour has changed"
PYTHON
