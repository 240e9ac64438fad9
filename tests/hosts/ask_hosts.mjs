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

async function netlify() {
  const { parseAllHeaders } = await load("@netlify/headers-parser/lib/index.js");
  const { parseAllRedirects } = await load("@netlify/redirect-parser/lib/index.js");
  const headers = await parseAllHeaders({ headersFiles: [join(output, "_headers")], configHeaders: [], minimal: true });
  const redirects = await parseAllRedirects({ redirectsFiles: [join(output, "_redirects")], configRedirects: [], minimal: true });
  const errors = [...headers.errors, ...redirects.errors];
  if (errors.length) throw errors[0];
  const { HeadersHandler } = await load("@netlify/headers/dist/main.js");
  const { RedirectsHandler } = await load("@netlify/redirects/dist/main.js");
  const handler = new HeadersHandler({ projectDir: output, publishDir: ".", logger: silent });
  const redirecting = new RedirectsHandler({
    configRedirects: [], jwtRoleClaim: "", jwtSecret: "", projectDir: output, publicDir: output, siteURL: site,
  });
  return async (address) => {
    const request = new Request(site + address);
    const match = await redirecting.match(request);
    if (match?.redirect || match?.statusCode === 410) return [match.statusCode, match.target.pathname, {}];
    const found = Object.entries(await handler.apply(request));
    return [null, null, Object.fromEntries(found.map(([name, value]) => [name.toLowerCase(), value]))];
  };
}

// Cloudflare's own: TypeScript in the last release of this package that holds them.
async function parsers() {
  const { build } = require("esbuild");
  const folder = join(modules, "cloudflare-pages-parsers/metadata-generator");
  const contents = 'export * from "./parseHeaders"; export * from "./parseRedirects";';
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder }, bundle: true, format: "esm", write: false, logLevel: "silent",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

async function cloudflare() {
  const { generateHandler } = await load("@cloudflare/pages-shared/dist/asset-server/handler.js");
  const { createMetadataObject } = await load("@cloudflare/pages-shared/dist/metadata-generator/createMetadataObject.js");
  const { parseHeaders, parseRedirects } = await parsers();
  const headers = parseHeaders(readFileSync(join(output, "_headers"), "utf8"));
  const redirects = parseRedirects(readFileSync(join(output, "_redirects"), "utf8"));
  const [wrong] = [...headers.invalid, ...redirects.invalid];
  if (wrong) throw new Error(`${wrong.line}: ${wrong.message}`);
  const metadata = createMetadataObject({ headers, redirects, logger: silent });
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
