#!/bin/sh
# rrule-temporal 2.2.8 (npm), run with Node.js, read on 2026-11-30.
# Behaviour: toText, which says a rule in words, adds the offset of the first date to the hour, as if all the others had it.
# Output seen: a council of each last Friday at 20 h in Paris, begun in January, is « chaque mois le dernier vendredi à 20 h UTC+1 »; of
# its twelve dates seven, from April to October, are at UTC+2 in the same library's all().
# One would have guessed: 20 h, or « heure de Paris »; who converts the words from elsewhere comes an hour late to half of the sessions.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" rrule-temporal@2.2.8 >/dev/null
cat > "$folder/words.mjs" <<'JAVASCRIPT'
import assert from "node:assert/strict";
import { RRuleTemporal } from "rrule-temporal";
import { toText } from "rrule-temporal/totext";

const rule = new RRuleTemporal({
  rruleString: "DTSTART;TZID=Europe/Paris:20260130T200000\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=12",
});
const dates = rule.all();
const summer = dates.filter((date) => date.offset === "+02:00");
const words = toText(rule, "fr");
console.log(words, "·", summer.length, "of", dates.length, "in summer time");
assert.ok(dates.every((date) => date.hour === 20), "the behaviour has changed");
assert.equal(summer.length, 6, "the behaviour has changed");
assert.match(words, /^chaque mois le dernier vendredi à 20 h UTC\+1 /, "the behaviour has changed");
JAVASCRIPT
node "$folder/words.mjs"
