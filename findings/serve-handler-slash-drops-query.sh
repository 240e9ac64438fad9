#!/bin/sh
# serve-handler 6.1.8 (npm, what `serve` is made of) beside superstatic 10.0.0 (what Firebase's hosting is
# tried with), read on 2026-11-29.
# Behaviour: both add the slash that `trailingSlash: true` asks for by a redirect. serve-handler's redirect
# loses the query, so a letter's /agenda?utm_source=lettre is counted for nobody and /recherche?q=eau asks
# for nothing. It also sends an address that does not exist to the same with a slash before it answers 404.
# Output seen: serve-handler /agenda/, superstatic /agenda/?q=eau; for /rien 301 and 404.
# One would have guessed: the query kept by both, and 404 at once for what is nowhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" serve-handler@6.1.8 superstatic@10.0.0 >/dev/null 2>&1
mkdir -p "$folder/public/agenda"
echo agenda > "$folder/public/agenda/index.html"
cat > "$folder/ask.cjs" <<'JAVASCRIPT'
const http = require("node:http");
const serve = require("serve-handler"), superstatic = require("superstatic").default;
const config = { public: "public", trailingSlash: true };
const firebase = superstatic({ cwd: __dirname, config });
const servers = [
  (request, response) => serve(request, response, { ...config, public: `${__dirname}/public` }),
  (request, response) => firebase(request, response, () => response.writeHead(404).end()),
];
(async () => {
  const seen = [];
  for (const answer of servers) {
    const server = http.createServer(answer);
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    const ask = (path) => fetch(`http://127.0.0.1:${server.address().port}${path}`, { redirect: "manual" });
    seen.push((await ask("/agenda?q=eau")).headers.get("location"), (await ask("/rien")).status);
    server.close();
  }
  console.log(seen.join(" "));
  if (seen.join(" ") !== "/agenda/ 301 /agenda/?q=eau 404") throw new Error("the behaviour has changed");
  process.exit(0);
})().catch((error) => { console.error(error); process.exit(1); });
JAVASCRIPT
node "$folder/ask.cjs"
