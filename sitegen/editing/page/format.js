// Files as the editor reads and writes them. The text that was read travels with the values, so that
// what did not change can be written as it stood.
import {mendedBody} from "./body.js";
import {merged} from "./merge.js";
import {shown} from "./values.js";
import {read} from "./yaml_text.js";

export const SOURCE = "text_as_read";
export const ITEMS = "items"; // of a file that is a list, or a mapping of names, as a whole
const FENCES = /^---[ \t]*\n((?:[^]*?\n)?)(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Return how documents with a front matter of the form *of* are read and written. */
export const documentFormat = (of, texts) => ({
  fromFile(text) {
    const [fenced, front] = text.match(FENCES) ?? ["", ""];
    const value = shown(of, read(front).toJS() ?? {}) ?? {};
    return {...value, body: text.slice(fenced.length).trim(), [SOURCE]: text};
  },
  toFile({body = "", [SOURCE]: source = "", ...value}) {
    const [fenced, front] = source.match(FENCES) ?? ["", ""];
    if (read(front).errors.length) throw new Error(texts.unreadable);
    const former = source.slice(fenced.length);
    const text = mendedBody(former, body ?? "");
    const made = merged(of, front, value);
    if (made === undefined) throw new Error(texts.unreadable);
    if (!source) return `---\n${made}---\n\n${body.trim()}\n`;
    if (made === front) return fenced + text;
    const [opens, closes] = fenced ? [fenced.slice(0, fenced.indexOf("\n") + 1), fenced.slice(fenced.indexOf("\n") + 1 + front.length)] : ["---\n", "---\n\n"];
    return opens + made + closes + text;
  },
});

/** Return the same for files that are YAML as a whole. */
export const dataFormat = (of, texts) => {
  const isListed = of.kind !== "mapping";
  return {
    fromFile(text) {
      const value = shown(of, read(text).toJS() ?? undefined);
      return {...(isListed ? {[ITEMS]: value ?? []} : value), [SOURCE]: text};
    },
    toFile({[SOURCE]: source = "", ...value}) {
      const text = source && !source.endsWith("\n") ? `${source}\n` : source;
      const made = merged(of, text, isListed ? value[ITEMS] ?? [] : value);
      if (made === undefined) throw new Error(texts.unreadable);
      return made;
    },
  };
};
