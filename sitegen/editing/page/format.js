// Files as the editor reads and writes them. The text that was read travels with the values, so that
// what did not change can be written as it stood.
import {mendedBody, readable} from "./body.js";
import {bare} from "./ends.js";
import {merged} from "./merge.js";
import {shown} from "./values.js";
import {read} from "./yaml_text.js";

export const SOURCE = "text_as_read";
export const ITEMS = "items"; // of a file that is a list, or a mapping of names, as a whole
const FENCES = /^---[ \t]*\n((?:[^]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Whether *text* cannot be read, or holds what would be lost: what a tag (`!!timestamp`) makes of it. */
function isUnreadable(text) {
  const document = read(text);
  return document.errors.length > 0 || !isPlain(document.toJS());
}

function isPlain(value) {
  if (value === null || value === undefined || typeof value === "string") return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

/** Return *text* as it stands behind *fenced*, whose last line may have no end. */
const afterFence = (fenced, text) => (fenced && !fenced.endsWith("\n") && text.trim() ? `\n\n${text}` : text);

const REMEMBERED = 200; // texts: one is made with each word that is written, and the last is saved

/** What each text that was made is made from, both without the blanks around them. */
export const madeFrom = new Map();
const noted = (source, made) => {
  madeFrom.delete(made.trim());
  madeFrom.set(made.trim(), source.trim());
  if (madeFrom.size > REMEMBERED) madeFrom.delete(madeFrom.keys().next().value);
  return made;
};

const known = new Set(); // digests of texts that were read: they themselves would be held twice
const noteRead = (text) => known.add(digestOf(bare(text)));

/** Whether *text* is what a file was read as on this page. */
export const wasRead = (text) => known.has(digestOf(bare(text)));

/** Return a number of 52 bits that tells texts apart (FNV-1a, and the same from another start). */
function digestOf(text) {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return (one >>> 0) * 2 ** 20 + (other >>> 12);
}

/** Return how documents with a front matter of the form *of* are read and written. */
export const documentFormat = (of, texts) => ({
  fromFile(text) {
    noteRead(text);
    const [fenced, front] = text.match(FENCES) ?? ["", ""];
    const value = isUnreadable(front) ? {} : shown(of, read(front).toJS() ?? {}) ?? {};
    return {...value, body: readable(text.slice(fenced.length).trim()), [SOURCE]: text};
  },
  toFile({body = "", [SOURCE]: source = "", ...value}) {
    const [fenced, front] = source.match(FENCES) ?? ["", ""];
    if (isUnreadable(front)) throw new Error(texts.unreadable);
    const former = source.slice(fenced.length);
    const text = afterFence(fenced, mendedBody(former, body ?? ""));
    const made = merged(of, front, value);
    if (made === undefined) throw new Error(texts.unreadable);
    if (!source) return noted(source, `---\n${made}---\n\n${body.trim()}\n`);
    if (made === front) return noted(source, fenced + text);
    const start = fenced.indexOf("\n") + 1;
    const [opens, closes] = fenced ? [fenced.slice(0, start), fenced.slice(start + front.length)] : ["---\n", "---\n\n"];
    return noted(source, opens + made + closes + text);
  },
});

/** Return the same for files that are YAML as a whole. */
export const dataFormat = (of, texts) => {
  const isListed = of.kind !== "mapping";
  return {
    fromFile(text) {
      noteRead(text);
      const value = isUnreadable(text) ? undefined : shown(of, read(text).toJS() ?? undefined);
      return {...(isListed ? {[ITEMS]: value ?? []} : value), [SOURCE]: text};
    },
    toFile({[SOURCE]: source = "", ...value}) {
      if (isUnreadable(source)) throw new Error(texts.unreadable);
      const text = source && !source.endsWith("\n") ? `${source}\n` : source;
      const made = merged(of, text, isListed ? value[ITEMS] ?? [] : value);
      if (made === undefined) throw new Error(texts.unreadable);
      return noted(source, made);
    },
  };
};
