#!/usr/bin/env python3
"""Put each docs/development/examples/NAME.diff into its page, in place of the one that it shows.

With ``--check`` nothing is written: it says which pages show another one, and fails.
"""

import re
import sys
from pathlib import Path

DEVELOPMENT = Path(__file__).parent.parent / "docs/development"
_SHOWN = re.compile(r"(?<=^```diff\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def main() -> int:
    """Write or compare all pages; return how many differed."""
    differed = 0
    for example in sorted((DEVELOPMENT / "examples").glob("*.diff")):
        diff = example.read_text(encoding="utf-8")
        page = DEVELOPMENT / f"{example.stem}.md"
        before = page.read_text(encoding="utf-8")
        after = _SHOWN.sub(lambda _, diff=diff: diff, before)
        if after == before:
            continue
        differed += 1
        if "--check" in sys.argv:
            print(f"{page.name} shows another diff than examples/{example.name}")
        else:
            page.write_text(after, encoding="utf-8")
    return differed


if __name__ == "__main__":
    changed = main()
    sys.exit(bool(changed) and "--check" in sys.argv)
