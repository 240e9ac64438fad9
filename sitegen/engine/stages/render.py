"""Render stale pages and bring them to the output: here, or in workers. Does I/O."""

import gc
import os
from array import array
from collections.abc import Callable, Container, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sitegen.engine.batches import Batch, PageOutcome
from sitegen.engine.compiled_themes import keep_compiled
from sitegen.engine.file_reader import FileReader
from sitegen.engine.kit_cache import KitCache
from sitegen.engine.output import Output
from sitegen.engine.session import SiteSession, open_session
from sitegen.engine.snapshot import Snapshot
from sitegen.engine.state.stored import BodyReader, read_documents
from sitegen.engine.tool import press_digest
from sitegen.engine.workers.pool import Workers
from sitegen.engine.workers.time_limit import OutOfTimeError, TimeLimit, limit_time
from sitegen.errors import Diagnostic, OutputError
from sitegen.model import Page, Question, Rendered, Scope
from sitegen.names import CONTENT
from sitegen.site.in_hand import document_in_hand, unforeseen
from sitegen.wording.phrases import with_gaps

if TYPE_CHECKING:
    from sitegen.engine.stages.page_times import ChunkTimer


FEWEST_KITS = 3
"""Kits below which starting workers costs more than it saves: each takes about a second."""
KIT_SECONDS = 60.0
"""Of the processor, for each file of a kit: a hundred times what a release of some pages takes."""


class RenderJob(msgspec.Struct, frozen=True):
    """What a worker is told: which snapshot, where the state is, where the pages go.

    A worker that was forked has the session already, under the job's key; another one opens it from
    the snapshot and the state, which it must be able to read.
    """

    key: bytes
    snapshot: bytes
    """Encoded; empty for workers that inherit the session."""
    state_path: str
    output: str
    is_elsewhere: bool
    """Whether the worker may be on another machine."""
    is_timed: bool = False
    """Whether somebody wants to know what each page and template takes."""
    disk_paths: dict[str, str] = {}
    """Where kits read files from; empty for workers that inherit the session."""
    kits: str = ""
    """The folder of PDFs that were made."""


_SESSIONS: dict[bytes, SiteSession] = {}
"""Sessions that are open in this process, by their job's key."""
_encode = msgspec.msgpack.encode
_decode_batch = msgspec.msgpack.Decoder(Batch).decode


class Rendering(NamedTuple):
    """What pages are rendered from, and where to."""

    session: SiteSession
    snapshot: Snapshot
    state_path: str
    output: Output
    present: Container[str]
    """The paths at which the output has a file."""
    workers: Workers
    is_timed: bool = False


def render_pages(pages: list[Page], rendering: Rendering) -> Iterator[Batch]:
    """Yield the batches of *pages*, as they are done."""
    from sitegen.rendering.templates.environment import forget_trees

    job, workers = _job(rendering), rendering.workers
    units = [(page, page.path in rendering.present) for page in _one_of_each_kind_first(pages)]
    try:
        yield from map(_decode_batch, workers.map(render_chunk, (job,), units))
        keep_compiled(rendering.snapshot.theme)
    finally:
        del _SESSIONS[job.key]
        forget_trees()


def render_kits(pages: list[Page], rendering: Rendering) -> Iterator[Batch]:
    """Yield the batches of *pages*, which are parts of kits, as `render_pages` does.

    A kit is made in one process, which makes once what several of its files hold.
    """
    job, workers = _job(rendering), rendering.workers
    kits: dict[tuple[str, Scope], list[tuple[Page, bool]]] = {}
    for page in pages:
        kits.setdefault((page.subject, page.scope), []).append(
            (page, page.path in rendering.present)
        )
    try:
        made = workers.map(kit_chunk, (job,), list(kits.values()), fewest=FEWEST_KITS, chunk=1)
        yield from map(_decode_batch, made)
    finally:
        del _SESSIONS[job.key]


def _job(rendering: Rendering) -> RenderJob:
    """Return what workers are told, and keep the session open for those that inherit it."""
    session, snapshot, state_path, output, _, workers, is_timed = rendering
    is_inherited = workers.inherit()
    job = RenderJob(
        os.urandom(16),
        b"" if is_inherited else _encode(snapshot),
        state_path,
        output.folder,
        workers.are_elsewhere,
        is_timed,
        {} if is_inherited else dict(session.files.disk_paths),
        session.kits.folder if session.kits else "",
    )
    _SESSIONS[job.key] = session
    return job


