"""The output's links to other hosts -> diagnostics. Does I/O, and network I/O by its parts."""

import fnmatch
import os
import time
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from sitegen.checking.output.built import check_folder
from sitegen.checking.output.check import Looked
from sitegen.checking.output.external.remembered import RememberedVerdict, keep, recall
from sitegen.checking.output.external.schedule import PAUSE, ask_all
from sitegen.checking.output.external.verdicts import Verdict
from sitegen.checking.output.findings import OutputFinding, diagnose
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import Progress, no_progress
from sitegen.errors import Diagnostic
from sitegen.network.hosts import resolve_public
from sitegen.network.request import Client
from sitegen.wording.translation import _

FORMS = (
    "https://calendar.google.com/calendar/*",
    "https://outlook.live.com/calendar/*",
    "https://outlook.office.com/calendar/*",
    "https://www.openstreetmap.org/*",
)
"""What sitegen writes itself, with each event's own values behind: asking would tell nothing."""
_FOLLOWED = ("link", "load")


def check_external(
    site: OpenSite,
    looked: Looked,
    seconds: float,
    client: Client | None = None,
    pause: float = PAUSE,
    progress: Progress = no_progress,
) -> list[Diagnostic]:
    """Return what is wrong with links to other hosts; at most *seconds* are spent on asking."""
    ignored = (*FORMS, *site.config.check.external.ignore)
    links = dict(_links(looked, ignored))
    path = os.path.join(check_folder(site.options.root), "external.json")
    client = client or Client(resolve_public, site.config.url)
    verdicts = find_verdicts(set(links), path, client, seconds, pause, progress)
    findings = [
        finding for url in sorted(links) for finding in _findings(url, verdicts[url], links[url])
    ]
    return diagnose(findings, looked.origins, looked.folder)


def _links(
    looked: Looked, ignored: Collection[str]
) -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """Yield the addresses on other hosts, each with its places."""
    targets: dict[str, list[tuple[str, int, int]]] = {}
    for file, facts in sorted(looked.facts.items()):
        for link in facts.links:
            target = looked.addresses.read(file, link.address, facts.base)
            if link.kind in _FOLLOWED and target.place == "elsewhere":
                targets.setdefault(target.path, []).append((file, link.line, link.column))
    for url, places in targets.items():
        if not any(fnmatch.fnmatchcase(url, pattern) for pattern in ignored):
            yield url, places


def find_verdicts(
    urls: Collection[str],
    path: str,
    client: Client,
    seconds: float,
    pause: float = PAUSE,
    progress: Progress = no_progress,
) -> dict[str, Verdict]:
    """Return what is known of *urls*, from earlier checks or by asking."""
    known = recall(path, time.time())
    asked = sorted(url for url in urls if url not in known)
    done: list[str] = []

    def told(url: str, verdict: Verdict) -> None:
        known[url] = RememberedVerdict(verdict, time.time())
        done.append(url)
        progress("ask", len(done), len(asked))

    unknown = Verdict("unsure", _("there was no time left to ask (--external-timeout)"))
    try:
        ask_all(asked, client, seconds, told, pause)
        if _is_offline({url: known[url].verdict for url in asked if url in known}):
            known = {url: verdict for url, verdict in known.items() if url not in asked}
            unknown = Verdict("unsure", _("no name can be looked up: is there a network?"))
    finally:
        keep(path, known, urls)  # also what was answered before Ctrl-C
    return {url: known[url].verdict if url in known else unknown for url in urls}


def _is_offline(verdicts: dict[str, Verdict]) -> bool:
    """Whether no name at all was known, of several."""
    hosts = {urlsplit(url).netloc for url in verdicts}
    return len(hosts) > 2 and all(verdict.is_nameless for verdict in verdicts.values())


def _findings(
    url: str, verdict: Verdict, places: list[tuple[str, int, int]]
) -> Iterator[OutputFinding]:
    if verdict.kind == "fine":
        return
    values = (("address", url), ("reason", verdict.reason), ("target", verdict.target))
    for file, line, column in places:
        yield OutputFinding(f"external-{verdict.kind}", file, line, column, values)
