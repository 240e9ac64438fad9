#!/bin/sh
# @vercel/routing-utils 6.6.0 (npm), read on 2026-11-28.
# Behaviour: with `trailingSlash: true` and headers for `/(.*)`, the routes made of a vercel.json begin with
# one for `/.well-known` that neither redirects nor continues, and stands before the headers: these are
# not of /.well-known/security.txt. Without `trailingSlash` they are.
# Output seen: first route {"src":"^/\\.well-known(?:/.*)?$"}, no "continue"; headers for `/.well-known/a`: none.
# One would have guessed: headers of `/(.*)` for every path, whatever is said about slashes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @vercel/routing-utils@6.6.0 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const { getTransformedRoutes } = require("@vercel/routing-utils");
const headers = [{ source: "/(.*)", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] }];
function told(config, path) {
  const found = {};
  for (const route of getTransformedRoutes(config).routes) {
    if (!new RegExp(route.src).test(path)) continue;
    Object.assign(found, route.headers);
    if (!route.continue) break;
  }
  return Object.keys(found).length;
}
const [first] = getTransformedRoutes({ trailingSlash: true, headers }).routes;
console.log(JSON.stringify(first));
const seen = [{ trailingSlash: true, headers }, { headers }].map((one) => told(one, "/.well-known/security.txt"));
console.log("headers with trailingSlash, without:", ...seen);
if (seen.join() !== "0,1" || first.continue) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.cjs"
