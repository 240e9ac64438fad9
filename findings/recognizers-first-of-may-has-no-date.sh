#!/bin/sh
# @microsoft/recognizers-text-suite 1.3.1 (npm), French, read on 2026-12-01.
# Behaviour: a date and its hours are found whole, and some of what they are resolved to is no date of the calendar: hours before noon are
# proposed for the evening too, so that 9 h à 17 h may be 21 h à 29 h; the weekday that stands before a date does not count; and
# the first of a month, written 1er, is day 0 of January.
# Output seen, asked on 2 March 2026: « mardi 3 mars de 9 h à 17 h » may end on "2026-03-03 29:00:00", and may be of 2025, when 3 March was
# a Monday; « 1er mai 2026 » is XXXX-01-00, "not resolved", while « premier mai » and « 2 mai » have their dates.
# One would have guessed: 3 March 2026 from 9 to 17, as French counts its hours to 24, and 1 May.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @microsoft/recognizers-text-suite@1.3.1 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const assert = require("node:assert/strict");
const { recognizeDateTime } = require("@microsoft/recognizers-text-suite");

const asked = new Date(2026, 2, 2, 9);
function read(text) {
  const [found] = recognizeDateTime(text, "fr-fr", 0, asked);
  return found.resolution.values.map((one) => one.value ?? `${one.start} ${one.end}`);
}
const span = read("mardi 3 mars de 9 h à 17 h");
const others = ["1er mai 2026", "premier mai", "2 mai"].map((text) => read(text).at(-1));
console.log(span.join("\n"), "\n" + others.join("\n"));
assert.deepEqual(span, [
  "2025-03-03 09:00:00 2025-03-03 17:00:00",
  "2025-03-03 21:00:00 2025-03-03 29:00:00",
  "2026-03-03 09:00:00 2026-03-03 17:00:00",
  "2026-03-03 21:00:00 2026-03-03 29:00:00",
], "the behaviour has changed");
assert.deepEqual(others, ["not resolved", "2026-05-01", "2026-05-02"], "the behaviour has changed");
JAVASCRIPT
node "$folder/read.cjs"
