#!/bin/sh
# ical-generator 10.2.0 (npm), read back by ical.js 2.2.1 (what Thunderbird reads calendars with), on 2026-11-29.
# Behaviour: the address of an event is escaped as text is, though its line says VALUE=URI: commas and
# semicolons get a backslash, and a reader that takes a URI as it stands leads to another address.
# Output seen: URL;VALUE=URI:https://example.org/agenda/?dates=1\,2\;c; ical.js reads it with both backslashes.
# One would have guessed: the address as it was given, since RFC 5545 §3.3.13 has no escapes in a URI; only values
# of type TEXT have them (§3.3.11).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" ical-generator@10.2.0 ical.js@2.2.1 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import ical from "ical-generator";
import ICAL from "ical.js";
const url = "https://example.org/agenda/?dates=1,2;c";
const calendar = ical({ name: "Agenda" });
calendar.createEvent({ id: "a@example.org", start: new Date("2026-12-03T10:00:00Z"), summary: "Bureau", url });
const event = new ICAL.Component(ICAL.parse(calendar.toString())).getFirstSubcomponent("vevent");
const read = event.getFirstPropertyValue("url");
console.log(/URL.*/.exec(calendar.toString())[0], "read:", read);
if (read !== String.raw`https://example.org/agenda/?dates=1\,2\;c`) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/make.mjs"
