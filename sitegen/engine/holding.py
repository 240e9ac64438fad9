"""Hold back what has mistakes: what was published stands in for it, until none is left.

What is looked at is then a site without mistakes, with all that was changed soundly.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sitegen.catalogue import is_error
from sitegen.catalogue.plugins import MESSAGES as OF_PLUGINS
from sitegen.engine.configuring import load_config
from sitegen.engine.opening import OpenSite, WrittenSite, read_site
from sitegen.engine.plugins import recall_plugins
from sitegen.engine.stages.blame import Blame, Private
from sitegen.engine.stages.read import Inputs
from sitegen.engine.stages.stand_in import (
    THEME,
    ChangedSources,
    changed_sources,
    source_answering,
    stand_in,
)
from sitegen.engine.state.accepted import Accepted
from sitegen.errors import Diagnostic, UsageError
from sitegen.names import CONTENT, SITE_FILE
from sitegen.site.checks.links import dead_targets
from sitegen.site.urls import output_path


class Sight(NamedTuple):
    """The site with what stands in for mistakes, at one step."""

    site: OpenSite
    site_yaml: bytes
    """The settings that it is made by."""
    until: float
    """When it next changes by itself, as a timestamp."""
    changed: set[int]
    """The ids of the questions whose answers are others now."""


class Settled(NamedTuple):
    """What came of holding sources back."""

    sight: Sight
    diagnostics: tuple[Diagnostic, ...]
    """What is told: of the site as it is written, and of what could not be foreseen."""
    held: frozenset[str] = frozenset()
    wrong: tuple[Diagnostic, ...] = ()
    """The mistakes that nothing stands in for."""
    is_blocked: bool = False


See = Callable[[WrittenSite, Inputs, bytes], Sight]
"""What the site is when it is made of these inputs, by these settings."""


def hold(
    sight: Sight,
    held: frozenset[str],
    accepted: Accepted,
    subjects: Mapping[str, str],
    see: See,
    *,
    is_first: bool,
) -> Settled:
    """Let what was published stand in for what answers for mistakes, until there are none."""
    told = list(sight.site.diagnostics)
    dead: frozenset[tuple[str, str]] = frozenset()
    changes = changes_of(sight.site, accepted)

    def blame(wrong: Iterable[Diagnostic]) -> frozenset[str]:
        index = sight.site.session.index
        culprits = Blame(
            changes, lambda: accepted.documents, lambda path: subjects.get(path, ""), index
        )
        return culprits.answering(wrong, held)

    if held:
        sight = _standing(sight, held, dead, accepted, see)
    while wrong := _unanswered(sight, held, accepted):
        if more_dead := _dead_links(sight.site, accepted, subjects) - dead:
            dead |= more_dead
        elif more := blame(wrong):
            held |= more
        else:
            break
        before = sight.site.inputs.snapshot.held.renamed
        sight = _standing(sight, held, dead, accepted, see)
        if dead and sight.site.inputs.snapshot.held.renamed != before:
            dead = frozenset()  # what a text that is there again was linked to by leads to it
            sight = _standing(sight, held, dead, accepted, see)
        told += (
            diagnostic
            for diagnostic in sight.site.diagnostics
            if diagnostic.code == "document-failed"
        )
    private = Private(sight.site.session.index)
    # What nothing stands in for is borne by its readers; what others have is the same with it.
    wrong = [diagnostic for diagnostic in wrong if not private.readers_of(diagnostic)]
    is_unknown = accepted.beside is None and not is_first
    is_blocked = is_unknown or (bool(wrong) and changes_of(sight.site, accepted).is_sound)
    return Settled(sight, tuple(told), held, tuple(wrong), is_blocked)


def changes_of(site: OpenSite, accepted: Accepted) -> ChangedSources:
    """Return what is not as the last build took it."""
    return changed_sources(site.written.inputs, site.task.disk.site_yaml, accepted)


def _standing(
    sight: Sight,
    held: frozenset[str],
    dead: frozenset[tuple[str, str]],
    accepted: Accepted,
    see: See,
) -> Sight:
    """Return the site with the sources in *held* as they were published, and no *dead* link."""
    task, beside = sight.site.task, accepted.beside
    written, site_yaml = sight.site.written, sight.site_yaml
    if SITE_FILE in held and beside is not None and site_yaml != beside.site_yaml:
        options = task.options
        try:
            configuration = load_config(
                options.root,
                beside.site_yaml,
                options.base_url,
                options.keys,
                recall_plugins(task.disk.state),
            )
        except UsageError:  # it chooses what is not there any more
            return sight
        site_yaml = beside.site_yaml
        written = read_site(task, configuration)
    return see(written, stand_in(written.inputs, accepted, held, dead), site_yaml)


def _dead_links(
    site: OpenSite, accepted: Accepted, subjects: Mapping[str, str]
) -> frozenset[tuple[str, str]]:
    """Return the links to what was removed, of documents that stand as they were published."""
    if accepted.beside is None:
        return frozenset()
    changes, written = changes_of(site, accepted), site.written.inputs
    changed = {path.removeprefix(f"{CONTENT}/") for path in changes.documents}
    standing = site.inputs.documents.keys() - (changed - site.inputs.snapshot.held.kept)
    known = written.documents.keys() | written.snapshot.unread | written.snapshot.files.keys()
    is_other = bool(changes.beside & {SITE_FILE, THEME})
    shown = site.session.index.every_entry.keys()

    def is_gone(target: str) -> bool:
        """Whether authors took away what a link led to; other changes answer for dead links."""
        if not target.startswith("/"):
            return target not in known
        path = output_path(target.partition("?")[0])
        stood = (subjects.get(name, "") for name in (path, f"{path}/index.html"))
        return not is_other and shown.isdisjoint(stood)

    dead = (
        dead_targets(version, site.plan.pages, standing, is_gone)
        for version in site.session.index.everywhere
    )
    return frozenset().union(*dead)


def _unanswered(sight: Sight, held: frozenset[str], accepted: Accepted) -> list[Diagnostic]:
    """Return the errors of the site as it stands, but for those in forms that are not taken."""
    site = sight.site
    gone = held - {f"{CONTENT}/{document_id}" for document_id in site.inputs.snapshot.held.kept}
    as_written = set(map(_key, site.written.inputs.diagnostics))
    changes = changes_of(site, accepted)
    return [
        mistake
        for mistake in errors(site.diagnostics)
        if not (
            # What was not read is not there: it answers if something else stood in its place.
            (_key(mistake) in as_written and not changes.at(source_answering(mistake)) - held)
            or (mistake.code == "document-failed" and mistake.path in gone)
        )
    ]


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the errors for which sources are held back: none of a plugin's that is not at work.

    What such a one made stands in for it (`engine/plugins.py`).
    """
    return [
        diagnostic
        for diagnostic in diagnostics
        if is_error(diagnostic)
        and (diagnostic.code not in OF_PLUGINS or "page" in diagnostic.values)
    ]


def _key(diagnostic: Diagnostic) -> tuple[object, ...]:
    return diagnostic.sort_key[:4]
