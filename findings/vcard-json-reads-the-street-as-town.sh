#!/bin/sh
# vcard-json 0.5.2 and vcard-parser 1.0.0, beside ical.js 2.2.1 (all npm), read on 2026-12-01.
# Behaviour: vcard-json ends a part of an address at each semicolon, also at one that a backslash makes part of the street, and keeps the
# backslashes. vcard-parser takes the address of a page for a list, and writes it again with a semicolon for its comma.
# Output seen: of "2, allée A; bât. C" in Rennes, 35000, France, the town is " bât. C", the region Rennes and the country 35000; of the page
# https://a.example/carte?point=48.1,-1.6 a link to 48.1;-1.6. ical.js has both right.
# One would have guessed: Rennes in France; a letter that is addressed by such a card comes back.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm install --silent --no-audit --no-fund vcard-json@0.5.2 vcard-parser@1.0.0 ical.js@2.2.1 >/dev/null)
cat > "$folder/show.mjs" <<'JS'
import vcardJson from "vcard-json";
import parser from "vcard-parser";
import ICAL from "ical.js";
const card = [
  "BEGIN:VCARD", "VERSION:3.0", "FN:Mairie", "N:Mairie;;;;", "ADR;TYPE=WORK:;;2\\, allée A\\; bât. C;Rennes;;35000;France",
  "URL:https://a.example/carte?point=48.1,-1.6", "END:VCARD", "",
].join("\r\n");
const [{ addr: [address] }] = vcardJson.parseVcardStringSync(card);
console.log("vcard-json", JSON.stringify([address.street, address.city, address.region, address.country]));
console.log("vcard-parser", parser.generate(parser.parse(card)).match(/URL:.*/)[0]);
const read = new ICAL.Component(ICAL.parse(card));
const parts = read.getFirstPropertyValue("adr");
console.log("ical.js", JSON.stringify([parts[2], parts[3], parts[4], parts[6]]), read.getFirstPropertyValue("url"));
JS
seen=$(node "$folder/show.mjs" | tr -d '\r')
printf '%s\n' "$seen"
expected='vcard-json ["2\\, allée A\\"," bât. C","Rennes","35000"]
vcard-parser URL:https://a.example/carte?point=48.1;-1.6
ical.js ["2, allée A; bât. C","Rennes","","France"] https://a.example/carte?point=48.1,-1.6'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
