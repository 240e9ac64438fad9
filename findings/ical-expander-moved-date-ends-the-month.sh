#!/bin/sh
# ical-expander 3.2.0 and @schedule-x/ical 3.7.3, which has it inside, beside node-ical 0.27.2 (all npm), run with Node.js, on 2026-12-01.
# Behaviour: asked for the dates of a month, both stop at the first that lies behind the month. A weekly date that was moved by its
# RECURRENCE-ID from 9 March to April is such a date, though it stands before 16 and 23 March, which are not shown either.
# Output seen: of the bureau on 2, 9, 16 and 23 March, the second moved to 20 April, March has the 2nd alone; without an end, all four are
# there. Nothing is told. node-ical has 2, 16 and 23.
# One would have guessed: the moved one in April and the others where they stood; a postponed meeting hides those that hold.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm install --silent --no-audit --no-fund ical-expander@3.2.0 @schedule-x/ical@3.7.3 preact@10.27.2 temporal-polyfill@1.0.8 \
  node-ical@0.27.2 >/dev/null)
cat > "$folder/bureau.ics" <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a.example//FR
BEGIN:VEVENT
UID:bureau
DTSTAMP:20260101T000000Z
DTSTART:20260302T170000Z
DTEND:20260302T180000Z
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:bureau
END:VEVENT
BEGIN:VEVENT
UID:bureau
DTSTAMP:20260101T000000Z
RECURRENCE-ID:20260309T170000Z
DTSTART:20260420T160000Z
DTEND:20260420T170000Z
SUMMARY:bureau
END:VEVENT
END:VCALENDAR
ICS
cat > "$folder/show.cjs" <<'JS'
globalThis.Temporal = require("temporal-polyfill").Temporal;
const Expander = require("ical-expander"), nodeIcal = require("node-ical");
const { createIcalendarPlugin } = require("@schedule-x/ical");
const ics = require("fs").readFileSync(`${__dirname}/bureau.ics`, "utf8");
const from = new Date("2026-03-01T00:00Z"), to = new Date("2026-03-31T23:59Z");
const show = (name, days) => console.log(name, days.map((day) => day.slice(5, 10)).sort().join(" "));
const expand = (found) => [...found.events, ...found.occurrences].map((event) => event.startDate.toString());
show("ical-expander", expand(new Expander({ ics }).between(from, to)));
show("ical-expander, no end", expand(new Expander({ ics }).after(from)));
const [start, end] = [from, to].map((day) => Temporal.Instant.from(day.toISOString()).toZonedDateTimeISO("UTC"));
const list = {};
createIcalendarPlugin({ data: ics }).beforeRender({
  config: { timezone: { value: "UTC" } }, calendarState: { range: { value: { start, end } } }, calendarEvents: { list },
});
show("@schedule-x/ical", list.value.map((event) => event.start.toString()));
const event = Object.values(nodeIcal.sync.parseICS(ics)).find((part) => part.type === "VEVENT");
show("node-ical", nodeIcal.expandRecurringEvent(event, { from, to }).map((date) => date.start.toISOString()));
JS
seen=$(TZ=UTC node "$folder/show.cjs")
echo "$seen"
expected='ical-expander 03-02
ical-expander, no end 03-02 03-16 03-23 04-20
@schedule-x/ical 03-02
node-ical 03-02 03-16 03-23'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
