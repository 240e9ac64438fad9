#!/bin/sh
# ical.js 2.2.1 (npm, what Thunderbird reads calendars with), beside rrule 2.8.1 (npm), read on 2026-11-29.
# Behaviour: BYSETPOS is obeyed in FREQ=MONTHLY with BYDAY and passed over everywhere else, without a word: « the first of
# these three days each week » is all three, « the last of 28 to 31 » is each of them, « the first Monday of the year » all.
# Output seen: 03-02 03-04 03-06, 01-31 02-28 03-28 and 01-05 01-12 01-19; rrule 03-02 03-09 03-16, 01-31 02-28 03-31 and one a
# year; the last weekday of a month is right in both.
# One would have guessed: that a part which is known is known with each FREQ, as RFC 5545 §3.3.10 allows it with any
# other BY part, or that the rule is refused.
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
  const thunderbird = [1, 2, 3].map(() => series.next().toString().slice(2, 10)).join(" ");
  const other = rrule.rrulestr(`DTSTART:${start}\nRRULE:${rule}`).all((_, index) => index < 3);
  return [thunderbird, other.map((date) => date.toISOString().slice(2, 10)).join(" ")];
}

const seen = [
  dates("20260302T100000Z", "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1"),
  dates("20260131T100000Z", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
  dates("20260105T100000Z", "FREQ=YEARLY;BYDAY=MO;BYSETPOS=1"),
  dates("20260331T100000Z", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
];
console.log(seen.map((both) => both.join(" | ")).join("\n"));
const last = "26-03-31 26-04-30 26-05-29";
const expected = [
  ["26-03-02 26-03-04 26-03-06", "26-03-02 26-03-09 26-03-16"],
  ["26-01-31 26-02-28 26-03-28", "26-01-31 26-02-28 26-03-31"],
  ["26-01-05 26-01-12 26-01-19", "26-01-05 27-01-04 28-01-03"],
  [last, last],
];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/dates.mjs"
