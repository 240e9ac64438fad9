#!/bin/sh
# node-ical 0.27.2 and ts-ics 2.4.6 (npm), beside ical.js 2.2.1, read on 2026-11-29.
# Behaviour: a parameter in quotation marks, which are there so that it may hold any of : ; and , is cut at its first
# semicolon; what is left begins with the mark. Commas and colons in it do no harm.
# Output seen: "Dupont, Anne: bureau with its first mark, from both; ical.js has Dupont, Anne: bureau; accueil.
# One would have guessed: the name whole (RFC 5545 §3.1), as they do keep the comma and the colon for the sake of the marks.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" node-ical@0.27.2 ts-ics@2.4.6 ical.js@2.2.1 >/dev/null
cat > "$folder/names.mjs" <<'JAVASCRIPT'
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";

const text = [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20260101T000000Z",
  "DTSTART:20260302T100000Z", 'ORGANIZER;CN="Dupont, Anne: bureau; accueil":mailto:a@example.org', "END:VEVENT", "END:VCALENDAR", "",
].join("\r\n");
const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
const seen = [
  nodeIcal.sync.parseICS(text)["a@example.org"].organizer.params.CN,
  convertIcsCalendar(undefined, text).events[0].organizer.name,
  event.getFirstProperty("organizer").getParameter("cn"),
];
console.log(seen.join(" | "));
const expected = ['"Dupont, Anne: bureau', '"Dupont, Anne: bureau', "Dupont, Anne: bureau; accueil"];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/names.mjs"
