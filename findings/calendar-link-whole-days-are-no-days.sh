#!/bin/sh
# calendar-link 2.11.5 (npm), beside ics 3.12.0, read back by ical.js 2.2.1 (npm), on 2026-11-29.
# Behaviour: the file behind « add to my calendar » has a day under DTSTART without VALUE=DATE, and what people are called as it was
# given: a comma in the organiser's name makes two names of it, a colon begins the address there.
# Output seen: DTSTART:20260302, « invalid date-time value » from ical.js, which reads that of ics; the address of "Anne : présidente" is
# " présidente:MAILTO:a@example.org".
# One would have guessed: DTSTART;VALUE=DATE:20260302 (RFC 5545 §3.8.2.4) and CN="Anne : présidente" (§3.1).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" calendar-link@2.11.5 ics@3.12.0 ical.js@2.2.1 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import { ics as link } from "calendar-link";
import ICAL from "ical.js";
import ics from "ics";

const file = (address) => decodeURIComponent(address.slice(address.indexOf(",") + 1));
const event = (text) => new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
function start(text) {
  try {
    return event(text).startDate.toString();
  } catch (error) {
    return error.message.split(":")[0];
  }
}
const whole = file(link({ title: "Congrès", start: "2026-03-02", end: "2026-03-04", allDay: true }));
const other = ics.createEvent({ title: "Congrès", start: [2026, 3, 2], end: [2026, 3, 4] }).value;
const organizer = { name: "Anne : présidente", email: "a@example.org" };
const led = file(link({ title: "Réunion", start: "2026-03-02T18:00:00Z", duration: [1, "hour"], organizer }));
const seen = [/DTSTART.*\d/.exec(whole)[0], start(whole), start(other), event(led).organizer];
console.log(seen.join(" | "));
const expected = ["DTSTART:20260302", "invalid date-time value", "2026-03-02", " présidente:MAILTO:a@example.org"];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/make.mjs"
