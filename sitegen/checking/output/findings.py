"""The facts of all files held against one another -> findings; findings -> diagnostics. Pure."""

import difflib
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.checking.output.addresses import LinkTarget, OutputAddresses
from sitegen.checking.output.facts import FileFacts
from sitegen.checking.output.origins import Origin, Origins
from sitegen.errors import Diagnostic
from sitegen.model import Page
from sitegen.model.kinds import ELSEWHERE, REDIRECT
from sitegen.wording.translation import _, ngettext

MOST_SUGGESTIONS = 30
"""Where more is wrong, one thing is: each takes a comparison with all that there is."""


_Words = tuple[tuple[str, str], ...]


class OutputFinding(NamedTuple):
    """Something to mend in a file of the output."""

    code: str
    file: str
    line: int
    column: int
    values: _Words = ()


def find(
    facts: Mapping[str, FileFacts], files: Collection[str], addresses: OutputAddresses
) -> Iterator[OutputFinding]:
    """Yield what is wrong in the output's *files*, of which *facts* are known."""
    targets = _Targets(facts, files, addresses)
    for file in sorted(facts):
        known = facts[file]
        for problem in known.problems:
            yield OutputFinding(
                problem.code, file, problem.line, problem.column, tuple(problem.values.items())
            )
        for link in known.links:
            target = addresses.read(file, link.address, known.base)
            judged = targets.judge(target)
            if judged:
                values = {"address": link.address, "suggestion": "", **judged[1]}
                yield OutputFinding(judged[0], file, link.line, link.column, tuple(values.items()))


class _Targets:
    """Judges where addresses lead, each place once."""

    def __init__(
        self, facts: Mapping[str, FileFacts], files: Collection[str], addresses: OutputAddresses
    ) -> None:
        self._ids = {
            file: frozenset(fact.ids) for file, fact in facts.items() if fact.ids is not None
        }
        self._files = files
        self._base = addresses.base_path
        self._judged: dict[LinkTarget, tuple[str, dict[str, str]] | None] = {}
        self._suggested = 0

    def judge(self, target: LinkTarget) -> tuple[str, dict[str, str]] | None:
        """Return the code and the values of what is wrong with a target; None if it is there."""
        if target not in self._judged:
            self._judged[target] = self._judge(target)
        return self._judged[target]

    def _judge(self, target: LinkTarget) -> tuple[str, dict[str, str]] | None:
        if target.place == "outside":
            return "output-outside", {"base": f"{self._base}/"}
        if target.place != "own":
            return None
        if target.path not in self._files:
            return "output-broken-link", {"suggestion": self._suggest(target.path, self._files)}
        ids = self._ids.get(target.path)
        if target.fragment and ids is not None and target.fragment not in ids:
            values = {"anchor": target.fragment, "suggestion": self._suggest(target.fragment, ids)}
            return "output-broken-anchor", values
        return None

    def _suggest(self, word: str, known: Collection[str]) -> str:
        """Return how to go on when *word* is misspelt: a sentence, or nothing."""
        self._suggested += 1
        if self._suggested > MOST_SUGGESTIONS:
            return ""
        folded = sorted(other for other in known if other.lower() == word.lower())
        near = folded or difflib.get_close_matches(word, sorted(known), 1, 0.85)
        return " " + _("Did you mean `{word}`?").format(word=near[0]) if near else ""


def orphans(
    facts: Mapping[str, FileFacts], pages: Mapping[str, Page], addresses: OutputAddresses
) -> Iterator[OutputFinding]:
    """Yield the pages of documents that no other page links to: readers cannot come upon them."""
    linked = set()
    for file, known in facts.items():
        kind = pages.get(file, Page("", "")).kind
        if known.is_passage and kind in (REDIRECT.name, ELSEWHERE.name):
            continue
        for link in known.links:
            if link.kind == "link":
                target = addresses.read(file, link.address, known.base)
                if target.place == "own" and target.path != file:
                    linked.add(target.path)
    for path in sorted(facts):
        page = pages.get(path)
        is_shown = page is not None and page.traits.is_of_document
        if is_shown and path not in linked and not facts[path].is_passage:
            yield OutputFinding("orphan-page", path, 0, 0)


def diagnose(findings: Iterable[OutputFinding], origins: Origins, folder: str) -> list[Diagnostic]:
    """Return a diagnostic for each finding: where it was written, else at its place below *folder*.

    The same finding on many pages, as of a link in their foot, is told once: where it stands first,
    and on how many it does. So is what one place in a source makes, as in each row of each list,
    where it leads elsewhere from each page, and in feeds, which spell addresses out.
    """
    met: Counter[tuple[str, str, _Words]] = Counter()
    same: dict[tuple[str, str, _Words, int], list[OutputFinding]] = {}
    for finding in findings:
        words = tuple(pair for pair in finding.values if pair[0] != "suggestion")
        met[finding.file, finding.code, words] += 1
        # Of what has an address the mend is one; of others the second of a page is another mistake.
        number = 0 if "address" in dict(words) else met[finding.file, finding.code, words]
        place = finding.file if finding.code == "orphan-page" else ""  # each is its document's own
        same.setdefault((finding.code, place, words, number), []).append(finding)
    written: dict[tuple[Hashable, ...], tuple[list[OutputFinding], Origin | None]] = {}
    for key, group in same.items():
        origin = origins.find(_values(group), {finding.file for finding in group})
        source = (key[0], origin) if origin is not None and origin.line else key
        written.setdefault(source, ([], origin))[0].extend(group)
    return [_diagnostic(group, origin, origins, folder) for group, origin in written.values()]


def _values(group: list[OutputFinding]) -> dict[str, str]:
    """Return what all of *group* say; no suggestion where each page has another."""
    values = dict(group[0].values)
    suggestions = {dict(finding.values).get("suggestion", "") for finding in group}
    return values | ({"suggestion": ""} if len(suggestions) > 1 else {})


def _diagnostic(
    group: list[OutputFinding], origin: Origin | None, origins: Origins, folder: str
) -> Diagnostic:
    first = group[0]
    page = origins.pages.get(first.file)
    values = _values(group)
    if first.code == "orphan-page" and page is not None:  # its document can say that it is meant
        return Diagnostic(first.code, f"content/{page.subject}", values={**values, "where": ""})
    files = list(dict.fromkeys(finding.file for finding in group))
    if origin is not None:
        shown = page.url if page is not None and page.url else first.file
        values["where"] = f" ({_on(files, shown)})"
        return Diagnostic(first.code, *origin, values)
    values["where"] = _at_its_place(files, origins)
    return Diagnostic(first.code, f"{folder}/{first.file}", first.line, first.column, values)


def _on(files: list[str], page: str) -> str:
    """Return on which page it is seen."""
    if len(files) == 1:
        return _("on {page}").format(page=page)
    number = len(files)
    text = ngettext(
        "on {number} page, for example {page}", "on {number} pages, for example {page}", number
    )
    return text.format(number=number, page=page)


def _at_its_place(files: list[str], origins: Origins) -> str:
    """Return what is known of where it comes from, in parentheses; nothing if that is nothing."""
    document = origins.document_of(files)
    number = len(files)
    if number > 1:
        template = origins.template_of(files)
        parts = [
            ngettext("on {number} page", "on {number} pages, for example here", number),
            _("all that show the template {template}") if template else "",
        ]
        text = ", ".join(filter(None, parts)).format(number=number, template=template)
    elif document:
        text = _("the page of {document}").format(document=f"content/{document}")
    else:
        return ""
    return f" ({text})"
