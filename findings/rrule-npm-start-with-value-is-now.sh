#!/bin/sh
# rrule 2.8.1 (npm), beside python-dateutil 2.9.0.post0 (PyPI), whose port it is, read on 2026-11-29.
# Behaviour: DTSTART is read without parameters or with TZID alone. With VALUE=DATE, as each calendar writes a whole day, or
# with VALUE=DATE-TIME, the line is passed over and the series begins at the moment at which the program runs.
# Output seen: with VALUE the first date is today; without, 2 March 2026; dateutil says 2 March 2026 each time.
# One would have guessed: 2 March 2026, or an error: a first date that is missing is one thing, one that is another
# each day is no date at all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" rrule@2.8.1 >/dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0 2>/dev/null
cat > "$folder/first.cjs" <<'JAVASCRIPT'
const { rrulestr } = require("rrule");
for (const start of process.argv.slice(2)) {
  const [first] = rrulestr(`${start}\nRRULE:FREQ=DAILY;COUNT=2`).all();
  const isNow = Math.abs(first - Date.now()) < 60_000;
  console.log(isNow ? "now" : first.toISOString().slice(0, 10));
}
JAVASCRIPT
cat > "$folder/first.py" <<'PYTHON'
import sys

from dateutil.rrule import rrulestr

for start in sys.argv[1:]:
    print(rrulestr(f"{start}\nRRULE:FREQ=DAILY;COUNT=2")[0].date())
PYTHON
set -- "DTSTART;VALUE=DATE:20260302" "DTSTART;VALUE=DATE-TIME:20260302T100000Z" "DTSTART:20260302T100000Z"
node=$(node "$folder/first.cjs" "$@" | paste -sd ' ')
python=$("$folder/venv/bin/python" "$folder/first.py" "$@" | paste -sd ' ')
echo "rrule: $node; dateutil: $python"
[ "$node" = "now now 2026-03-02" ] || { echo "the behaviour has changed" >&2; exit 1; }
[ "$python" = "2026-03-02 2026-03-02 2026-03-02" ] || { echo "the behaviour has changed" >&2; exit 1; }
