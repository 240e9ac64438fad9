"""Run Pagefind over some pages, in a folder of its own. Does I/O.

Nothing but the pages and the language decides what it makes: its settings are looked for in the
working folder and in the environment, so it gets neither.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable

from sitegen.engine.search.elisions import split_elisions
from sitegen.engine.search.pagefind_files import UnknownFormatError, put_in_order
from sitegen.wording.phrases import with_gaps

PATIENCE = 60.0
"""Seconds that indexing may take beside what its pages take."""
PATIENCE_PER_PAGE = 0.05
"""Seconds; some twenty times what a page of 500 words takes."""
_UNUSED = ("-ui.", "-highlight.")
"""In the names of Pagefind's own interfaces: 400 kB that our page has no use for."""


_GLANCE = 0.05
"""Seconds after which it is asked again whether to go on."""


class PageIndexingError(Exception):
    """One page, whose path this names, cannot be read; the cause says why."""


class IndexingError(Exception):
    """There is no index; the message says why, for people."""


class InterruptedIndexingError(Exception):
    """There is no index: something else is to be done first."""


def make_index(
    pages: Iterable[str],
    output: str,
    work: str,
    language: str,
    is_interrupted: Callable[[], bool],
) -> dict[str, str]:
    """Index *pages* (paths below *output*) and return the index's files: path to file on disk.

    The paths are below the index's own folder; what must be published last is last. *work* is
    a folder that is made anew and left to the caller to remove. Raises `IndexingError`,
    `PageIndexingError`, and
    `InterruptedIndexingError` soon after *is_interrupted* says so.
    """
    site, made = os.path.join(work, "site"), os.path.join(work, "made")
    try:
        shutil.rmtree(work, ignore_errors=True)
        os.makedirs(site)
        count = _lay_out(_until(is_interrupted, pages), output, site, is_french=language == "fr")
        if count:
            patience = PATIENCE + count * PATIENCE_PER_PAGE
            _run(site, made, language, work, patience, is_interrupted)
            put_in_order(made)
        return dict(sorted(_files(made), key=lambda pair: (_rank(pair[0]), pair[0])))
    except OSError as error:
        raise IndexingError(error.strerror or str(error)) from error
    except UnknownFormatError as error:
        text = "this Pagefind writes files that are not known here ({error})"
        raise IndexingError(with_gaps(text, error=str(error))) from error


def _until(is_interrupted: Callable[[], bool], pages: Iterable[str]) -> Iterable[str]:
    for page in pages:
        if is_interrupted():
            raise InterruptedIndexingError
        yield page


def _lay_out(pages: Iterable[str], output: str, site: str, *, is_french: bool) -> int:
    """Bring *pages* to the folder *site*, as they are to be read; return how many there are.

    Pagefind would read all pages of the output, lists of tags and months included, to find out that
    they are not to be indexed.
    """
    count = 0
    folders = {site}
    for path in pages:
        target = f"{site}/{path}"
        folder = target.rpartition("/")[0]
        if folder not in folders:
            os.makedirs(folder, exist_ok=True)
            folders.add(folder)
        try:
            _bring(f"{output}/{path}", target, is_french=is_french)
        except OSError:
            raise
        except Exception as error:
            raise PageIndexingError(path) from error
        count += 1
    return count


def _bring(source: str, target: str, *, is_french: bool) -> None:
    if not is_french:
        _link(source, target)
        return
    with open(source, encoding="utf-8", newline="") as file:
        html = split_elisions(file.read())
    with open(target, "w", encoding="utf-8", newline="") as file:
        file.write(html)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, target)


def _run(
    site: str,
    made: str,
    language: str,
    folder: str,
    patience: float,
    is_interrupted: Callable[[], bool],
) -> None:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")
    }
    arguments = ["--site", site, "--output-path", made, "--force-language", language, "--silent"]
    try:
        with subprocess.Popen(
            [_program(), *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process:
            try:
                said = _wait(process, patience, is_interrupted)
            except BaseException:
                process.kill()
                raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise IndexingError(with_gaps("Pagefind cannot be run: {error}", error=reason)) from error
    if process.returncode:
        lines = said.decode("utf-8", "replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "")
        code, told = str(process.returncode), last or "no reason"
        raise IndexingError(with_gaps("Pagefind ended with {code}: {error}", code=code, error=told))


def _wait(
    process: subprocess.Popen[bytes], patience: float, is_interrupted: Callable[[], bool]
) -> bytes:
    """Return what *process* said until it ended."""
    end = time.monotonic() + patience
    while True:
        try:
            return process.communicate(timeout=_GLANCE)[0]
        except subprocess.TimeoutExpired as error:
            if is_interrupted():
                raise InterruptedIndexingError from error
            if time.monotonic() > end:
                text = "Pagefind did not end within {seconds} s"
                raise IndexingError(with_gaps(text, seconds=f"{patience:.0f}")) from error


def _program() -> str:
    """Return Pagefind's program, as the package that brings it says; raises `IndexingError`."""
    try:
        from pagefind_bin import get_executable

        return str(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise IndexingError("there is no Pagefind for this system") from error


def _files(made: str) -> Iterable[tuple[str, str]]:
    for folder, _, names in os.walk(made):
        for name in names:
            if not any(part in name for part in _UNUSED):
                file = os.path.join(folder, name)
                yield os.path.relpath(file, made).replace(os.sep, "/"), file


def _rank(path: str) -> int:
    """Return 1 for the file that leads to all others: readers see the old index or the new."""
    return int(path == "pagefind-entry.json")
