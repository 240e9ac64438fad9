#!/bin/sh
# ical-generator 10.2.0 (npm), read on 2026-11-29.
# Behaviour: an event with `timezone: "Europe/Paris"` whose start is a Date is written with the hour that the clock
# of the machine shows, under TZID=Europe/Paris. The same instant is another one on a laptop and in CI.
# Output seen: for 2026-12-03T10:00Z, DTSTART;TZID=Europe/Paris:20261203T110000 in Paris, T100000 where TZ is UTC,
# T050000 in New York; without a timezone, 20261203T100000Z on all three.
# One would have guessed: 11:00 everywhere, since a Date is an instant and the zone says how to write it; or that
# a Date together with a zone is refused.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" ical-generator@10.2.0 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import ical from "ical-generator";
const calendar = ical({ name: "Agenda" });
const dates = { start: new Date("2026-12-03T10:00:00Z"), end: new Date("2026-12-03T11:00:00Z"), summary: "Bureau" };
calendar.createEvent({ ...dates, id: "a@example.org", timezone: process.argv[2] });
console.log(/DTSTART.*/.exec(calendar.toString())[0]);
JAVASCRIPT
seen() { for zone in Europe/Paris UTC America/New_York; do TZ=$zone node "$folder/make.mjs" "$@"; done | tr '\n\r' '  ' | tr -s ' '; }
told=$(seen Europe/Paris)
plain=$(seen)
echo "$told/ $plain"
is="DTSTART;TZID=Europe/Paris:20261203T"
[ "$told" = "${is}110000 ${is}100000 ${is}050000 " ] || { echo "the behaviour has changed" >&2; exit 1; }
is=DTSTART:20261203T100000Z
[ "$plain" = "$is $is $is " ] || { echo "the behaviour has changed" >&2; exit 1; }
