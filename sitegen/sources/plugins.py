"""Documents as plugins change them after their reading. Pure, if the plugins are."""

import msgspec

from sitegen.digest import digest
from sitegen.plugins.known import Hook, Remembered, plugins_of
from sitegen.plugins.values import ReadDocument, frozen
from sitegen.sources.document import Document

_WANTED = "ReadDocument"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def changed_by_plugins(
    document: Document, html: str, language: str, plugins: tuple[Remembered, ...]
) -> tuple[Document, str]:
    """Return *document* and its *html* as *plugins* leave them, one after the other.

    Raises `PluginError` where one fails, or returns what is no document.
    """
    keys = msgspec.to_builtins(document.front, builtin_types=())
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
        document, front=front, summary=read.summary, body_digest=digest(read.html)
    ), str(read.html)


def _changed(hook: Hook, read: ReadDocument) -> ReadDocument:
    found = hook.call(read)
    if not isinstance(found, ReadDocument):
        raise hook.call.wrong(found, _WANTED)
    try:
        plain = msgspec.to_builtins({"extra": found.extra, "tags": found.tags})
        _encode(plain)
        extra = msgspec.convert(plain["extra"], dict[str, object])
        tags = msgspec.convert(plain["tags"], tuple[str, ...])
    except (TypeError, msgspec.ValidationError) as error:
        raise hook.call.wrong(found.extra, "ReadDocument(extra: dict[str, …])") from error
    if not isinstance(found.html, str) or not isinstance(found.summary, str):
        wrong = found.summary if isinstance(found.html, str) else found.html
        raise hook.call.wrong(wrong, "ReadDocument(html: str)")
    return read.replace(extra=frozen(extra), tags=tags, html=found.html, summary=found.summary)
