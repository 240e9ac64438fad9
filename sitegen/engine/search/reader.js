// Asks the index beside it: `const index = await open(); await index.search("words", {tag: "Budget"})`.
// Which of its files a question needs is told by the letters of its words; `entry.json` leads to all.

const SHOWN = 30; // words of an excerpt
const READ = 200; // pages whose texts are read for words in quotes: the best
const PIECES = /\d[\d\s.:h-]*\d|[\p{L}\p{M}\p{N}]+(?:[·•⋅‧∙・][\p{L}\p{M}]+)*(?:\(\p{L}+\)s?)?/giu;

async function get(name, how, options) {
  const answer = await fetch(new URL(name, import.meta.url), options);
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer[how]();
}

// The same words as `spelling.py` makes of a text, by the rules that the index brings with it.
// Each is a list of ways to write it, of which one is enough: all words of that.
export function splitter({ signs, phrases, rewrites, aliases, kept, endings }) {
  const compile = (rules) => rules.map(([pattern, by]) => [new RegExp(pattern, "gu"), by]);
  const [inText, inPiece, inWord] = [phrases, rewrites, endings].map(compile);
  const apply = (rules, text) => rules.reduce((so, [pattern, by]) => so.replace(pattern, by), text);
  const fold = (text) => {
    const plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    return Array.from(plain, (one) => signs[one] ?? one).join("");
  };
  const word = (one) =>
    Object.hasOwn(aliases, one) ? aliases[one] : kept.includes(one) ? one : apply(inWord, one);
  const ways = (chunk) => {
    const parts = chunk.split("-");
    const isCompound = parts.length > 1 && !/[0-9]/.test(chunk);
    return [parts.map(word), ...(isCompound ? [[word(parts.join(""))]] : [])];
  };
  return (text) =>
    apply(inText, text.trim().replace(/[^\S\ufeff]+/g, " "))
      .split(" ")
      .flatMap((piece) => apply(inPiece, fold(piece)).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [])
      .map(ways);
}

function pieceOf(word, count) {
  let mixed = 2166136261;
  for (const letter of [...word].slice(0, 3)) {
    mixed = Math.imul(mixed ^ letter.codePointAt(0), 16777619) >>> 0;
  }
  return ((mixed ^ (mixed >>> 15)) >>> 0) % count;
}

function decodePiece(buffer) {
  const end = 4 + new DataView(buffer).getUint32(0, true);
  const [words, lengths] = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, end - 4)));
  let next = end;
  return new Map(
    words.map((word, at) => {
      const start = next;
      next += lengths[at];
      return [word, new Uint8Array(buffer, start, lengths[at])];
    }),
  );
}

function decodePostings(raw) {
  const found = new Map();
  let [page, number, factor] = [0, 0, 1];
  for (const byte of raw) {
    number += (byte & 127) * factor;
    factor *= 128;
    if (byte > 127) continue;
    page += Math.floor(number / 8);
    found.set(page, number % 8);
    [number, factor] = [0, 1];
  }
  return found;
}

