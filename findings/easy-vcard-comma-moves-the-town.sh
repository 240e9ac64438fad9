#!/bin/sh
# @covve/easy-vcard 1.1.1 (npm), its output read by ical.js 2.2.1 (npm), on 2026-11-30.
# Behaviour: backslashes and line ends are escaped in a card, commas and semicolons are not, though the comment beside says so: the
# signs are replaced by themselves. A semicolon in a street begins the town, one in a name the next department.
# Output seen: the address "2, allée A; bât. C" in Rennes, 35000, is read with "bât. C" as its town, Rennes as its region and
# 35000 as its country; the office "Eau; air" as two; a "\" comes back as it was.
# One would have guessed: the fields that were given, each by its own argument (RFC 6350 §3.4 and §6.3.1).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @covve/easy-vcard@1.1.1 ical.js@2.2.1 >/dev/null
cat > "$folder/card.mjs" <<'JAVASCRIPT'
import easy from "@covve/easy-vcard";
import ICAL from "ical.js";

const written = new easy.VCard()
  .setFullName("Amicale \\ Rennes")
  .addAddress("2, allée A; bât. C", "Rennes", "", "35000", "France")
  .addOrganization("Mairie", ["Eau; air"])
  .toString();
const card = new ICAL.Component(ICAL.parse(written + "\r\n"));
const read = (name) => card.getFirstPropertyValue(name);
console.log(written, "\n" + JSON.stringify(card.getAllProperties().map((property) => property.toJSON().slice(3))));
const seen = { fn: read("fn"), adr: read("adr").slice(2), org: read("org") };
const expected = {
  fn: "Amicale \\ Rennes",
  adr: [["2", " allée A"], " bât. C", "Rennes", "", "35000", "France"],
  org: ["Mairie", "Eau", " air"],
};
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed: " + JSON.stringify(seen));
JAVASCRIPT
node "$folder/card.mjs"
