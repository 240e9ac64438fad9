"""A few files as an output, and what is found in them."""

from collections.abc import Mapping

from sitegen.checking.output.addresses import OutputAddresses
from sitegen.checking.output.examine import examine, examiner
from sitegen.checking.output.findings import OutputFinding, find

URL = "https://hub.example.org/"


def page(body: str, head: str = "") -> str:
    """Return a page without a mistake around *body*, which begins on line 3."""
    title = '<meta charset="utf-8"><title>Titre</title>'
    return (
        f'<!DOCTYPE html>\n<html lang="fr"><head>{title}{head}</head><body>\n{body}\n</body></html>'
    )


def findings(files: Mapping[str, str | bytes], url: str = URL) -> list[OutputFinding]:
    """Return what is wrong in an output of these *files*."""
    contents = {
        path: text.encode() if isinstance(text, str) else text for path, text in files.items()
    }
    facts = {path: examine(path, content) for path, content in contents.items() if examiner(path)}
    return list(find(facts, files, OutputAddresses(url, files)))


def codes(files: Mapping[str, str | bytes], url: str = URL) -> list[str]:
    """Return the codes of what is wrong in an output of these *files*."""
    return [finding.code for finding in findings(files, url)]


def found_in(body: str, head: str = "") -> list[tuple[str, int, int]]:
    """Return code, line and column of what is wrong with a page of this *body*."""
    return [
        (finding.code, finding.line, finding.column)
        for finding in findings({"index.html": page(body, head)})
    ]
