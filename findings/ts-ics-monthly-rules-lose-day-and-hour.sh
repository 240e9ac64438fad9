#!/bin/sh
# ts-ics 2.4.6 (npm), beside rrule 2.8.1 (npm), read on 2026-11-29.
# Behaviour: extendByRecurrenceRule puts what recurs on a weekday of the month at midnight and leaves its first date out; counts
# from the end of a month one too far; takes the fifth Monday of a month that has four for the first of the next; and what
# recurs on the 31st for the 28th from February on.
# Output seen, of events at 10: last Monday 02-23 00, 03-30 00, 04-27 00; last day 02-27, 03-30, 04-29; fifth Monday 05-04 00,
# 06-01 00, 06-29 00; the 31st 01-31, 02-28, 03-28. rrule, all at 10: 01-26 02-23 03-30, 01-31 02-28 03-31, 03-30 06-29 08-31 and
# 01-31 03-31 05-31.
# One would have guessed: what rrule gives, as RFC 5545 §3.3.10 says: the hour is DTSTART's, -1 is the last day, dates that do
# not exist are ignored. Calendar programs offer each of these rules in a menu.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" ts-ics@2.4.6 rrule@2.8.1 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import rrule from "rrule";
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from "ts-ics";

const hour = (date) => date.toISOString().slice(5, 13).replace("T", " ");
const cases = [
  ["20260126", "BYDAY=-1MO", "02-23 00, 03-30 00, 04-27 00", "01-26 10, 02-23 10, 03-30 10"],
  ["20260131", "BYMONTHDAY=-1", "02-27 10, 03-30 10, 04-29 10", "01-31 10, 02-28 10, 03-31 10"],
  ["20260330", "BYDAY=5MO", "05-04 00, 06-01 00, 06-29 00", "03-30 10, 06-29 10, 08-31 10"],
  ["20260131", "INTERVAL=1", "01-31 10, 02-28 10, 03-28 10", "01-31 10, 03-31 10, 05-31 10"],
];
for (const [start, part, wrong, right] of cases) {
  const value = `FREQ=MONTHLY;COUNT=3;${part}`;
  const set = rrule.rrulestr(`DTSTART:${start}T100000Z\nRRULE:${value}`);
  const rule = convertIcsRecurrenceRule(undefined, { value, options: {} });
  const dates = extendByRecurrenceRule(rule, { start: set.options.dtstart, end: new Date("2027-12-31") }).map(hour).join(", ");
  const other = set.all().map(hour).join(", ");
  console.log(`${part}: ${dates} | ${other}`);
  if (dates !== wrong || other !== right) throw new Error("the behaviour has changed");
}
JAVASCRIPT
TZ=UTC node "$folder/read.mjs"
