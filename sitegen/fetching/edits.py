"""What a source takes back, written into a document that is somebody's by now. Pure.

Its words stay as they were edited: a line more keeps it from readers, or says that an event is
cancelled.
"""

import re

_EXPIRES = re.compile(r"^expires:.*$", re.MULTILINE)
_EVENT = re.compile(r"^event:[ \t]*\n(?P<indent>[ \t]+)(?=\S)", re.MULTILINE)
_STATUS = re.compile(r"^(?P<indent>[ \t]+)status:.*$", re.MULTILINE)


def with_expiry(text: str, moment: str) -> str:
    """Return the document *text* as one that is gone from *moment* on; empty if it has no head."""
    head = _head(text)
    if not head:
        return ""
    line = f"expires: {moment}"
    changed = _EXPIRES.sub(line, head, count=1) if _EXPIRES.search(head) else f"{head}{line}\n"
    return text.replace(head, changed, 1)


def as_cancelled(text: str) -> str:
    """Return the document *text*, its event cancelled; empty where its event is not found."""
    head = _head(text)
    event = _EVENT.search(head)
    if not event:
        return ""
    start, indent = event.start(), event["indent"]
    end = _end_of_block(head, event.end())
    block = head[start:end]
    own = next((one for one in _STATUS.finditer(block) if one["indent"] == indent), None)
    line = f"{indent}status: cancelled"
    if own:
        changed = block[: own.start()] + line + block[own.end() :]
    else:
        changed = f"event:\n{line}\n{block.partition(chr(10))[2]}"
    return text.replace(head, head[:start] + changed + head[end:], 1)


def _head(text: str) -> str:
    """Return the lines between the fences of the front matter; nothing where they are not found."""
    if not text.startswith("---\n"):
        return ""
    end = text.find("\n---", 3)
    return text[4 : end + 1] if end > 3 else ""


def _end_of_block(head: str, begin: int) -> int:
    """Return where what is indented ends, from *begin* on."""
    following = re.compile(r"^\S", re.MULTILINE).search(head, begin)
    return following.start() if following else len(head)
