// Read pages with the extractors of browsers' reading modes: one JSON line each, as extract.py.
//
//     node extract.mjs TOOL FOLDER PATH…        (beside node_modules)

import { readFileSync } from "node:fs";
import { join } from "node:path";

const ADDRESS = "https://example.org/";

const textOf = async (html) => {
  const { JSDOM } = await import("jsdom");
  return new JSDOM(html ?? "").window.document.body.textContent;
};

const TOOLS = {
  "@mozilla/readability": async (html, url) => {
    const { JSDOM } = await import("jsdom");
    const { Readability } = await import("@mozilla/readability");
    const found = new Readability(new JSDOM(html, { url }).window.document).parse() ?? {};
    return { title: found.title, authors: [found.byline], date: found.publishedTime, text: found.textContent };
  },
  defuddle: async (html, url) => {
    const { JSDOM } = await import("jsdom");
    const { Defuddle } = await import("defuddle/node");
    const found = await Defuddle(new JSDOM(html, { url }).window.document, url, { useAsync: false });
    return { title: found.title, authors: [found.author], date: found.published, text: await textOf(found.content) };
  },
  "@extractus/article-extractor": async (html, url) => {
    const { extractFromHtml } = await import("@extractus/article-extractor");
    const found = (await extractFromHtml(html, url)) ?? {};
    return { title: found.title, authors: [found.author], date: found.published, text: await textOf(found.content) };
  },
};

const [tool, folder, ...paths] = process.argv.slice(2);
for (const page of paths) {
  const html = readFileSync(join(folder, page), "utf8");
  const { title, authors, date, text } = await TOOLS[tool](html, ADDRESS + page.replace(/index\.html$/, ""));
  const reading = { title: title ?? "", authors: authors.filter(Boolean), date: (date ?? "").slice(0, 10), text: text ?? "" };
  process.stdout.write(JSON.stringify({ page, ...reading }) + "\n");
}
