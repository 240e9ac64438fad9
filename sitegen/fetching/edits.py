"""What a source takes back, written into a document that is somebody's by now. Pure.

Its words stay as they were edited: a line more keeps it from readers, or says that an event does
not take place.
"""

import re

_EVENT = re.compile(r"^event:[ \t]*\n(?P<indent>[ \t]+)(?=\S)", re.MULTILINE)
_STATUS = re.compile(r"^(?P<indent>[ \t]+)status:.*$", re.MULTILINE)


def with_expiry(text: str, moment: str) -> str:
    """Return the document *text* as one that is gone from *moment* on; empty if it has no head."""
    head = _head(text)
    if not head:
        return ""
    return text.replace(head, _with_key(head, "expires", moment), 1)


def without_expiry(text: str, moment: str) -> str:
    """Return *text* without what `with_expiry` wrote into it for *moment*."""
    return text.replace(f"\nexpires: {moment}\n", "\n", 1)


def with_status(text: str, status: str, moment: str) -> str:
    """Return the document *text*, its event of that *status* from *moment* on; empty where none is
    found.
    """
    head = _head(text)
    event = _EVENT.search(head)
    if not event:
        return ""
    start, indent = event.start(), event["indent"]
    end = _end_of_block(head, event.end())
    block = head[start:end]
    own = next((match for match in _STATUS.finditer(block) if match["indent"] == indent), None)
    line = f"{indent}status: {status}"
    if own:
        changed = block[: own.start()] + line + block[own.end() :]
    else:
        changed = f"event:\n{line}\n{block.partition(chr(10))[2]}"
    told = _with_key(head[:start] + changed + head[end:], "updated", moment)
    return text.replace(head, told, 1)


def _with_key(head: str, key: str, value: str) -> str:
    """Return *head* with the line `key: value`, in place of one that stands there."""
    known = re.compile(rf"^{key}:.*$", re.MULTILINE)
    line = f"{key}: {value}"
    return known.sub(line, head, count=1) if known.search(head) else f"{head}{line}\n"


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
