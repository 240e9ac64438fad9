"""Text as machines read it: what XML, JSON and iCalendar can all carry. Pure."""

import re

# XML 1.0 §2.2 names what may stand in a document: neither control characters (but tab and line
# feed) nor half of a surrogate pair, which a YAML escape such as "\ud800" can bring in.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return *text* with LF line ends and without what XML forbids or discourages."""
    if text.isprintable():  # neither a line's end nor what is forbidden is
        return text
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
