// Ask what Netlify, Cloudflare Pages and Vercel would answer, by their own packages.
//
//     node ask_hosts.mjs NODE_MODULES HOST OUTPUT CONFIGURATION < ADDRESSES
//
// HOST: netlify, cloudflare, vercel. OUTPUT: the built site, with `_headers` and `_redirects`.
// CONFIGURATION: vercel.json. ADDRESSES: JSON, a list of paths. Prints a list of
// `[status, location, headers]`; the status is null where the package leaves it to the host.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , modules, host, output, configuration] = process.argv;
const require = createRequire(join(modules, "none.js"));
const load = (path) => import(pathToFileURL(join(modules, path)).href);
const site = "https://hub.example.org";
const silent = { log() {}, info() {}, warn() {}, error() {}, debug() {} };
const isFile = (path) => existsSync(path) && statSync(path).isFile();

async function parsed() {
  const { parseAllHeaders } = await load("@netlify/headers-parser/lib/index.js");
  const { parseAllRedirects } = await load("@netlify/redirect-parser/lib/index.js");
  const headers = await parseAllHeaders({ headersFiles: [join(output, "_headers")], configHeaders: [], minimal: true });
  const redirects = await parseAllRedirects({ redirectsFiles: [join(output, "_redirects")], configRedirects: [], minimal: true });
  const errors = [...headers.errors, ...redirects.errors];
  if (errors.length) throw errors[0];
  return { headers: headers.headers, redirects: redirects.redirects };
}

async function netlify() {
  await parsed();
  const { HeadersHandler } = await load("@netlify/headers/dist/main.js");
  const { RedirectsHandler } = await load("@netlify/redirects/dist/main.js");
  const headers = new HeadersHandler({ projectDir: output, publishDir: ".", logger: silent });
  const redirects = new RedirectsHandler({
    configRedirects: [], jwtRoleClaim: "", jwtSecret: "", projectDir: output, publicDir: output, siteURL: site,
  });
  return async (address) => {
    const request = new Request(site + address);
    const match = await redirects.match(request);
    if (match?.redirect) return [match.statusCode, match.target.pathname, {}];
    const found = Object.entries(await headers.apply(request));
    return [null, null, Object.fromEntries(found.map(([name, value]) => [name.toLowerCase(), value]))];
  };
}

async function cloudflare() {
  const { generateHandler } = await load("@cloudflare/pages-shared/dist/asset-server/handler.js");
  const { createMetadataObject } = await load("@cloudflare/pages-shared/dist/metadata-generator/createMetadataObject.js");
  const { headers, redirects } = await parsed();
  const metadata = createMetadataObject({
    redirects: { rules: redirects.map(({ from, to, status }, n) => ({ from, to, status, lineNumber: n + 1 })), invalid: [] },
    headers: { rules: headers.map((rule) => ({ path: rule.for, headers: rule.values, unsetHeaders: [] })), invalid: [] },
    logger: silent,
  });
  const entry = async (path) => {
    const file = join(output, decodeURIComponent(path));
    return isFile(file) ? file : null;
  };
  return async (address) => {
    const response = await generateHandler({
      request: new Request(site + address), metadata, logError() {}, setMetrics() {},
      findAssetEntryForPath: entry, getAssetKey: (file) => file, negotiateContent: () => ({ encoding: null }),
      fetchAsset: async (file) => ({ body: readFileSync(file), contentType: "" }),
    });
    return [response.status, response.headers.get("Location"), Object.fromEntries(response.headers)];
  };
}

async function vercel() {
  const { getTransformedRoutes } = require("@vercel/routing-utils");
  const { routes, error } = getTransformedRoutes(JSON.parse(readFileSync(configuration, "utf8")));
  if (error) throw new Error(error.message);
  return async (address) => {
    const path = address.split("?")[0];
    const headers = {};
    for (const route of routes) {
      const found = route.src && new RegExp(route.src).exec(path);
      if (!found) continue;
      const own = Object.entries(route.headers ?? {}).map(([name, value]) => [
        name.toLowerCase(), value.replace(/\$(\d)/g, (_, number) => found[number] ?? ""),
      ]);
      Object.assign(headers, Object.fromEntries(own));
      if (route.status) return [route.status, headers.location, {}];
      if (!route.continue) break;
    }
    const file = join(output, decodeURIComponent(path));
    const there = isFile(file) || isFile(join(file, "index.html"));
    return [there ? 200 : 404, null, headers];
  };
}

const ask = await { netlify, cloudflare, vercel }[host]();
const answers = [];
for (const address of JSON.parse(readFileSync(0, "utf8"))) answers.push(await ask(address));
console.log(JSON.stringify(answers));
