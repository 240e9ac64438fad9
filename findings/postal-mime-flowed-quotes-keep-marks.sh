#!/bin/sh
# postal-mime 4.0.0 and mailparser 3.14.2 (npm), run with Node.js, read on 2026-11-30.
# Behaviour: in a text of format=flowed (RFC 3676) a quoted line that flows on is joined with the next one whole, its mark of quotation
# included (section 4.5 wants the marks taken off first). Other lines, stuffed ones too, are joined rightly.
# Output seen: « > Les maires demandent » and « > une réponse. » are « > Les maires demandent > une réponse. », « >> Deux » and « >> fois »
# are « >> Deux >> fois »; mailparser writes both without a mark inside.
# One would have guessed: one quoted line; a program that shows answers to a letter shows marks, or figures larger than others (« > 3 % »),
# in the middle of sentences.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" postal-mime@4.0.0 mailparser@3.14.2 >/dev/null
cat > "$folder/flowed.mjs" <<'JAVASCRIPT'
import assert from "node:assert/strict";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const message = [
  "From: presse@a.example",
  "Subject: Re: dotations",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8; format=flowed",
  "Content-Transfer-Encoding: 8bit",
  "",
  "> Les maires demandent ",
  "> une réponse.",
  ">> Deux ",
  ">> fois",
  "Elle vient ",
  "demain.",
  "",
].join("\r\n");
const seen = {
  "postal-mime": (await new PostalMime().parse(message)).text.trim().split("\n"),
  mailparser: (await simpleParser(message)).text.trim().split("\n"),
};
console.log(JSON.stringify(seen, null, 1));
assert.deepEqual(seen, {
  "postal-mime": ["> Les maires demandent > une réponse.", ">> Deux >> fois", "Elle vient demain."],
  mailparser: ["> Les maires demandent une réponse.", ">> Deux fois", "Elle vient demain."],
}, "the behaviour has changed");
JAVASCRIPT
node "$folder/flowed.mjs"
