#!/bin/sh
# ical.js 2.2.1 (npm, what Thunderbird reads calendars with), beside rrule 2.8.1 (npm), read on 2026-11-29.
# Behaviour: a yearly rule that names a week, by BYWEEKNO=20;BYDAY=MO or as the 20th Monday, BYDAY=20MO, gives every
# Monday of the year; with BYWEEKNO even DTSTART is not among them. Nothing is refused. Both are examples of RFC 5545.
# Output seen: 1997-05-19 1997-05-26 1997-06-02 of both; rrule 1997-05-12 1998-05-11 1999-05-17 and 1997-05-19 1998-05-18 1999-05-17.
# One would have guessed: one Monday a year, as the RFC prints beside these rules in §3.8.5.3, or an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" ical.js@2.2.1 rrule@2.8.1 >/dev/null
cat > "$folder/dates.mjs" <<'JAVASCRIPT'
import ICAL from "ical.js";
import rrule from "rrule";

function dates(start, rule) {
  const event = ["BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20260101T000000Z", `DTSTART:${start}`, `RRULE:${rule}`, "END:VEVENT"];
  const text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", ...event, "END:VCALENDAR", ""].join("\r\n");
  const calendar = new ICAL.Component(ICAL.parse(text));
  const series = new ICAL.Event(calendar.getFirstSubcomponent("vevent")).iterator();
  const thunderbird = [1, 2, 3].map(() => series.next().toString().slice(0, 10)).join(" ");
  const other = rrule.rrulestr(`DTSTART:${start}\nRRULE:${rule}`).all((_, index) => index < 3);
  return [thunderbird, other.map((date) => date.toISOString().slice(0, 10)).join(" ")];
}

const seen = [
  dates("19970512T090000Z", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
  dates("19970519T090000Z", "FREQ=YEARLY;BYDAY=20MO"),
];
console.log(seen.map((both) => both.join(" | ")).join("\n"));
const weekly = "1997-05-19 1997-05-26 1997-06-02";
const expected = [
  [weekly, "1997-05-12 1998-05-11 1999-05-17"],
  [weekly, "1997-05-19 1998-05-18 1999-05-17"],
];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/dates.mjs"
