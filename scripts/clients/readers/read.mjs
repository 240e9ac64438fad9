// Ask a feed reader of npm for the articles of a feed: JSON, as read.py writes it.
//
//     node read.mjs PROGRAM FILE        (beside node_modules)
import { readFileSync } from "node:fs";

const PROGRAMS = {
  async feedsmith(text) {
    const { parseFeed } = await import("feedsmith");
    const { format, feed } = parseFeed(text);
    if (format === "atom")
      return feed.entries.map((one) => ({
        link: one.links.find((link) => link.rel === "alternate").href,
        title: one.title.value ?? one.title,
        authors: (one.authors ?? []).map((author) => author.name),
        date: one.published,
        content: one.content.value ?? one.content,
        file: one.links.find((link) => link.rel === "enclosure")?.href ?? "",
      }));
    if (format === "rss")
      return feed.items.map((one) => ({
        link: one.link,
        title: one.title,
        authors: one.dc?.creators ?? [],
        date: one.pubDate,
        content: one.content.encoded,
        file: one.enclosures?.[0]?.url ?? "",
      }));
    return feed.items.map((one) => ({
      link: one.url,
      title: one.title,
      authors: (one.authors ?? []).map((author) => author.name),
      date: one.date_published,
      content: one.content_html,
      file: one.attachments?.[0]?.url ?? "",
    }));
  },
  async "rss-parser"(text) {
    const { default: Parser } = await import("rss-parser");
    const { items } = await new Parser().parseString(text);
    return items.map((one) => ({
      link: one.link,
      title: one.title,
      authors: [one.creator ?? one.author ?? ""],
      date: one.isoDate,
      content: one["content:encoded"] ?? one.content,
      file: one.enclosure?.url ?? "",
    }));
  },
  async "feed-extractor"(text) {
    const { extractFromXml, extractFromJson } = await import("@extractus/feed-extractor");
    const options = { descriptionMaxLen: 0 };
    const { entries } = text.startsWith("{")
      ? extractFromJson(JSON.parse(text), options)
      : extractFromXml(text, options);
    return entries.map((one) => ({
      link: one.link,
      title: one.title,
      authors: null,
      date: one.published,
      content: one.description,
      file: null,
    }));
  },
};

const [, , program, file] = process.argv;
console.log(JSON.stringify(await PROGRAMS[program](readFileSync(file, "utf8"))));
