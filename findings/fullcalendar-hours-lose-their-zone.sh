#!/bin/sh
# FullCalendar 6.1.21 with its plugin for iCalendar and ical.js 1.5.0 (npm), in jsdom 26.1.0, run with Node.js, read on 2026-11-30.
# Behaviour: an hour with TZID is the hour of the calendar's own `timeZone`, whatever zone it names and although the file brings its
# VTIMEZONE; an hour in UTC is a moment, and is shown rightly.
# Output seen: a meeting at 10:00 in Paris, written once as TZID=Europe/Paris and once in UTC, stands at 10:00 and at 08:00 in a calendar of
# UTC, and at 10:00 and 10:00 for a reader in Paris. For a reader of a `local` calendar in Martinique they are six hours apart.
# One would have guessed: one moment, since ical.js, which reads the file, knows zones; elected officials overseas come six hours late.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm install --silent --no-audit --no-fund @fullcalendar/core@6.1.21 @fullcalendar/icalendar@6.1.21 ical.js@1.5.0 jsdom@26.1.0 >/dev/null)
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
DTSTART;TZID=Europe/Paris:20260714T100000
DTEND;TZID=Europe/Paris:20260714T110000
SUMMARY:zone
END:VEVENT
BEGIN:VEVENT
UID:utc
DTSTAMP:20260101T000000Z
DTSTART:20260714T080000Z
DTEND:20260714T090000Z
SUMMARY:utc
END:VEVENT
END:VCALENDAR
ICS
cat > "$folder/show.cjs" <<'JS'
const http = require("http"), fs = require("fs"), { JSDOM } = require("jsdom");
const page = new JSDOM("<div id='calendar'></div>", { url: "http://localhost/", pretendToBeVisual: true }).window;
globalThis.window = page;
for (const name of ["document", "HTMLElement", "Element", "Node", "getComputedStyle", "CustomEvent"]) globalThis[name] = page[name];
const { Calendar } = require("@fullcalendar/core");
const plugin = require("@fullcalendar/icalendar").default;
const server = http.createServer((_, answer) => answer.end(fs.readFileSync(`${__dirname}/paris.ics`))).listen(0, "127.0.0.1", () => {
  const calendar = new Calendar(document.getElementById("calendar"), {
    plugins: [plugin],
    timeZone: process.argv[2],
    initialDate: "2026-07-14",
    initialView: "month",
    views: { month: { type: "bare", duration: { months: 1 }, content: () => ({ domNodes: [] }) } },
    events: { url: `http://127.0.0.1:${server.address().port}/`, format: "ics" },
    loading: (waits) => waits || setTimeout(() => {
      console.log(calendar.getEvents().map((event) => `${event.title} ${event.startStr}`).join(", "));
      process.exit();
    }, 100),
  });
  calendar.render();
});
JS
seen=$(for zones in UTC:UTC local:Europe/Paris local:America/Martinique; do
  echo "$zones $(TZ=${zones#*:} node "$folder/show.cjs" "${zones%%:*}")"
done)
echo "$seen"
expected='UTC:UTC zone 2026-07-14T10:00:00Z, utc 2026-07-14T08:00:00Z
local:Europe/Paris zone 2026-07-14T10:00:00+02:00, utc 2026-07-14T10:00:00+02:00
local:America/Martinique zone 2026-07-14T10:00:00-04:00, utc 2026-07-14T04:00:00-04:00'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
