#!/bin/sh
# ics 3.12.0 (npm), read back by ical.js 2.2.1, read on 2026-11-29.
# Behaviour: categories are joined by commas without escaping those inside a name, while commas and
# semicolons of a place or a title are escaped. "Énergie, climat" is read as two categories.
# Output seen: two categories given, three read: Eau / Énergie / climat; place: Salle A\; Rennes\, Ille-et-Vilaine.
# One would have guessed: a comma inside a value of a list to be written as \, (RFC 5545 §3.3.11).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" ics@3.12.0 ical.js@2.2.1 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import { createEvent } from "ics";
import ICAL from "ical.js";
const { error, value } = createEvent({
  title: "Forum", start: [2026, 3, 1], end: [2026, 3, 2], location: "Salle A; Rennes, Ille-et-Vilaine",
  categories: ["Eau", "Énergie, climat"],
});
if (error) throw error;
const event = new ICAL.Component(ICAL.parse(value)).getFirstSubcomponent("vevent");
const categories = event.getFirstProperty("categories").getValues().map((name) => name.trim());
const place = /LOCATION:(.*)/.exec(value)[1].trim();
console.log(categories.join(" / "), "|", place);
if (categories.join("/") !== "Eau/Énergie/climat") throw new Error("the behaviour has changed");
if (!place.includes("A\\; Rennes\\, Ille")) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/make.mjs"
