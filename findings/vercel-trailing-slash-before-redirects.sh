#!/bin/sh
# @vercel/routing-utils 6.6.0 (npm), read on 2026-11-29.
# Behaviour: with `trailingSlash: true`, the routes made of a vercel.json add or take a slash before any of
# `redirects` is looked at, and a `source` means its own spelling only: one without slash is never reached,
# and neither is one with a slash after a name that has a point, /v1.2/. No error is told.
# Output seen: /ancien goes to /ancien/, which no rule knows; /v1.2/ goes to /v1.2, which none knows;
# /passe goes to /passe/, then to /neuf/. Without `trailingSlash` both lost ones go to /neuf/ at once.
# One would have guessed: what one writes under `redirects` to be looked at first, or a `source` to mean
# the address with and without slash, since only one of both is ever shown.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @vercel/routing-utils@6.6.0 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const { getTransformedRoutes } = require("@vercel/routing-utils");
const redirects = ["/ancien", "/v1.2/", "/passe/"].map((source) => ({ source, destination: "/neuf/", permanent: true }));
function hops(config, path) {
  const { routes, error } = getTransformedRoutes(config);
  if (error) throw new Error(error.message);
  const passed = [path];
  for (let more = true; more; ) {
    more = false;
    for (const route of routes) {
      const found = new RegExp(route.src).exec(passed.at(-1));
      if (!found) continue;
      more = Boolean(route.status);
      if (more) passed.push(route.headers.Location.replace(/\$(\d)/g, (_, number) => found[number]));
      break;
    }
  }
  return passed.join(" ");
}
const seen = [
  ...["/ancien", "/v1.2/", "/passe"].map((path) => hops({ trailingSlash: true, redirects }, path)),
  ...["/ancien", "/v1.2/"].map((path) => hops({ redirects }, path)),
];
console.log(seen.join("\n"));
const expected = ["/ancien /ancien/", "/v1.2/ /v1.2", "/passe /passe/ /neuf/", "/ancien /neuf/", "/v1.2/ /neuf/"];
if (seen.join() !== expected.join()) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.cjs"
