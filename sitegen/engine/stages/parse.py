"""Parse documents in chunks, each in a bounded time, here or in workers. Pure but for reading."""

import msgspec

from sitegen.catalogue.plugins import MESSAGES as OF_PLUGINS
from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.disk.reading import read_text_file
from sitegen.engine.state.records import DocumentRecord
from sitegen.engine.tool import tool_digest
from sitegen.engine.workers.time_limit import OutOfTimeError, TimeLimit, limit_time
from sitegen.errors import Diagnostic, PluginError, reason_of
from sitegen.markup.values import DeclaredShortcode
from sitegen.plugins.calling import CALLS
from sitegen.plugins.loading import plugin_mistake
from sitegen.plugins.remembered import Remembered
from sitegen.site.in_hand import unforeseen
from sitegen.sources.document import encode
from sitegen.sources.parse import ParseSettings, parse_document
from sitegen.wording.phrases import with_gaps


class ParseTask(msgspec.Struct, frozen=True):
    key: str
    disk_path: str
    known: bytes
    """The memo's key of what is remembered: nothing is parsed if it is still the same."""


class ParseResult(msgspec.Struct, frozen=True):
    key: str
    content: bytes
    """Digest of the bytes; empty when the file could not be read."""
    record: DocumentRecord | None
    """None when the bytes are those that are remembered."""
    body: bytes = b""
    """Its HTML in UTF-8."""
    spent: dict[str, tuple[int, float]] = {}
    """What plugins took for the whole chunk, of its last one, where somebody wants to know."""


def parse_chunk(
    settings: ParseSettings, salt: bytes, seconds: float, tasks: list[ParseTask]
) -> list[ParseResult]:
    """Read and parse documents, each in *seconds* of a processor's time. Runs in workers.

    Pure but for the reading, and for the time: what it interrupts is an error that is not
    remembered, so that the document is tried again next time.
    """
    with limit_time(seconds) as limit:
        return _parse_chunk(settings, salt, seconds, limit, tasks)


def _parse_chunk(
    settings: ParseSettings,
    salt: bytes,
    seconds: float,
    limit: TimeLimit,
    tasks: list[ParseTask],
) -> list[ParseResult]:
    results = []
    for task in tasks:
        try:
            raw = read_text_file(task.disk_path)
        except OSError as error:
            values = {"reason": reason_of(error)}
            wrong = Diagnostic("unreadable", f"content/{task.key}", 0, 0, values)
            results.append(ParseResult(task.key, b"", DocumentRecord(b"", b"", (wrong,))))
            continue
        content = digest(raw)
        memo = digest(content, salt)
        if memo == task.known:
            results.append(ParseResult(task.key, content, None))
            continue
        try:
            with limit.running():
                parsed = parse_document(raw, task.key, settings)
        except OutOfTimeError as error:
            path = f"content/{task.key}"
            slow = plugin_mistake(
                error, with_gaps("it takes more than {seconds} s", seconds=f"{seconds:g}")
            )
            wrong = Diagnostic("time-limit", path, 0, 0, {"limit": f"{seconds:g}"})
            if slow is not None:
                wrong = PluginError(slow).told_for(path)[0]
            results.append(ParseResult(task.key, content, DocumentRecord(b"", b"", (wrong,))))
            continue
        except Exception as error:  # a mistake of this program, on one document: tried again too
            wrong = unforeseen(error, task.key)
            results.append(ParseResult(task.key, content, DocumentRecord(b"", b"", (wrong,))))
            continue
        if any(diagnostic.code in OF_PLUGINS for diagnostic in parsed.diagnostics):
            memo = b""  # tried again, too: the plugin may be back, or the machine less busy
        encoded = encode(parsed.document) if parsed.document else b""
        unread = encode(parsed.unread) if parsed.unread else b""
        wish = encode(parsed.wish) if parsed.wish else b""
        record = DocumentRecord(memo, encoded, parsed.diagnostics, unread, wish)
        results.append(ParseResult(task.key, content, record, parsed.body_utf8))
    if results and CALLS.is_timed:
        results[-1] = msgspec.structs.replace(results[-1], spent=CALLS.take())
    return results


def parse_settings(
    config: SiteConfig,
    shortcodes: tuple[DeclaredShortcode, ...],
    plugins: tuple[Remembered, ...],
) -> tuple[ParseSettings, bytes, float]:
    """Return what `parse_chunk` is given for all documents, which comes before their tasks.

    *shortcodes*: those that the theme and the *plugins* declare.
    """
    settings = ParseSettings(
        config.language,
        config.typography_of(config.language),
        config.markdown.engine,
        config.markdown.raw_html,
        shortcodes,
        tuple(_of_texts(plugin) for plugin in plugins if plugin.changes_documents),
        config.typographies,
    )
    salt = digest(tool_digest(), encode(_without_failures(settings)))
    return settings, salt, config.markdown.time_limit


def _without_failures(settings: ParseSettings) -> ParseSettings:
    """Return *settings* as if all plugins were at work: what they made stands when they fail."""
    plugins = tuple(msgspec.structs.replace(plugin, failure=None) for plugin in settings.plugins)
    return msgspec.structs.replace(settings, plugins=plugins)


def _of_texts(plugin: Remembered) -> Remembered:
    """Return what of a plugin decides how documents are read."""
    return Remembered(ref=plugin.ref, changes_documents=True, failure=plugin.failure)
