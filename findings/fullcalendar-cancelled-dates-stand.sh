#!/bin/sh
# FullCalendar 6.1.21 with its plugin for iCalendar and ical.js 1.5.0 (npm), in jsdom 26.1.0, run with Node.js, read on 2026-11-30.
# Behaviour: STATUS is not read. A cancelled event, and a cancelled date of a series, are events like others, and what a page is given of
# each (location, organizer, description) does not say what they are; of CLASS and TRANSP nothing is said either.
# Output seen: of three weekly meetings, the second cancelled by its RECURRENCE-ID, all three stand in the calendar, and a council that is
# cancelled stands beside them; extendedProps has three keys, all null.
# One would have guessed: a cancelled one left out, or its status told, for a colour or a line through it. Who publishes for such pages says it in
# SUMMARY.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm install --silent --no-audit --no-fund @fullcalendar/core@6.1.21 @fullcalendar/icalendar@6.1.21 ical.js@1.5.0 jsdom@26.1.0 >/dev/null)
cat > "$folder/calendar.ics" <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a.example//FR
BEGIN:VEVENT
UID:conseil
DTSTAMP:20260101T000000Z
DTSTART:20260714T080000Z
DTEND:20260714T090000Z
STATUS:CANCELLED
SUMMARY:conseil
END:VEVENT
BEGIN:VEVENT
UID:bureau
DTSTAMP:20260101T000000Z
DTSTART:20260701T080000Z
DTEND:20260701T090000Z
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:bureau
END:VEVENT
BEGIN:VEVENT
UID:bureau
DTSTAMP:20260101T000000Z
RECURRENCE-ID:20260708T080000Z
DTSTART:20260708T080000Z
DTEND:20260708T090000Z
STATUS:CANCELLED
SUMMARY:bureau
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
const server = http.createServer((_, answer) => answer.end(fs.readFileSync(`${__dirname}/calendar.ics`))).listen(0, "127.0.0.1", () => {
  const calendar = new Calendar(document.getElementById("calendar"), {
    plugins: [plugin],
    timeZone: "UTC",
    initialDate: "2026-07-14",
    initialView: "month",
    views: { month: { type: "bare", duration: { months: 1 }, content: () => ({ domNodes: [] }) } },
    events: { url: `http://127.0.0.1:${server.address().port}/`, format: "ics" },
    loading: (waits) => waits || setTimeout(() => {
      for (const event of calendar.getEvents()) console.log(event.title, event.startStr, JSON.stringify(event.extendedProps));
      process.exit();
    }, 100),
  });
  calendar.render();
});
JS
seen=$(node "$folder/show.cjs" | sort)
echo "$seen"
expected='bureau 2026-07-01T08:00:00Z {"location":null,"organizer":null,"description":null}
bureau 2026-07-08T08:00:00Z {"location":null,"organizer":null,"description":null}
bureau 2026-07-15T08:00:00Z {"location":null,"organizer":null,"description":null}
conseil 2026-07-14T08:00:00Z {"location":null,"organizer":null,"description":null}'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
