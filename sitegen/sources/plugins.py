"""Documents as plugins change them after their reading. Pure, if the plugins are."""

from typing import Any, TypeVar

import msgspec

from sitegen.digest import digest
from sitegen.plugins.known import Hook, plugins_of
from sitegen.plugins.remembered import Remembered
from sitegen.plugins.values import ReadDocument, frozen
from sitegen.sources.document import Document

T = TypeVar("T")
_WANTED = "ReadDocument"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def changed_by_plugins(
    document: Document, html: str, language: str, plugins: tuple[Remembered, ...]
) -> tuple[Document, str]:
    """Return *document* and its *html* as *plugins* leave them, one after the other.

    Raises `PluginError` where one fails, or returns what is no document.
    """
    # `asdict`: to builtins a struct would leave out what has its default.
    keys = msgspec.to_builtins(msgspec.structs.asdict(document.front), builtin_types=())
    read = ReadDocument(
        id=document.id,
        title=document.title,
        lang=language,
        keys=frozen({key: value for key, value in keys.items() if value not in (None, "", [], {})}),
        summary=document.summary,
        tags=document.front.tags,
        extra=frozen(document.front.extra),
        html=html,
    )
    for hook in plugins_of(plugins).documents:
        read = _changed(hook, read)
    front = msgspec.structs.replace(
        document.front, tags=read.tags, extra=msgspec.to_builtins(read.extra)
    )
    return msgspec.structs.replace(
        document,
        front=front,
        summary_utf8=read.summary.encode(),
        body_digest=digest(read.html),
    ), str(read.html)


def _changed(hook: Hook, read: ReadDocument) -> ReadDocument:
    changed = hook.call(read)
    if not isinstance(changed, ReadDocument):
        raise hook.call.wrong(changed, _WANTED)
    extra = _plain(hook, changed.extra, dict[str, object], "ReadDocument(extra: dict[str, …])")
    tags = _plain(hook, changed.tags, tuple[str, ...], "ReadDocument(tags: tuple[str, …])")
    for name in ("html", "summary"):
        text = getattr(changed, name)
        if not isinstance(text, str):
            raise hook.call.wrong(text, f"ReadDocument({name}: str)")
        hook.call.encoded(text)
    return read.replace(extra=frozen(extra), tags=tags, html=changed.html, summary=changed.summary)


def _plain(hook: Hook, value: Any, wanted: type[T], words: str) -> T:
    """Return *value* as it is remembered; raises `PluginError` where it is not what is *wanted*."""
    try:
        plain = msgspec.to_builtins(value)
        _encode(plain)
        return msgspec.convert(plain, wanted)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise hook.call.wrong(value, words) from error
