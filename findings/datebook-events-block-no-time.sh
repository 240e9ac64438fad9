#!/bin/sh
# datebook 8.0.1 (npm), beside ics 3.12.0, read on 2026-11-29.
# Behaviour: each event of its iCalendar file is TRANSP:TRANSPARENT: whoever adds it to a calendar is shown as free at that time, and
# colleagues who look for an hour are offered it. Only meetings of whole days are so in calendar programs by themselves.
# Output seen: TRANSP:TRANSPARENT for a meeting from 18:00 to 19:00; no TRANSP from ics.
# One would have guessed: no TRANSP, which means OPAQUE (RFC 5545 §3.8.2.7), or a setting for it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" datebook@8.0.1 ics@3.12.0 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import { ICalendar } from "datebook";
import ics from "ics";
const meeting = { title: "Conseil", start: new Date("2026-03-02T18:00:00Z"), end: new Date("2026-03-02T19:00:00Z") };
const shown = (text) => /^TRANSP.*\w/m.exec(text)?.[0] ?? "none";
const other = ics.createEvent({ title: "Conseil", start: [2026, 3, 2, 18, 0], duration: { hours: 1 } }).value;
const seen = [shown(new ICalendar(meeting).render()), shown(other)].join(" ");
console.log(seen);
if (seen !== "TRANSP:TRANSPARENT none") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/make.mjs"
