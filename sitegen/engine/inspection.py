"""The site that can be published, beside what was built last: what is stale, and why.

Where sources have mistakes, what they were when they were published last stands in for them. What
is looked at is then a site without mistakes, with all that was changed soundly.
"""

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.disk.stamps import Stamp
from sitegen.engine.holding import Settled, Sight, changes_of, errors, hold
from sitegen.engine.locked import Disk
from sitegen.engine.lost_plugins import is_lost
from sitegen.engine.memory import BuildMemory
from sitegen.engine.opening import OpenSite, Task, WrittenSite, planned, read_site
from sitegen.engine.options import Progress
from sitegen.engine.output import Output
from sitegen.engine.reasons import Reason
from sitegen.engine.stages.compare import Trace, find_stale
from sitegen.engine.stages.read import Inputs
from sitegen.engine.stages.record import restamp
from sitegen.engine.stages.stand_in import THEME, ChangedSources
from sitegen.engine.state.accepted import Accepted
from sitegen.engine.state.records import PageRecord
from sitegen.engine.timing.watch import Watch
from sitegen.engine.tool import tool_digest
from sitegen.engine.unread import site_as_meant, told_of_unread
from sitegen.errors import Diagnostic
from sitegen.model import Page
from sitegen.model.kinds import STATIC
from sitegen.names import CONTENT
from sitegen.site.horizon import next_change


class Past(msgspec.Struct, frozen=True):
    """What the last build left, as it is found now."""

    present: Mapping[str, Stamp]
    """The files of the output."""
    restamped: Mapping[str, PageRecord]
    trace: Trace
    subjects: Mapping[str, str]
    """What stood at each path of the output."""


class Inspection(OpenSite, frozen=True, kw_only=True, eq=False):
    """The site beside what was built last: what is stale, and why. The output is left as it is."""

    present: Mapping[str, Stamp]
    restamped: Mapping[str, PageRecord]
    trace: Trace
    is_first: bool
    """Whether nothing was published before."""
    accepted: Accepted
    site_yaml: bytes
    """The settings that the site is made by."""
    until: float
    changed: set[int]
    held: frozenset[str]
    """The sources that stand as they were published, or are left out."""
    is_sound: bool
    """Whether what is planned is a site without mistakes."""
    is_blocked: bool
    """Whether nothing is to be written: what mistakes would change cannot be told."""
    planned: Mapping[str, Page]
    stale: dict[str, Reason]

    @property
    def output(self) -> Output:
        return self.task.disk.output

    @property
    def progress(self) -> Progress:
        return self.task.progress

    @property
    def memory(self) -> BuildMemory | None:
        return self.task.memory

    @property
    def watch(self) -> Watch:
        return self.task.watch

    @property
    def changes(self) -> ChangedSources:
        """What is not as the last build took it."""
        return changes_of(self, self.accepted)


def inspect_site(
    task: Task, held: frozenset[str] = frozenset(), *, is_first: bool = False
) -> Inspection:
    """Return the site that can be published, beside what was built last.

    *held*: sources that are to stand as they were published, whatever is found. *is_first*: what
    stands in the output is this build's own: nothing was published before.
    """
    past = _recall(task.disk)
    is_first = is_first or not past.present
    earlier = task.memory.take() if task.memory else None
    written = read_site(task, task.configuration)

    def see(written: WrittenSite, inputs: Inputs, site_yaml: bytes) -> Sight:
        def look(site: OpenSite) -> Sight:  # whatever this raises has its document, too
            until = site.known.until if site.known else next_change(site.session.index)
            changed = past.trace.changed(site.session.questions, site.changed_texts)
            return Sight(site, site_yaml, until, changed)

        return planned(task, written, inputs, earlier, look)

    sight = see(written, written.inputs, task.disk.site_yaml)
    unread: tuple[Diagnostic, ...] = ()
    if meant := site_as_meant(sight.site):
        with meant:
            unread = tuple(told_of_unread(sight.site, meant.diagnostics))
    accepted = Accepted(task.disk.state)
    settled = Settled(sight, sight.site.diagnostics)
    if held or errors(sight.site.diagnostics):
        settled = hold(sight, held, accepted, past.subjects, see, is_first=is_first)
    site = settled.sight.site
    if any(map(is_lost, site.inputs.snapshot.plugins)):
        # Nobody knows what it made: pages that it planned would be strays.
        lost = accepted.beside is None and not is_first
        settled = settled._replace(is_blocked=settled.is_blocked or lost)
    pages = _pages_to_make(site, settled.wrong)
    stale = find_stale(pages, past.trace, settled.sight.changed, past.present)
    stale = _without_held(stale, pages, site, settled.held)
    task.watch.lap("compare", len(stale), len(pages))
    opened = {name: getattr(site, name) for name in OpenSite.__struct_fields__}
    return Inspection(
        **opened | {"diagnostics": (*settled.diagnostics, *unread)},
        present=past.present,
        restamped=past.restamped,
        trace=past.trace,
        is_first=is_first,
        accepted=accepted,
        site_yaml=settled.sight.site_yaml,
        until=settled.sight.until,
        changed=settled.sight.changed,
        held=settled.held,
        is_sound=not settled.wrong,
        is_blocked=settled.is_blocked,
        planned=pages,
        stale=stale,
    )


def _recall(disk: Disk) -> Past:
    """Return what is remembered of the output; what another tool made is forgotten."""
    state, output = disk.state, disk.output
    pages = state.pages()
    subjects = {path: record.page.subject for path, record in pages.items()}
    if state.meta("tool") != tool_digest():
        state.forget_pages()
        pages = {}
    present = output.present() if disk.present is None else disk.present
    restamped = restamp(pages, present, output)
    questions = state.questions()
    trace = Trace(pages | restamped, questions, state.numbers(questions))
    return Past(present, restamped, trace, subjects)


def _pages_to_make(site: OpenSite, wrong: Iterable[Diagnostic]) -> Mapping[str, Page]:
    """Return what is planned, but for documents whose mistakes have to be borne with.

    Their pages stay as they are.
    """
    paths = {mistake.path for mistake in wrong}
    if not paths:
        return site.plan.pages
    return {
        path: page
        for path, page in site.plan.pages.items()
        if not (page.traits.is_of_document and f"{CONTENT}/{page.subject}" in paths)
    }


def _without_held(
    stale: dict[str, Reason], pages: Mapping[str, Page], site: OpenSite, held: frozenset[str]
) -> dict[str, Reason]:
    """Return *stale* without files whose bytes of today are not those that are to stand."""
    if not held:
        return stale
    standing, written = site.inputs.snapshot.files, site.written.inputs.snapshot.files

    def is_held(page: Page) -> bool:
        if page.kind == STATIC.name:
            return THEME in held
        if page.traits.made not in ("copy", "pixels", "sealed"):
            return False
        facts = standing.get(page.subject)
        return facts is not None and facts != written.get(page.subject)

    return {path: reason for path, reason in stale.items() if not is_held(pages[path])}