def _one_of_each_kind_first(pages: list[Page]) -> list[Page]:
    """Return *pages* in an order in which the first chunk leads to most of what all need.

    It is done before other processes are forked, which then have the templates compiled.
    """
    firsts = {page.kind: page for page in reversed(pages)}
    chosen = set(map(id, firsts.values()))
    return [*firsts.values(), *(page for page in pages if id(page) not in chosen)]


def copy_files(pages: list[Page], disk_paths: Mapping[str, str], output: Output) -> Iterator[Batch]:
    """Yield the batches of pages whose bytes are a file's, or why the file cannot be read."""
    for page in pages:
        source = disk_paths[f"{page.kind}:{page.subject}"]
        try:
            content, stamp, is_written = output.bring_file(page.path, source)
        except OutputError as error:
            if os.access(source, os.R_OK):
                raise
            # It vanished after the scan: the others need not wait.
            yield Batch((), (), error.diagnostics)
            continue
        asked = array("I", (0,)).tobytes()
        outcome = PageOutcome(page.path, asked, content, stamp, is_written)
        yield Batch((Question(page.kind, (page.subject,)),), (outcome,))


def kit_chunk(job: RenderJob, kits: list[list[tuple[Page, bool]]]) -> bytes:
    """Render the pages of *kits*, as `render_chunk` does, each in a bounded time."""
    with limit_time(KIT_SECONDS) as limit:
        batch = render_chunk(job, [page for kit in kits for page in kit], limit)
    gc.collect(
        0
    )  # a build collects no garbage by itself, and a laid out document is 6 MB of cycles
    return batch


def render_chunk(
    job: RenderJob, pages: list[tuple[Page, bool]], limit: TimeLimit | None = None
) -> bytes:
    """Render pages and write those whose bytes are others; return a `Batch`, encoded.

    Each page comes with whether the output has a file of its path.
    """
    from sitegen.rendering.render import NOT_A_TEMPLATES

    session = _open(job)
    output = Output(job.output)
    positions: dict[Question, int] = {}
    done: list[PageOutcome] = []
    diagnostics: list[Diagnostic] = []
    timer = _timer(session, output, job.key) if job.is_timed else None
    render, bring = (timer or session.renderer).render, (timer or output).bring
    for page, is_there in pages:
        rendered, wrong = render(page) if limit is None else _within(limit, render, page)
        if rendered is None:
            diagnostics += wrong
            continue
        asked = array(
            "I", (positions.setdefault(question, len(positions)) for question in rendered.asked)
        )
        content, stamp, is_written = bring(page.path, rendered.content, is_there=is_there)
        done.append(PageOutcome(page.path, asked.tobytes(), content, stamp, is_written))
    try:
        digests = tuple(map(session.questions.digest, positions))
    except NOT_A_TEMPLATES:
        raise
    except Exception as error:  # what was written without being remembered is written again
        document_id = document_in_hand(error)
        if document_id not in session.documents:
            raise
        return _encode(Batch((), (), (*diagnostics, unforeseen(error, document_id))))
    times = timer.times() if timer else None
    return _encode(Batch(tuple(positions), tuple(done), tuple(diagnostics), digests, 0, times))


def _within(
    limit: TimeLimit, render: Callable[[Page], tuple[Rendered | None, list[Diagnostic]]], page: Page
) -> tuple[Rendered | None, list[Diagnostic]]:
    try:
        with limit.running():
            return render(page)
    except OutOfTimeError:
        text = "it takes more than {seconds} s"
        values = {"reason": with_gaps(text, seconds=f"{KIT_SECONDS:g}")}
        return None, [Diagnostic("pdf-failed", f"{CONTENT}/{page.subject}", 1, 1, values)]


def _timer(session: SiteSession, output: Output, job: bytes) -> "ChunkTimer":
    from sitegen.engine.stages.page_times import ChunkTimer

    return ChunkTimer(session, output.bring, job)


def _open(job: RenderJob) -> SiteSession:
    session = _SESSIONS.get(job.key)
    if session is None:
        snapshot = msgspec.msgpack.decode(job.snapshot, type=Snapshot)
        held, unread = snapshot.held, snapshot.unread
        documents = read_documents(
            job.state_path, held, unread - held.kept, is_elsewhere=job.is_elsewhere
        )
        bodies = BodyReader(job.state_path, is_elsewhere=job.is_elsewhere, kept=held.kept)
        files = FileReader(job.output, job.disk_paths)
        session = open_session(snapshot, documents, bodies.read, files)
        session.kits = KitCache(job.kits, press_digest()) if job.kits else None
        _SESSIONS.clear()  # of an earlier build, in a worker that lives on
        _SESSIONS[job.key] = session
    return session
