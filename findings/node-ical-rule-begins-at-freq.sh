#!/bin/sh
# node-ical 0.27.2 (npm), beside ical.js 2.2.1 and rrule 2.8.1, read on 2026-11-29.
# Behaviour: of a rule, whatever stands before FREQ is cut off, without a word: COUNT and UNTIL, so that the series has no
# end, INTERVAL and BYDAY, so that it takes place on other days. The same parts behind FREQ are obeyed.
# Output seen: COUNT=2;FREQ=WEEKLY has 10 dates until May, INTERVAL=2;FREQ=WEEKLY;COUNT=2 is 03-02 03-09; ical.js and rrule have
# 03-02 03-09 and 03-02 03-16; so has node-ical with FREQ first.
# One would have guessed: the same dates in any order: RFC 5545 §3.3.10 wants FREQ first from those who write, and that who reads
# takes the parts in any sequence.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" node-ical@0.27.2 ical.js@2.2.1 rrule@2.8.1 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import ICAL from "ical.js";
import node from "node-ical";
import rrule from "rrule";

const until = new Date("2026-05-10");
const day = (date) => date.toISOString().slice(5, 10);

function byNode(rule) {
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20260101T000000Z",
    "DTSTART:20260302T100000Z", `RRULE:${rule}`, "END:VEVENT", "END:VCALENDAR", "",
  ];
  const event = Object.values(node.sync.parseICS(lines.join("\r\n"))).find((one) => one.type === "VEVENT");
  return node.expandRecurringEvent(event, { from: new Date("2026-01-01"), to: until }).map((one) => day(one.start)).join(" ");
}

function byIcal(rule) {
  const dates = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString("2026-03-02T10:00:00Z"));
  const found = [];
  for (let next = dates.next(); next && found.length < 12; next = dates.next()) found.push(day(next.toJSDate()));
  return found.join(" ");
}

const byRrule = (rule) => rrule.rrulestr(`DTSTART:20260302T100000Z\nRRULE:${rule}`).between(new Date(0), until).map(day).join(" ");

const rules = ["COUNT=2;FREQ=WEEKLY", "INTERVAL=2;FREQ=WEEKLY;COUNT=2", "FREQ=WEEKLY;INTERVAL=2;COUNT=2"];
const seen = rules.map((rule) => [byNode(rule), byIcal(rule), byRrule(rule)]);
console.log(seen.map((each, at) => `${rules[at]}: ${each.join(" | ")}`).join("\n"));
const right = ["03-02 03-09", "03-02 03-16", "03-02 03-16"];
for (const [at, [, ical, other]] of seen.entries()) if (ical !== right[at] || other !== right[at]) throw new Error("the behaviour has changed");
if (seen[0][0].split(" ").length !== 10) throw new Error("the behaviour has changed");
if (seen[1][0] !== "03-02 03-09" || seen[2][0] !== "03-02 03-16") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
