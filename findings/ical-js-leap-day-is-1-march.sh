#!/bin/sh
# ical.js 2.2.1 (npm, what Thunderbird reads calendars with), beside rrule 2.8.1 (npm), read on 2026-11-29.
# Behaviour: what recurs each year from 29 February takes place on 1 March in the other years, and what recurs on the
# 31st of January, February and March has a date on 3 March. With BYMONTH=2;BYMONTHDAY=29 the same rule is right; so
# is FREQ=MONTHLY, which does pass over months without a 31st.
# Output seen: 2024-02-29 2025-03-01 2026-03-01, rrule 2024-02-29 2028-02-29 2032-02-29; 01-31 03-03 03-31, rrule 01-31 03-31 01-31.
# One would have guessed: each fourth year, and no 31 February, since RFC 5545 §3.3.10 has dates that do not exist
# ignored and not counted.
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
  dates("20240229T100000Z", "FREQ=YEARLY"),
  dates("20240229T100000Z", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
  dates("20260131T100000Z", "FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=31"),
  dates("20260131T100000Z", "FREQ=MONTHLY;BYMONTH=1,2,3"),
];
console.log(seen.map((both) => both.join(" | ")).join("\n"));
const leap = "2024-02-29 2028-02-29 2032-02-29";
const months = "2026-01-31 2026-03-31 2027-01-31";
const expected = [
  ["2024-02-29 2025-03-01 2026-03-01", leap],
  [leap, leap],
  ["2026-01-31 2026-03-03 2026-03-31", months],
  [months, months],
];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/dates.mjs"
