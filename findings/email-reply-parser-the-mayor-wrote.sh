#!/bin/sh
# email-reply-parser 2.3.7 (npm), read on 2026-12-01.
# Behaviour: the head of a quoted message is known by its last words in many languages, in French « a écrit : » at the end of a line, in
# English by "On" too. In French, a line that says whom the letter quotes is taken for one: it and all that follows is not
# part of what was written.
# Output seen: of a letter of four lines, Bonjour / Le maire a écrit : / Nous refusons / Merci de publier, there is « Bonjour, »; with
# « a déclaré », or in English with "wrote:", the whole letter.
# One would have guessed: the whole letter, as no line of it begins with « > », and no date, no name in brackets stands before the verb.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" email-reply-parser@2.3.7 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import EmailReplyParser from "email-reply-parser";

const letter = (line) => `Bonjour,\n\n${line}\n\n« Nous refusons. »\n\nMerci de publier.\n`;
const read = (text) => new EmailReplyParser().read(text).getVisibleText().trim().replace(/\n+/g, " / ");
const seen = ["Le maire a écrit :", "Le maire a déclaré :", "The mayor wrote:"].map((line) => read(letter(line)));
console.log(seen.join("\n"));
const whole = (line) => `Bonjour, / ${line} / « Nous refusons. » / Merci de publier.`;
const expected = ["Bonjour,", whole("Le maire a déclaré :"), whole("The mayor wrote:")];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
