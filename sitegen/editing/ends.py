"""What the editor does not keep of a text: byte order mark, ends of lines, blanks around it.

What is saved to a code host goes through the same in the page (``page/ends.js``).
"""

import re
from difflib import SequenceMatcher

_MARK = "\ufeff"
"""Of the byte order."""
_BLANKS = f"\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000{_MARK}" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What the editor takes off a text on both sides (ECMA-262 §22.1.3.32, `trim`)."""
_END = re.compile(r"\r\n?|\n")


def is_text(content: bytes) -> bool:
    """Whether *content* is UTF-8, as all that the editor can show."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def bare(text: str) -> str:
    """Return *text* as the editor has it: with Unix's ends of lines, and no blanks around."""
    return _END.sub("\n", text).strip(_BLANKS)


def as_it_stood(former: bytes, text: str) -> bytes:
    """Return *text*, which an editor hands back, with what it does not keep of *former*."""
    stood = former.decode("utf-8", "replace")
    lines = _END.sub("\n", stood)
    kept = bare(stood)
    start, end = lines.split(kept, 1) if kept else (_MARK * stood.startswith(_MARK), "\n")
    return _ended_alike(stood, start + bare(text) + end).encode()


def _ended_alike(former: str, made: str) -> str:
    """Return *made* with each line that *former* has ended as there; new ones end as most do."""
    ends = _END.findall(former)
    usual = max(("\n", "\r\n", "\r"), key=ends.count)
    if ends.count(usual) == len(ends):
        return made.replace("\n", usual)
    new = made.split("\n")
    made_ends = [usual] * (len(new) - 1) + [""]
    same = SequenceMatcher(None, _END.split(former), new, autojunk=False).get_matching_blocks()
    for start, at, size in same:
        for step in range(min(size, len(new) - 1 - at, len(ends) - start)):
            made_ends[at + step] = ends[start + step]
    return "".join(line + end for line, end in zip(new, made_ends, strict=True))
