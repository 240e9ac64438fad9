"""What stands in for sources that have mistakes: the form in which they were published last. Pure.

A *source* is told by its path: a document, a file of ``content/``, what a data file holds (without
its ending); `site.yaml` and the theme are one source each. One that is *held* stands as the last
build took it; if that knew none, it is not there.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

import msgspec

from sitegen.catalogue.plugins import MESSAGES as OF_PLUGINS
from sitegen.disk.workspace import SHARED_DATA, without_way
from sitegen.engine.snapshot import Snapshot
from sitegen.engine.stages.read import Inputs
from sitegen.engine.stages.renamed import former_forms, withheld_where_they_are
from sitegen.engine.state.accepted import Accepted, Beside
from sitegen.errors import Diagnostic
from sitegen.model import Moment
from sitegen.names import BUNDLE_TEXT, CONTENT, is_called, place_of
from sitegen.site.assets import AssetFacts
from sitegen.site.withholding import Held, named_files
from sitegen.sources.document import Document, with_metadata_digest
from sitegen.sources.file_names import read_name
from sitegen.sources.withdrawal import KEYS, Withdrawal

DATA = f"{CONTENT}/_data/"
THEME = "themes"
"""The source that all files of the theme are."""


def source_of(path: str) -> str:
    """Return the source that the file at *path* (of a diagnostic) is, or is part of."""
    path = without_way(path)
    if path.startswith(f"{SHARED_DATA}/"):
        path = f"{CONTENT}/{path}"
    if path.startswith(DATA):
        return path.rpartition(".")[0]
    return THEME if path.startswith(f"{THEME}/") else path


def source_answering(told: Diagnostic) -> str:
    """Return the source at which *told* is to be mended; of a plugin that fails at a document the
    document: it stands as it was until the plugin is mended.
    """
    of_plugin = told.code in OF_PLUGINS and told.values.get("page")
    return source_of(str(of_plugin or told.path))


def stand_in(
    inputs: Inputs,
    accepted: Accepted,
    held: frozenset[str],
    dead: frozenset[tuple[str, str]] = frozenset(),
) -> Inputs:
    """Return *inputs* with the sources in *held* as they were published; `site.yaml` is no part.

    *dead*: links that lead nowhere, and are left out (`links.dead_targets`).
    """
    snapshot = inputs.snapshot
    beside = accepted.beside
    documents, stands = _documents(inputs, accepted, held)
    replaced: dict[str, Any] = {"files": _files(snapshot, accepted, held, stands)}
    data = {key.removeprefix(DATA) for key in held if key.startswith(DATA)}
    if beside and data:
        others = {name: value for name, value in snapshot.data.items() if name not in data}
        known = {name: value for name, value in beside.data.items() if name in data}
        replaced["data"] = dict(sorted((others | known).items()))
    if beside and THEME in held:
        replaced |= {"theme": beside.theme, "static": beside.static}
    published = beside.files if beside else {}
    unread = snapshot.unread | stands.kept & inputs.documents.keys()
    stands = msgspec.structs.replace(
        stands,
        standing=frozenset(published),
        waits_for_the_unread=bool(beside and snapshot.unread),
        dead=dead,
    )
    new = msgspec.structs.replace(snapshot, **replaced, unread=unread, held=stands)
    # What is wrong is told of the site as it is written.
    return msgspec.structs.replace(inputs, snapshot=new, documents=documents, unread={})


def _documents(
    inputs: Inputs, accepted: Accepted, held: frozenset[str]
) -> tuple[dict[str, Document], Held]:
    snapshot = inputs.snapshot
    documents = dict(inputs.documents)
    kept, left_out, waiting = set(), set(), set()
    renamed = former_forms(inputs, accepted, held)
    for key in sorted(held):
        document_id = key.removeprefix(f"{CONTENT}/")
        form = renamed.get(document_id, document_id)
        current, known = documents.get(document_id), accepted.documents.get(form)
        if known is not None:
            wish = inputs.wishes.get(document_id)
            date = current.date if current is not None else wish.date if wish else None
            if form != document_id:
                date = date or read_name(document_id, snapshot.config.typographies).date
            documents[form] = _put_off(_withdrawn(known, wish), date, snapshot)
            kept.add(form)
        if current is not None and (known is None or form != document_id):
            left_out.add(document_id)
        if known is not None and current is not None:
            waiting |= set(named_files(current)) - set(named_files(known))
    for document_id in withheld_where_they_are(renamed, documents, inputs) if renamed else ():
        form = renamed.pop(document_id)  # who moved it there wants it gone
        del documents[form]
        kept.discard(form)
    if accepted.beside is None:
        waiting |= set(_named_by_the_unread(inputs))
    left_out |= _parts_of_the_unread(inputs, accepted) - kept
    standing = {document_id: documents[document_id] for document_id in sorted(documents)}
    stands = Held(frozenset(kept), frozenset(left_out), frozenset(waiting), renamed=renamed)
    return standing, stands


def _named_by_the_unread(inputs: Inputs) -> Iterator[str]:
    """Yield the files whose name stands in a text that cannot be read: of a first build, since no
    other knows what was published, a file that such a text attaches may be part of its embargo.
    """
    texts = [
        unquote(inputs.wishes[key].text) for key in inputs.snapshot.unread & inputs.wishes.keys()
    ]
    for path in inputs.snapshot.files:
        if any(path.rpartition("/")[2] in text for text in texts):
            yield path


def _withdrawn(known: Document, wish: Withdrawal | None) -> Document:
    """Return the form that was published, with what its new form says of being withdrawn."""
    if wish is None:
        return known
    said = {key: value for key in KEYS if (value := getattr(wish, key))}
    front, listing = msgspec.structs.replace(known.front, **said), known.section_front
    if listing is not None and wish.access:
        listing = msgspec.structs.replace(listing, access=wish.access)
    replaced = msgspec.structs.replace(known, front=front, section_front=listing)
    return with_metadata_digest(replaced)


def _put_off(known: Document, date: Moment | None, snapshot: Snapshot) -> Document:
    """Return the form that was published, with the *date* of its new one if that is to come."""
    now = snapshot.clock.now.timestamp()
    if date is None or date.in_zone(snapshot.config.timezone).timestamp <= now:
        return known
    front = msgspec.structs.replace(known.front, date=date)
    return with_metadata_digest(msgspec.structs.replace(known, front=front))


def _parts_of_the_unread(inputs: Inputs, accepted: Accepted) -> set[str]:
    """Return the new documents in folders whose ``index.md`` is new too, and cannot be read.

    Nobody knows for how long that would have kept them back.
    """
    languages = inputs.snapshot.config.typographies
    folders = {
        document_id.rpartition("/")[0]
        for document_id in inputs.snapshot.unread - accepted.documents.keys()
        if is_called(place_of(document_id, languages)[1], BUNDLE_TEXT)
    } - {""}
    new = accepted.unpublished - accepted.documents.keys()
    return {
        document_id
        for document_id in inputs.documents.keys() & new
        if any(document_id.startswith(f"{folder}/") for folder in folders)
    }


def _files(
    snapshot: Snapshot, accepted: Accepted, held: frozenset[str], stands: Held
) -> dict[str, AssetFacts]:
    """Return the facts of all files: what stands beside a document that is held stands with it."""
    published = accepted.beside.files if accepted.beside else {}
    folders = {
        document_id.rpartition("/")[0]
        for document_id in (*snapshot.unread, *stands.kept, *stands.left_out)
    } - {""}
    files = dict(snapshot.files)
    languages = snapshot.config.typographies
    bundles = (
        each
        for each in stands.renamed.values()
        if is_called(place_of(each, languages)[1], BUNDLE_TEXT)
    )
    former = {document_id.rpartition("/")[0] for document_id in bundles} - {""}
    for path in published.keys() - files.keys():
        if any(path.startswith(f"{folder}/") for folder in former):  # renamed with its document
            files[path] = published[path]
    for path in snapshot.files.keys() | published.keys():
        is_held = f"{CONTENT}/{path}" in held
        is_beside = path in files and any(path.startswith(f"{folder}/") for folder in folders)
        if is_held or (is_beside and path in published):
            if path in published:
                files[path] = published[path]
            else:
                files.pop(path, None)
    return dict(sorted(files.items()))


class ChangedSources(NamedTuple):
    """Which sources are not as the last build took them."""

    documents: frozenset[str]
    files: frozenset[str]
    beside: frozenset[str]
    """What is no page of its own: settings, theme, data; only where there is another form."""
    new: frozenset[str]
    """Documents and files that readers have not seen in any form."""
    is_sound: bool
    """Whether all of it together was a site without mistakes."""

    def at(self, source: str) -> set[str]:
        """Return those of the changed sources that *source* is, or that stand below it."""
        return {place for place in self.all if place == source or place.startswith(f"{source}/")}

    @property
    def all(self) -> frozenset[str]:
        return self.documents | self.files | self.beside


def changed_sources(inputs: Inputs, site_yaml: bytes, accepted: Accepted) -> ChangedSources:
    """Return what of *inputs*, as they are written, is another than what was *accepted* last."""
    snapshot, beside = inputs.snapshot, accepted.beside
    written = inputs.documents.keys() | snapshot.unread
    removed = accepted.documents.keys() - written
    files = beside.files if beside else {}
    changed = (
        path
        for path in files.keys() | snapshot.files.keys()
        if files.get(path) != snapshot.files.get(path)
    )
    new = accepted.unpublished - accepted.documents.keys()
    return ChangedSources(
        documents=_in_content(accepted.unpublished & written | removed),
        files=_in_content(changed),
        beside=_changed_beside(beside, snapshot, site_yaml) if beside else frozenset(),
        new=_in_content(new | (snapshot.files.keys() - files.keys())),
        is_sound=beside is not None and beside.is_sound,
    )


def _in_content(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{CONTENT}/{path}" for path in paths)


def _changed_beside(beside: Beside, snapshot: Snapshot, site_yaml: bytes) -> frozenset[str]:
    """Return what of settings, theme and data is another than *beside*."""
    changed = _changed_data(beside.data, snapshot.data)
    if beside.site_yaml != site_yaml:
        changed.add("site.yaml")
    if (beside.theme, beside.static) != (snapshot.theme, snapshot.static):
        changed.add(THEME)
    return frozenset(changed)


def _changed_data(before: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    return {
        f"{DATA}{name}"
        for name in before.keys() | now.keys()
        if (name in before) != (name in now) or before.get(name) != now.get(name)
    }
