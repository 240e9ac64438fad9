#!/bin/sh
# icalendar 0.7.1 (npm), read on 2026-11-30, on a machine in UTC and on one in Paris.
# Behaviour: a calendar that is read and written again has a "Z" behind every hour. One of no zone (10 o'clock wherever one is) becomes
# 10 o'clock UTC or what the machine makes of it; one with a TZID keeps it and has UTC beside it, which is forbidden, and a series
# then moves by an hour when the clocks change. The offsets of the zone are given a second sign.
# Output seen: "DTSTART:20260714T100000Z" in UTC and "…T080000Z" in Paris for 10 o'clock; "DTSTART;TZID=Europe/Paris:…T080000Z" for
# 10 o'clock in Paris; "TZOFFSETFROM:++0100"; the lines of text come back as they were.
# One would have guessed: the file that was read, of which nothing was changed (RFC 5545 §3.3.5 and §3.3.14).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" icalendar@0.7.1 >/dev/null
cat > "$folder/write.cjs" <<'JAVASCRIPT'
const icalendar = require("icalendar");

const text = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Paris:20260714T100000
RRULE:FREQ=MONTHLY
SUMMARY:Permanence\\, mairie
END:VEVENT
BEGIN:VEVENT
UID:b@example.org
DTSTAMP:20260101T000000Z
DTSTART:20260714T100000
SUMMARY:Minute de silence
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");
const old = new Set(text.split("\r\n"));
const seen = icalendar.parse_calendar(text).toString().split("\r\n").filter((line) => !old.has(line));
console.log(process.env.TZ, seen);
const floating = process.env.TZ === "UTC" ? "10" : "08";
const expected = [`DTSTART:19810329T0${process.env.TZ === "UTC" ? 2 : 1}0000Z`, "TZOFFSETFROM:++0100", "TZOFFSETTO:++0200",
  "TZOFFSETFROM:++0200", "TZOFFSETTO:++0100", "DTSTART;TZID=Europe/Paris:20260714T080000Z", `DTSTART:20260714T${floating}0000Z`];
if (!expected.every((line) => seen.includes(line))) throw new Error("the behaviour has changed");
JAVASCRIPT
TZ=UTC node "$folder/write.cjs"
TZ=Europe/Paris node "$folder/write.cjs"
