#!/bin/sh
# ts-ics 2.4.6 (npm), read on 2026-11-29.
# Behaviour: of properties that may stand several times in an event, CATEGORIES, COMMENT and ATTACH, the last one alone is
# kept, and written again alone; EXDATE, which may too, is gathered from all its lines.
# Output seen: of two lines each: categories Énergie, comment deux, attach b.pdf; two dates left out.
# One would have guessed: all of them, as RFC 5545 §3.6.1 says of each that it may occur more than once, and since
# `categories` is a list.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" ts-ics@2.4.6 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { convertIcsCalendar, generateIcsCalendar } from "ts-ics";

const text = [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20260101T000000Z",
  "DTSTART:20260302T100000Z", "RRULE:FREQ=DAILY;COUNT=4", "CATEGORIES:Eau", "CATEGORIES:Énergie", "COMMENT:un", "COMMENT:deux",
  "ATTACH:https://example.org/a.pdf", "ATTACH:https://example.org/b.pdf", "EXDATE:20260303T100000Z", "EXDATE:20260304T100000Z",
  "END:VEVENT", "END:VCALENDAR", "",
].join("\r\n");
const calendar = convertIcsCalendar(undefined, text);
const { categories, comment, attach, exceptionDates } = calendar.events[0];
const seen = [categories.join(), comment, attach, exceptionDates.length];
const written = generateIcsCalendar(calendar);
console.log(seen.join(" | "));
if (seen.join(" ") !== "Énergie deux https://example.org/b.pdf 2") throw new Error("the behaviour has changed");
if (/Eau|:un|a\.pdf/.test(written) || !written.includes("deux")) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
