#!/bin/sh
# chrono-node 2.10.3 (npm), French, read on 2026-11-29.
# Behaviour: « après-demain » is read as « demain » and « avant-hier » as « hier »: a day too early and a day too late, told
# like right ones. A weekday that is shortened with its point is a date of its own, so that parseDate of
# « mar. 3 mars 2026 » answers the nearest Tuesday, seven weeks too early; written whole it is right.
# Output seen: from Thursday 15 January 2026: 16 and 14 January; 13 January 2026 for « mar. 3 mars 2026 », 3 March for « mardi 3 mars 2026 ».
# One would have guessed: 17 and 13 January, as it knows « demain » and « hier », or nothing; and 3 March in both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" chrono-node@2.10.3 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import * as chrono from "chrono-node";

const today = new Date(2026, 0, 15, 8);
const day = (text) => chrono.fr.parseDate(text, today).toDateString();
const seen = ["demain", "après-demain", "hier", "avant-hier", "mardi 3 mars 2026", "mar. 3 mars 2026"].map(day);
console.log(seen.join(" | "));
const expected = ["Fri Jan 16 2026", "Fri Jan 16 2026", "Wed Jan 14 2026", "Wed Jan 14 2026", "Tue Mar 03 2026", "Tue Jan 13 2026"];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
