"""The site that can be published, beside what was built last: what is stale, and why.

Where sources have mistakes, what they were when they were published last stands in for them. What
is looked at is then a site without mistakes, with all that was changed soundly.
"""

from sitegen.catalogue import is_error
from sitegen.engine.configuring import load_config
from sitegen.engine.opening import OpenSite, Task
from sitegen.engine.stages.blame import Blame
from sitegen.engine.stages.compare import Trace, find_stale
from sitegen.engine.stages.read import Inputs
from sitegen.engine.stages.record import restamp
from sitegen.engine.stages.standing import THEME, Changes, source_of, stand_in
from sitegen.engine.state.accepted import Accepted
from sitegen.engine.state.records import PageRecord, Reason
from sitegen.engine.tool import tool_digest
from sitegen.errors import Diagnostic, UsageError
from sitegen.model import Page
from sitegen.model.kinds import STATIC
from sitegen.names import CONTENT, SITE_FILE
from sitegen.site.horizon import next_change
from sitegen.site.links import dead_targets
from sitegen.site.urls import output_path


class Inspection(OpenSite):
    """The site beside what was built last: what is stale, and why. The output is left as it is."""

    def __init__(
        self, task: Task, held: frozenset[str] = frozenset(), *, is_first: bool = False
    ) -> None:
        """*held*: sources that are to stand as they were published, whatever is found.

        *is_first*: what stands in the output is this build's own: nothing was published before.
        """
        disk = task.disk
        self.output = disk.output
        self.progress = task.progress
        self.memory = task.memory
        self.watch = task.watch
        pages = disk.state.pages()
        self._subjects = {path: record.page.subject for path, record in pages.items()}
        if disk.state.meta("tool") != tool_digest():
            disk.state.forget_pages()
            pages = {}
        self.present = disk.output.listing() if disk.present is None else disk.present
        self.restamped: dict[str, PageRecord] = restamp(pages, self.present, disk.output)
        self.is_first = is_first or not self.present
        questions = disk.state.questions()
        self.trace = Trace(pages | self.restamped, questions, disk.state.numbers(questions))
        self.site_yaml = disk.site_yaml
        """The settings that the site is made by."""
        super().__init__(task)
        self.accepted = Accepted(disk.state)
        self.held = held
        """The sources that stand as they were published, or are left out."""
        self.is_sound = True
        """Whether what is planned is a site without mistakes."""
        self.is_blocked = False
        """Whether nothing is to be written: what mistakes would change cannot be told."""
        self._wrong: list[Diagnostic] = []
        if held or _errors(self.diagnostics):
            self._hold(held)
        self.planned = self._pages_to_make()
        self.stale = self._without_held(
            find_stale(self.planned, self.trace, self.changed, self.present)
        )
        self.watch.lap("compare", len(self.stale), len(self.planned))

    def _plan(self, inputs: Inputs) -> None:
        super()._plan(inputs)
        # Here, as whatever these raise has its document.
        self.until = self.known.until if self.known else next_change(self.session.index)
        self.changed = self.trace.changed(self.session.questions, self.changed_texts)

    @property
    def changes(self) -> Changes:
        """What is not as the last build took it."""
        return Changes(self.written, self._task.disk.site_yaml, self.accepted)

    def _hold(self, held: frozenset[str]) -> None:
        """Let what was published stand in for what answers for mistakes, until there are none."""
        told = list(self.diagnostics)
        dead: frozenset[tuple[str, str]] = frozenset()
        blame = Blame(
            self.changes,
            lambda: self.accepted.documents,
            lambda path: self._subjects.get(path, ""),
        )
        if held:
            self._stand(held, dead)
        while wrong := self._unanswered(held):
            if found := self._dead_links() - dead:
                dead |= found
            elif more := blame.answering(wrong, held):
                held |= more
            else:
                break
            self._stand(held, dead)
            told += (one for one in self.diagnostics if one.code == "document-failed")
        self.held = held
        self._wrong = wrong
        self.is_sound = not wrong
        is_unknown = self.accepted.beside is None and not self.is_first
        self.is_blocked = is_unknown or (not self.is_sound and self.changes.is_sound)
        self.diagnostics = told

    def _dead_links(self) -> frozenset[tuple[str, str]]:
        """Return the links to what was removed, of documents that stand as they were published."""
        if self.accepted.beside is None:
            return frozenset()
        changed = {one.removeprefix(f"{CONTENT}/") for one in self.changes.documents}
        standing = self.inputs.documents.keys() - (changed - self.inputs.snapshot.held.kept)
        return dead_targets(self.session.index, self.plan.pages, standing, self._is_gone)

    def _is_gone(self, target: str) -> bool:
        """Whether authors took away what a link led to; other changes answer for dead links."""
        if not target.startswith("/"):
            written = self.written.snapshot
            documents = self.written.documents.keys() | written.unread
            return target not in documents and target not in written.files
        path = output_path(target.partition("?")[0])
        if self.changes.beside & {SITE_FILE, THEME}:
            return False
        subjects = (self._subjects.get(one, "") for one in (path, f"{path}/index.html"))
        return self.session.index.entries.keys().isdisjoint(subjects)

    def _stand(self, held: frozenset[str], dead: frozenset[tuple[str, str]]) -> None:
        """Open the site with the sources in *held* as they were published, and no *dead* link."""
        beside = self.accepted.beside
        inputs = self.written
        if SITE_FILE in held and beside is not None and self.site_yaml != beside.site_yaml:
            options = self.options
            try:
                configuration = load_config(options.root, beside.site_yaml, options.base_url)
            except UsageError:  # it chooses what is not there any more
                return
            self.site_yaml = beside.site_yaml
            inputs = self.written = self._read(configuration)
        self._open(stand_in(inputs, self.accepted, held, dead))

    def _unanswered(self, held: frozenset[str]) -> list[Diagnostic]:
        """Return the errors of the site as it stands, but for those in forms that are not taken."""
        gone = held - {f"{CONTENT}/{one}" for one in self.inputs.snapshot.held.kept}
        as_written = set(map(_key, self.written.diagnostics))
        changes = self.changes
        return [
            one
            for one in _errors(self.diagnostics)
            if not (
                # What was not read is not there: it answers if something else stood in its place.
                (_key(one) in as_written and not changes.at(source_of(one.path)) - held)
                or (one.code == "document-failed" and one.path in gone)
            )
        ]

    def _pages_to_make(self) -> dict[str, Page]:
        """Return what is planned, but for documents whose mistakes have to be borne with.

        Their pages stay as they are.
        """
        wrong = {one.path for one in self._wrong}
        return {
            path: page
            for path, page in self.plan.pages.items()
            if not (page.traits.is_of_document and f"{CONTENT}/{page.subject}" in wrong)
        }

    def _without_held(self, stale: dict[str, Reason]) -> dict[str, Reason]:
        """Return *stale* without files whose bytes of today are not those that are to stand."""
        if not self.held:
            return stale

        def is_held(page: Page) -> bool:
            if page.kind == STATIC.name:
                return THEME in self.held
            return page.traits.made in ("copy", "pixels") and self._is_other(page.subject)

        return {path: one for path, one in stale.items() if not is_held(self.planned[path])}

    def _is_other(self, file: str) -> bool:
        """Whether *file* is not as it stands on the disk."""
        facts = self.inputs.snapshot.files.get(file)
        return facts is not None and facts != self.written.snapshot.files.get(file)


def _errors(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    return list(filter(is_error, diagnostics))


def _key(one: Diagnostic) -> tuple[object, ...]:
    return one.sort_key[:4]
