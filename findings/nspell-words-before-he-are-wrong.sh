#!/bin/sh
# nspell 2.1.5 with dictionary-fr 3.0.0 (npm), beside spylls 0.1.7 (PyPI), which reads the same two files, on 2026-12-01.
# Behaviour: a verb with its subject behind it, « dit-il », « souligne-t-elle », as press releases have it behind each quotation, is a
# mistake to nspell; so is « élus-là ». It knows what the dictionary lists, and does not look at the parts of a word with hyphens.
# Output seen: false for dit-il, souligne-t-elle, peut-on, a-t-il, élus-là; true for ceux-ci and sous-préfet. spylls: true for all.
# One would have guessed: as Hunspell has it, for which the dictionary is made: parts are looked for where no BREAK says otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check spylls==0.1.7 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" nspell@2.1.5 dictionary-fr@3.0.0 >/dev/null
cat > "$folder/spell.mjs" <<'JAVASCRIPT'
import french from "dictionary-fr";
import nspell from "nspell";

const speller = nspell(french);
for (const word of process.argv.slice(2)) console.log(word, speller.correct(word));
JAVASCRIPT
cat > "$folder/spell.py" <<'PYTHON'
import sys

from spylls.hunspell import Dictionary

speller = Dictionary.from_files(sys.argv[1])
for word in sys.argv[2:]:
    print(word, str(speller.lookup(word)).lower())
PYTHON
set -- dit-il souligne-t-elle peut-on a-t-il élus-là ceux-ci sous-préfet
seen=$(node "$folder/spell.mjs" "$@" | paste -sd ' ')
other=$("$folder/venv/bin/python" "$folder/spell.py" "$folder/node_modules/dictionary-fr/index" "$@" | paste -sd ' ')
printf 'nspell: %s\nspylls: %s\n' "$seen" "$other"
[ "$seen" = "dit-il false souligne-t-elle false peut-on false a-t-il false élus-là false ceux-ci true sous-préfet true" ] ||
  { echo "the behaviour has changed" >&2; exit 1; }
[ "$other" = "dit-il true souligne-t-elle true peut-on true a-t-il true élus-là true ceux-ci true sous-préfet true" ] ||
  { echo "the behaviour has changed" >&2; exit 1; }
