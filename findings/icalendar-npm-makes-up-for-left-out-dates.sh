#!/bin/sh
# icalendar 0.7.1 (npm), beside ical.js 2.2.1 (npm), read on 2026-11-30.
# Behaviour: dates that EXDATE leaves out do not count for COUNT, so that the series goes on for as many more behind its end; and the
# last day of the month, BYMONTHDAY=-1, is another day in each month.
# Output seen: of six weeks from 2 March, three of them left out, 2 and 30 March, 6, 13, 20 and 27 April (ical.js: 2 and 30 March,
# 6 April); 31 January, 27 February, 1 March (ical.js: 31 January, 28 February, 31 March).
# One would have guessed: the dates of ical.js, as EXDATE takes away from the set that the rule makes (RFC 5545 §3.8.5.1); here who
# cancels three evenings of March announces three of April, at which nobody will open the door.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" icalendar@0.7.1 ical.js@2.2.1 >/dev/null
cat > "$folder/series.mjs" <<'JAVASCRIPT'
import icalendar from "icalendar";
import ICAL from "ical.js";

const calendar = (lines) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT", "UID:a@example.org",
  "DTSTAMP:20260101T000000Z", ...lines, "SUMMARY:Permanence", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
const other = (text) => {
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
  const dates = [], next = event.iterator();
  for (let date; (date = next.next());) dates.push(date.toJSDate());
  return dates;
};
const days = (dates) => dates.map((date) => date.toISOString().slice(5, 10)).join(" ");
const CASES = [
  [["DTSTART:20260302T180000Z", "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE:20260309T180000Z,20260316T180000Z,20260323T180000Z"],
    "03-02 03-30 04-06 04-13 04-20 04-27", "03-02 03-30 04-06"],
  [["DTSTART:20260131T180000Z", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3"], "01-31 02-27 03-01", "01-31 02-28 03-31"],
];
for (const [lines, seen, right] of CASES) {
  const text = calendar(lines);
  const [event] = icalendar.parse_calendar(text).events();
  const dates = days(event.rrule().nextOccurences(new Date("2026-01-01"), 10));
  console.log(lines[1], "| icalendar:", dates, "| ical.js:", days(other(text)));
  if (dates !== seen || days(other(text)) !== right) throw new Error("the behaviour has changed");
}
JAVASCRIPT
TZ=UTC node "$folder/series.mjs"