export async function open() {
  // Not asked whether it changed: some hosts tell that by the second.
  const entry = await get("entry.json", "json", { cache: "reload" });
  const split = splitter(entry.spelling);
  const plain = (text) => split(text).flat(2);
  const empty = new Set(entry.spelling.empty.flatMap(plain));
  const fetched = new Map();
  const once = (name, make) => {
    if (!fetched.has(name)) fetched.set(name, make().catch((error) => { fetched.delete(name); throw error; }));
    return fetched.get(name);
  };
  const piece = (name) => once(name, async () => decodePiece(await get(name, "arrayBuffer")));
  const json = (name) => once(name, () => get(name, "json"));

  // The pages that have a word; if none has, those with words that begin so: it is being written.
  // In a language whose endings are not known these count always, and less than the word itself.
  async function pagesOf(word, terms) {
    const words = await piece(entry.words[pieceOf(word, entry.words.length)]);
    const isEnough = words.has(word) && entry.spelling.endings.length;
    const alike = isEnough || word.length < 3 ? [word] : [...words.keys()].filter((one) => one.startsWith(word));
    const pages = new Map();
    for (const one of alike) {
      const postings = decodePostings(words.get(one) ?? []);
      if (!postings.size) continue;
      terms.add(one);
      const rarity = Math.log(1 + (entry.pages - postings.size + 0.5) / (postings.size + 0.5));
      const worth = one === word ? rarity : rarity / 2;
      for (const [page, weight] of postings) pages.set(page, Math.max(pages.get(page) ?? 0, weight * worth));
    }
    return pages;
  }

  const both = (one, other) =>
    new Map([...one].filter(([page]) => other.has(page)).map(([page, score]) => [page, score + other.get(page)]));

  async function pagesOfAny(ways, terms) {
    const found = new Map();
    for (const way of ways) {
      const all = await Promise.all(way.map((word) => pagesOf(word, terms)));
      for (const [page, score] of all.reduce(both)) found.set(page, Math.max(found.get(page) ?? 0, score));
    }
    return found;
  }

  async function textOf(page) {
    const names = await json(entry.blocks[Math.floor(page / entry.block)]);
    return json(names[page % entry.block]);
  }

  async function data(page, terms) {
    const { path, title, text, show } = await textOf(page);
    return { path, title, show, excerpt: excerpt(text, (one) => plain(one).some((word) => terms.has(word))) };
  }

  const inLine = (text) => ` ${plain(text).join(" ")} `;

  return {
    // What pages can be narrowed by: {tag: {Budget: 12}}.
    async filters() {
      const found = {};
      for (const [name, raw] of entry.filters ? await piece(entry.filters) : []) {
        const [filter, ...value] = name.split("=");
        (found[filter] ??= {})[value.join("=")] = decodePostings(raw).size;
      }
      return found;
    },
    // `results`: pages with all words, the best first; with some, if none has all (`isPartial`). Words
    // in quotes must follow one another.
    // `unknown`: the words that stand nowhere, as they were written; the others are looked for.
    async search(query, filters = {}) {
      const terms = new Set();
      let asked = split(query);
      const full = asked.filter((ways) => !ways.flat().every((word) => empty.has(word)));
      if (full.length) asked = full;
      const found = await Promise.all(asked.map((ways) => pagesOfAny(ways, terms)));
      const missing = asked.filter((_, at) => !found[at].size).map((ways) => ways[0][0]);
      const unknown = query
        .split(/\s+/)
        .filter((one) => plain(one).some((word) => missing.includes(word)))
        .map((one) => one.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
      if (missing.length && !unknown.length) unknown.push(query.trim());
      const some = found.filter((pages) => pages.size);
      let pages = some.length ? some.reduce(both) : new Map();
      const isPartial = some.length > 1 && !pages.size;
      if (isPartial) {
        for (const [page, score] of some.flatMap((one) => [...one])) {
          pages.set(page, (pages.get(page) ?? 0) + 100 + score);
        }
      }
      if (!query.trim()) pages = new Map(Array.from({ length: entry.pages }, (_, page) => [page, 0]));
      const narrowed = entry.filters ? await piece(entry.filters) : new Map();
      for (const [name, value] of Object.entries(filters)) {
        pages = both(pages, decodePostings(narrowed.get(`${name}=${value}`) ?? []));
      }
      let results = [...pages].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([page]) => page);
      const quoted = [...query.matchAll(/["“«]([^"“”«»]+)["”»]/g)].map(([, text]) => inLine(text));
      if (quoted.length) {
        results = results.slice(0, READ);
        const texts = await Promise.all(results.map(textOf));
        const lines = texts.map(({ title, text }) => `${inLine(title)}\n${inLine(text)}`);
        results = results.filter((_, at) => quoted.every((one) => lines[at].includes(one)));
      }
      return {
        results: results.map((page) => ({ page, data: () => data(page, terms) })),
        unknown: [...new Set(unknown)],
        isPartial: isPartial && results.length > 0,
      };
    },
  };
}

// The part of `text` with most of what is marked: [[text, is it marked], …].
function excerpt(text, isMarked) {
  const known = new Map();
  const pieces = [...text.matchAll(PIECES)].map(({ 0: one, index }) => {
    if (!known.has(one)) known.set(one, isMarked(one));
    return { start: index, end: index + one.length, marked: known.get(one) };
  });
  let [best, most, count] = [0, 0, 0];
  pieces.forEach(({ marked }, at) => {
    count += marked - (at >= SHOWN ? pieces[at - SHOWN].marked : 0);
    if (count > most) [best, most] = [Math.max(0, at - SHOWN + 1), count];
  });
  const first = pieces.findIndex(({ marked }, at) => at >= best && marked);
  if (first > best) best = Math.max(best, Math.min(first - 5, pieces.length - SHOWN));
  const shown = pieces.slice(best, best + SHOWN);
  if (!shown.length) return [];
  const parts = [];
  let at = best ? shown[0].start : 0;
  if (best) parts.push(["… ", false]);
  for (const { start, end, marked } of shown.filter((one) => one.marked)) {
    parts.push([text.slice(at, start), false], [text.slice(start, end), marked]);
    at = end;
  }
  const isAll = best + SHOWN >= pieces.length;
  parts.push([text.slice(at, isAll ? undefined : shown.at(-1).end) + (isAll ? "" : " …"), false]);
  return parts.filter(([part]) => part);
}
