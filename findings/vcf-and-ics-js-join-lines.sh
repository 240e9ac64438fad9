#!/bin/sh
# vcf 2.1.2 and ics-js 0.10.2 (npm), their output read by ical.js 2.2.1 (npm), on 2026-11-30.
# Behaviour: a text of two lines loses the line's end between them: vcf drops it, ics-js writes it as it is, with a space behind, which
# is how a long line is folded, so that readers drop it. The last word of one line and the first of the next are one word.
# Output seen: "Lundi et mardi" over "jeudi aussi" is "Lundi et mardijeudi aussi" in a card's NOTE and in an event's DESCRIPTION.
# One would have guessed: "\n" between them, which is what both formats have for it (RFC 6350 §3.4, RFC 5545 §3.3.11).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" vcf@2.1.2 ics-js@0.10.2 ical.js@2.2.1 >/dev/null
cat > "$folder/write.mjs" <<'JAVASCRIPT'
import ICAL from "ical.js";
import icsJs from "ics-js";
import Card from "vcf";

const { VCALENDAR, VEVENT } = icsJs;
const text = "Lundi et mardi\njeudi aussi";
const card = new Card();
card.set("fn", "Amicale");
card.set("note", text);
const event = new VEVENT();
for (const [name, value] of [["UID", "a@example.org"], ["DTSTAMP", new Date(0)], ["DTSTART", new Date(0)], ["DESCRIPTION", text]])
  event.addProp(name, value);
const calendar = new VCALENDAR();
calendar.addProp("VERSION", 2);
calendar.addProp("PRODID", "-//example//EN");
calendar.addComponent(event);
const read = (written) => new ICAL.Component(ICAL.parse(written.replace(/\r?\n?$/, "\r\n")));
const seen = {
  vcf: read(card.toString("4.0")).getFirstPropertyValue("note"),
  "ics-js": read(calendar.toString()).getFirstSubcomponent("vevent").getFirstPropertyValue("description"),
};
console.log(seen);
for (const words of Object.values(seen)) if (words !== "Lundi et mardijeudi aussi") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/write.mjs"
