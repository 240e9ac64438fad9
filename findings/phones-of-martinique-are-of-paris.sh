#!/bin/sh
# phonenumbers 9.0.43 (PyPI) and libphonenumber-js 1.13.16 (npm, with its data "max"), read on 2026-12-01.
# Behaviour: a number of Martinique or of Mayotte as it is written and dialled in all of France, read with the region FR, is a valid number
# to both, with the code of the mainland, +33, where no such number exists; those of Guadeloupe, La Réunion and Guyane get
# +33 too, and are not valid.
# Output seen: 0596 30 00 02 is +33596300002, valid; 0590 30 00 02 is +33590300002, not valid; read with MQ and GP they are
# +596596300002 and +590590300002, both valid.
# One would have guessed: +596 596 …, since France's plan gives 0596 to Martinique alone (Arcep), or at least the same word for both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" libphonenumber-js@1.13.16 >/dev/null
cat > "$folder/numbers.py" <<'PYTHON'
import sys

import phonenumbers

for told in sys.argv[1:]:
    region, _, written = told.partition(":")
    number = phonenumbers.parse(written, region)
    valid = str(phonenumbers.is_valid_number(number)).lower()
    print(region, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), valid)
PYTHON
cat > "$folder/numbers.mjs" <<'JAVASCRIPT'
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

for (const told of process.argv.slice(2)) {
  const [region, written] = told.split(":");
  const number = parsePhoneNumberFromString(written, region);
  console.log(region, number.number, number.isValid());
}
JAVASCRIPT
set -- "FR:0596 30 00 02" "FR:0269 60 00 02" "FR:0590 30 00 02" "FR:0262 30 00 02" "FR:0594 30 00 02" "MQ:0596 30 00 02" "GP:0590 30 00 02"
seen=$("$folder/venv/bin/python" "$folder/numbers.py" "$@")
other=$(node "$folder/numbers.mjs" "$@")
echo "$seen"
expected='FR +33596300002 true
FR +33269600002 true
FR +33590300002 false
FR +33262300002 false
FR +33594300002 false
MQ +596596300002 true
GP +590590300002 true'
[ "$seen" = "$expected" ] && [ "$other" = "$expected" ] || { echo "the behaviour has changed: $other" >&2; exit 1; }
