#!/bin/sh
# @schedule-x/ical 3.7.3 (npm) with temporal-polyfill 1.0.8, run with Node.js, read on 2026-12-01.
# Behaviour: the hour that the file writes is taken for an hour in UTC, whatever TZID stands before it and although the file brings the
# zone; with no zone at all, too. A calendar that is set to Europe/Paris then adds the hours of Paris to those of Paris.
# Output seen: a meeting at 18:00 in Paris on 14 July, written as TZID=Europe/Paris, as 16:00 in UTC and as 18:00 without a zone, stands at
# 20:00, 18:00 and 20:00 in a calendar of Paris.
# One would have guessed: 18:00 each time, as ical.js inside it knows the zone; all come two hours late in summer, one in winter.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm install --silent --no-audit --no-fund @schedule-x/ical@3.7.3 preact@10.27.2 temporal-polyfill@1.0.8 >/dev/null)
cat > "$folder/paris.ics" <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a.example//FR
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:zone
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Paris:20260714T180000
DTEND;TZID=Europe/Paris:20260714T190000
SUMMARY:zone
END:VEVENT
BEGIN:VEVENT
UID:utc
DTSTAMP:20260101T000000Z
DTSTART:20260714T160000Z
DTEND:20260714T170000Z
SUMMARY:utc
END:VEVENT
BEGIN:VEVENT
UID:none
DTSTAMP:20260101T000000Z
DTSTART:20260714T180000
DTEND:20260714T190000
SUMMARY:none
END:VEVENT
END:VCALENDAR
ICS
cat > "$folder/show.cjs" <<'JS'
globalThis.Temporal = require("temporal-polyfill").Temporal;
const { createIcalendarPlugin } = require("@schedule-x/ical");
const ics = require("fs").readFileSync(`${__dirname}/paris.ics`, "utf8");
const [start, end] = [1, 31].map((day) => Temporal.ZonedDateTime.from({ year: 2026, month: 7, day, timeZone: "Europe/Paris" }));
const list = {};
createIcalendarPlugin({ data: ics }).beforeRender({
  config: { timezone: { value: "Europe/Paris" } }, calendarState: { range: { value: { start, end } } }, calendarEvents: { list },
});
for (const event of list.value) console.log(event.title, event.start.toString());
JS
seen=$(TZ=Europe/Paris node "$folder/show.cjs")
echo "$seen"
expected='zone 2026-07-14T20:00:00+02:00[Europe/Paris]
utc 2026-07-14T18:00:00+02:00[Europe/Paris]
none 2026-07-14T20:00:00+02:00[Europe/Paris]'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
