#!/bin/sh
# phonenumbers 9.0.43 (PyPI) and libphonenumber-js 1.13.16 (npm), with Python and Node.js, read on 2026-11-30.
# Behaviour: the French word for an extension, « poste », is not known. The first takes its letters for keys of a telephone (p 7, o 6, s 7,
# t 8, e 3) and writes one long number; the second finds no number at all. « ext. » is understood by both.
# Output seen: « 01 99 00 10 02 poste 12 » is +331990010027678312, not valid, without an error; and nothing. With « ext. 12 » both say
# +33 1 99 00 10 02 with the extension 12.
# One would have guessed: the extension, or an error: « poste » stands on most letterheads of town halls; a link made of it rings nowhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" libphonenumber-js@1.13.16 >/dev/null
cat > "$folder/numbers.py" <<'PYTHON'
import phonenumbers

for written, expected in {
    "01 99 00 10 02 poste 12": ("+331990010027678312", None, False),
    "01 99 00 10 02 ext. 12": ("+33199001002", "12", True),
}.items():
    number = phonenumbers.parse(written, "FR")
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    seen = (e164.partition(";")[0], number.extension, phonenumbers.is_possible_number(number))
    print(written, seen)
    assert seen == expected, "the behaviour has changed"
PYTHON
cat > "$folder/numbers.cjs" <<'JAVASCRIPT'
const assert = require("node:assert/strict");
const { parsePhoneNumberFromString } = require("libphonenumber-js");

const read = (written) => {
  const number = parsePhoneNumberFromString(written, "FR");
  return number && [number.number, number.ext];
};
const seen = ["01 99 00 10 02 poste 12", "01 99 00 10 02 ext. 12"].map(read);
console.log(JSON.stringify(seen));
assert.deepEqual(seen, [undefined, ["+33199001002", "12"]], "the behaviour has changed");
JAVASCRIPT
"$folder/venv/bin/python" "$folder/numbers.py"
node "$folder/numbers.cjs"
