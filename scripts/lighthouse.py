"""Tell what Lighthouse says of the built demo: home page, an article, a month. Offline.

    .venv/bin/python scripts/lighthouse.py [PATH …]

Needs output/ (`sitegen build`), the test dependencies and Debian's chromium. The score for
performance depends on the machine, which should have nothing else to do.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from browsing import FLAGS, PROJECT, served

PROGRAM = Path(sys.prefix) / "npm/node_modules/.bin/lighthouse"
PAGES = ("/", "/communiques/forum-interconnectes-nantes/", "/agenda/2026/12/")


def audit(url: str, *categories: str) -> dict[str, dict[str, float]]:
    """Return, for each category, what falls short of 1 (and `score`, the category's own)."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        only = [f"--only-categories={','.join(categories)}"] if categories else []
        subprocess.run(
            [PROGRAM, url, "--quiet", "--output=json", f"--output-path={report}", *only,
             f"--chrome-flags={' '.join(FLAGS)} --user-data-dir={folder}/profile"],
            check=True, env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder,
                             "CHROME_PATH": shutil.which("chromium") or "chromium"},
        )  # fmt: skip
        report_read = json.loads(report.read_text(encoding="utf-8"))
    result = {}
    for name, category in report_read["categories"].items():
        weighed = [audit["id"] for audit in category["auditRefs"] if audit["weight"]]
        scores = {audit_id: report_read["audits"][audit_id]["score"] for audit_id in weighed}
        short = {
            audit_id: score for audit_id, score in scores.items() if score is not None and score < 1
        }
        result[name] = {"score": category["score"], **short}
    return result


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", default=PAGES)
    paths = parser.parse_args().paths
    with served(PROJECT / "output") as address:
        for path in paths:
            print(path)
            for category, scores in audit(address + path).items():
                print(f"  {category}: {', '.join(f'{k} {v}' for k, v in scores.items())}")


if __name__ == "__main__":
    main()
