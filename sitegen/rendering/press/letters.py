"""The letters of the fonts that press kits have (`fonts/`): a test holds them against the files."""

import re

_RANGES = (
    "\x20-\x7e\xa0-\u0131\u0134-\u0148\u014a-\u017e\u018f\u0192\u01a0\u01a1\u01af\u01b0"
    "\u01c4-\u01cc\u01e6\u01e7\u01ea\u01eb\u01fa-\u021b\u022a-\u022d\u0230-\u0233\u0237"
    "\u0259\u02b9\u02ba\u02bc\u02c6\u02c7\u02da\u02dc\u02dd\u0300\u0301\u0303\u0304"
    "\u0308\u0309\u0323\u1e80-\u1e85\u1e9e\u1ef2-\u1ef9\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20a1\u20a3\u20a4"
    "\u20a6\u20a7\u20a9\u20ab-\u20ad\u20b1\u20b2\u20b5\u20b9\u20ba\u20bc\u20bd\u2122"
    "\u2212\u2215"
)
LETTERS = re.compile(f"[{_RANGES}]")
HYPHENS = {0x2010: "-", 0x2011: "-"}
"""Hyphens that the fonts have as the one of keyboards alone: for `str.translate`."""
_UNSEEN = r"\s\u00ad\u2000-\u200d\u2010\u2011\u2028\u2029\u202f\u205f\u2060\ufe0f\ufeff"
"""Spaces, hyphens and joiners, which are set without a letter of their own."""
FOREIGN = re.compile(f"[^{_RANGES}{_UNSEEN}]")
"""A letter that PDFs show as an empty box."""
