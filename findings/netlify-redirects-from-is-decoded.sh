#!/bin/sh
# @netlify/redirects 4.0.2 with @netlify/redirect-parser 16.1.1 (npm), read on 2026-11-29.
# Behaviour: a request's path is decoded before it is compared with `from` of `_redirects`, and `from` is not:
# one that is written as an address has it, /%C3%A9t%C3%A9 or /un%20bilan, answers no request, and nothing
# is said when the file is read. As white space parts the columns of that file, an address with a space
# cannot be named there at all; in netlify.toml it can, with the space itself.
# Output seen: /été written plainly is matched by /%C3%A9t%C3%A9; /un%20bilan and /%C3%A9cole by none, and the
# former by /un%2520bilan instead.
# One would have guessed: that a rule answers the address it is written as, letter for letter; and both
# spellings of « été », as RFC 3987 §3.1 makes one of the other.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" \
  @netlify/redirects@4.0.2 @netlify/redirect-parser@16.1.1 >/dev/null
cat > "$folder/_redirects" <<'RULES'
/été /ete/ 301
/%C3%A9cole /ecole/ 301
/un%20bilan /bilan/ 301
RULES
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { RedirectsHandler } from "@netlify/redirects";
import { parseAllRedirects } from "@netlify/redirect-parser";
const folder = new URL(".", import.meta.url).pathname;
const read = await parseAllRedirects({ redirectsFiles: [folder + "_redirects"], configRedirects: [], minimal: true });
console.log("from:", read.redirects.map((one) => one.from).join(" "), "errors:", read.errors.length);
const handler = new RedirectsHandler({
  configRedirects: [{ from: "/un rapport", to: "/rapport/", status: 301 }],
  jwtRoleClaim: "", jwtSecret: "", projectDir: folder, publicDir: folder, siteURL: "https://example.org",
});
const seen = [];
for (const path of ["/%C3%A9t%C3%A9", "/%C3%A9cole", "/un%20bilan", "/un%2520bilan", "/un%20rapport"]) {
  const match = await handler.match(new Request("https://example.org" + path));
  seen.push(match ? match.target.pathname : "none");
  console.log(path, seen.at(-1));
}
if (seen.join() !== "/ete/,none,none,/bilan/,/rapport/" || read.errors.length) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
